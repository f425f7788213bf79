"""The price list: what an outcome of one's own acts is worth to a person, derived from the pay contract.

People judge a way of working, not a single problem: what would it pay to work so for a month? A price is

    (E[pay if I work half a month's worth more so] - E[pay if half a month's worth less]) / (outcomes in a month),

so it is bounded by what is at stake, and equals the slope of the expected pay where that is straight. What of the month
lies beyond the end of the period falls into the next one. A level at a scope of n people moves by 1/n of what one of
them does: free riding is derived, not assumed. In a ranking a colleague's gain is a rival's.
"""

from sim.calendar import HOURS_A_WEEK, WEEKS_A_MONTH
from sim.compiled import routine, rule
from sim.pay.standings import see_standings, share_now, weeks_in
from sim.policies.contract import by_itself, expected_pay, is_joint, keep_pay
from sim.policies.metrics import moved_by_day, moved_by_desk, moved_by_help, moved_by_hour, moved_by_point
from sim.policies.vocabulary import Role, Scope
from sim.tables import Row, Rows, World

HOUR, OWN_POINT, UNIT_POINT, OUT_POINT, OWN_DAY, UNIT_DAY, OUT_DAY, DESK, HELP, OWN_HOUR = range(10)
"""Outcomes. The first nine are the price list's (`PRICE_NAMES`); the last is an hour whose sale counts for me alone."""

HALF = 0.5
HANDLING = 0.4  # share of the hours that go into problems, where load is usual (our assumption)


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


@rule
def moves(term: Row, role: int, outcome: int) -> bool:
    """Whether an outcome moves the level of a term, or that of its rivals."""
    if not term.moved_by >> kind_of(outcome) & 1:
        return False
    return counts(term, role, outcome) or (term.ranked == 1 and moves_rivals(term, role, outcome))


@rule
def kind_of(outcome: int) -> int:
    """The place of an outcome among `OUTCOMES`, which knows no scopes.

    >>> from sim.policies.metrics import OUTCOMES
    >>> [OUTCOMES[kind_of(outcome)] for outcome in (HOUR, OWN_HOUR, UNIT_POINT, OUT_DAY, DESK, HELP)]
    ['hour', 'hour', 'point', 'day', 'desk', 'help']
    """
    if outcome in (HOUR, OWN_HOUR):
        return 0
    if outcome <= OUT_POINT:
        return 1
    if outcome <= OUT_DAY:
        return 2
    return outcome - DESK + 3


@rule
def look_at(term: Row, mine: Row, role: int, outcome: int, c: Row, p: Row) -> None:
    """How far one of the outcome moves the levels of a term, now and in the next period."""
    mine.move = mine.later_move = mine.rival_move = mine.later_rival_move = 0.0
    mine.touched = 0
    if not moves(term, role, outcome):
        return
    mine.touched = 1
    share = share_in_mean(term, mine.near, outcome, c)
    now = share * raw_move(term.metric, outcome, mine.heads, mine.weeks, c, p)
    later = share * raw_move(term.metric, outcome, mine.heads, weeks_in(term.period), c, p)
    if counts(term, role, outcome):
        mine.move, mine.later_move = now, later
    elif mine.rivals > 0:
        mine.rival_move, mine.later_rival_move = now / mine.rivals, later / mine.rivals


@rule
def counts(term: Row, role: int, outcome: int) -> bool:
    """Whether an outcome counts in the level of a term: whose customers and sales do depends on its scope."""
    scope = term.scope
    if outcome in (UNIT_POINT, UNIT_DAY):
        return bool(scope >= Scope.UNIT)
    if outcome in (OUT_POINT, OUT_DAY):
        return bool(scope == Scope.COMPANY)
    if outcome == OWN_HOUR:
        return bool(scope == Scope.SELF or (role == Role.MANAGER and scope == Scope.DIVISION))
    return True


