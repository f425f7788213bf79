"""What a map is asked: which two courses, over which two assumptions, on which measure, and how closely to look."""

from dataclasses import dataclass
from itertools import pairwise, product
from typing import Self

from experiments.believing.assumption import Assumption, of
from experiments.believing.lattice import DEFAULT, Node, Steps
from experiments.believing.subject import contracts_of
from experiments.comparing.adjusting import adjusted_courses
from experiments.comparing.compare import check_courses, check_number
from experiments.comparing.course import MOST_WEEKS, Course, CourseLike, load_course
from experiments.comparing.reported import reported
from experiments.comparing.windows import WINDOWS, Window
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import nearest
from sim.parameters import Declared
from sim.policies import PolicyError
from sim.records.counts import Reported

ACROSS, UP, MEASURE = "problems_per_customer", "meaning", "satisfaction"
"""The pair of assumptions that matters most, and what it is judged by, where nobody says otherwise."""
WINDOW: Window = "last_quarter"
"""And when."""
LOOKS = (4, 8, 16)
"""Futures lived at a point by the end of the first look at it, of the second, and at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `first` is held against `second`, point by point, in the same futures 0, 1, 2, …

    Raises RequestError for a question that has no answer.
    """

    scenario: Scenario
    first: Course
    second: Course
    across: Assumption
    up: Assumption
    measure: str
    window: Window
    weeks: int
    seed: int
    looks: tuple[int, ...] = LOOKS
    steps: Steps = DEFAULT

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn before any work is done."""
        check_courses((self.first, self.second))
        check_number("weeks", self.weeks, 1, MOST_WEEKS)
        check_number("seed", self.seed, 0, 2**63 - 1)
        for course in (self.first, self.second):
            course.stretches(self.weeks)
        if self.across.name == self.up.name:
            raise RequestError(f"both sides of the map are {self.up.subject.key}; choose two different assumptions")
        if self.measure not in reported():
            raise RequestError(f'measure "{self.measure[:60]}" is not known; {nearest(self.measure, reported())}')
        if self.window not in WINDOWS:
            raise RequestError(f'window "{self.window[:60]}" is not known; {nearest(self.window, WINDOWS)}')
        if not self.looks or self.looks[0] < 2 or any(a >= b for a, b in pairwise(self.looks)):
            raise RequestError(f"looks = {self.looks} must grow, from 2 futures at least, as {LOOKS} do")
        self._check_contracts()

    @classmethod
    def about(
        cls,
        scenario: Scenario,
        first: CourseLike,
        second: CourseLike,
        across: str | Assumption,
        up: str | Assumption,
        *,
        measure: str = MEASURE,
        window: Window = WINDOW,
        looks: tuple[int, ...] = LOOKS,
        steps: Steps = DEFAULT,
    ) -> Self:
        """The question with the scenario's own weeks and seed. Raises RequestError, and PolicyError as load_course."""
        both = load_course(first), load_course(second)
        sides = [
            side if isinstance(side, Assumption) else of(side, courses=both, scenario=scenario) for side in (across, up)
        ]
        return cls(
            scenario, *both, sides[0], sides[1], measure, window,
            scenario.run.weeks, scenario.run.seed, looks, steps,
        )  # fmt: skip

    @property
    def courses(self) -> tuple[Course, Course]:
        """Both."""
        return self.first, self.second

    @property
    def reported(self) -> Reported:
        """The facts of the measure."""
        return reported()[self.measure]

    def values(self, node: Node) -> tuple[float, float]:
        """The values of both assumptions at a node."""
        return self.across.value(node[0] / self.steps.finest), self.up.value(node[1] / self.steps.finest)

    def scenario_at(self, node: Node) -> Scenario:
        """The company there."""
        sides = zip((self.across, self.up), self.values(node), strict=True)
        return self.scenario.with_parameters(
            **{side.name: value for side, value in sides if isinstance(side.subject, Declared)}
        )

    def courses_at(self, node: Node) -> tuple[Course, ...]:
        """Both courses there. Raises PolicyError where a contract cannot be so."""
        values = dict(zip((self.across.subject, self.up.subject), self.values(node), strict=True))
        return adjusted_courses(self.courses, contracts_of(values))

    def _check_contracts(self) -> None:
        """Refuse a map on which a contract cannot be: what must be whole shows beside an end, all else at the ends."""
        last = self.steps.finest
        steps = (0, 1, last - 1, last)
        for node in product(steps, steps):
            try:
                self.courses_at(node)
            except PolicyError as error:
                raise RequestError(f"{error}; take another range") from None
