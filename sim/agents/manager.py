"""How a manager feels what pays, and what moves the agenda. By which rule: see deciding.py.

Nothing here knows a reward policy: a manager sees a price list, made from the manager's own pay contract. What of it
the people feel: see feelings.py.
"""

from typing import NamedTuple

from sim.calendar import HOURS_A_WEEK
from sim.compiled import rule
from sim.normal import below
from sim.tables import Row

NEAR = 0.1  # of a month's salary: by so much two who expect the same will differ in the end (sd; our assumption)
MOST_FIGHTING = 0.9  # share of a week that disputes can take: something else always gets through (our assumption)


@rule
def believed(now: float, before: float, belief: float) -> float:
    """What people reckon with after a change of contract: what it says, as far as they believe it, and else the old.

    >>> believed(200.0, 100.0, 0.25)
    125.0
    """
    return before + belief * (now - before)


@rule
def believe(out: Row, prices: Row, before: Row, belief: float) -> None:
    """The same for a whole price list.

    >>> from sim.agents.examples import manager
    >>> me = manager()
    >>> me.prices.own_day, me.before.own_day = 20.0, 60.0  # euro a day sooner, by the new contract and by the old
    >>> believe(me.felt, me.prices, me.before, 0.75)
    >>> print(me.felt.own_day)
    30.0
    """
    out.hour = believed(prices.hour, before.hour, belief)
    out.desk, out.help = believed(prices.desk, before.desk, belief), believed(prices.help, before.help, belief)
    out.own_point = believed(prices.own_point, before.own_point, belief)
    out.unit_point = believed(prices.unit_point, before.unit_point, belief)
    out.out_point = believed(prices.out_point, before.out_point, belief)
    out.own_day = believed(prices.own_day, before.own_day, belief)
    out.unit_day = believed(prices.unit_day, before.unit_day, belief)
    out.out_day = believed(prices.out_day, before.out_day, belief)


@rule
def chance_ahead(other: float, mine: float, near: float) -> float:
    """Chance that a colleague is paid more in the end, who expects `other` a month; `near` is a sd (euro).

    >>> chance_ahead(2000.0, 2000.0, 600.0)
    0.5
    """
    return below((other - mine) / near)


@rule
def welcome(price: float, p: Row) -> float:
    """What a colleague's success is felt to be worth (utils): never less than nothing, unless one may sabotage.

    >>> from sim.agents.examples import usual
    >>> print(welcome(-2.0, usual()), welcome(-2.0, usual(sabotage=1.0)))
    0.0 -2.0
    """
    if p.sabotage > 0.0:
        return price
    return max(price, 0.0)


@rule
def feel_as_manager(me: Row, utils: float, belief: float, others: int, p: Row) -> None:
    """Turn the price list (euro) into utils, with a concern for relative pay (Fehr & Schmidt 1999).

    It hurts to be behind: by `status` times the mean amount by which others are ahead. So as far as a manager may be
    behind (`me.behind`), what raises the own pay counts more, whatever it is; and what raises the pay of one of the
    `others` costs a share. A colleague's gain is never unwelcome by that, unless the model allows sabotage.

    >>> from sim.agents.examples import manager, usual
    >>> me = manager(status_weight=0.5, behind=0.8)
    >>> me.prices.hour, me.prices.own_point, me.prices.unit_point = 50.0, 100.0, 60.0  # euro
    >>> feel_as_manager(me, 0.01, 1.0, 4, usual())  # utils a euro, full belief, four other managers
    >>> print(f"{me.felt.hour:.2f} {me.felt.own_point:.2f} {me.felt.unit_point:.2f}; contest {me.contest:.2f}")
    0.70 1.40 0.74; contest 0.40
    """
    felt = me.felt
    believe(felt, me.prices, me.before, belief)
    envy = me.status_weight * me.behind
    for_me = utils * (1.0 + envy)
    for_one = utils * envy / others if others > 0 else 0.0
    most = max(felt.own_point, felt.own_day)
    felt.hour, felt.desk, felt.help = for_me * felt.hour, for_me * felt.desk, for_me * felt.help
    felt.unit_point = welcome(for_me * felt.unit_point - for_one * felt.own_point, p)
    felt.out_point = welcome(for_me * felt.out_point - for_one * felt.own_point, p)
    felt.unit_day = welcome(for_me * felt.unit_day - for_one * felt.own_day, p)
    felt.out_day = welcome(for_me * felt.out_day - for_one * felt.own_day, p)
    felt.own_point, felt.own_day = for_me * felt.own_point, for_me * felt.own_day
    me.contest = utils * envy * max(most, 0.0)


