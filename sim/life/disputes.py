"""Disputes over credit: where pay hangs on who did it, and several had a hand in it. They eat hours."""

import math

from sim.chance import Luck, pick
from sim.compiled import rule
from sim.life.bookkeeping import division_week, keeps_divisions, spend, this_week
from sim.policies.wage import wage
from sim.tables import Row, Task, World


@rule
def dispute_chance(stake: float, hands: int, p: Row) -> float:
    """Chance of a dispute: rises with the money at stake, in hours of pay, and with the hands that had a part in it."""
    worth_hours = stake / wage(p)
    return 1.0 - math.exp(-p.disputes * max(worth_hours, 0.0) * hands)


@rule
def dispute_sale(w: World, luck: Luck, i: int) -> None:
    """Two people in a division may both claim a sale."""
    me, p = w.employees[i], w.parameters[0]
    division = w.divisions[me.division]
    draw, who = luck.people.random(), luck.people.random()
    if division.heads > 1 and draw < p.shared_sale * dispute_chance(me.credit, 1, p):
        other = division.first + pick(who, division.heads - 1)
        quarrel(w, i, me.division)
        quarrel(w, other + 1 if other >= i else other, me.division)


@rule
def dispute_problem(w: World, luck: Luck, i: int, problem: Row) -> None:
    """Divisions that touched the same problem may dispute whose success it is; their managers arbitrate."""
    p, d = w.parameters[0], w.employees[i].division
    draw = luck.people.random()
    hands = problem.visits - 1
    if hands > 0 and draw < dispute_chance(w.managers[d].credit, hands, p):
        quarrel(w, i, d)
        if problem.owner != d:
            arbitrate(w, problem.owner, p.dispute_hours)


@rule
def quarrel(w: World, i: int, d: int) -> None:
    """An employee and the manager, if there is one, lose hours."""
    hours = w.parameters[0].dispute_hours
    spend(w, i, Task.DISPUTE, hours)
    lost = (1.0 + w.managers[d].present) * hours
    w.managers[d].disputes += hours
    count_dispute(this_week(w), lost)
    if keeps_divisions(w):
        count_dispute(division_week(w, d), lost)


@rule
def arbitrate(w: World, d: int, hours: float) -> None:
    """The manager of another division that has a part in it loses hours too."""
    w.managers[d].disputes += hours
    this_week(w).dispute_hours += hours
    if keeps_divisions(w):
        division_week(w, d).dispute_hours += hours


@rule
def count_dispute(week: Row, hours: float) -> None:
    """One more dispute, and the hours that it costs."""
    week.dispute_hours += hours
    week.disputes += 1
