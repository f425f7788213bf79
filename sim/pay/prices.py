"""The price list: what an outcome of one's own acts is worth to a person, derived from the pay contract.

Price = sum over the terms of (slope of expected pay to the level) x (how far one more unit of the outcome moves that
level). A level at a scope of n people moves by 1/n of what one of them does: free riding is derived, not assumed.
In a ranking a colleague's gain is a rival's.
"""

from sim.calendar import HOURS_A_WEEK, WEEKS_A_MONTH
from sim.compiled import rule
from sim.pay.standings import doubt, foreseen, total, wage
from sim.policies.contract import appraise
from sim.policies.terms import KINDS, NAMES
from sim.policies.vocabulary import Metric, Role, Scope
from sim.tables import COUNTS, Row, World

PROMOTERS_A_POINT = 30.0  # promoter balance that one point of satisfaction is worth around the middle of the scale
RANKED = tuple(KINDS[name].ranked for name in NAMES)  # by code of the kind


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
def price_list(w: World, role: int, d: int, books: Row, heads: float, prices: Row) -> float:
    """Fill the price list (euro) of a role in division d, given the raw counts of its own scope.

    For an employee `books` are the person's own and heads is 1; for a manager both are the division's. Returns the
    money that hangs on the credit of one sale (employee) or of one point for one problem (manager), in euro.
    """
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    first, last = w.spans[role, 0], w.spans[role, 1]
    count = last - first
    levels, sds, others, rivals = w.floats[0], w.floats[1], w.floats[2], w.wholes[0]
    slopes, rival_slopes = w.floats[3], w.floats[4]
    so_far, seen = w.raw[0], w.raw[1]
    for i in range(count):
        term = w.terms[first + i]
        levels[i] = expected_level(w, d, books, heads, term.scope, term.period, term.metric, so_far, seen)
        n = heads_in(term.scope, heads, division, unit, c)
        sds[i] = doubt(term.metric, n, weeks_of(c, term.period), left_of(c, term.period), c, p)
        if RANKED[term.kind]:
            rivals[i] = rivals_of(w, role, d, term.scope)
            field = Scope.UNIT if role == Role.EMPLOYEE and term.scope == Scope.SELF else Scope.COMPANY
            others[i] = expected_level(w, d, books, heads, field, term.period, term.metric, so_far, seen)
    appraise(w.terms, first, last, levels, sds, others, rivals, slopes, rival_slopes)
    for i in range(count):  # a period cut short by a change of contract pays its share only
        slopes[i] *= c.period_share[w.terms[first + i].period]
        rival_slopes[i] *= c.period_share[w.terms[first + i].period]

    clear(prices)
    credit = 0.0
    for i in range(count):
        term = w.terms[first + i]
        weeks = weeks_of(c, term.period)
        n = heads_in(term.scope, heads, division, unit, c)
        add_prices(prices, term.metric, term.scope, slopes[i], n, weeks, c, p)
        if RANKED[term.kind] and rivals[i] > 0:
            alone = role == Role.EMPLOYEE and term.scope == Scope.SELF
            add_rivalry(prices, term.metric, term.scope, alone, rival_slopes[i] / rivals[i], n, weeks, c, p)
        narrow = term.scope == Scope.SELF or (role == Role.MANAGER and term.scope == Scope.DIVISION)
        if narrow and term.metric == Metric.SALES:
            credit += slopes[i] * p.sale_value / (c.plan_sales * n * weeks)
        elif narrow and role == Role.MANAGER:
            credit += max(slopes[i], 0.0) * point(term.metric, n, weeks, c, p)
    return credit


