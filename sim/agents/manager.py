"""How a manager feels what pays, and moves the agenda.

Nothing here knows a reward policy: a manager sees a price list, made from the manager's own pay contract. What of it
the people feel: see feelings.py.
"""

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


@rule
def set_agenda(me: Row, hours_in_play: float, p: Row) -> None:
    """Move the agenda towards what pays; partly, because agendas are full. Disputes claim their hours.

    `hours_in_play` are the hours of a part: what a choice can win or lose for selling.

    >>> from sim.agents.examples import manager, usual
    >>> me = manager(own_point=1.1)  # a point is worth 1.1 utils, and nothing else pays
    >>> set_agenda(me, 2.0, usual(agenda_rate=1.0))  # goes all the way: 0.5 to 0.5 + 1.1 to 0.1
    >>> print(f"sales {me.agenda_sales:.2f}, customer {me.agenda_customer:.2f}, politics {me.agenda_politics:.2f}")
    sales 0.23, customer 0.73, politics 0.05
    """
    sales = p.agenda_base + max(me.felt.hour - me.felt.work, 0.0) * hours_in_play
    points = max(me.felt.own_point, 0.0) + max(me.felt.unit_point, 0.0) + max(me.felt.out_point, 0.0)
    days = max(me.felt.own_day, 0.0) + max(me.felt.unit_day, 0.0) + max(me.felt.out_day, 0.0)
    customer = p.agenda_base + points + days
    politics = p.agenda_politics + me.contest
    whole = sales + customer + politics
    fighting = min(me.disputes / HOURS_A_WEEK, MOST_FIGHTING)
    aim_politics = fighting + (1.0 - fighting) * politics / whole
    aim_customer = (1.0 - fighting) * customer / whole
    me.agenda_politics += p.agenda_rate * (aim_politics - me.agenda_politics)
    me.agenda_customer += p.agenda_rate * (aim_customer - me.agenda_customer)
    me.agenda_sales = 1.0 - me.agenda_politics - me.agenda_customer
    me.disputes = 0.0


@rule
def neutral(p: Row) -> float:
    """Share of sales, and of customers, on an agenda when nothing pays: there a manager's voice has its full weight.

    >>> from sim.agents.examples import usual
    >>> print(round(neutral(usual(agenda_base=0.45, agenda_politics=0.1)), 2))
    0.45
    """
    return p.agenda_base / (2.0 * p.agenda_base + p.agenda_politics)
