"""What a comparison found: per policy and future the rows of all weeks, and every number that is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from experiments.comparing.change import weeks_to_change, weeks_to_change_of_mean
from experiments.comparing.intervals import Difference, Floats, Interval, differences, intervals
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import nearest
from sim.policies import Policy
from sim.records.counts import Reported
from sim.records.measures import MEASURES, Counts, window

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

type Window = Literal["week6", "last_quarter"]
type Summary = dict[str, dict[Window, dict[str, Interval]]]
type Paired = dict[str, dict[Window, dict[str, Difference]]]

WINDOWS: tuple[Window, ...] = ("week6", "last_quarter")
EARLY_WEEK = 6
LAST_WEEKS = 13


WEEKS_TO_CHANGE = Reported(
    "weeks_to_change", "Weeks to change", "Weken tot verandering", "weeks", 0,
    "Weeks until 90 % of the lasting shift of the silo index is reached and kept; undefined without a clear shift.",
)  # fmt: skip


def reported() -> dict[str, Reported]:
    """All numbers of a comparison by name: the measures, and the weeks to change."""
    known: list[Reported] = list(MEASURES.values())
    return {each.name: each for each in (*known, WEEKS_TO_CHANGE)}


@dataclass(frozen=True, eq=False)
class Comparison:
    """Policies side by side under the same luck. `rows`: shape (policies, replicates, warm-up + weeks), dtype WEEK."""

    scenario: Scenario
    policies: tuple[Policy, ...]
    seed: int
    rows: np.ndarray

    @property
    def ids(self) -> tuple[str, ...]:
        """Names of the policies, in the order of `rows`."""
        return tuple(policy.id for policy in self.policies)

    @property
    def replicates(self) -> int:
        """Number of futures."""
        return int(self.rows.shape[1])

    @property
    def warmup(self) -> int:
        """Weeks before the switch."""
        return self.scenario.run.warmup_weeks

    @property
    def weeks(self) -> int:
        """Weeks after the switch."""
        return int(self.rows.shape[2]) - self.warmup

    @property
    def week_numbers(self) -> np.ndarray:
        """Number of each week: how many weeks after the switch it ends; the last before the switch is 0."""
        return np.arange(1 - self.warmup, self.weeks + 1)

    def span(self, window: Window) -> tuple[int, int]:
        """First column and column after the last of a window in `rows`; empty if the run is too short for it.

        `week6` is the sixth week after the switch, `last_quarter` the last 13 weeks, or all after it.
        """
        end = self.warmup + self.weeks
        if window == "last_quarter":
            return max(self.warmup, end - LAST_WEEKS), end
        first = min(self.warmup + EARLY_WEEK - 1, end)
        return first, min(first + 1, end)

    def measures(self, window: Window) -> dict[str, Floats]:
        """Every measure over a window, weeks to change among them: name to shape (policies, replicates)."""
        return {**self._windows[window], WEEKS_TO_CHANGE.name: self.weeks_to_change}

    @cached_property
    def weeks_to_change(self) -> Floats:
        """Weeks to change of the silo index, shape (policies, replicates); see change.py."""
        return self.weeks_to_change_of("silo_index")

    def weeks_to_change_of(self, measure: str) -> Floats:
        """The same of any measure. Raises RequestError if it is not known."""
        values = self.weekly(measure)
        return weeks_to_change(values.reshape(-1, values.shape[2]), self.warmup).reshape(values.shape[:2])

    def weeks_to_change_of_mean(self, measure: str = "silo_index") -> dict[str, float]:
        """Weeks to change of the mean over futures, by policy: for sentences, as it is much less noisy."""
        values = self.weekly(measure)
        return {name: weeks_to_change_of_mean(values[i], self.warmup) for i, name in enumerate(self.ids)}

    def weekly(self, measure: str) -> Floats:
        """A measure week by week, shape (policies, replicates, weeks), warm-up first. Raises RequestError."""
        if measure not in MEASURES:
            raise RequestError(f'measure "{measure}" is not known; {nearest(measure, MEASURES)}')
        if measure not in self._weekly:
            self._weekly[measure] = MEASURES[measure].of(self._single_weeks).reshape(self.rows.shape)
        return self._weekly[measure]

    def summary(self) -> Summary:
        """Mean and 95 % interval over futures: by policy, window and measure."""
        return {
            name: {window: self._intervals(window, i) for window in WINDOWS} for i, name in enumerate(self.ids)
        }  # fmt: skip

    def paired(self) -> Paired:
        """Differences against the first policy, future by future: by policy (but the first), window and measure."""
        return {
            name: {window: self._differences(window, i) for window in WINDOWS}
            for i, name in enumerate(self.ids) if i > 0
        }  # fmt: skip

    def weekly_frame(self) -> "pd.DataFrame":
        """Tidy table, one row a policy, replicate and week: policy, replicate, week, and all measures of that week."""
        from experiments.comparing.frames import weekly_frame

        return weekly_frame(self.ids, self.week_numbers, {name: self.weekly(name) for name in MEASURES})

    def runs_frame(self) -> "pd.DataFrame":
        """Tidy table, one row a policy, replicate and window: policy, replicate, window, and all measures over it."""
        from experiments.comparing.frames import runs_frame

        return runs_frame(self.ids, {window: self.measures(window) for window in WINDOWS})

    def to_json(self) -> str:
        """The comparison as JSON text; what is undefined is null."""
        from experiments.comparing.as_json import to_json

        return to_json(self)

    def write(self, folder: "Path | str", *, force: bool = False, command: Sequence[str] | None = None) -> list["Path"]:
        """Write weekly.parquet, runs.parquet, comparison.json and provenance.json; returns the paths. Raises OSError.

        See outputs.py for what happens to a folder that is not empty.
        """
        from experiments.comparing.files import write

        return write(self, folder, force=force, command=command)

    @cached_property
    def _windows(self) -> dict[str, dict[str, Floats]]:
        shape, runs = self.rows.shape[:2], self.rows.reshape(-1, self.rows.shape[2])
        found: dict[str, dict[str, Floats]] = {}
        for name in WINDOWS:
            first, last = self.span(name)
            if first < last:
                values = window(runs, first, last, self.scenario.money.margin_rate)
            else:
                values = {measure: np.full(len(runs), np.nan) for measure in MEASURES}
            found[name] = {measure: each.reshape(shape) for measure, each in values.items()}
        return found

    @cached_property
    def _single_weeks(self) -> Counts:
        return Counts(self.rows.reshape(-1, 1), self.scenario.money.margin_rate)

    @cached_property
    def _weekly(self) -> dict[str, Floats]:
        return {}

    def _intervals(self, window: Window, policy: int) -> dict[str, Interval]:
        values = self.measures(window)
        return dict(zip(values, intervals(_of(values, policy)), strict=True))

    def _differences(self, window: Window, policy: int) -> dict[str, Difference]:
        values = self.measures(window)
        return dict(zip(values, differences(_of(values, policy), _of(values, 0)), strict=True))


def _of(values: dict[str, Floats], policy: int) -> Floats:
    """All measures of one policy, shape (measures, replicates)."""
    rows: Sequence[Floats] = [each[policy] for each in values.values()]
    return np.stack(rows)