@rule
def expected_level(
    w: World, d: int, books: Row, heads: float, scope: int, period: int, metric: int, so_far: Row, seen: Row
) -> float:
    """The level of a metric at a scope that is expected at the end of the period; the last two are scratch space."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    n = heads_in(scope, heads, division, unit, c)
    weeks, left = weeks_of(c, period), left_of(c, period)
    for k in range(COUNTS):
        so_far[k] = count_in(scope, books, division, unit, c, period, k)
    if scope == Scope.UNIT:
        return foreseen(so_far, unit.pace, unit.heads, n, weeks, left, metric, seen, c, p)
    if scope == Scope.COMPANY:
        return foreseen(so_far, c.pace, c.people, n, weeks, left, metric, seen, c, p)
    return foreseen(so_far, division.pace, division.heads, n, weeks, left, metric, seen, c, p)


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
def rivals_of(w: World, role: int, d: int, scope: int) -> int:
    """How many others are ranked: employees among those of their unit, divisions and units among all of them."""
    if scope == Scope.UNIT:
        return len(w.units) - 1
    if scope == Scope.SELF and role == Role.EMPLOYEE:
        return int(w.units[w.divisions[d].unit].heads) - 1
    return len(w.divisions) - 1


@rule
def clear(prices: Row) -> None:
    """An empty price list."""
    prices.hour = prices.work = prices.desk = prices.help = 0.0
    prices.own_point = prices.unit_point = prices.out_point = 0.0
    prices.own_day = prices.unit_day = prices.out_day = 0.0


@rule
def point(metric: int, n: float, weeks: float, c: Row, p: Row) -> float:
    """How far a point of satisfaction for one problem moves the level of a metric shared by n people."""
    if c.coverage <= 0.0:
        return 0.0  # nobody asks
    if metric == Metric.SATISFACTION:
        return 1.0 / (c.plan_problems * n * weeks)
    if metric == Metric.NPS:
        return PROMOTERS_A_POINT / (c.plan_problems * n * weeks)
    if metric == Metric.MENTIONS:
        return c.coverage * p.mention_likely / 5.0 / (n * weeks / WEEKS_A_MONTH)
    return 0.0


@rule
def day(metric: int, n: float, weeks: float, c: Row) -> float:
    """How far a day longer for one problem moves the mean days to solve, shared by n people."""
    return 1.0 / (c.plan_problems * n * weeks) if metric == Metric.DAYS else 0.0


@rule
def add_prices(prices: Row, metric: int, scope: int, slope: float, n: float, weeks: float, c: Row, p: Row) -> None:
    """Add one term's share to the price list."""
    sold = p.sale_chance * p.sale_value
    if metric == Metric.SALES:
        prices.hour += slope * sold / (c.plan_sales * n * weeks)
    elif metric == Metric.MARGIN:
        prices.hour += slope * p.margin_rate * sold / (c.plan_margin * n * weeks)
        prices.work -= slope * wage(p) / (c.plan_margin * n * weeks)
    elif metric == Metric.OFF_DESK:
        prices.desk += slope / (c.plan_problems * c.plan_parts * n * weeks)
    elif metric == Metric.HELP:
        prices.help += slope / (n * weeks / WEEKS_A_MONTH)
    elif metric == Metric.NOMINATIONS:
        prices.help += slope / (p.meeting_hours + c.plan_hours / p.synergy) / (n * weeks / WEEKS_A_MONTH)
    else:
        add_customer_prices(prices, metric, scope, slope, n, weeks, c, p)


@rule
def add_customer_prices(
    prices: Row, metric: int, scope: int, slope: float, n: float, weeks: float, c: Row, p: Row
) -> None:
    """The same for what customers feel: whose customers count depends on the scope."""
    gain = slope * point(metric, n, weeks, c, p)
    sooner = -slope * day(metric, n, weeks, c)
    prices.own_point += gain
    prices.own_day += sooner
    if scope >= Scope.UNIT:
        prices.unit_point += gain
        prices.unit_day += sooner
    if scope == Scope.COMPANY:
        prices.out_point += gain
        prices.out_day += sooner


@rule
def add_rivalry(
    prices: Row, metric: int, scope: int, alone: bool, slope: float, n: float, weeks: float, c: Row, p: Row
) -> None:
    """In a ranking a rival's gain is my loss: what one rival's level costs, moved by one point or by one day sooner.

    `alone` marks a ranking of single employees within their unit: there is no rival outside.
    """
    loss = slope * point(metric, n, weeks, c, p)
    sooner = -slope * day(metric, n, weeks, c)
    if scope < Scope.UNIT:
        prices.unit_point += loss
        prices.unit_day += sooner
    if not alone:
        prices.out_point += loss
        prices.out_day += sooner
