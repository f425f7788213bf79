"""Where things stand: what level of a metric people expect at the end of a period, and how unsure they are.

A level is a mean or per head (see `sim/policies/metrics`). What has been counted so far is known; the rest of the
period is expected to go on at the running pace of the division, unit or company. Doubt (a standard deviation) comes
from the noise of what is still to be counted and from a drift that people reckon with; both end with the period.
"""

import math

from sim.calendar import HOURS_A_WEEK
from sim.compiled import rule
from sim.policies.metrics import level, variance
from sim.policies.vocabulary import Role, Scope
from sim.tables import COUNTS, Row, World

LEAST_DOUBT = 1e-6  # in the metric's unit, as long as a period is open: a price is then always a slope


@rule
def weeks_of(c: Row, period: int) -> float:
    """Length of the open month, quarter or year."""
    return (c.period_ends[period] - c.period_began[period]) / HOURS_A_WEEK


@rule
def left_of(c: Row, period: int) -> float:
    """Share of it that is still to come."""
    length = c.period_ends[period] - c.period_began[period]
    return (c.period_ends[period] - c.hour) / length if length > 0 else 0.0


@rule
def doubt(metric: int, heads: float, weeks: float, left: float, c: Row, p: Row) -> float:
    """Standard deviation of the level at the end of the period, with the share `left` of it still to come."""
    if left <= 0.0:
        return 0.0
    return math.sqrt(variance(metric, heads, weeks, c, p) * left) + LEAST_DOUBT


@rule
def expected_level(w: World, d: int, books: Row, heads: float, scope: int, period: int, metric: int) -> float:
    """The level of a metric at a scope that is expected at the end of the period."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    n = heads_in(scope, heads, division, unit, c)
    weeks, left = weeks_of(c, period), left_of(c, period)
    for k in range(COUNTS):
        w.so_far[k] = count_in(scope, books, division, unit, c, period, k)
    if scope == Scope.UNIT:
        foresee(w, unit.pace, n / unit.heads * weeks * left)
    elif scope == Scope.COMPANY:
        foresee(w, c.pace, n / c.people * weeks * left)
    else:
        foresee(w, division.pace, n / division.heads * weeks * left)
    return level(metric, w.foreseen, n, weeks, c, p)


@rule
def foresee(w: World, pace: Row, share: float) -> None:
    """The raw counts expected at the end: counted so far, and a share of the running weekly pace for what is left."""
    for k in range(COUNTS):
        w.foreseen[k] = w.so_far[k] + pace[k] * share


@rule
def heads_in(scope: int, own: float, division: Row, unit: Row, c: Row) -> float:
    """How many people share a level."""
    if scope == Scope.SELF:
        return own
    if scope == Scope.DIVISION:
        return float(division.heads)
    if scope == Scope.UNIT:
        return float(unit.heads)
    return float(c.people)


@rule
def count_in(scope: int, own: Row, division: Row, unit: Row, c: Row, period: int, k: int) -> float:
    """A raw count over an open period at a scope."""
    if scope == Scope.SELF:
        return total(own, period, k)
    if scope == Scope.DIVISION:
        return total(division.books, period, k)
    if scope == Scope.UNIT:
        return total(unit.books, period, k)
    return total(c.books, period, k)


@rule
def total(books: Row, period: int, k: int) -> float:
    """A raw count over the open month, quarter or year: later books hold the months that are closed."""
    if period == 0:
        return books[0, k]
    return books[0, k] + books[period, k]


@rule
def rivals_of(w: World, role: int, d: int, scope: int) -> int:
    """How many others are ranked: employees among those of their unit, divisions and units among all of them."""
    if scope == Scope.UNIT:
        return len(w.units) - 1
    if scope == Scope.SELF and role == Role.EMPLOYEE:
        return int(w.units[w.divisions[d].unit].heads) - 1
    return len(w.divisions) - 1
