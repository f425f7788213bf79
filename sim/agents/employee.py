"""How an employee decides what to do with the problem in view. Whether one comes when invited: see guest.py.

Nothing here knows a reward policy. An employee sees prices (what an hour, a point of satisfaction, a problem off the
desk are worth to them: see feelings.py), what the division believes about ways of working, their habits, and whom they
trust.
"""

import math
from typing import NamedTuple

from sim.agents.feelings import worth
from sim.compiled import rule
from sim.tables import WAYS, Choice, Row

NEVER = -math.inf
MOST_EXPONENT = 700.0  # exp() of more leaves the range of numbers

type Options = tuple[float, float, float, float, float]
"""How attractive each choice is (utils), in the order of `Choice`; NEVER for what cannot be done."""


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


@rule
def outcome(see: Situation, credit: float, score: float, days: float) -> float:
    """What a way of working is worth to me for what the customer then says, and how soon (utils).

    We stand on means, so a customer moves ours by what the score is above or below a level. Where the choice decides
    in whose mean the customer counts, that is the level at which we stand: shedding one who will be below it pays. Else
    the level is the same for all choices and does not matter; it is what we believe of volleying.

    >>> from sim.agents.examples import situation
    >>> see = situation(mine=0.4, theirs=0.1, score_level=8.0)
    >>> print(round(outcome(see, 1.0, 7.5, 3.0), 2), round(outcome(see, 0.0, 7.0, 3.0), 2))  # keep it, or shed it
    -0.2 -0.1
    """
    points = (score - see.score_level) * worth(credit, see.mine, see.theirs)
    return points + (see.days_level - days) * worth(credit, see.mine_day, see.theirs_day)


@rule
def utilities(me: Row, see: Situation, p: Row) -> Options:
    """How attractive selling, doing our own part, passing on, calling a table and idling are to me (utils).

    An hour on a problem costs what it could have earned, and toil; an idle hour what it could have earned, and the good
    conscience that goes with one's duty.

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, duty=0.6, toil=0.0, trust_matters=1.0)
    >>> selling = situation(hour=0.4)  # an hour could else earn 0.4 utils; own part 1 hour, table 1.5, passing 0.25
    >>> print(*(round(each, 3) for each in utilities(employee(), selling, p)))  # sell, own part, pass on, table, idle
    0.0 0.45 0.15 0.3 -1.0
    >>> caring = situation(mine=0.4)  # a point is worth 0.4: handled in turn brings half a point, a table a whole one
    >>> print(*(round(each, 3) for each in utilities(employee(), caring, p)))
    0.0 1.05 0.25 1.15 -0.6
    """
    urge = p.pressure + p.pressure_queue * see.queue_a_head + see.desk
    worked_hour = see.hour + p.toil
    own = (
        urge + p.duty - see.hours_own * worked_hour + outcome(see, see.credit_own, see.score_in_turn, see.days_in_turn)
    )

    sell, idle = NEVER, NEVER
    if see.can_sell:
        sell = outcome(see, see.credit_sell, see.score_volleyed, see.days_volleyed)
        idle = sell - see.hour - p.duty

    volley = urge - see.hours_pass * worked_hour - p.reluctance * see.passes
    volley += outcome(see, see.credit_pass, see.score_volleyed, see.days_volleyed)
    pass_on = volley + habit(me, Choice.PASS_ON, p) if see.can_pass else NEVER

    table = NEVER
    if see.can_ask and see.others_needed > 0:
        held = urge + p.duty - see.hours_table * worked_hour
        held += outcome(see, see.credit_table, see.score_table, see.days_table)
        in_vain = (own if see.hours_own > 0.0 else volley) - see.hours_ask * worked_hour
        table = see.chance_all_come * held + (1.0 - see.chance_all_come) * in_vain + habit(me, Choice.TABLE, p)

    if see.hours_own > 0.0:
        own += habit(me, Choice.OWN_PART, p)
    else:
        own = NEVER
    return sell, own, pass_on, table, idle


