"""What a comparison found: per course and future the rows of all weeks, and every number that is made of them."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from experiments.comparing.change import Change, change_of_mean, weeks_to_change
from experiments.comparing.course import Course, Step
from experiments.comparing.intervals import Difference, Floats, Interval, differences, intervals
from experiments.comparing.moved import Moved, from_before, from_stay
from experiments.comparing.reported import SO_FAR, WEEKS_TO_CHANGE, Paired, Summary
from experiments.comparing.windows import WINDOWS, Window, span
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import nearest
from sim.policies import Policy, load_policy
from sim.records.measures import MEASURES, Counts, window

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


@dataclass(frozen=True, eq=False)
class Comparison:
    """Courses side by side under the same luck. `rows`: shape (courses, replicates, warm-up + weeks), dtype WEEK.

    `replicate_numbers` says which futures these are, in the order of `rows`: all from 0 on if it is left out.
    """

    scenario: Scenario
    courses: tuple[Course, ...]
    seed: int
    rows: np.ndarray
    _: KW_ONLY
    replicate_numbers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Number the futures."""
        if not self.replicate_numbers:
            object.__setattr__(self, "replicate_numbers", tuple(range(self.rows.shape[1])))

    @property
    def ids(self) -> tuple[str, ...]:
        """Names of the courses, in the order of `rows`; that of a single policy is the policy's."""
        return tuple(course.id for course in self.courses)

    @property
    def policies(self) -> tuple[Policy, ...]:
        """All policies of the courses, each once."""
        return tuple(dict.fromkeys(policy for course in self.courses for policy in course.policies))

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
        """First column and column after the last of a window in `rows`; empty if the run is too short for it."""
        return span(window, self.warmup, self.weeks)

    def with_more(self, other: "Comparison") -> "Comparison":
        """The futures of both, in order of their numbers. Raises RequestError unless all else is the same."""
        same = (self.scenario, self.courses, self.seed, self.weeks)
        if same != (other.scenario, other.courses, other.seed, other.weeks):
            raise RequestError("only comparisons of the same scenario, courses, seed and weeks can be put together")
        numbers = np.array([*self.replicate_numbers, *other.replicate_numbers])
        if len(set(numbers.tolist())) < len(numbers):
            twice = min(set(self.replicate_numbers) & set(other.replicate_numbers))
            raise RequestError(f"future {twice} is in both comparisons; put together such as share none")
        order = np.argsort(numbers)
        rows = np.concatenate([self.rows, other.rows], axis=1)[:, order]
        return Comparison(
            self.scenario, self.courses, self.seed, rows, replicate_numbers=tuple(numbers[order].tolist())
        )

    def measures(self, window: Window) -> dict[str, Floats]:
        """Every number of a window (see reported.py): name to shape (courses, replicates)."""
        return {
            **self._windows[window],
            **{name: self.so_far(measure, window) for name, measure in SO_FAR.items()},
            WEEKS_TO_CHANGE.name: self.weeks_to_change,
        }

    def measure(self, name: str, window: Window) -> Floats:
        """One number of a window, shape (courses, replicates). Raises KeyError if it is not known."""
        if name in SO_FAR:
            return self.so_far(SO_FAR[name], window)
        return self.weeks_to_change if name == WEEKS_TO_CHANGE.name else self._windows[window][name]

    def so_far(self, measure: str, window: Window) -> Floats:
        """A measure added up from the switch to a window's end, shape (courses, replicates); NaN if too short.

        A contract that costs sales at first and brings customers later shows here what it has cost, and when it pays.
        """
        first, last = self.span(window)
        if first == last:
            return np.full(self.rows.shape[:2], np.nan)
        total: Floats = self.weekly(measure)[:, :, self.warmup : last].sum(axis=2)
        return total

    @cached_property
    def weeks_to_change(self) -> Floats:
        """Weeks to change of the silo index, shape (courses, replicates); see change.py."""
        return self.weeks_to_change_of("silo_index")

    def weeks_to_change_of(self, measure: str) -> Floats:
        """The same of any measure. Raises RequestError if it is not known.

        From each run's own quarter before the switch: single weeks of two policies have hardly any luck in common, so
        pairing them would make the noise larger, not smaller.
        """
        return np.stack([weeks_to_change(from_before(each, self.warmup)) for each in self.weekly(measure)])

    def changes(self, measure: str = "silo_index") -> dict[str, Change]:
        """The change of the mean over futures, by course: for sentences, as it is much less noisy."""
        return {name: change_of_mean(each) for name, each in self.moved(measure).items()}

    def moved(self, measure: str) -> dict[str, Moved]:
        """How far a measure is from where it would be without the switch, by course: of use for means over futures.

        That is told by the course that goes on under the start policy; where there is none, by the quarter before.
        """
        values = self.weekly(measure)
        stay = (Step(0, load_policy(self.scenario.run.start_policy)),)
        staying = next((values[i] for i, course in enumerate(self.courses) if course.steps == stay), None)
        if staying is None:
            return {name: from_before(values[i], self.warmup) for i, name in enumerate(self.ids)}
        return {name: from_stay(values[i], staying, self.warmup) for i, name in enumerate(self.ids)}

    def weekly(self, measure: str) -> Floats:
        """A measure week by week, shape (courses, replicates, weeks), warm-up first. Raises RequestError."""
        if measure not in MEASURES:
            raise RequestError(f'measure "{measure}" is not known; {nearest(measure, MEASURES)}')
        if measure not in self._weekly:
            self._weekly[measure] = MEASURES[measure].of(self._single_weeks).reshape(self.rows.shape)
        return self._weekly[measure]

    def summary(self) -> Summary:
        """Mean and 95 % interval over futures: by course, window and measure."""
        return {
            name: {window: self._intervals(window, i) for window in WINDOWS} for i, name in enumerate(self.ids)
        }  # fmt: skip

    def paired(self) -> Paired:
        """Differences against the first course, future by future: by course (but the first), window and measure."""
        return {
            name: {window: self._differences(window, i) for window in WINDOWS}
            for i, name in enumerate(self.ids) if i > 0
        }  # fmt: skip

    def weekly_frame(self) -> "pd.DataFrame":
        """Tidy table, one row a course, replicate and week: policy, replicate, week, and all measures of that week."""
        from experiments.comparing.frames import weekly_frame

        weekly = {name: self.weekly(name) for name in MEASURES}
        return weekly_frame(self.ids, self.replicate_numbers, self.week_numbers, weekly)

    def runs_frame(self) -> "pd.DataFrame":
        """Tidy table, one row a course, replicate and window: policy, replicate, window, and all measures over it."""
        from experiments.comparing.frames import runs_frame

        return runs_frame(self.ids, self.replicate_numbers, {window: self.measures(window) for window in WINDOWS})

    def _repr_html_(self) -> str:
        """The comparison as a notebook shows it: the headlines in each window, and how they differ."""
        from experiments.comparing.side_by_side import side_by_side
        from experiments.reporting.render import fragment

        names, summary, paired = dict(zip(self.ids, self.ids, strict=True)), self.summary(), self.paired()
        return fragment(side_by_side(names, summary, paired, window, "en") for window in WINDOWS)

    def to_json(self) -> str:
        """The comparison as JSON text; what is undefined is null."""
        from experiments.comparing.as_json import Head, to_json

        head = Head(self.scenario.name, self.seed, self.replicates, self.weeks)
        return to_json(head, self.summary(), self.paired(), against=self.ids[0])

    def write(self, folder: "Path | str", *, force: bool = False, command: Sequence[str] | None = None) -> list["Path"]:
        """Write weekly.parquet, runs.parquet, comparison.json, provenance.json; returns the paths. Raises OSError.

        What happens to a folder that is not empty: storing/folder.py.
        """
        from experiments.comparing.files import write

        return write(folder, self.weekly_frame(), self.runs_frame(), self.to_json(), self.provenance(command), force)

    def provenance(self, command: Sequence[str] | None = None) -> dict[str, object]:
        """Where it comes from, as plain values; see storing/provenance.py."""
        from experiments.comparing.files import courses_note
        from experiments.storing.provenance import provenance

        asked, when = (self.scenario, self.policies), self.replicate_numbers
        run = provenance(*asked, seed=self.seed, replicates=when, weeks=self.weeks, command=command)
        return {**run, **courses_note(self.courses)}

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

    def _intervals(self, window: Window, course: int) -> dict[str, Interval]:
        values = self.measures(window)
        return dict(zip(values, intervals(_of(values, course)), strict=True))

    def _differences(self, window: Window, course: int) -> dict[str, Difference]:
        values = self.measures(window)
        return dict(zip(values, differences(_of(values, course), _of(values, 0)), strict=True))


def _of(values: dict[str, Floats], course: int) -> Floats:
    """All measures of one course, shape (measures, replicates)."""
    rows: Sequence[Floats] = [each[course] for each in values.values()]
    return np.stack(rows)
