"""Why: what speaks for and against each thing that an employee can do with the problem in view, part by part.

What is chosen hangs on the sums of these parts (employee.py), and whoever asks why somebody did something is shown the
parts themselves. As everywhere in this room, an employee sees prices and beliefs, and knows no reward policy.
"""

from typing import NamedTuple

from sim.agents.feelings import worth
from sim.compiled import rule
from sim.tables import Choice, Row


class Situation(NamedTuple):
    """What an employee sees who has a problem in view. Prices are in utils; hours are working hours."""

    hours_own: float  # what our own part would take me; 0 if we are not needed (any more)
    hours_table: float  # what a table would take me
    hours_pass: float  # what volleying it on takes
    hours_ask: float  # what asking in vain takes
    hour: float  # price of an hour: what I could else have earned with it
    mine: float  # price of a point for this customer if the problem counts as ours
    theirs: float  # the same if it counts as a colleague's
    mine_day: float  # price of a day sooner, if ours
    theirs_day: float
    desk: float  # price of a problem off the desk
    credit_sell: float  # chance that it counts as ours, for each choice
    credit_own: float
    credit_pass: float
    credit_table: float
    score_volleyed: float  # what we believe customers say after each way of working
    score_in_turn: float
    score_table: float
    score_level: float  # the score that each is held against
    days_volleyed: float  # and how many days each takes
    days_in_turn: float
    days_table: float
    days_level: float
    chance_all_come: float  # my trust that everyone I invite will come
    others_needed: int  # other divisions that still have a part to do
    can_sell: bool  # or idle: leave it for an hour
    can_pass: bool
    can_ask: bool
    passes: int  # how often it was volleyed before
    queue_a_head: float  # problems waiting in my division, for each of us


class Outcome(NamedTuple):
    """What a way of working is worth for what comes of it (utils)."""

    points: float  # what the customer then says
    days: float  # and how soon


class Urge(NamedTuple):
    """The urge to clear the desk (utils)."""

    pressure: float  # at an empty queue
    queue: float  # more of it where problems wait
    desk: float  # and what a problem off the desk pays


class Idling(NamedTuple):
    """What idling for an hour costs (utils, not above zero)."""

    hour: float  # what the hour could have earned
    conscience: float  # where duty calls


class Reasons(NamedTuple):
    """What speaks for (above zero) and against doing something (utils), in the order in which it is added up."""

    urge: Urge
    duty: float  # doing one's part is good in itself
    hours: float  # what the hours could else have earned, and their toil
    reluctance: float  # shame of passing on what was passed before
    outcome: Outcome
    idling: Idling
    asking: float  # the hours of having asked in vain
    habit: float  # the pull of how one lately handled problems


class AtTable(NamedTuple):
    """What speaks for calling a table: it may be held, or one has asked in vain and goes on alone."""

    chance: float  # that all come
    held: Reasons
    in_vain: Reasons
    habit: float  # utils, either way


class Considered(NamedTuple):
    """What speaks for and against each choice, possible or not, in the order of `Choice`."""

    sell: Reasons
    own_part: Reasons
    pass_on: Reasons
    table: AtTable
    idle: Reasons


NO_URGE = Urge(0.0, 0.0, 0.0)
AT_WORK = Idling(0.0, 0.0)


@rule
def outcome(see: Situation, credit: float, score: float, days: float) -> Outcome:
    """What a way of working is worth to me for what the customer then says, and how soon (utils).

    We stand on means, so a customer moves ours by what the score is above or below a level. Where the choice decides
    in whose mean the customer counts, that is the level at which we stand: shedding one who will be below it pays. Else
    the level is the same for all choices and does not matter; it is what we believe of volleying.

    >>> from sim.agents.examples import situation
    >>> see = situation(mine=0.4, theirs=0.1, score_level=8.0)
    >>> kept, shed = outcome(see, 1.0, 7.5, 3.0), outcome(see, 0.0, 7.0, 3.0)
    >>> print(round(kept.points, 2), round(shed.points, 2), kept.days)  # half a point at 0.4, or a whole one at 0.1
    -0.2 -0.1 0.0
    """
    points = (score - see.score_level) * worth(credit, see.mine, see.theirs)
    return Outcome(points, (see.days_level - days) * worth(credit, see.mine_day, see.theirs_day))


