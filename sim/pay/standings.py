"""Where things stand: what level of a metric people expect at the end of a period, and how unsure they are.

A level is a mean or per head (see `sim/policies/metrics`). What has been counted so far is known, but for the survey's
answers of the latest weeks, which are still to come in. The rest of the period is expected to go on at the running pace
of the division, unit or company; the next period is expected to be like that from its first day.

Doubt (a standard deviation) has three sources: the chance in what is still to be counted, a drift that people reckon
with, and the error of the pace itself, which few answers make large.
"""

import math

from sim.calendar import HOURS_A_WEEK
from sim.compiled import routine, rule
from sim.pay.periods import share_now, weeks_in, weeks_left, weeks_of, weeks_unseen
from sim.pay.scopes import count_in, field_of, heads_in, near_of, pace_heads, rivals_of
from sim.policies.contract import is_joint
from sim.policies.metrics import drift, level, noise
from sim.policies.vocabulary import Above, Scope
from sim.tables import ASKED, COUNTS, DELAY_MOST, Row, World

LEAST_DOUBT = 1e-6  # in the metric's unit, as long as a period is open: nothing is quite certain then


@rule
def doubt(metric: int, surveyed: int, heads: float, many: float, period: int, c: Row, p: Row) -> float:
    """Standard deviation of the level at the end of the open period; `many` are the people whose pace one goes by."""
    weeks, left = weeks_of(c, period), weeks_left(c, period)
    if left <= 0.0:
        return 0.0
    if surveyed == 1:
        left += weeks_unseen(c, p, period)
    return doubt_over(metric, heads, many, weeks, left / weeks, c, p)


@rule
def doubt_over(metric: int, heads: float, many: float, weeks: float, left: float, c: Row, p: Row) -> float:
    """The same over so many weeks, of which the share `left` is not known yet."""
    chance = (noise(metric, heads, weeks, c, p) + drift(metric, c, p)) * left
    error = noise(metric, many, weeks_behind_pace(p), c, p) * left * left
    return math.sqrt(chance + error) + LEAST_DOUBT


@rule
def weeks_behind_pace(p: Row) -> float:
    """How many weeks a running mean amounts to, that moves by a share each week: its variance is that of so many.

    >>> from types import SimpleNamespace
    >>> weeks_behind_pace(SimpleNamespace(pace_rate=0.25))
    7.0
    """
    return (2.0 - p.pace_rate) / max(p.pace_rate, 1e-3)


@routine
def expected_level(w: World, d: int, books: Row, heads: float, scope: int, period: int, metric: int) -> float:
    """The level of a metric at a scope that is expected at the end of the open period."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    n = heads_in(scope, heads, division, unit, c)
    weeks, left = weeks_of(c, period), weeks_left(c, period)
    unseen = weeks_unseen(c, p, period)
    for k in range(COUNTS):
        w.so_far[k] = count_in(scope, books, division, unit, c, period, k)
    if scope == Scope.UNIT:
        forget_latest(w, unit.recent, unseen)
        foresee(w, unit.pace, n / unit.heads, left, unseen)
    elif scope == Scope.COMPANY:
        forget_latest(w, c.recent, unseen)
        foresee(w, c.pace, n / c.people, left, unseen)
    else:
        if n == division.heads:
            forget_latest(w, division.recent, unseen)
        else:
            know_in_part(w, unseen / max(weeks - left, 1e-9))
        foresee(w, division.pace, n / division.heads, left, unseen)
    return level(metric, w.foreseen, n, weeks, c, p)


@routine
def later_level(w: World, d: int, heads: float, scope: int, weeks: float, metric: int) -> float:
    """The level that is expected of a whole period of so many weeks that has not begun."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    unit = w.units[division.unit]
    n = heads_in(scope, heads, division, unit, c)
    for k in range(COUNTS):
        w.so_far[k] = 0.0
    if scope == Scope.UNIT:
        foresee(w, unit.pace, n / unit.heads, weeks, 0)
    elif scope == Scope.COMPANY:
        foresee(w, c.pace, n / c.people, weeks, 0)
    else:
        foresee(w, division.pace, n / division.heads, weeks, 0)
    return level(metric, w.foreseen, n, weeks, c, p)


@rule
def forget_latest(w: World, recent: Row, unseen: int) -> None:
    """Take the answers of the latest weeks, which have not come in yet, out of what is known so far."""
    last = w.company[0].hour // HOURS_A_WEEK - 1  # the latest week that is over, on its Friday and later
    for back in range(unseen):
        week = (last - back) % DELAY_MOST
        for k in range(len(ASKED)):
            w.so_far[ASKED[k]] -= recent[week, k]


@rule
def know_in_part(w: World, share: float) -> None:
    """Of a single person's own answers nobody keeps the weeks: the share that has not come in is like the others."""
    for k in range(len(ASKED)):
        w.so_far[ASKED[k]] *= max(1.0 - share, 0.0)


@rule
def foresee(w: World, pace: Row, share: float, left: float, unseen: int) -> None:
    """The raw counts expected at the end: known so far, and a share of the running weekly pace for all other weeks."""
    for k in range(COUNTS):
        w.foreseen[k] = w.so_far[k] + pace[k] * share * left
    for k in range(len(ASKED)):
        w.foreseen[ASKED[k]] += pace[ASKED[k]] * share * unseen


@routine
def see_standings(w: World, role: int, d: int, books: Row, heads: float, all_levels: bool) -> None:
    """Fill in where a role in division d stands with each term; `books` are the raw counts of its own scope.

    Not `all_levels`: where a price does not hang on the level (so much for each unit), nor on the next period (no part
    of the coming month lies in it), they are left out.
    """
    c, division = w.company[0], w.divisions[d]
    unit = w.units[division.unit]
    first, last = w.spans[role, 0], w.spans[role, 1]
    joint = is_joint(w.terms, first, last)
    for i in range(last - first):
        term, mine = w.terms[first + i], w.standings[i]
        mine.heads = heads_in(term.scope, heads, division, unit, c)
        mine.weeks = weeks_of(c, term.period)
        mine.near = near_of(w, division) if c.touches > 1.0 else 0.0
        if term.ranked == 1:
            mine.rivals = rivals_of(w, role, d, term.scope)
        if all_levels or joint or term.linear == 0:
            see_level(w, role, d, books, heads, first + i, all_levels or share_now(c, term.period) < 1.0)


@rule
def see_level(w: World, role: int, d: int, books: Row, heads: float, row: int, next_too: bool) -> None:
    """The same for one term, a row of the contract: its level, the doubt about it, and that of its rivals."""
    c, p = w.company[0], w.parameters[0]
    division = w.divisions[d]
    term, mine = w.terms[row], w.standings[row - w.spans[role, 0]]
    metric, scope, period = term.metric, term.scope, term.period
    many, field = pace_heads(scope, division, w.units[division.unit], c), field_of(role, scope)
    level_now = expected_level(w, d, books, heads, scope, period, metric)
    mine.level = level_now - w.references[d, row]
    mine.sd = doubt(metric, term.surveyed, mine.heads, many, period, c, p)
    if term.ranked == 1:
        mine.others = expected_level(w, d, books, heads, field, period, metric)
    if next_too:
        whole = weeks_in(period)
        counts_from = level_now if term.above == Above.LAST else w.references[d, row]
        mine.later = later_level(w, d, heads, scope, whole, metric) - counts_from
        mine.later_sd = doubt_over(metric, mine.heads, many, whole, 1.0, c, p)
        if term.ranked == 1:
            mine.later_others = later_level(w, d, heads, field, whole, metric)
