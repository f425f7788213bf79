"""How an employee decides what to do with the problem in view. Whether one comes when invited: see guest.py.

This is the model's own rule; a scenario may choose another (deciding.py).

Nothing here knows a reward policy. An employee sees prices (what an hour, a point of satisfaction, a problem off the
desk are worth to them: see feelings.py), what the division believes about ways of working, their habits, and whom they
trust. What speaks for each choice, part by part: see reasons.py.
"""

import math

from sim.agents.reasons import Situation, consider, sum_at_table, sum_of
from sim.compiled import rule
from sim.tables import WAYS, Choice, Row

NEVER = -math.inf
MOST_EXPONENT = 700.0  # exp() of more leaves the range of numbers

type Options = tuple[float, float, float, float, float]
"""How attractive each choice is (utils), in the order of `Choice`; NEVER for what cannot be done."""


@rule
def utilities(me: Row, see: Situation, p: Row) -> Options:
    """How attractive selling, doing our own part, passing on, calling a table and idling are to me (utils).

    Each is the sum of what speaks for and against it: see reasons.py.

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, duty=0.6, toil=0.0, trust_matters=1.0)
    >>> selling = situation(hour=0.4)  # an hour could else earn 0.4 utils; own part 1 hour, table 1.5, passing 0.25
    >>> print(*(round(each, 3) for each in utilities(employee(), selling, p)))  # sell, own part, pass on, table, idle
    0.0 0.45 0.15 0.3 -1.0
    >>> caring = situation(mine=0.4)  # a point is worth 0.4: handled in turn brings half a point, a table a whole one
    >>> print(*(round(each, 3) for each in utilities(employee(), caring, p)))
    0.0 1.05 0.25 1.15 -0.6
    """
    parts = consider(me, see, p)
    sell, idle = NEVER, NEVER
    if see.can_sell:
        sell, idle = sum_of(parts.sell), sum_of(parts.idle)
    own = sum_of(parts.own_part) if see.hours_own > 0.0 else NEVER
    pass_on = sum_of(parts.pass_on) if see.can_pass else NEVER
    table = NEVER
    if see.can_ask and see.others_needed > 0:
        table = sum_at_table(parts.table)
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
def likelihoods(options: Options, temperature: float) -> Options:
    """How likely each choice is next to the best one, which is 1; nothing can be done: all 0.

    >>> print(*(round(each, 2) for each in likelihoods((0.0, 0.45, NEVER, -0.45, NEVER), 0.45)))  # 1/e, 1, 0, 1/e², 0
    0.37 1.0 0.0 0.14 0.0
    """
    best = max(options[0], options[1], options[2], options[3], options[4])
    if best == NEVER:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    return (
        math.exp((options[0] - best) / temperature),
        math.exp((options[1] - best) / temperature),
        math.exp((options[2] - best) / temperature),
        math.exp((options[3] - best) / temperature),
        math.exp((options[4] - best) / temperature),
    )


@rule
def choose(options: Options, temperature: float, draw: float) -> Choice:
    """A logit choice: the better an option, the likelier, by a uniform draw. -inf marks what cannot be done.

    >>> choose((0.0, 0.45, NEVER, NEVER, NEVER), 0.45, 0.25)  # the own part is e times as likely: 0.73 to 0.27
    <Choice.SELL: 0>
    >>> choose((0.0, 0.45, NEVER, NEVER, NEVER), 0.45, 0.3)
    <Choice.OWN_PART: 1>
    """
    likely = likelihoods(options, temperature)
    sell = likely[0]
    own = sell + likely[1]
    pass_on = own + likely[2]
    table = pass_on + likely[3]
    idle = table + likely[4]
    if idle == 0.0:
        return Choice.SELL
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
