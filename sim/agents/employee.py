"""How an employee decides: what to do with the problem in view, and whether to come when invited.

Nothing here knows a reward policy. An employee sees prices (what an hour, a point of satisfaction, a problem off the
desk are worth to them), what the division believes about ways of working, their habits, and whom they trust.
"""

import math
from typing import NamedTuple

from sim.compiled import rule
from sim.tables import Choice, Row

NEVER = -math.inf


class Situation(NamedTuple):
    """What an employee sees who has a problem in view. Prices are in utils; hours are working hours."""

    hours_own: float  # what our own part would take me; 0 if we are not needed (any more)
    hours_table: float  # what a table would take me
    hours_pass: float  # what volleying it on takes
    hours_ask: float  # what asking in vain takes
    hour: float  # price of an hour: what I could else have earned with it
    work: float  # price of an hour spent on a problem (below 0 where costs count)
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
    days_volleyed: float  # and how many days each takes
    days_in_turn: float
    days_table: float
    chance_all_come: float  # my trust that everyone I invite will come
    others_needed: int  # other divisions that still have a part to do
    can_sell: bool
    can_pass: bool
    can_ask: bool
    passes: int  # how often it was volleyed before
    queue_a_head: float  # problems waiting in my division, for each of us


@rule
def worth(credit: float, mine: float, theirs: float) -> float:
    """Price of an outcome that counts as ours with chance `credit`, and else as a colleague's."""
    return credit * mine + (1.0 - credit) * theirs


@rule
def outcome(see: Situation, credit: float, score: float, days: float) -> float:
    """What a way of working is worth to me for what the customer then says, and how soon, against volleying."""
    points = (score - see.score_volleyed) * worth(credit, see.mine, see.theirs)
    return points + (see.days_volleyed - days) * worth(credit, see.mine_day, see.theirs_day)


@rule
def utilities(me: Row, see: Situation, p: Row) -> tuple[float, float, float, float]:
    """How attractive selling, doing our own part, passing on and calling a table are to me (utils)."""
    urge = p.pressure + p.pressure_queue * see.queue_a_head + see.desk
    worked_hour = see.hour - see.work
    own = (
        urge + p.duty - see.hours_own * worked_hour + outcome(see, see.credit_own, see.score_in_turn, see.days_in_turn)
    )

    sell = NEVER
    if see.can_sell:
        sell = outcome(see, see.credit_sell, see.score_volleyed, see.days_volleyed) + habit(me, Choice.SELL, p)

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
    return sell, own, pass_on, table


@rule
def habit(me: Row, choice: int, p: Row) -> float:
    """The pull of doing what I lately did."""
    return p.habit_strength * me.habits[choice]


@rule
def choose(options: tuple[float, float, float, float], temperature: float, draw: float) -> int:
    """A logit choice: the better an option, the likelier, by a uniform draw. -inf marks what cannot be done."""
    best = max(options[0], options[1], options[2], options[3])
    if best == NEVER:
        return Choice.SELL
    sell = math.exp((options[0] - best) / temperature)
    own = sell + math.exp((options[1] - best) / temperature)
    pass_on = own + math.exp((options[2] - best) / temperature)
    table = pass_on + math.exp((options[3] - best) / temperature)
    at = draw * table
    if at < sell:
        return Choice.SELL
    if at < own:
        return Choice.OWN_PART
    if at < pass_on:
        return Choice.PASS_ON
    return Choice.TABLE


@rule
def remember(me: Row, choice: int, rate: float) -> None:
    """What I do grows into a habit; what I leave wears off."""
    for other in range(4):
        me.habits[other] *= 1.0 - rate
    me.habits[choice] += rate


@rule
def comes(me: Row, gain: float, trust: float, help_price: float, hours_away: float, p: Row, draw: float) -> bool:
    """Whether I come to a colleague's table: what it gains, custom, reciprocity and pay, against my own work."""
    urge = gain + me.courtesy + me.reciprocity * (trust - 0.5) + hours_away * (help_price - me.felt.hour)
    return draw < 1.0 / (1.0 + math.exp(min(-urge / p.temperature, 700.0)))
