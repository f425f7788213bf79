"""The weeks over which things are reported and compared, counted from the switch: one place for all of them."""

from typing import Literal

from sim.calendar import WEEKS_A_QUARTER

type Window = Literal["week6", "last_quarter"]

WINDOWS: tuple[Window, ...] = ("week6", "last_quarter")
EARLY_WEEK = 6
"""The week after the switch that the case is named after."""
LAST_WEEKS = WEEKS_A_QUARTER
BEFORE_WEEKS = 8
"""The last weeks before the switch: what things were like."""


def like_week(week: int, weeks: int) -> int:
    """The same week of the quarter in the last 13 of so many weeks; the week itself if it is among them or after them.

    >>> like_week(6, 52), like_week(6, 60), like_week(6, 8)
    (45, 58, 6)
    """
    return week + max(0, (weeks - week) // WEEKS_A_QUARTER) * WEEKS_A_QUARTER


def span(window: Window, warmup: int, weeks: int) -> tuple[int, int]:
    """First week and week after the last of a window, counted from the warm-up's first; empty if the run is too short.

    `week6` is the sixth week after the switch, `last_quarter` the last 13 weeks, or all after it.
    """
    end = warmup + weeks
    if window == "last_quarter":
        return max(warmup, end - LAST_WEEKS), end
    first = min(warmup + EARLY_WEEK - 1, end)
    return first, min(first + 1, end)
