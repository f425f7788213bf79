"""Outcomes of one's own acts: which levels they move, how far, and how many there are in a month."""

from sim.calendar import HOURS_A_WEEK, WEEKS_A_MONTH
from sim.compiled import rule
from sim.pay.periods import weeks_in
from sim.policies.metrics import moved_by_day, moved_by_desk, moved_by_help, moved_by_hour, moved_by_point
from sim.policies.vocabulary import Role, Scope
from sim.tables import Row

HOUR, OWN_POINT, UNIT_POINT, OUT_POINT, OWN_DAY, UNIT_DAY, OUT_DAY, DESK, HELP, OWN_HOUR = range(10)
"""Outcomes. The first nine are the price list's (`PRICE_NAMES`); the last is an hour whose sale counts for me alone."""

HANDLING = 0.4  # share of the hours that go into problems, where load is usual (our assumption)


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
