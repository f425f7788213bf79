"""The price list: what an outcome of one's own acts is worth to a person, derived from the pay contract.

Price = sum over the terms of (slope of expected pay to the level) x (how far one more unit of the outcome moves that
level). A level at a scope of n people moves by 1/n of what one of them does: free riding is derived, not assumed.
In a ranking a colleague's gain is a rival's.
"""

from sim.compiled import rule
from sim.pay.standings import doubt, expected_level, heads_in, left_of, rivals_of, weeks_of
from sim.policies.contract import appraise
from sim.policies.metrics import (
    price_of_day,
    price_of_desk,
    price_of_help,
    price_of_hour,
    price_of_point,
    price_of_sale,
    price_of_work,
)
from sim.policies.vocabulary import Role, Scope
from sim.tables import Row, World


@rule
def price_list(w: World, role: int, d: int, books: Row, heads: float, prices: Row) -> float:
    """Fill the price list (euro) of a role in division d, given the raw counts of its own scope.

    For an employee `books` are the person's own and heads is 1; for a manager both are the division's. Returns the
    money that hangs on the credit of one sale (employee) or of one point for one problem (manager), in euro.
    """
    c, p = w.company[0], w.parameters[0]
    first, last = w.spans[role, 0], w.spans[role, 1]
    see_standings(w, role, d, books, heads)
    appraise(w.terms, first, last, w.standings)
    clear(prices)
    credit = 0.0
    for i in range(last - first):
        term, mine = w.terms[first + i], w.standings[i]
        mine.slope *= c.period_share[term.period]  # cut short by a change of contract, a period pays its share only
        mine.rival_slope *= c.period_share[term.period]
        add_prices(prices, term, mine, c, p)
        if term.ranked == 1 and mine.rivals > 0:
            alone = role == Role.EMPLOYEE and term.scope == Scope.SELF
            add_rivalry(prices, term, mine, alone, c, p)
        credit += credit_of(role, term, mine, c, p)
    return credit


@rule
def see_standings(w: World, role: int, d: int, books: Row, heads: float) -> None:
    """Fill in where a role in division d stands with each term; `books` are the raw counts of its own scope."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    first, last = w.spans[role, 0], w.spans[role, 1]
    for i in range(last - first):
        term, mine = w.terms[first + i], w.standings[i]
        mine.heads = heads_in(term.scope, heads, division, unit, c)
        mine.weeks = weeks_of(c, term.period)
        mine.level = expected_level(w, d, books, heads, term.scope, term.period, term.metric)
        mine.sd = doubt(term.metric, mine.heads, mine.weeks, left_of(c, term.period), c, p)
        if term.ranked == 1:
            mine.rivals = rivals_of(w, role, d, term.scope)
            field = Scope.UNIT if role == Role.EMPLOYEE and term.scope == Scope.SELF else Scope.COMPANY
            mine.others = expected_level(w, d, books, heads, field, term.period, term.metric)


@rule
def clear(prices: Row) -> None:
    """An empty price list."""
    prices.hour = prices.work = prices.desk = prices.help = 0.0
    prices.own_point = prices.unit_point = prices.out_point = 0.0
    prices.own_day = prices.unit_day = prices.out_day = 0.0


@rule
def add_prices(prices: Row, term: Row, mine: Row, c: Row, p: Row) -> None:
    """Add one term's share to the price list; whose customers count depends on its scope."""
    metric, slope, heads, weeks = term.metric, mine.slope, mine.heads, mine.weeks
    prices.hour += price_of_hour(metric, slope, heads, weeks, c, p)
    prices.work += price_of_work(metric, slope, heads, weeks, c, p)
    prices.desk += price_of_desk(metric, slope, heads, weeks, c, p)
    prices.help += price_of_help(metric, slope, heads, weeks, c, p)
    point = price_of_point(metric, slope, heads, weeks, c, p)
    sooner = price_of_day(metric, slope, heads, weeks, c, p)
    prices.own_point += point
    prices.own_day += sooner
    if term.scope >= Scope.UNIT:
        prices.unit_point += point
        prices.unit_day += sooner
    if term.scope == Scope.COMPANY:
        prices.out_point += point
        prices.out_day += sooner


@rule
def add_rivalry(prices: Row, term: Row, mine: Row, alone: bool, c: Row, p: Row) -> None:
    """In a ranking a rival's gain is my loss: what one rival's level costs, moved by one point or by one day sooner.

    `alone` marks a ranking of single employees within their unit: there is no rival outside.
    """
    slope = mine.rival_slope / mine.rivals
    loss = price_of_point(term.metric, slope, mine.heads, mine.weeks, c, p)
    sooner = price_of_day(term.metric, slope, mine.heads, mine.weeks, c, p)
    if term.scope < Scope.UNIT:
        prices.unit_point += loss
        prices.unit_day += sooner
    if not alone:
        prices.out_point += loss
        prices.out_day += sooner


@rule
def credit_of(role: int, term: Row, mine: Row, c: Row, p: Row) -> float:
    """What hangs on having the credit oneself (euro): of a sale, and for a manager of a point for one problem too."""
    narrow = term.scope == Scope.SELF or (role == Role.MANAGER and term.scope == Scope.DIVISION)
    if not narrow:
        return 0.0
    credit = price_of_sale(term.metric, mine.slope, mine.heads, mine.weeks, c, p)
    if role == Role.MANAGER:
        credit += price_of_point(term.metric, max(mine.slope, 0.0), mine.heads, mine.weeks, c, p)
    return credit
