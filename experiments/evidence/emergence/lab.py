"""Where companies are run: comparisons under the same luck, each made once however many patterns ask for it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from experiments.comparing.compare import Comparison, compare
from experiments.comparing.course import Course, CourseLike, load_course
from experiments.comparing.intervals import Floats
from experiments.comparing.jobs import Progress
from sim.company.scenario import Scenario
from sim.records.measures import MEASURES, Counts, ratio

COMMISSION = "sales-commission"
GATE_AND_SHARED = "gate-and-shared-target"
OWN_GATE = "own-satisfaction-gate"
SHARED = "shared-unit-target"
FAIR = "fair-salary"
RANKING = "ranking-tournament"
SIX = (COMMISSION, GATE_AND_SHARED, OWN_GATE, SHARED, FAIR, RANKING)

YEAR = 52


class Span(NamedTuple):
    """Weeks after the switch, both ends included; the first is 1."""

    first: int
    last: int


WEEK_6 = Span(6, 6)
FIRST_SIX = Span(1, 6)
LAST_QUARTER = Span(40, 52)


class Trial:
    """A comparison and its numbers, one a future."""

    def __init__(self, found: Comparison) -> None:
        self.comparison = found
        self._counts: dict[tuple[str, Span], Counts] = {}

    def of(self, policy: str, measure: str, span: Span) -> Floats:
        """A measure over some weeks under one of the policies, or along a course, by its id; shape (futures,)."""
        if (policy, span) not in self._counts:
            found = self.comparison
            rows = found.rows[found.ids.index(policy)]
            weeks = rows[:, found.warmup + span.first - 1 : found.warmup + span.last]
            self._counts[policy, span] = Counts(weeks, found.scenario.money.margin_rate)
        values: Floats = MEASURES[measure].of(self._counts[policy, span])
        return values

    def weekly(self, policy: str, measure: str) -> Floats:
        """A measure week by week after the switch, shape (futures, weeks)."""
        found = self.comparison
        values: Floats = found.weekly(measure)[found.ids.index(policy), :, found.warmup :]
        return values

    def shift(self, policy: str, against: str, measure: str, span: Span) -> Floats:
        """How much higher a measure is than under another policy, future by future."""
        return self.of(policy, measure, span) - self.of(against, measure, span)

    def fall(self, policy: str, against: str, measure: str, span: Span) -> Floats:
        """By what share a measure is lower than under another policy, future by future."""
        return 1.0 - ratio(self.of(policy, measure, span), self.of(against, measure, span))


class Lab:
    """Runs comparisons and keeps them; every company lives on under every policy with the same luck."""

    def __init__(self, replicates: int = 30, workers: int | None = None, progress: Progress | None = None) -> None:
        """`progress(done, replicates)` is told of the comparison that runs."""
        self.replicates = replicates
        self.runs = partial(compare, replicates=replicates, workers=workers, progress=progress)
        self._kept: dict[tuple[str, int, tuple[Course, ...]], Trial] = {}

    def trial(self, scenario: Scenario, courses: Sequence[CourseLike], weeks: int = YEAR) -> Trial:
        """The scenario's company warms up under its start policy and goes on under each policy or course."""
        chosen = tuple(map(load_course, courses))
        key = (scenario.model_dump_json(), weeks, chosen)
        if key not in self._kept:
            self._kept[key] = Trial(self.runs(scenario, chosen, weeks=weeks))
        return self._kept[key]

    def six(self, scenario: Scenario) -> Trial:
        """The year after the switch under the six policies that most patterns are about."""
        return self.trial(scenario, SIX)
