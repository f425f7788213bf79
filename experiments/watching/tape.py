"""A tape: all that is kept of one company while it lives hour by hour along a course.

Hours are counted from the tape's first moment, which is the end of week `first_week` (0 ends at the switch of policy).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.course import Course
from sim.calendar import HOURS_A_WEEK
from sim.log import EventKind
from sim.simulation import Simulation
from sim.tables import Row

FILM_PEOPLE = 400
"""The most people of whom each is seen; of a larger company only what goes from division to division."""

TIES_MOST = 100
"""The most divisions between which trust is shown."""

MOVES = (EventKind.PASSED, EventKind.HANDED_ON)


@dataclass(frozen=True, eq=False)
class Tape:
    """One company along one course: what is seen of it, and copies of it from which it can be lived again.

    `events` has dtype EVENT in order of time (hours from the tape's start), and never lets a problem leave before it
    came; `came` and `ended` are the rows of problems (dtype PROBLEM, its own hours) when they came in, or as they were
    at the tape's start, and as they ended. A large company has neither, no `tasks` and no `starts`, but `flows` and
    `helped`.
    """

    course: Course
    end: Simulation  # the company at the end of the tape
    starts: tuple[Simulation, ...]  # and at the beginning of each week, the policy of that week in force
    first_week: int
    began: int  # hours that the company had lived at the tape's start
    tasks: NDArray[np.uint8]  # (hours, people) Task of each in that hour
    queues: NDArray[np.int32]  # (hours + 1, divisions) problems waiting at the start and after each hour
    open: NDArray[np.int32]  # (hours + 1,) problems neither solved nor given up
    agendas: NDArray[np.float32]  # (weeks + 1, divisions, 3) shares of sales, customer and politics
    trust: NDArray[np.float32]  # (weeks + 1, divisions, divisions) of row in column; NaN: they do not work together
    events: NDArray[np.void]
    came: NDArray[np.void]
    ended: NDArray[np.void]
    noise: NDArray[np.float64]  # (weeks,) of the survey, points
    flows: NDArray[np.int64]  # (n, 4) day, division from, division to, how many problems
    helped: NDArray[np.int64]  # (n, 4) day, division of the host, of the guest, how many guests
    weeks: NDArray[np.void]  # (weeks,) dtype WEEK
    ids: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))  # of problems, by number in the film

    @property
    def hours(self) -> int:
        """How many hours it has."""
        return len(self.weeks) * HOURS_A_WEEK

    @property
    def large(self) -> bool:
        """Whether divisions are seen, and not their people."""
        return len(self.end.world.employees) > FILM_PEOPLE

    def __post_init__(self) -> None:
        """Problems are numbered by their place among those that are seen, unless `ids` says otherwise."""
        if not len(self.ids):
            object.__setattr__(self, "ids", np.unique(np.concatenate([self.came["id"], self.events["problem"]])))

    def number_of(self, identity: int) -> int | None:
        """The film's number of a problem; None if it is not seen."""
        at = int(np.searchsorted(self.ids, identity))
        return at if at < len(self.ids) and self.ids[at] == identity else None

    def events_of(self, problem: int) -> NDArray[np.void]:
        """What happened to a problem (by its number in the film), in order."""
        first, last = self._spans[problem], self._spans[problem + 1]
        return self._by_problem[first:last]

    def shows(self, problem: int) -> bool:
        """Whether a problem (by number) is in this film; of two films in lockstep it may be in one only."""
        return int(self.ids[problem]) in self._came_at

    def came_row(self, problem: int) -> Row:
        """The row of a problem as it came in, or as it was when the tape began. Raises KeyError if it is not seen."""
        return self.came.view(np.recarray)[self._came_at[int(self.ids[problem])]]

    def ended_row(self, problem: int) -> Row:
        """The row of a problem as it ended. Raises KeyError if it has not."""
        return self.ended.view(np.recarray)[self._ended_at[int(self.ids[problem])]]

    def holder_at_start(self, identity: int) -> int | None:
        """Which employee had a problem in hand when the tape began; None if nobody had."""
        world = self.starts[0].world
        (row,) = np.flatnonzero((world.problems.id == identity) & (world.problems.gives_up_at > 0.0))
        holders = np.flatnonzero(world.employees.problem == row)
        return int(holders[0]) if len(holders) else None

    @cached_property
    def _came_at(self) -> dict[int, int]:
        return {identity: row for row, identity in enumerate(self.came["id"].tolist())}

    @cached_property
    def _ended_at(self) -> dict[int, int]:
        return {identity: row for row, identity in enumerate(self.ended["id"].tolist())}

    @cached_property
    def _by_problem(self) -> NDArray[np.void]:
        return self.events[np.argsort(self.events["problem"], kind="stable")]

    @cached_property
    def _spans(self) -> NDArray[np.intp]:
        return np.searchsorted(self._by_problem["problem"], np.append(self.ids, np.iinfo(np.int64).max))


def in_lockstep(tapes: Sequence[Tape]) -> tuple[Tape, ...]:
    """The same tapes with one numbering of problems: a number is the same problem in all of them."""
    ids = np.unique(np.concatenate([tape.ids for tape in tapes]))
    return tuple(replace(tape, ids=ids) for tape in tapes)
