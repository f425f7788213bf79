"""Lives a company hour by hour along a course, and keeps on a tape what happens."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.course import Course
from experiments.comparing.warmups import leave_if
from experiments.watching.tape import FILM_PEOPLE, MOVES, TIES_MOST, Tape
from sim.calendar import DAYS_A_WEEK, HOURS_A_DAY, HOURS_A_WEEK
from sim.log import EVENT, EventKind
from sim.policies import Policy
from sim.simulation import Simulation
from sim.tables import PROBLEM, Task


def record(
    simulation: Simulation, course: Course, first_week: int, weeks: int, stop: Callable[[], bool] | None = None
) -> Tape:
    """Live so many weeks, from the end of `first_week` on, and keep them; the company goes on from where it is.

    It stands at the end of `first_week`, or at the switch if that comes first. A step of the course is taken when its
    week begins. May raise Stopped.
    """
    taken = {step.week: step.policy for step in course.steps}
    for week in range(first_week):
        leave_if(stop)
        _take(simulation, taken.get(week))
        simulation.live_weeks(1)
    recorder = Recorder(simulation, weeks)
    for week in range(first_week, first_week + weeks):
        _take(simulation, taken.get(week))
        recorder.begin_week()
        for _ in range(DAYS_A_WEEK):
            leave_if(stop)
            for _ in range(HOURS_A_DAY):
                recorder.live_an_hour()
            recorder.end_day()
        recorder.end_week()
    return recorder.tape(course, first_week)


def _take(simulation: Simulation, policy: Policy | None) -> None:
    if policy is not None:
        simulation.adopt(policy)


class Recorder:
    """What is kept while a company lives."""

    def __init__(self, simulation: Simulation, weeks: int) -> None:
        """A tape with room for so many weeks."""
        world, hours = simulation.world, weeks * HOURS_A_WEEK
        people, divisions = len(world.employees), len(world.divisions)
        self.simulation = simulation
        self.began, self.hour, self.first_row = simulation.hour, 0, int(world.company[0].row)
        self.large = people > FILM_PEOPLE
        self.starts: list[Simulation] = []
        self.tasks = np.zeros((0 if self.large else hours, people), np.uint8)
        self.queues = np.zeros((hours + 1, divisions), np.int32)
        self.open = np.zeros(hours + 1, np.int32)
        self.agendas: list[NDArray[np.float32]] = [self._agendas()]
        self.trust: list[NDArray[np.float32]] = [self._trust()]
        self.events: list[NDArray[np.void]] = []
        self.came: list[NDArray[np.void]] = [] if self.large else [self._open_problems()]
        self.ended: list[NDArray[np.void]] = []
        self.noise: list[float] = []
        self.flows: list[NDArray[np.int64]] = []
        self.helped: list[NDArray[np.int64]] = []
        self.sits_until = np.zeros(people)  # at a colleague's table, hours from the tape's start
        self._see_queues()

    def begin_week(self) -> None:
        """A new log for each week; and of small companies a copy, from which the week can be lived again."""
        self.simulation.keep_events()
        self.noise.append(float(self.simulation.world.company[0].survey_noise))
        if not self.large:
            start = self.simulation.fork()
            start.keep_events(False)
            self.starts.append(start)

    def live_an_hour(self) -> None:
        """Live an hour, and keep what is seen at its end, and who came or ended in it: their rows are used again."""
        lines, lent = int(self.simulation.world.company[0].events), self._hours_lent()
        self.simulation.live(1)
        if not self.large:
            new = np.asarray(self.simulation.events_since(lines))
            self._keep_problems(new)
            self._see_tasks(new, self._hours_lent() - lent)
        self.hour += 1
        self._see_queues()

    def end_day(self) -> None:
        """Of a large company the log of the day is summed up, and forgotten."""
        if self.large:
            day = self.hour // HOURS_A_DAY - 1
            events = np.asarray(self.simulation.events)
            self.flows.append(_summed(events[np.isin(events["kind"], MOVES)], day))
            self.helped.append(_summed(events[events["kind"] == EventKind.CAME], day))
            self.simulation.keep_events()

    def end_week(self) -> None:
        """Agendas and trust change on Friday."""
        self.agendas.append(self._agendas())
        self.trust.append(self._trust())
        if not self.large:
            self.events.append(np.array(self.simulation.events))

    def tape(self, course: Course, first_week: int) -> Tape:
        """All that was kept."""
        self.simulation.keep_events(False)
        nothing = np.zeros((0, 4), np.int64)
        return Tape(
            course=course, end=self.simulation, starts=tuple(self.starts), first_week=first_week, began=self.began,
            tasks=self.tasks, queues=self.queues, open=self.open,
            agendas=np.array(self.agendas), trust=np.array(self.trust),
            events=_in_order_of_time(_joined(self.events, EVENT), self.began),
            came=_joined(self.came, PROBLEM), ended=_joined(self.ended, PROBLEM),
            noise=np.array(self.noise),
            flows=np.concatenate([nothing, *self.flows]), helped=np.concatenate([nothing, *self.helped]),
            weeks=np.array(self.simulation.weeks[self.first_row :]),
        )  # fmt: skip

    def _keep_problems(self, new: NDArray[np.void]) -> None:
        """A row that is free again stays as it was until the next hour."""
        pool, kind = np.asarray(self.simulation.world.problems), new["kind"]
        # A row that was never a problem's has no number yet.
        ids = np.where(pool["gives_up_at"] > 0.0, pool["id"], -1)
        in_order = np.argsort(ids)
        over = (kind == EventKind.SOLVED) | (kind == EventKind.GIVEN_UP)
        for kept, these in ((self.came, kind == EventKind.ARRIVED), (self.ended, over)):
            kept.append(pool[in_order[np.searchsorted(ids, new["problem"][these], sorter=in_order)]])

    def _see_tasks(self, new: NDArray[np.void], lent: NDArray[np.float64]) -> None:
        """What each does in this hour; a guest keeps the own task in the tables, which is done that much later."""
        for line in new[new["kind"] == EventKind.CAME]:
            g = line["employee"]
            self.sits_until[g] = max(self.sits_until[g], line["time"] - self.began) + lent[g]
            lent[g] = 0.0
        tasks = np.asarray(self.simulation.world.employees)["task"]
        self.tasks[self.hour] = np.where(self.sits_until > self.hour, Task.GUEST, tasks)

    def _see_queues(self) -> None:
        self.queues[self.hour] = np.asarray(self.simulation.world.divisions)["queue"]
        self.open[self.hour] = self.simulation.world.company[0].open

    def _hours_lent(self) -> NDArray[np.float64]:
        return np.array(np.asarray(self.simulation.world.employees)["hours"][:, Task.GUEST])

    def _agendas(self) -> NDArray[np.float32]:
        managers = self.simulation.world.managers
        shares = (managers.agenda_sales, managers.agenda_customer, managers.agenda_politics)
        return np.stack(shares, axis=-1).astype(np.float32)

    def _trust(self) -> NDArray[np.float32]:
        divisions = self.simulation.world.divisions
        count = len(divisions)
        trust = np.full((count, count) if count <= TIES_MOST else (0, 0), np.nan, np.float32)
        for d in range(len(trust)):
            known = int(divisions[d].partners_known)
            trust[d, divisions[d].partners[:known]] = divisions[d].trust[:known]
        return trust

    def _open_problems(self) -> NDArray[np.void]:
        """The rows of problems that are open."""
        world = self.simulation.world
        pool = np.asarray(world.problems)
        used = np.ones(len(pool), bool)
        row = int(world.company[0].free_problem)
        for _ in range(int(world.company[0].free_problems)):
            used[row] = False
            row = int(pool["next"][row])
        return pool[used]


def _joined(parts: list[NDArray[np.void]], dtype: np.dtype[np.void]) -> NDArray[np.void]:
    """The rows of all parts; NumPy's own way compares the columns of each part with those of the next."""
    return np.frombuffer(bytearray(b"".join(part.tobytes() for part in parts)), dtype)


def _summed(events: NDArray[np.void], day: int) -> NDArray[np.int64]:
    """How many events there are from division to division on a day, shape (pairs, 4)."""
    pairs, counts = np.unique(np.stack([events["division"], events["other"]], axis=-1), axis=0, return_counts=True)
    return np.column_stack([np.full(len(pairs), day), pairs, counts]).astype(np.int64)


def _in_order_of_time(events: NDArray[np.void], began: int) -> NDArray[np.void]:
    """The log in order of time, from the tape's start on.

    The engine writes in the order of acting, which within an hour may differ from the order of times: what seems to
    have happened to a problem before the line that comes before it gets that line's time.
    """
    events = events[np.argsort(events["problem"], kind="stable")]
    events["time"] -= began
    time, same = events["time"], events["problem"][1:] == events["problem"][:-1]
    while len(early := np.flatnonzero(same & (time[1:] < time[:-1]))):
        time[early + 1] = time[early]
    return events[np.argsort(time, kind="stable")]
