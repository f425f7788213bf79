"""Payday: what the contract pays at the end of a month, quarter or year, by its formula; then a new book is opened."""

from sim.calendar import HOURS_A_WEEK, period_begins_at, period_ends_after
from sim.compiled import rule
from sim.pay.scopes import count_in, heads_in, rivals_of, total
from sim.policies.contract import settle
from sim.policies.metrics import level
from sim.policies.vocabulary import Above, Role, Scope
from sim.tables import COUNTS, PERIODS, Row, World

MONTH, YEAR = 0, 2


@rule
def settle_pay(w: World, closing: bool) -> None:
    """Pay whatever period ends now, shortest first; `closing` ends all open periods early, for the part passed."""
    c = w.company[0]
    for period in range(PERIODS):
        if closing or c.hour >= c.period_ends[period]:
            length = c.period_ends[period] - c.period_began[period]
            passed = min(c.hour - c.period_began[period], length)
            if passed > 0:
                pay_everyone(w, period, passed / length * c.period_share[period])
                people_hear_of_pay(w, period)
    for period in range(PERIODS):
        if closing or c.hour >= c.period_ends[period]:
            raise_bars(w, period)
            close_books(w, period)
            open_books(c, period)


@rule
def open_books(c: Row, period: int) -> None:
    """A new month, quarter or year begins now; after a change of contract it holds only what is left of it."""
    week = c.hour // HOURS_A_WEEK
    begins, ends = HOURS_A_WEEK * period_begins_at(period, week), HOURS_A_WEEK * period_ends_after(period, week)
    c.period_began[period] = c.hour
    c.period_ends[period] = ends
    c.period_share[period] = (ends - c.hour) / (ends - begins)


@rule
def pay_everyone(w: World, period: int, fraction: float) -> None:
    """Every contract's terms over this period are settled; the cost is spread over the weeks that earned it."""
    c = w.company[0]
    weeks = (c.hour - c.period_began[period]) / HOURS_A_WEEK
    paid = 0.0
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        manager = w.managers[d]
        if manager.present:
            amount = pay_due(w, Role.MANAGER, d, division.books, float(division.heads), period, weeks, fraction)
            manager.pay += amount
            paid += amount
        for i in range(division.first, division.first + division.heads):
            me = w.employees[i]
            amount = pay_due(w, Role.EMPLOYEE, d, me.books, 1.0, period, weeks, fraction)
            me.pay += amount
            paid += amount
    first_row, last_row = c.period_began[period] // HOURS_A_WEEK, (c.hour - 1) // HOURS_A_WEEK
    for row in range(first_row, last_row + 1):
        w.weeks[row].bonus += paid / (last_row + 1 - first_row)


@rule
def pay_due(w: World, role: int, d: int, books: Row, heads: float, period: int, weeks: float, fraction: float) -> float:
    """What one contract pays for one period (euro), from the raw counts; `weeks` have passed of it."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    first, last = w.spans[role, 0], w.spans[role, 1]
    count = last - first
    due = False
    for i in range(count):
        due = due or w.terms[first + i].period == period
    if not due:
        return 0.0
    for i in range(count):
        term, mine = w.terms[first + i], w.standings[i]
        if term.period == period:
            for k in range(COUNTS):
                w.so_far[k] = count_in(term.scope, books, division, unit, c, period, k)
            reached = level(term.metric, w.so_far, heads_in(term.scope, heads, division, unit, c), weeks, c, p)
            mine.level = reached - w.references[d, first + i]
            if term.ranked == 1:
                mine.rivals = rivals_of(w, role, d, term.scope)
                mine.ahead = ranked_ahead(w, role, d, term, reached, weeks)
    return settle(w.terms, first, last, period, w.standings, fraction)


@rule
def ranked_ahead(w: World, role: int, d: int, term: Row, mine: float, weeks: float) -> float:
    """How many rivals rank above a level; a tie counts half. Who is ranked: see standings.rivals_of."""
    ahead = -0.5  # oneself ties with oneself
    if term.scope == Scope.UNIT:
        for u in range(len(w.units)):
            ahead += above(level_of(w, w.units[u].books, term, float(w.units[u].heads), weeks), mine, term.sign)
    elif term.scope == Scope.SELF and role == Role.EMPLOYEE:
        unit = w.units[w.divisions[d].unit]
        for i in range(unit.first, unit.first + unit.heads):
            ahead += above(level_of(w, w.employees[i].books, term, 1.0, weeks), mine, term.sign)
    else:
        for other in range(len(w.divisions)):
            heads = float(w.divisions[other].heads)
            ahead += above(level_of(w, w.divisions[other].books, term, heads, weeks), mine, term.sign)
    return ahead


@rule
def level_of(w: World, books: Row, term: Row, heads: float, weeks: float) -> float:
    """The level that somebody's books amount to, in the metric and over the period of a term."""
    for k in range(COUNTS):
        w.so_far[k] = total(books, term.period, k)
    return level(term.metric, w.so_far, heads, weeks, w.company[0], w.parameters[0])


@rule
def above(other: float, mine: float, sign: float) -> float:
    """1 if the other ranks above, a half for a tie; `sign` is -1 where a lower level is better.

    >>> above(8.1, 8.0, 1.0), above(8.0, 8.0, 1.0), above(3.0, 2.0, -1.0)
    (1.0, 0.5, 0.0)
    """
    if sign * other > sign * mine:
        return 1.0
    if other == mine:
        return 0.5
    return 0.0


@rule
def people_hear_of_pay(w: World, period: int) -> None:
    """A payday shows that the contract pays what it says; who has no variable pay sees it every month."""
    c, p = w.company[0], w.parameters[0]
    for role in range(2):
        if is_payday(w, role, period):
            c.belief[role] += p.belief_payday * (1.0 - c.belief[role])


@rule
def is_payday(w: World, role: int, period: int) -> bool:
    """Whether a role is paid something at the end of such a period."""
    first, last = w.spans[role, 0], w.spans[role, 1]
    found = first == last and period == MONTH
    for i in range(first, last):
        found = found or w.terms[i].period == period
    return bool(found)


@rule
def raise_bars(w: World, period: int) -> None:
    """What was reached in the period that ends is what the next one counts from, where a term says so (a ratchet)."""
    c = w.company[0]
    weeks = (c.hour - c.period_began[period]) / HOURS_A_WEEK
    if weeks <= 0.0:
        return
    for i in range(len(w.terms)):
        term = w.terms[i]
        if term.period == period and term.above == Above.LAST:
            for d in range(len(w.divisions)):
                division = w.divisions[d]
                unit = w.units[division.unit]
                if term.scope == Scope.UNIT:
                    w.references[d, i] = level_of(w, unit.books, term, float(unit.heads), weeks)
                elif term.scope == Scope.COMPANY:
                    w.references[d, i] = level_of(w, c.books, term, float(c.people), weeks)
                else:
                    w.references[d, i] = level_of(w, division.books, term, float(division.heads), weeks)


@rule
def close_books(w: World, period: int) -> None:
    """A closed month is added to the quarter and the year; a closed quarter or year starts again from nothing."""
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        close_book(division.books, period)
        for i in range(division.first, division.first + division.heads):
            close_book(w.employees[i].books, period)
    for u in range(len(w.units)):
        close_book(w.units[u].books, period)
    close_book(w.company[0].books, period)


@rule
def close_book(books: Row, period: int) -> None:
    """The same for one person's or division's books."""
    for k in range(COUNTS):
        if period == MONTH:
            books[1, k] += books[0, k]
            books[YEAR, k] += books[0, k]
            books[0, k] = 0.0
        else:
            books[period, k] = 0.0
