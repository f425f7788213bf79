"""The open month, quarter or year: how long it is, what of it is over, and what of that is not known yet."""

from sim.calendar import HOURS_A_WEEK, WEEKS_A_MONTH, WEEKS_A_QUARTER, WEEKS_A_YEAR
from sim.compiled import rule
from sim.tables import Row


@rule
def weeks_of(c: Row, period: int) -> float:
    """Length of the open month, quarter or year.

    >>> from types import SimpleNamespace
    >>> weeks_of(SimpleNamespace(period_began=[160], period_ends=[320]), 0)
    4.0
    """
    return (c.period_ends[period] - c.period_began[period]) / HOURS_A_WEEK


@rule
def weeks_in(period: int) -> float:
    """Length of a whole month, quarter or year, in the mean.

    >>> weeks_in(1)
    13.0
    """
    if period == 0:
        return WEEKS_A_MONTH
    if period == 1:
        return float(WEEKS_A_QUARTER)
    return float(WEEKS_A_YEAR)


@rule
def weeks_left(c: Row, period: int) -> float:
    """Weeks of it that are still to come.

    >>> from types import SimpleNamespace
    >>> weeks_left(SimpleNamespace(period_began=[160], period_ends=[320], hour=280), 0)
    1.0
    """
    return (c.period_ends[period] - c.hour) / HOURS_A_WEEK


@rule
def share_now(c: Row, period: int) -> float:
    """Share of the coming month that still falls into the open period.

    >>> from types import SimpleNamespace
    >>> print(round(share_now(SimpleNamespace(period_ends=[0, 520], hour=480), 1), 2))  # a week is left of the quarter
    0.23
    """
    return min(max(weeks_left(c, period), 0.0) / WEEKS_A_MONTH, 1.0)


@rule
def weeks_unseen(c: Row, p: Row, period: int) -> int:
    """Whole weeks of the open period whose survey answers have not come in yet."""
    passed = (c.hour - c.period_began[period]) // HOURS_A_WEEK
    return int(min(int(p.survey_delay), passed))
