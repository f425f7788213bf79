"""How a manager feels what pays, and moves the agenda.

Nothing here knows a reward policy: a manager sees a price list, made from the manager's own pay contract. What of it
the people feel: see feelings.py.
"""

from typing import NamedTuple

from sim.calendar import HOURS_A_WEEK
from sim.compiled import rule
from sim.tables import Row

MOST_FIGHTING = 0.9  # share of a week that disputes can take: something else always gets through (our assumption)


@rule
def feel_as_manager(me: Row, utils: float) -> None:
    """Turn the price list (euro) into utils, with what a rival's gain costs in standing.

    Status is a concern for relative pay: a colleague whose own customer gains a point gains what I would gain from one
    of mine. Where that is more than I gain myself, helping sets me back.

    >>> from sim.agents.examples import manager
    >>> me = manager(status_weight=0.5)
    >>> me.prices.own_point, me.prices.unit_point, me.prices.out_point = 100.0, 60.0, 0.0  # euro
    >>> feel_as_manager(me, 0.01)  # utils a euro
    >>> print(f"{me.felt.own_point:.2f} {me.felt.unit_point:.2f} {me.felt.out_point:.2f}; contest {me.contest:.2f}")
    1.00 0.40 -0.50; contest 0.50
    """
    price, felt = me.prices, me.felt
    felt.hour, felt.work = utils * price.hour, utils * price.work
    felt.desk, felt.help = utils * price.desk, utils * price.help
    felt.own_point, felt.own_day = utils * price.own_point, utils * price.own_day
    envy = me.status_weight
    felt.unit_point = utils * (price.unit_point - envy * max(price.own_point - price.unit_point, 0.0))
    felt.out_point = utils * (price.out_point - envy * max(price.own_point - price.out_point, 0.0))
    felt.unit_day = utils * (price.unit_day - envy * max(price.own_day - price.unit_day, 0.0))
    felt.out_day = utils * (price.out_day - envy * max(price.own_day - price.out_day, 0.0))
    me.contest = utils * envy * max(price.own_point - price.out_point, 0.0)


class Agenda(NamedTuple):
    """What a manager's week goes to: shares, which sum to one."""

    sales: float
    customer: float
    politics: float


class Outlook(NamedTuple):
    """What a manager sees on Friday. Prices are in utils, of the whole division's choices."""

    agenda: Agenda  # of the week that is over
    hour: float  # price of an hour of selling
    work: float  # price of an hour spent on a problem (below 0 where costs count)
    own_point: float  # price of a point of satisfaction, for the own customers, a colleague's in our unit, and outside
    unit_point: float
    out_point: float
    own_day: float  # price of a day sooner, likewise
    unit_day: float
    out_day: float
    contest: float  # how much more mine than ours a point is
    disputes: float  # hours of the week that went to disputes
    hours_in_play: float  # hours of a part: what a choice can win or lose for selling


@rule
def outlook(me: Row, hours_in_play: float) -> Outlook:
    """What a manager sees on Friday; `hours_in_play` are the hours of a part, which a choice can win for selling.

    >>> from sim.agents.examples import manager
    >>> see = outlook(manager(own_point=1.1, disputes=3.0), 2.0)
    >>> print(f"a point {see.own_point:.1f} utils, disputes {see.disputes:.0f} h, agenda {see.agenda.sales:.2f} sales")
    a point 1.1 utils, disputes 3 h, agenda 0.45 sales
    """
    felt = me.felt
    return Outlook(
        Agenda(me.agenda_sales, me.agenda_customer, me.agenda_politics),
        felt.hour,
        felt.work,
        felt.own_point,
        felt.unit_point,
        felt.out_point,
        felt.own_day,
        felt.unit_day,
        felt.out_day,
        me.contest,
        me.disputes,
        hours_in_play,
    )


@rule
def next_agenda(see: Outlook, p: Row) -> Agenda:
    """The agenda moves towards what pays; partly, because agendas are full. Disputes claim their hours.

    >>> from sim.agents.examples import manager, usual
    >>> see = outlook(manager(own_point=1.1), 2.0)  # a point is worth 1.1 utils, and nothing else pays
    >>> new = next_agenda(see, usual(agenda_rate=1.0))  # goes all the way: 0.5 to 0.5 + 1.1 to 0.1
    >>> print(f"sales {new.sales:.2f}, customer {new.customer:.2f}, politics {new.politics:.2f}")
    sales 0.23, customer 0.73, politics 0.05
    """
    sales = p.agenda_base + max(see.hour - see.work, 0.0) * see.hours_in_play
    points = max(see.own_point, 0.0) + max(see.unit_point, 0.0) + max(see.out_point, 0.0)
    days = max(see.own_day, 0.0) + max(see.unit_day, 0.0) + max(see.out_day, 0.0)
    customer = p.agenda_base + points + days
    politics = p.agenda_politics + see.contest
    whole = sales + customer + politics
    fighting = min(see.disputes / HOURS_A_WEEK, MOST_FIGHTING)
    aim_politics = fighting + (1.0 - fighting) * politics / whole
    aim_customer = (1.0 - fighting) * customer / whole
    new_politics = see.agenda.politics + p.agenda_rate * (aim_politics - see.agenda.politics)
    new_customer = see.agenda.customer + p.agenda_rate * (aim_customer - see.agenda.customer)
    return Agenda(1.0 - new_politics - new_customer, new_customer, new_politics)


@rule
def set_agenda(me: Row, hours_in_play: float, p: Row) -> None:
    """Move the agenda by the rule; the disputes of the week are over.

    >>> from sim.agents.examples import manager, usual
    >>> me = manager(own_point=1.1, disputes=3.0)
    >>> set_agenda(me, 2.0, usual(agenda_rate=0.5))  # half the way from 0.45 to what disputes leave of 0.73
    >>> print(f"customer {me.agenda_customer:.2f} of the week, disputes {me.disputes:.0f} h")
    customer 0.56 of the week, disputes 0 h
    """
    keep_agenda(me, next_agenda(outlook(me, hours_in_play), p))


@rule
def keep_agenda(me: Row, new: Agenda) -> None:
    """This is the agenda of the next week; the disputes of this one are over.

    >>> from sim.agents.examples import manager
    >>> me = manager(disputes=3.0)
    >>> keep_agenda(me, Agenda(sales=0.2, customer=0.7, politics=0.1))
    >>> print(f"customer {me.agenda_customer:.1f} of the week, disputes {me.disputes:.0f} h")
    customer 0.7 of the week, disputes 0 h
    """
    me.agenda_sales, me.agenda_customer, me.agenda_politics = new.sales, new.customer, new.politics
    me.disputes = 0.0


@rule
def neutral(p: Row) -> float:
    """Share of sales, and of customers, on an agenda when nothing pays: there a manager's voice has its full weight.

    >>> from sim.agents.examples import usual
    >>> print(round(neutral(usual(agenda_base=0.45, agenda_politics=0.1)), 2))
    0.45
    """
    return p.agenda_base / (2.0 * p.agenda_base + p.agenda_politics)