@rule
def moves_rivals(term: Row, role: int, outcome: int) -> bool:
    """Whether the outcome is a colleague's who is ranked with me; where single employees are, no one outside is."""
    if outcome in (UNIT_POINT, UNIT_DAY):
        return bool(term.scope < Scope.UNIT)
    if outcome in (OUT_POINT, OUT_DAY):
        return not (role == Role.EMPLOYEE and term.scope == Scope.SELF)
    return False


@rule
def share_in_mean(term: Row, near: float, outcome: int, c: Row) -> float:
    """How much less one problem counts in a mean that holds the problems of others, too: of all that touched them.

    In the mean of the company such a problem counts as often as it was touched, so there it is all one; in that of a
    unit as often as it was touched there: the others are among those one works with, of whom the share `near` is in the
    unit. What is no mean over problems (praise, say) does not mind.

    >>> from types import SimpleNamespace
    >>> c = SimpleNamespace(touches=1.6)
    >>> terms = [SimpleNamespace(surveyed=1, scope=scope) for scope in (Scope.DIVISION, Scope.UNIT, Scope.COMPANY)]
    >>> [share_in_mean(term, 0.5, OWN_POINT, c) for term in terms]
    [0.625, 0.8125, 1.0]
    """
    in_mean = kind_of(outcome) == 2 or (kind_of(outcome) == 1 and term.surveyed == 1)
    if not in_mean or term.scope == Scope.COMPANY or c.touches <= 1.0:
        return 1.0
    others = (c.touches - 1.0) * near if term.scope == Scope.UNIT else 0.0
    return float((1.0 + others) / c.touches)


@rule
def raw_move(metric: int, outcome: int, heads: float, weeks: float, c: Row, p: Row) -> float:
    """How far one of the outcome moves the level of a metric in which it counts."""
    kind = kind_of(outcome)
    if kind == 0:
        return moved_by_hour(metric, heads, weeks, c, p)
    if kind == 1:
        return moved_by_point(metric, heads, weeks, c, p)
    if kind == 2:
        return moved_by_day(metric, heads, weeks, c, p)
    if kind == 3:
        return moved_by_desk(metric, heads, weeks, c, p)
    return moved_by_help(metric, heads, weeks, c, p)


@rule
def choices_a_month(c: Row) -> float:
    """How many problems a person handles in a month, a part of each."""
    return c.plan_problems * c.plan_parts * WEEKS_A_MONTH


@rule
def hours_a_month() -> float:
    """Working hours in a month."""
    return HOURS_A_WEEK * WEEKS_A_MONTH


@rule
def choices_weighed(c: Row) -> float:
    """For how many choices one stands, when people judge it as a way of working.

    As many as fill a usual month's hours for problems, however many problems there are: a month has no more hours when
    more of them wait, so an hour must not seem dearer then. Work sliced finer gives more choices, of fewer hours each.

    >>> from types import SimpleNamespace
    >>> round(choices_weighed(SimpleNamespace(plan_hours=2.0)), 1)  # two fifths of 173 hours, in parts of 2
    34.7
    """
    return HANDLING * hours_a_month() / c.plan_hours


@rule
def hours_a_choice(c: Row) -> float:
    """Hours of a month that go with each choice."""
    return hours_a_month() / choices_weighed(c)


@rule
def in_a_month(outcome: int, heads: float, c: Row, p: Row) -> float:
    """How many of an outcome are at choice in a month for so many people: hours, problems owned, or handled."""
    if outcome in (HOUR, OWN_HOUR):
        return hours_a_month() * heads
    if outcome == DESK:
        return choices_a_month(c) * heads
    if outcome == HELP:
        tables = c.plan_problems * max(c.plan_parts - 1.0, 0.0) * WEEKS_A_MONTH
        return max(tables * (p.meeting_hours + c.plan_hours / p.synergy), 1.0) * heads
    return c.plan_problems * WEEKS_A_MONTH * heads


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
