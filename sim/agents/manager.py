"""How a manager moves the agenda, and what of it the people feel.

Nothing here knows a reward policy: a manager sees a price list, made from the manager's own pay contract.
"""

from sim.agents.effort import help_effort, helps_rather, own_effort, sabotage
from sim.calendar import HOURS_A_WEEK
from sim.compiled import rule
from sim.tables import Row


@rule
def feel_as_manager(me: Row, utils: float) -> None:
    """Turn the price list (euro) into utils, with what a rival's gain costs in standing.

    Status is a concern for relative pay: a colleague whose own customer gains a point gains what I would gain from one
    of mine. Where that is more than I gain myself, helping sets me back.
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
    """Move the agenda towards what pays; partly, because agendas are full. Disputes claim their hours."""
    sales = p.agenda_base + max(me.felt.hour - me.felt.work, 0.0) * hours_in_play
    points = max(me.felt.own_point, 0.0) + max(me.felt.unit_point, 0.0) + max(me.felt.out_point, 0.0)
    days = max(me.felt.own_day, 0.0) + max(me.felt.unit_day, 0.0) + max(me.felt.out_day, 0.0)
    customer = p.agenda_base + points + days
    politics = p.agenda_politics + me.contest
    whole = sales + customer + politics
    fighting = min(me.disputes / HOURS_A_WEEK, 0.9)
    aim_politics = fighting + (1.0 - fighting) * politics / whole
    aim_customer = (1.0 - fighting) * customer / whole
    me.agenda_politics += p.agenda_rate * (aim_politics - me.agenda_politics)
    me.agenda_customer += p.agenda_rate * (aim_customer - me.agenda_customer)
    me.agenda_sales = 1.0 - me.agenda_politics - me.agenda_customer
    me.disputes = 0.0


@rule
def neutral(p: Row) -> float:
    """Share of sales, and of customers, on an agenda when nothing pays: there a manager's voice has its full weight."""
    return p.agenda_base / (2.0 * p.agenda_base + p.agenda_politics)


@rule
def feel_as_employee(me: Row, price: Row, boss: Row, utils: float, p: Row) -> None:
    """What outcomes are worth to an employee: own pay, what the manager presses for, and what the work means."""
    felt = me.felt
    selling = p.authority * boss.agenda_sales / neutral(p)
    caring = p.authority * boss.agenda_customer / neutral(p)
    either = 0.5 * (selling + caring)
    felt.hour = utils * price.hour + selling * boss.felt.hour
    felt.work = utils * price.work + selling * boss.felt.work
    felt.desk = utils * price.desk + either * boss.felt.desk
    felt.help = utils * price.help + either * boss.felt.help
    near = me.meaning_weight * p.meaning_colleague
    far = near * (1.0 - me.in_group)
    felt.own_point = utils * price.own_point + caring * boss.felt.own_point + me.meaning_weight
    felt.unit_point = utils * price.unit_point + caring * boss.felt.unit_point + near
    felt.out_point = utils * price.out_point + caring * boss.felt.out_point + far
    felt.own_day = utils * price.own_day + caring * boss.felt.own_day
    felt.unit_day = utils * price.unit_day + caring * boss.felt.unit_day
    felt.out_day = utils * price.out_day + caring * boss.felt.out_day


@rule
def exert(me: Row, hours_of_part: float, p: Row) -> None:
    """Effort follows from what an hour of it earns: at selling, at clearing the desk, and in helping colleagues."""
    selling = me.felt.hour
    clearing = me.felt.hour - me.felt.work + me.felt.desk / hours_of_part
    me.help_effort = help_effort(me.felt.unit_point, p)
    me.sabotage = sabotage(me.felt.unit_point, p)
    if p.joint_effort > 0.0:
        if helps_rather(selling, me.felt.unit_point, p):
            selling = 0.0
        else:
            me.help_effort = 0.0
    me.effort = own_effort(selling, p)
    me.desk_effort = own_effort(clearing, p)
