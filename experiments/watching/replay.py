"""Lives a week of a tape again, one employee asked in Python by the very same rules: the same bits, and every reason.

The week begins from a copy that the tape kept, with the same luck, so whoever is asked draws what they drew before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from experiments.watching.tape import Tape
from sim.agents.deciding import comes, leaning_to_come
from sim.agents.employee import Options, choose, likelihoods
from sim.agents.guest import Invitation, Pulls, chance_to_come, pulls
from sim.agents.reasons import Considered, Situation, consider
from sim.calendar import HOURS_A_WEEK
from sim.compiled import straight
from sim.life.bookkeeping import GUEST_IS_ASKED
from sim.life.turn import invited, view
from sim.simulation import Simulation
from sim.tables import Choice, Row


@dataclass(frozen=True)
class Decision:
    """Somebody's choice at a moment (hours of the tape), with rows as they were then."""

    hour: float
    me: Row  # the person
    problem: Row
    p: Row  # parameters
    queue: int  # problems in the own division's queue, this one too


@dataclass(frozen=True)
class AtDesk(Decision):
    """What to do with the problem at the head of the queue."""

    see: Situation
    parts: Considered
    options: Options  # utils
    chances: Options
    chosen: Choice


@dataclass(frozen=True)
class Asked(Decision):
    """Whether to come to a colleague's table."""

    host: int
    see: Invitation
    parts: Pulls
    urge: float  # utils
    chance: float
    came: bool


class Replay:
    """One week of a tape, lived again with one employee asked in Python."""

    def __init__(self, tape: Tape, employee: int, week: int) -> None:
        """At the beginning of the tape's week `week` (0, 1, …)."""
        self.simulation: Simulation = tape.starts[week].fork()
        self.employee, self.hour, self._began = employee, week * HOURS_A_WEEK, tape.began
        self._view = straight(view, self.simulation.world, 0)
        self._made: list[Decision] = []
        me = self.simulation.world.employees[employee]
        me.decides_in_python = me.comes_in_python = 1

    def decisions(self) -> Iterator[Decision]:
        """The decisions of the week, in order, each as soon as it is made."""
        for _ in range(HOURS_A_WEEK):
            self.simulation.live(1, self._answer)
            self.hour += 1
            yield from self._made
            self._made.clear()

    def _answer(self, signal: int) -> int:
        return self._guest() if signal == GUEST_IS_ASKED else self._at_desk(signal)

    def _at_desk(self, i: int) -> int:
        world = self.simulation.world
        _, see, options = self._view(world, i)
        me, p, d = world.employees[i], world.parameters[0], int(world.employees[i].division)
        chosen = choose(options, p.temperature, self.simulation.luck.people.random())
        likely = likelihoods(options, p.temperature)
        total = sum(likely)
        sell, own, pass_on, table, idle = (each / total if total else 0.0 for each in likely)
        problem = world.problems[world.divisions[d].queue_head]
        self._made.append(AtDesk(
            hour=float(me.free_at) - self._began, me=me.copy(), problem=problem.copy(), p=p,
            queue=int(world.divisions[d].queue), see=see, parts=consider(me, see, p), options=options,
            chances=(sell, own, pass_on, table, idle), chosen=Choice(chosen),
        ))  # fmt: skip
        return int(chosen)

    def _guest(self) -> int:
        world = self.simulation.world
        g, host = int(world.company[0].asked), int(world.company[0].host)
        see = invited(world, g)
        me, p = world.employees[g], world.parameters[0]
        came = comes(me, see, p, self.simulation.luck.people.random())
        urge = leaning_to_come(me, see, p)
        self._made.append(Asked(
            hour=float(world.employees[host].free_at) - self._began, me=me.copy(),
            problem=world.problems[world.employees[host].problem].copy(), p=p,
            queue=int(world.divisions[me.division].queue), host=host, see=see, parts=pulls(me, see, p), urge=urge,
            chance=chance_to_come(urge, p), came=bool(came),
        ))  # fmt: skip
        return int(came)


def next_decision(tape: Tape, employee: int, hour: float) -> Decision | None:
    """The first decision of an employee at or after an hour of the tape, in whatever week; None if there is none."""
    for week in range(week_of(tape, hour), len(tape.starts)):
        for decision in Replay(tape, employee, week).decisions():
            if decision.hour >= hour:
                return decision
    return None


def last_decision(tape: Tape, employee: int, hour: float) -> Decision | None:
    """The last decision of an employee before an hour of the tape."""
    for week in range(week_of(tape, hour), -1, -1):
        before = None
        for decision in Replay(tape, employee, week).decisions():
            if decision.hour >= hour:
                break
            before = decision
        if before is not None:
            return before
    return None


def week_of(tape: Tape, hour: float) -> int:
    """The tape's week that holds an hour; the end belongs to the last."""
    return min(int(hour // HOURS_A_WEEK), len(tape.starts) - 1)