@rule
def consider(me: Row, see: Situation, p: Row) -> Considered:
    """What speaks for and against selling, our own part, passing on, calling a table and idling, to me.

    An hour on a problem costs what it could have earned, and toil; an idle hour what it could have earned, and the good
    conscience that goes with one's duty. Who asks to a table in vain does the own part, or passes it on where there is
    none.

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, duty=0.6, toil=0.1, trust_matters=1.0)
    >>> own = consider(employee(), situation(hour=0.4, mine=0.4), p).own_part  # 1 hour; half a point at 0.4
    >>> print(own.urge.pressure, own.duty, own.hours, own.outcome.points)
    0.25 0.6 -0.5 0.2
    """
    worked_hour = see.hour + p.toil
    urge = Urge(p.pressure, p.pressure_queue * see.queue_a_head, see.desk)
    own_hours, pass_hours = -(see.hours_own * worked_hour), -(see.hours_pass * worked_hour)
    table_hours, asking = -(see.hours_table * worked_hour), -(see.hours_ask * worked_hour)
    shame = -(p.reluctance * see.passes)
    waits = outcome(see, see.credit_sell, see.score_volleyed, see.days_volleyed)
    volley = outcome(see, see.credit_pass, see.score_volleyed, see.days_volleyed)
    in_turn = outcome(see, see.credit_own, see.score_in_turn, see.days_in_turn)
    at_once = outcome(see, see.credit_table, see.score_table, see.days_table)
    own_habit, pass_habit = habit(me, Choice.OWN_PART, p), habit(me, Choice.PASS_ON, p)
    own = Reasons(urge, p.duty, own_hours, 0.0, in_turn, AT_WORK, 0.0, own_habit)
    passed = Reasons(urge, 0.0, pass_hours, shame, volley, AT_WORK, 0.0, pass_habit)
    held = Reasons(urge, p.duty, table_hours, 0.0, at_once, AT_WORK, 0.0, 0.0)
    alone = own if see.hours_own > 0.0 else passed
    in_vain = Reasons(urge, alone.duty, alone.hours, alone.reluctance, alone.outcome, AT_WORK, asking, 0.0)
    table = AtTable(see.chance_all_come, held, in_vain, habit(me, Choice.TABLE, p))
    sold = Reasons(NO_URGE, 0.0, 0.0, 0.0, waits, AT_WORK, 0.0, 0.0)
    idled = Reasons(NO_URGE, 0.0, 0.0, 0.0, waits, Idling(-see.hour, -p.duty), 0.0, 0.0)
    return Considered(sold, own, passed, table, idled)


@rule
def sum_of(parts: Reasons) -> float:
    """How attractive something is: all that speaks for and against it (utils).

    >>> print(sum_of(Reasons(Urge(0.25, 0.0, 0.0), 0.5, -0.375, 0.0, Outcome(1.0, 0.5), AT_WORK, 0.0, 0.125)))
    2.0
    """
    urge = parts.urge.pressure + parts.urge.queue + parts.urge.desk
    so_far = urge + parts.duty + parts.hours + parts.reluctance + (parts.outcome.points + parts.outcome.days)
    return so_far + parts.idling.hour + parts.idling.conscience + parts.asking + parts.habit


@rule
def sum_at_table(parts: AtTable) -> float:
    """How attractive it is to call a table: as if it is held, as far as one trusts that all come (utils).

    >>> good = Reasons(NO_URGE, 2.0, 0.0, 0.0, Outcome(0.0, 0.0), AT_WORK, 0.0, 0.0)
    >>> bad = Reasons(NO_URGE, 0.0, 0.0, 0.0, Outcome(0.0, 0.0), AT_WORK, -1.0, 0.0)
    >>> print(sum_at_table(AtTable(0.75, good, bad, 0.5)))  # three times in four 2, else -1; and habit
    1.75
    """
    return parts.chance * sum_of(parts.held) + (1.0 - parts.chance) * sum_of(parts.in_vain) + parts.habit


@rule
def habit(me: Row, choice: int, p: Row) -> float:
    """The pull of handling a problem as I lately did.

    >>> from sim.agents.examples import employee, usual
    >>> print(habit(employee(habits=[0.3, 0.6, 0.1]), Choice.PASS_ON, usual(habit_strength=0.5)))  # utils
    0.3
    """
    return p.habit_strength * me.habits[choice - Choice.OWN_PART]
