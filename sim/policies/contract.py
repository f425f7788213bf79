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
from sim.policies.jointly import both_reached, reached
from sim.policies.terms import expected, pay, spread, step_at, step_pay, steps
from sim.tables import Row, Rows

NONE = -1
HOPELESS = 1e-12  # a chance below it is none


@rule
def is_joint(terms: Rows, first: int, last: int) -> bool:
    """Whether the terms must be judged together: a gate shuts all of them, or a debt of one eats what others pay."""
    joint = False
    for i in range(first, last):
        joint = joint or terms[i].gates == 1 or terms[i].debt == 1
    return joint


@rule
def level_at(mine: Row, later: bool, share: float) -> float:
    """The level that is expected, in this period or the next, moved by a share of the move that is looked at."""
    if later:
        return mine.later + share * mine.later_move
    return mine.level + share * mine.move


@rule
def doubt_at(mine: Row, later: bool) -> float:
    """And how sure it is."""
    if later:
        return mine.later_sd
    return mine.sd


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
def gap_of(terms: Rows, first: int, standings: Rows, j: int, extra: int, at: float, later: bool, share: float) -> float:
    """How far the j-th level lies beyond its mark: its threshold, or `at` if it is the extra one."""
    term = terms[first + j]
    mark = at if j == extra else term.threshold
    return term.sign * (level_at(standings[j], later, share) - mark)


@rule
def is_marked(term: Row, metric: int, j: int, extra: int) -> bool:
    """Whether the j-th term sets a mark for a metric: a gate, or the extra one."""
    return bool(term.metric == metric and (term.gates == 1 or j == extra))


@routine
def hardest_of(
    terms: Rows, first: int, count: int, standings: Rows, metric: int, extra: int, at: float, later: bool, share: float
) -> int:
    """The mark of a metric that is least likely to be reached; NONE if there is none."""
    found, least = NONE, math.inf
    for j in range(count):
        if is_marked(terms[first + j], metric, j, extra):
            gap = gap_of(terms, first, standings, j, extra, at, later, share)
            sd = doubt_at(standings[j], later)
            z = gap / max(sd, SURE)
            if z < least:
                found, least = j, z
    return found


@routine
def all_reached(
    terms: Rows, first: int, count: int, standings: Rows, metric: int, extra: int, at: float, later: bool, share: float
) -> float:
    """Chance that all gates on a metric open, and that the level of the term `extra` reaches `at`, if one is given.

    Given one mark that is reached, the others are taken as independent. Levels within each other help each other, so
    that is too little, whichever mark is given; the most that it comes to is nearest. Of two marks each gives the same.
    """
    marks, chance = 0, 1.0
    for j in range(count):
        if is_binding(terms, first, count, standings, metric, extra, at, later, share, j):
            marks += 1
    for j in range(count):
        if is_binding(terms, first, count, standings, metric, extra, at, later, share, j):
            given = all_reached_given(terms, first, count, standings, metric, extra, at, later, share, j)
            if marks <= 2:
                return given
            chance = given if chance == 1.0 else max(chance, given)
    return chance


@routine
def all_reached_given(
    terms: Rows, first: int, count: int, standings: Rows, metric: int, extra: int, at: float, later: bool, share: float,
    pivot: int,
) -> float:  # fmt: skip
    """The same, reckoned from one mark: its chance times that of each other one if it is reached."""
    gap = gap_of(terms, first, standings, pivot, extra, at, later, share)
    sd = doubt_at(standings[pivot], later)
    least = reached(gap, sd)
    if least <= HOPELESS:
        return 0.0
    chance = least
    for j in range(count):
        if j != pivot and is_binding(terms, first, count, standings, metric, extra, at, later, share, j):
            other = gap_of(terms, first, standings, j, extra, at, later, share)
            chance *= both_reached(gap, sd, other, doubt_at(standings[j], later)) / least
    return chance


@rule
def is_binding(
    terms: Rows, first: int, count: int, standings: Rows, metric: int, extra: int, at: float, later: bool, share: float,
    j: int,
) -> bool:  # fmt: skip
    """Whether the j-th term sets a mark for the metric, the hardest on its level."""
    if not is_marked(terms[first + j], metric, j, extra):
        return False
    gap = gap_of(terms, first, standings, j, extra, at, later, share)
    return not is_implied(terms, first, count, standings, metric, extra, at, later, share, j, gap)


@rule
def is_implied(
    terms: Rows, first: int, count: int, standings: Rows, metric: int, extra: int, at: float, later: bool, share: float,
    j: int, gap: float,
) -> bool:  # fmt: skip
    """Whether another mark of the same level is harder than the j-th, whose gap is given (of two equal, the later)."""
    for k in range(count):
        if (
            k != j
            and is_marked(terms[first + k], metric, k, extra)
            and terms[first + k].scope == terms[first + j].scope
        ):
            other = gap_of(terms, first, standings, k, extra, at, later, share)
            if other < gap or (other == gap and k < j):
                return True
    return False


@routine
def level_if_open(terms: Rows, first: int, count: int, standings: Rows, i: int, later: bool, share: float) -> float:
    """The level that is expected of the i-th term, given that the gates on its metric open (that is: the hardest).

    The mean of one normal given that another lies beyond a mark: mean + Cov / sd · φ(z) / Φ(z).
    """
    term, mine = terms[first + i], standings[i]
    hardest = hardest_of(terms, first, count, standings, term.metric, NONE, 0.0, later, share)
    sd, own_sd = doubt_at(standings[hardest], later), doubt_at(mine, later)
    level = level_at(mine, later, share)
    chance = reached(gap_of(terms, first, standings, hardest, NONE, 0.0, later, share), sd)
    if sd <= SURE or chance <= HOPELESS:
        return level
    z = gap_of(terms, first, standings, hardest, NONE, 0.0, later, share) / sd
    shared = min(sd, own_sd)
    return level + term.sign * shared * shared / sd * density(z) / chance


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