@rule
def chance_to_sell(hour: float, p: Row) -> float:
    """Chance that I sell for an hour at an empty desk, and do not idle: the more an hour pays, the likelier.

    >>> from sim.agents.examples import usual
    >>> print(round(chance_to_sell(0.0, usual(duty=0.5, temperature=0.5)), 2))  # 1/(1 + exp(-1))
    0.73
    """
    return 1.0 / (1.0 + math.exp(min(-(hour + p.duty) / p.temperature, MOST_EXPONENT)))


@rule
def habit(me: Row, choice: int, p: Row) -> float:
    """The pull of handling a problem as I lately did.

    >>> from sim.agents.examples import employee, usual
    >>> print(habit(employee(habits=[0.3, 0.6, 0.1]), Choice.PASS_ON, usual(habit_strength=0.5)))  # utils
    0.3
    """
    return p.habit_strength * me.habits[choice - Choice.OWN_PART]


@rule
def choose(options: Options, temperature: float, draw: float) -> Choice:
    """A logit choice: the better an option, the likelier, by a uniform draw. -inf marks what cannot be done.

    >>> choose((0.0, 0.45, NEVER, NEVER, NEVER), 0.45, 0.25)  # the own part is e times as likely: 0.73 to 0.27
    <Choice.SELL: 0>
    >>> choose((0.0, 0.45, NEVER, NEVER, NEVER), 0.45, 0.3)
    <Choice.OWN_PART: 1>
    """
    best = max(options[0], options[1], options[2], options[3], options[4])
    if best == NEVER:
        return Choice.SELL
    sell = math.exp((options[0] - best) / temperature)
    own = sell + math.exp((options[1] - best) / temperature)
    pass_on = own + math.exp((options[2] - best) / temperature)
    table = pass_on + math.exp((options[3] - best) / temperature)
    idle = table + math.exp((options[4] - best) / temperature)
    at = draw * idle
    if at < sell:
        return Choice.SELL
    if at < own:
        return Choice.OWN_PART
    if at < pass_on:
        return Choice.PASS_ON
    if at < table:
        return Choice.TABLE
    return Choice.IDLE


@rule
def handles(choice: int) -> bool:
    """Whether a choice is a way to handle the problem; else it is left for an hour.

    >>> [handles(choice) for choice in (Choice.SELL, Choice.OWN_PART, Choice.IDLE)]  # 0, 1 and 4
    [False, True, False]
    """
    return bool(Choice.OWN_PART <= choice <= Choice.TABLE)


@rule
def remember(me: Row, choice: int, rate: float) -> None:
    """How I handle a problem grows into a habit; other ways wear off.

    >>> from sim.agents.examples import employee
    >>> me = employee(habits=1 / 3)
    >>> remember(me, Choice.TABLE, 0.1)
    >>> print(me.habits)  # own part, pass on, table
    [0.3 0.3 0.4]
    """
    if handles(choice):
        for way in range(WAYS):
            me.habits[way] *= 1.0 - rate
        me.habits[choice - Choice.OWN_PART] += rate


@rule
def thinks_of(division: Row, d: int, problem: Row, knows: bool, slot: int) -> int:
    """Where one in division d sends a problem: where it is needed, if the sender knows, or else to some partner.

    `slot` is that of a partner at random. Nobody who does not know sends a problem straight back, if there is anyone
    else to send it to.

    >>> from sim.agents.examples import division, problem
    >>> ours = division(partners_known=3, partners=[4, 7, 9] + [0] * 13)
    >>> its = problem(parts=2, needs=[0, 5, 0], before=7)  # needs us and division 5, and came from division 7
    >>> [thinks_of(ours, 0, its, knows, 1) for knows in (True, False)]
    [5, 9]
    """
    if division.partners[slot] == problem.before:
        slot = (slot + 1) % division.partners_known
    anywhere = division.partners[slot]
    if knows:
        for part in range(problem.parts):
            if problem.done[part] == 0 and problem.needs[part] != d:
                return int(problem.needs[part])
        if problem.owner != d:
            return int(problem.owner)
    return int(anywhere)