class Agenda(NamedTuple):
    """What a manager's week goes to: shares, which sum to one."""

    sales: float
    customer: float
    politics: float


class Outlook(NamedTuple):
    """What a manager sees on Friday. Prices are in utils, of the whole division's choices."""

    agenda: Agenda  # of the week that is over
    hour: float  # price of an hour of selling
    own_point: float  # price of a point of satisfaction, for the own customers, a colleague's in our unit, and outside
    unit_point: float
    out_point: float
    own_day: float  # price of a day sooner, likewise
    unit_day: float
    out_day: float
    contest: float  # what an own point is worth for standing among the others alone
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
def sales_pay(see: Outlook) -> float:
    """What selling pays on an agenda (utils): an hour of it for each hour that a choice can win.

    >>> from sim.agents.examples import manager
    >>> print(sales_pay(outlook(manager(hour=0.25), 2.0)))
    0.5
    """
    return max(see.hour, 0.0) * see.hours_in_play


@rule
def points_pay(see: Outlook) -> float:
    """What a point of everybody's customers pays (utils); one that costs is left out.

    >>> from sim.agents.examples import manager
    >>> print(points_pay(outlook(manager(own_point=1.0, unit_point=0.5, out_point=-0.5), 2.0)))
    1.5
    """
    return max(see.own_point, 0.0) + max(see.unit_point, 0.0) + max(see.out_point, 0.0)


@rule
def days_pay(see: Outlook) -> float:
    """What a day sooner pays, likewise (utils).

    >>> from sim.agents.examples import manager
    >>> print(days_pay(outlook(manager(own_day=0.25, unit_day=-0.5), 2.0)))
    0.25
    """
    return max(see.own_day, 0.0) + max(see.unit_day, 0.0) + max(see.out_day, 0.0)


@rule
def customer_pays(see: Outlook) -> float:
    """What customers pay on an agenda (utils).

    >>> from sim.agents.examples import manager
    >>> print(customer_pays(outlook(manager(own_point=1.0, own_day=0.25), 2.0)))
    1.25
    """
    return points_pay(see) + days_pay(see)


@rule
def contest_pays(see: Outlook) -> float:
    """What internal politics pay on an agenda: what an own point is worth for standing among the others alone (utils).

    >>> from sim.agents.examples import manager
    >>> print(contest_pays(outlook(manager(contest=0.4), 2.0)))
    0.4
    """
    return see.contest


@rule
def weighed(see: Outlook, p: Row) -> Agenda:
    """What a week should go to: each subject has a weight when nothing pays, and what it pays comes on top.

    >>> from sim.agents.examples import manager, usual
    >>> weights = weighed(outlook(manager(own_point=1.0, hour=0.25), 2.0), usual(agenda_base=0.5, agenda_politics=0.1))
    >>> print(weights.sales, weights.customer, weights.politics)
    1.0 1.5 0.1
    """
    customer = p.agenda_base + points_pay(see) + days_pay(see)
    return Agenda(p.agenda_base + sales_pay(see), customer, p.agenda_politics + contest_pays(see))


@rule
def towards(see: Outlook, weights: Agenda, p: Row) -> Agenda:
    """The agenda moves towards what the weights say; partly, because agendas are full. Disputes claim their hours.

    >>> from sim.agents.examples import manager, usual
    >>> see = outlook(manager(), 2.0)
    >>> new = towards(see, Agenda(0.5, 1.6, 0.1), usual(agenda_rate=1.0))  # goes all the way
    >>> print(f"sales {new.sales:.2f}, customer {new.customer:.2f}, politics {new.politics:.2f}")
    sales 0.23, customer 0.73, politics 0.05
    """
    whole = weights.sales + weights.customer + weights.politics
    fighting = min(see.disputes / HOURS_A_WEEK, MOST_FIGHTING)
    aim_politics = fighting + (1.0 - fighting) * weights.politics / whole
    aim_customer = (1.0 - fighting) * weights.customer / whole
    new_politics = see.agenda.politics + p.agenda_rate * (aim_politics - see.agenda.politics)
    new_customer = see.agenda.customer + p.agenda_rate * (aim_customer - see.agenda.customer)
    return Agenda(1.0 - new_politics - new_customer, new_customer, new_politics)


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
