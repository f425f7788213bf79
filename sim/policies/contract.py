"""The pay contract of one role: what people expect of it where they stand, and what is paid in the end.

A contract is the rows first, first + 1, ..., last - 1 of a `TERM` table. Variable pay = (sum of what the terms pay, not
below zero) times (product of the gates). Amounts are euro over the term's own period.

What people expect. Levels of different metrics are felt as independent of each other. Levels of one metric at several
scopes are not: the one with the smaller doubt holds the other (see jointly.py). So a gate and a target on one metric
open together or not at all, and E[term · gates] is not the product of the two. Where a metric carries more than two
marks, they are taken as independent given one of them, whichever gives most: exact for two, and for any number on one
level; for three levels a chance is at most 2 in 100 too low (tested).

Where pay may become a debt (a fine, a margin below zero), people know that nobody pays to work: E[max(S, 0)] of a sum S
felt as Normal. Source: MODEL.md section 4; limited liability: Innes 1990, J. Economic Theory 52.

All levels are the contract's own: where a term counts from a reference, they are given less that reference.
"""

import math

from sim.compiled import routine, rule
from sim.normal import SURE, below, density
from sim.policies.marks import HOPELESS, NONE, all_reached, doubt_at, level_at, level_if_open
from sim.policies.terms import expected, pay, spread, step_at, step_pay, steps
from sim.tables import Row, Rows


@rule
def is_joint(terms: Rows, first: int, last: int) -> bool:
    """Whether the terms must be judged together: a gate shuts all of them, or a debt of one eats what others pay."""
    joint = False
    for i in range(first, last):
        joint = joint or terms[i].gates == 1 or terms[i].debt == 1
    return joint


@rule
def rivals_at(mine: Row, later: bool, share: float) -> float:
    """The same of the rivals' mean level."""
    if later:
        return mine.later_others + share * mine.later_rival_move
    return mine.others + share * mine.rival_move


@routine
def by_itself(term: Row, mine: Row, later: bool, share: float) -> float:
    """What one term is expected to pay without any gate (euro; of a gate: its chance)."""
    return expected(
        term, level_at(mine, later, share), doubt_at(mine, later), rivals_at(mine, later, share), mine.rivals
    )


@routine
def keep_pay(terms: Rows, first: int, last: int, standings: Rows, later: bool) -> float:
    """Expected variable pay (euro) where nothing is moved; keeps its parts for `expected_pay`, which moves few."""
    for i in range(last - first):
        standings[i].touched = 1
    expected = expected_pay(terms, first, last, standings, later, 0.0)
    for i in range(last - first):
        mine = standings[i]
        mine.opens[int(later)] = mine.open
        if terms[first + i].gates == 0:
            mine.pays[int(later)] = if_own_open(terms, first, last - first, standings, i, later, 0.0)
    return expected


@routine
def expected_pay(terms: Rows, first: int, last: int, standings: Rows, later: bool, share: float) -> float:
    """Expected variable pay (euro) of a contract whose terms run over one period: this one, or the next.

    `standings` has a row for each term from the first on (`STANDING`). Every level is moved by `share` times the move
    that stands there. What is not `touched` by that is as `keep_pay` left it.
    """
    count = last - first
    all_open = 1.0
    for i in range(count):
        mine = standings[i]
        mine.open = 1.0
        if leads(terms, first, i):
            if mine.touched:
                metric = terms[first + i].metric
                mine.open = all_reached(terms, first, count, standings, metric, NONE, 0.0, later, share)
            else:
                mine.open = mine.opens[int(later)]
            all_open *= mine.open
    if all_open <= HOPELESS:
        return 0.0
    behind, debt = 0.0, False
    for i in range(count):
        term, mine = terms[first + i], standings[i]
        if term.gates == 0:
            own = mine.pays[int(later)]
            if mine.touched:
                own = if_own_open(terms, first, count, standings, i, later, share)
            behind += own * open_elsewhere(terms, first, count, standings, term.metric)
            debt = debt or term.debt == 1
    if not debt:
        return behind
    return all_open * above_zero(behind / all_open, doubt_behind(terms, first, count, standings, later, share))


@rule
def doubt_behind(terms: Rows, first: int, count: int, standings: Rows, later: bool, share: float) -> float:
    """Standard deviation of what all terms pay behind the gates (euro), felt as independent of each other."""
    variance = 0.0
    for i in range(count):
        term, mine = terms[first + i], standings[i]
        if term.gates == 0:
            level, others = level_at(mine, later, share), rivals_at(mine, later, share)
            sd = spread(term, level, doubt_at(mine, later), others, mine.rivals)
            variance += sd * sd
    return math.sqrt(variance)


@rule
def open_elsewhere(terms: Rows, first: int, count: int, standings: Rows, metric: int) -> float:
    """Chance that all gates on other metrics open."""
    chance = 1.0
    for j in range(count):
        if terms[first + j].metric != metric:
            chance *= standings[j].open
    return chance


@rule
def above_zero(mean: float, sd: float) -> float:
    """Mean of max(0, x) for x ~ Normal(mean, sd).

    >>> print(above_zero(3.0, 0.0), above_zero(-3.0, 0.0), round(above_zero(0.0, 1.0), 4))
    3.0 0.0 0.3989
    """
    if sd <= SURE:
        return max(mean, 0.0)
    return mean * below(mean / sd) + sd * density(mean / sd)


@rule
def leads(terms: Rows, first: int, i: int) -> bool:
    """Whether the i-th term is the first gate on its metric."""
    if terms[first + i].gates == 0:
        return False
    for j in range(i):
        if terms[first + j].gates == 1 and terms[first + j].metric == terms[first + i].metric:
            return False
    return True


@routine
def if_own_open(terms: Rows, first: int, count: int, standings: Rows, i: int, later: bool, share: float) -> float:
    """E[pay of the i-th term · gates on its own metric], euro; `open` is filled in."""
    term, mine = terms[first + i], standings[i]
    leader = NONE
    for j in range(count):
        if terms[first + j].gates == 1 and terms[first + j].metric == term.metric and leader == NONE:
            leader = j
    if leader == NONE:
        return by_itself(term, mine, later, share)
    if term.linear == 1:
        level = level_if_open(terms, first, count, standings, i, later, share)
        return standings[leader].open * term.amount * level
    if steps(term) == 0:
        return standings[leader].open * by_itself(term, mine, later, share)
    total = 0.0
    for k in range(steps(term)):
        chance = all_reached(terms, first, count, standings, term.metric, i, step_at(term, k), later, share)
        total += step_pay(term, k) * chance
    return total


@rule
def settle(terms: Rows, first: int, last: int, period: int, standings: Rows, fraction: float) -> float:
    """Variable pay in euro of the terms that run over `period`; fills `paid`, euro per term (0 for the others).

    `standings` has a row for each term, with the level reached, and how many rivals rank above (ties count half) out of
    how many. A gate is paid nothing itself, and nobody pays to work: a debt of one term eats what others pay, not more.
    `fraction` is the share of the period that has passed, 1 at its end; less when a run closes early.
    """
    factor = 1.0
    total = 0.0
    for i in range(last - first):
        term, mine = terms[first + i], standings[i]
        mine.paid = 0.0
        if term.period == period:
            if term.gates == 1:
                factor *= pay(term, mine.level, mine.ahead, mine.rivals)
            else:
                mine.paid = fraction * pay(term, mine.level, mine.ahead, mine.rivals)
                total += mine.paid
    if total <= 0.0:
        factor = 0.0
    for i in range(last - first):
        standings[i].paid *= factor
    return factor * total
