"""What outcomes are worth to an employee (utils): own pay, the manager's voice, and what the work itself means.

Nothing here knows a reward policy: people see price lists.
"""

from sim.agents.manager import believe, neutral, welcome
from sim.compiled import rule
from sim.tables import Row


@rule
def heeded(share: float, p: Row) -> float:
    """How much of one's mind a subject has, given its share of the manager's agenda: 1 where the agenda is neutral.

    People attend to what is talked about (Ocasio 1997); as far as `attention` says, the rest is their own mind.

    >>> from sim.agents.examples import usual
    >>> p = usual(attention=0.5)
    >>> print(round(heeded(neutral(p), p), 2), round(heeded(0.0, p), 2))
    1.0 0.5
    """
    return 1.0 - p.attention + p.attention * share / neutral(p)


@rule
def feel_as_employee(me: Row, boss: Row, utils: float, belief: float, p: Row) -> None:
    """What outcomes are worth to an employee: own pay, what the manager presses for, and what the work means.

    `utils` is what a euro means, for all problems of a month; `belief` how far the own contract is believed. What of
    pay and meaning comes to mind follows the agenda.

    >>> from sim.agents.examples import employee, manager, usual
    >>> me = employee(meaning_weight=0.4, in_group=0.25)  # utils a point, share
    >>> me.prices.own_point = 30.0  # euro
    >>> feel_as_employee(me, manager(own_point=1.0), 0.01, 1.0, usual(authority=0.5))
    >>> print(f"{me.felt.own_point:.2f} {me.felt.unit_point:.2f} {me.felt.out_point:.2f}")  # 0.3 + 0.5 x 1 + 0.4
    1.20 0.20 0.15
    """
    felt = me.felt
    believe(felt, me.prices, me.before, belief)
    selling = p.authority * boss.agenda_sales / neutral(p)
    caring = p.authority * boss.agenda_customer / neutral(p)
    either = 0.5 * (selling + caring)
    felt.hour = utils * heeded(boss.agenda_sales, p) * felt.hour + selling * boss.felt.hour
    felt.desk = utils * felt.desk + either * boss.felt.desk
    felt.help = utils * felt.help + either * boss.felt.help
    heed = heeded(boss.agenda_customer, p)
    near = me.meaning_weight * p.meaning_colleague
    far = near * (1.0 - me.in_group)
    felt.own_point = heed * (utils * felt.own_point + me.meaning_weight) + caring * boss.felt.own_point
    felt.unit_point = welcome(heed * (utils * felt.unit_point + near) + caring * boss.felt.unit_point, p)
    felt.out_point = welcome(heed * (utils * felt.out_point + far) + caring * boss.felt.out_point, p)
    felt.own_day = utils * heed * felt.own_day + caring * boss.felt.own_day
    felt.unit_day = welcome(utils * heed * felt.unit_day + caring * boss.felt.unit_day, p)
    felt.out_day = welcome(utils * heed * felt.out_day + caring * boss.felt.out_day, p)


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
