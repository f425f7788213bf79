"""The working calendar: 8 hours a day, 5 days a week, months of 4, 4 and 5 weeks, 52 weeks a year.

This 4-4-5 calendar, usual in retail accounting, lets every month and quarter end on a Friday.
"""

from sim.compiled import rule

HOURS_A_DAY = 8
DAYS_A_WEEK = 5
HOURS_A_WEEK = HOURS_A_DAY * DAYS_A_WEEK
WEEKS_A_QUARTER = 13
WEEKS_A_YEAR = 52
WEEKS_A_MONTH = WEEKS_A_YEAR / 12


@rule
def month_ends_after(week: int) -> int:
    """How many weeks have passed since the start when the month that holds `week` (0, 1, …) is over.

    >>> [month_ends_after(week) for week in (0, 3, 4, 8, 12, 13)]
    [4, 4, 8, 13, 13, 17]
    """
    quarter = week // WEEKS_A_QUARTER
    in_quarter = week - WEEKS_A_QUARTER * quarter
    if in_quarter < 4:
        return WEEKS_A_QUARTER * quarter + 4
    if in_quarter < 8:
        return WEEKS_A_QUARTER * quarter + 8
    return WEEKS_A_QUARTER * quarter + WEEKS_A_QUARTER


@rule
def month_begins_at(week: int) -> int:
    """How many weeks had passed when the month that holds `week` began.

    >>> [month_begins_at(week) for week in (0, 3, 4, 12, 13)]
    [0, 0, 4, 8, 13]
    """
    quarter = week // WEEKS_A_QUARTER
    in_quarter = week - WEEKS_A_QUARTER * quarter
    if in_quarter < 4:
        return WEEKS_A_QUARTER * quarter
    if in_quarter < 8:
        return WEEKS_A_QUARTER * quarter + 4
    return WEEKS_A_QUARTER * quarter + 8


@rule
def period_begins_at(period: int, week: int) -> int:
    """The same for a month (0), a quarter (1) or a year (2)."""
    if period == 0:
        return month_begins_at(week)
    if period == 1:
        return WEEKS_A_QUARTER * (week // WEEKS_A_QUARTER)
    return WEEKS_A_YEAR * (week // WEEKS_A_YEAR)


@rule
def period_ends_after(period: int, week: int) -> int:
    """The same for a month (0), a quarter (1) or a year (2).

    >>> period_ends_after(1, 12), period_ends_after(1, 13), period_ends_after(2, 60)
    (13, 26, 104)
    """
    if period == 0:
        return month_ends_after(week)
    if period == 1:
        return WEEKS_A_QUARTER * (week // WEEKS_A_QUARTER + 1)
    return WEEKS_A_YEAR * (week // WEEKS_A_YEAR + 1)
