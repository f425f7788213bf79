"""Marks that levels must reach: how likely the gates on one metric open, and what is reached if they do.

Levels of one metric at several scopes are nested: the one with the smaller doubt holds the other (see jointly.py). The
`extra` term, if any, is one whose level must reach `at` besides. `later` asks of the next period, and every level is
moved by a `share` of the move that is looked at (see `STANDING`).
"""

import math

from sim.compiled import routine, rule
from sim.normal import SURE, density
from sim.policies.jointly import both_reached, reached
from sim.tables import Row, Rows

NONE = -1
HOPELESS = 1e-12  # a chance below it is none


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
