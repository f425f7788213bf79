"""The price list: what an outcome of one's own acts is worth to a person, derived from the pay contract.

People judge a way of working, not a single problem: what would it pay to work so for a month? A price is

    (E[pay if I work half a month's worth more so] - E[pay if half a month's worth less]) / (outcomes in a month),

so it is bounded by what is at stake, and equals the slope of the expected pay where that is straight. What of the month
lies beyond the end of the period falls into the next one. A level at a scope of n people moves by 1/n of what one of
them does: free riding is derived, not assumed. In a ranking a colleague's gain is a rival's.
"""

from sim.calendar import WEEKS_A_MONTH
from sim.compiled import routine, rule
from sim.pay.outcomes import (
    DESK,
    HELP,
    HOUR,
    OUT_DAY,
    OUT_POINT,
    OWN_DAY,
    OWN_HOUR,
    OWN_POINT,
    UNIT_DAY,
    UNIT_POINT,
    in_a_month,
    look_at,
    moves,
)
from sim.pay.periods import share_now, weeks_in
from sim.pay.standings import see_standings
from sim.policies.contract import by_itself, expected_pay, is_joint, keep_pay
from sim.policies.vocabulary import Role
from sim.tables import Row, Rows, World

HALF = 0.5


@rule
def price_list(w: World, role: int, d: int, books: Row, heads: float, prices: Row) -> float:
    """Fill the price list (euro) of a role in division d, given the raw counts of its own scope.

    For an employee `books` are the person's own and heads is 1; for a manager both are the division's. Returns the
    money that hangs on the credit of one sale (employee), or of a problem's success (manager), in euro.
    """
    c, p = w.company[0], w.parameters[0]
    first, last = w.spans[role, 0], w.spans[role, 1]
    see_standings(w, role, d, books, heads, role == Role.MANAGER)
    if is_joint(w.terms, first, last):
        keep_pay(w.terms, first, last, w.standings, False)
        if share_now(c, w.terms[first].period) < 1.0:
            keep_pay(w.terms, first, last, w.standings, True)
    prices.hour = price(w.terms, first, last, w.standings, role, heads, HOUR, c, p)
    prices.own_point = price(w.terms, first, last, w.standings, role, heads, OWN_POINT, c, p)
    prices.unit_point = price(w.terms, first, last, w.standings, role, heads, UNIT_POINT, c, p)
    prices.out_point = price(w.terms, first, last, w.standings, role, heads, OUT_POINT, c, p)
    prices.own_day = price(w.terms, first, last, w.standings, role, heads, OWN_DAY, c, p)
    prices.unit_day = price(w.terms, first, last, w.standings, role, heads, UNIT_DAY, c, p)
    prices.out_day = price(w.terms, first, last, w.standings, role, heads, OUT_DAY, c, p)
    prices.desk = price(w.terms, first, last, w.standings, role, heads, DESK, c, p)
    prices.help = price(w.terms, first, last, w.standings, role, heads, HELP, c, p)
    credit = price(w.terms, first, last, w.standings, role, heads, OWN_HOUR, c, p)
    credit = credit / p.sale_chance if p.sale_chance > 0.0 else 0.0
    if role == Role.MANAGER:
        credit += max(prices.own_point - prices.unit_point, 0.0)
    return credit


@rule
def price(
    terms: Rows, first: int, last: int, standings: Rows, role: int, heads: float, outcome: int, c: Row, p: Row
) -> float:
    """What one more of an outcome is worth (euro), when a month's worth of it is at choice."""
    for i in range(first, last):
        if moves(terms[i], role, outcome):
            return price_of_what_moves(terms, first, last, standings, role, heads, outcome, c, p)
    return 0.0


@routine
def price_of_what_moves(
    terms: Rows, first: int, last: int, standings: Rows, role: int, heads: float, outcome: int, c: Row, p: Row
) -> float:
    """The same of an outcome that moves some level."""
    a_month = in_a_month(outcome, heads, c, p)
    if a_month <= 0.0:
        return 0.0
    total, joint = 0.0, is_joint(terms, first, last)
    for i in range(last - first):
        look_at(terms[first + i], standings[i], role, outcome, c, p)
        if not joint and standings[i].touched:
            total += price_alone(terms[first + i], standings[i], a_month, c)
    if not joint:
        return total / a_month
    touch_neighbours(terms, first, last, standings)
    return price_together(terms, first, last, standings, a_month, c) / a_month


@rule
def touch_neighbours(terms: Rows, first: int, last: int, standings: Rows) -> None:
    """What moves one level of a metric concerns all terms on it: they are judged together."""
    for i in range(last - first):
        for j in range(last - first):
            if standings[j].touched == 1 and terms[first + j].metric == terms[first + i].metric:
                standings[i].touched = 2 if standings[i].touched == 0 else standings[i].touched


@routine
def price_together(terms: Rows, first: int, last: int, standings: Rows, a_month: float, c: Row) -> float:
    """What a month of it pays (euro) where all terms, of one period, are judged together."""
    period = terms[first].period
    now = share_now(c, period)
    half = HALF * a_month * now
    gain = 0.0
    if now > 0.0:  # a contract that began in mid-period pays a part of it
        more = expected_pay(terms, first, last, standings, False, half)
        less = expected_pay(terms, first, last, standings, False, -half)
        gain += c.period_share[period] * (more - less)
    if now < 1.0:
        half = HALF * a_month * (1.0 - now)
        more = expected_pay(terms, first, last, standings, True, half)
        less = expected_pay(terms, first, last, standings, True, -half)
        gain += more - less
    return gain


@rule
def price_alone(term: Row, mine: Row, a_month: float, c: Row) -> float:
    """What a month of it pays by one term of a contract whose terms have nothing to do with each other (euro)."""
    now = share_now(c, term.period)
    if term.linear == 1:
        share = now * c.period_share[term.period]
        return a_month * term.amount * (share * mine.move + (1.0 - now) * mine.later_move)
    gain = 0.0
    half = HALF * a_month * now
    if now > 0.0:
        gain += c.period_share[term.period] * (by_itself(term, mine, False, half) - by_itself(term, mine, False, -half))
    if now < 1.0:
        half = HALF * a_month * (1.0 - now)
        gain += by_itself(term, mine, True, half) - by_itself(term, mine, True, -half)
    return gain


@routine
def promised(w: World, role: int, later: bool) -> float:
    """Variable pay that the contract promises where a person stands, as seen last: in the open period or the next.

    In euro a month; what the terms of a period promise is spread evenly over it.
    """
    first, last = w.spans[role, 0], w.spans[role, 1]
    if first == last:
        return 0.0
    if is_joint(w.terms, first, last):
        return keep_pay(w.terms, first, last, w.standings, later) / months_in(w.terms[first].period)
    total = 0.0
    for i in range(last - first):
        term, mine = w.terms[first + i], w.standings[i]
        mine.move = mine.later_move = mine.rival_move = mine.later_rival_move = 0.0
        total += by_itself(term, mine, later, 0.0) / months_in(term.period)
    return total


@rule
def months_in(period: int) -> float:
    """Months in a month, a quarter or a year.

    >>> months_in(1)
    3.0
    """
    return weeks_in(period) / WEEKS_A_MONTH
