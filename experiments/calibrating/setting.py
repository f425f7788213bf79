"""Which company is lived for a log, for how long, and what is drawn: read from the log, and the same text for the same.

A log says how many groups share its work and how many larger bodies they form; it does not say how many people there
are. The company that is lived has as many groups as bear weight, up to MOST_GROUPS, because a group works with few
others whatever the size of the whole.
"""

import json
import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from experiments.calibrating.figures import COLUMNS, Floats, figures_of
from experiments.calibrating.windows import Window, in_weeks, window_of, within
from experiments.comparing.course import load_course
from experiments.comparing.jobs import model
from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.sweeping.dimension import Dimension, dimension
from experiments.xray.reading import Log
from experiments.xray.simulated import future_log
from experiments.xray.times import HOURS
from sim.company.organisation import people_in
from sim.company.scenario import Company, Scenario
from sim.company.text import scenario_to_toml
from sim.records.events import START
from sim.records.handoffs import homes, ordered, stays

FITTED = (
    "problems.problems_per_customer", "problems.second_division", "problems.third_division", "problems.triage",
    "problems.right_address", "problems.difficulty_shape", "choice.duty", "choice.pressure_queue", "choice.reluctance",
    "choice.habit_strength",
)  # fmt: skip
"""What is drawn unless told otherwise: what decides how problems are handed on. All else stays as in the scenario."""
MOST_GROUPS, MOST_PEOPLE, USUAL_PEOPLE = 12, 12, 6
"""Groups that are lived, people in each at most, and people in each where nobody says how many there are."""
MOST_CASES = 3_000
"""Cases that are measured of one simulated log; a figure of so many is known to about a hundredth."""
LEAST_CASES, LEAST_HANDOFFS, LEAST_WEEKS = 30, 10, 2.0
"""Less than that in the window of a log says nothing."""


