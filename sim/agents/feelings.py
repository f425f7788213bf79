"""What outcomes are worth to an employee (utils): own pay, the manager's voice, and what the work itself means.

Nothing here knows a reward policy: people see price lists.
"""

from sim.agents.manager import neutral
from sim.compiled import rule
from sim.tables import Row


@rule
def feel_as_employee(me: Row, price: Row, boss: Row, utils: float, p: Row) -> None:
    """What outcomes are worth to an employee: own pay, what the manager presses for, and what the work means.

    `price` is the own price list (euro) and `utils` what a euro means, for all problems of a month.

    >>> from sim.agents.examples import employee, manager, usual
    >>> me = employee(meaning_weight=0.4, in_group=0.25)  # utils a point, share
    >>> me.prices.own_point = 30.0  # euro
    >>> feel_as_employee(me, me.prices, manager(own_point=1.0), 0.01, usual(authority=0.5))
    >>> print(f"{me.felt.own_point:.2f} {me.felt.unit_point:.2f} {me.felt.out_point:.2f}")  # 0.3 + 0.5 x 1 + 0.4
    1.20 0.20 0.15
    """
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
def colleague_point(me: Row, in_my_unit: bool) -> float:
    """What a point for a colleague's customer is worth to me: one price in our unit, one outside (utils).

    >>> from sim.agents.examples import employee
    >>> print(colleague_point(employee(unit_point=0.3, out_point=0.1), False))
    0.1
    """
    if in_my_unit:
        return me.felt.unit_point
    return me.felt.out_point


@rule
def colleague_day(me: Row, in_my_unit: bool) -> float:
    """The same for a day sooner (utils).

    >>> from sim.agents.examples import employee
    >>> print(colleague_day(employee(unit_day=0.2, out_day=0.0), True))
    0.2
    """
    if in_my_unit:
        return me.felt.unit_day
    return me.felt.out_day


@rule
def worth(credit: float, mine: float, theirs: float) -> float:
    """Price of an outcome that counts as ours with chance `credit`, and else as a colleague's (utils).

    >>> print(worth(0.75, 0.5, 0.1))
    0.4
    """
    return credit * mine + (1.0 - credit) * theirs