@dataclass(frozen=True)
class Setting:
    """What a bank of simulated logs depends on; equal texts are equal settings."""

    scenario: Scenario
    dimensions: tuple[Dimension, ...]
    weeks: float
    """Length of the window."""
    cases: int
    """At most so many of a simulated log are measured."""
    ended: bool
    """Whether only cases that ended count."""
    in_hours: bool
    """Whether times are hours of work."""
    counted: bool
    """Whether it is known how many people share the cases, so that their load can be measured."""
    seed: int

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters that are drawn, without their sections."""
        return tuple(each.key.partition(".")[2] for each in self.dimensions)

    @property
    def text(self) -> str:
        """All of it, and the model, as the text of a file."""
        facts = {
            "model": model(), "window_weeks": self.weeks, "cases": self.cases, "ended": self.ended,
            "in_hours": self.in_hours, "counted": self.counted, "seed": self.seed, "figures": list(COLUMNS),
            "drawn": {each.key: [each.low, each.high] for each in self.dimensions},
            "scenario": scenario_to_toml(self.scenario, commented=False),
        }  # fmt: skip
        return json.dumps(facts, indent=1) + "\n"

    def draw(self, place: int) -> Floats:
        """The values of a draw by its number, shape (dimensions,): each from its plausible range, apart from all others."""
        shares = np.random.default_rng([self.seed, place]).random(len(self.dimensions))
        return np.array([each.value(share) for each, share in zip(self.dimensions, shares, strict=True)])

    def shares(self, drawn: Floats) -> Floats:
        """Values as shares of the way through their plausible ranges, shape (draws, dimensions)."""
        return np.stack([_share(each, column) for each, column in zip(self.dimensions, drawn.T, strict=True)], axis=-1)

    def values(self, shares: Floats) -> Floats:
        """The values at shares, shape (draws, dimensions)."""
        rows = [[each.value(share) for each, share in zip(self.dimensions, row, strict=True)] for row in shares.tolist()]
        return np.array(rows, dtype=np.float64)

    def at(self, values: Floats) -> Scenario:
        """The scenario with values set, shape (dimensions,)."""
        return self.scenario.with_parameters(**dict(zip(self.names, values.tolist(), strict=True)))

    def log(self, values: Floats, future: int) -> pd.DataFrame:
        """The events of a simulated log, from the first week that counts on."""
        scenario = self.at(values)
        course = load_course(scenario.run.start_policy)
        return future_log(scenario, course, math.ceil(self.weeks), self.seed, future, in_hours=self.in_hours)

    def figures(self, values: Floats, future: int) -> Floats:
        """The numbers of a simulated log, shape (figures,)."""
        events = self.log(values, future)
        weeks = in_weeks(events["time"], HOURS if self.in_hours else "")
        luck = np.random.default_rng([self.seed, future, 1])
        people = people_in(self.scenario) - self._managers if self.counted else math.nan
        return figures_of(events, weeks, self.window, ended=self.ended, people=people, most=self.cases, luck=luck)

    @property
    def window(self) -> Window:
        """The weeks of a simulated log that are measured."""
        warmup = self.scenario.run.warmup_weeks
        if self.in_hours:
            return Window(float(warmup), self.weeks)
        begins = pd.Series([pd.Timestamp(START) + pd.Timedelta(weeks=warmup)])
        return Window(float(in_weeks(begins, "")[0]), self.weeks)

    @property
    def _managers(self) -> int:
        company = self.scenario.company
        return company.units * company.divisions * company.managed


@dataclass(frozen=True)
class Measured:
    """A real log: what was read from it, and its numbers in the order of COLUMNS."""

    setting: Setting
    window: Window
    figures: Floats
    cases: int
    handoffs: int
    groups: int
    weight: float
    """So many groups of equal size would share the work as evenly."""
    arrivals: float
    """Cases a week in the window."""
    people: int | None
    """As told."""


def measure(
    log: Log, base: Scenario, *, people: int | None = None, keys: tuple[str, ...] = FITTED, seed: int = 1
) -> Measured:
    """Read from a log what is to be lived, and measure it. Raises RequestError for a log that says too little."""
    weeks = in_weeks(log.events["time"], log.times.read_as)
    if not np.ptp(weeks):
        raise RequestError("all times are the same: nobody can tell how long the log is; give the column of the moments")
    whole = window_of(log.events, weeks)
    if whole.weeks < LEAST_WEEKS:
        raise RequestError(
            f"the log spans {whole.weeks:.2g} weeks (after the first twentieth of its cases); "
            f"to be calibrated to, it must span {LEAST_WEEKS:g} at least"
        )
    window = Window(whole.begins + whole.weeks % 1.0, math.floor(whole.weeks))
    ended = "status" in log.events.columns
    seen = ordered(within(log.events, weeks, window, ended))
    stay = stays(seen)
    cases, handoffs = stay["code"].nunique(), len(stay) - stay["code"].nunique()
    _check(cases, handoffs, int(stay["key"].nunique()))
    weight = _weight(stay["key"])
    home = homes(seen)
    units = _weight(stay["group"].map(home).fillna("")) if home else float(min(base.company.units, weight / 2))
    in_hours = log.times.read_as == HOURS
    scenario = base.model_copy(update={"company": _company(weight, units, people)})
    setting = Setting(
        scenario, _dimensions(keys), window.weeks, min(cases, MOST_CASES), ended, in_hours, people is not None, seed
    )
    figures = figures_of(log.events, weeks, window, ended=ended, people=people or math.nan)
    first = pd.Series(weeks).groupby(log.events["case"].to_numpy()).min()
    came = int(((first >= window.begins) & (first < window.begins + window.weeks)).sum())
    groups = int(stay["key"].nunique())
    return Measured(setting, window, figures, cases, handoffs, groups, weight, came / window.weeks, people)


def _share(each: Dimension, values: Floats) -> Floats:
    if each.logarithmic:
        return np.asarray(np.log(values / each.low) / math.log(each.high / each.low))
    return np.asarray((values - each.low) / (each.high - each.low))


def _check(cases: int, handoffs: int, groups: int) -> None:
    if groups == 1:
        raise RequestError("the log has one group only, so nothing is ever handed on; give a column of teams or divisions")
    if cases < LEAST_CASES or handoffs < LEAST_HANDOFFS:
        raise RequestError(
            f"the log has {cases:,} cases with {handoffs:,} hand-offs that count; "
            f"{LEAST_CASES} cases with {LEAST_HANDOFFS} hand-offs are the least that says anything"
        )


def _weight(names: "pd.Series") -> float:
    """How many of equal size would share as evenly: one over the sum of squared shares (Simpson, 1949)."""
    shares = names.value_counts(normalize=True).to_numpy()
    return float(1.0 / (shares**2).sum())


def _company(weight: float, units: float, people: int | None) -> Company:
    """So many groups of equal size, in so many units."""
    groups = min(max(round(weight), 2), MOST_GROUPS)
    whole = min(max(round(units), 1), groups)
    each = max(1, round(groups / whole))
    employees = USUAL_PEOPLE if people is None else min(max(round(people / weight), 1), MOST_PEOPLE)
    return Company(units=whole, divisions=each, employees=employees)


def _dimensions(keys: tuple[str, ...]) -> tuple[Dimension, ...]:
    if any(":" in key for key in keys):
        raise RequestError("a number of a contract cannot be read from a log; give parameters, such as problems.triage")
    if len(set(keys)) < len(keys):
        raise RequestError(f"{max(keys, key=keys.count)} is given twice; each parameter may be there once")
    return tuple(dimension(Question(), key) for key in keys)


