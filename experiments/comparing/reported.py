"""What a comparison reports: which numbers, which of them first, and over which weeks."""

from typing import Literal

from experiments.comparing.intervals import Difference, Interval
from sim.records.counts import Reported
from sim.records.measures import MEASURES

type Window = Literal["week6", "last_quarter"]
type Summary = dict[str, dict[Window, dict[str, Interval]]]
"""Means by course, window and measure."""
type Paired = dict[str, dict[Window, dict[str, Difference]]]
"""Differences against the first course, by course (but the first), window and measure."""

WINDOWS: tuple[Window, ...] = ("week6", "last_quarter")
EARLY_WEEK = 6
LAST_WEEKS = 13

HEADLINES = (
    "silo_index", "handoffs_per_problem", "avoidable_handoffs", "return_share", "table_share",
    "invitation_acceptance_in_unit", "invitation_acceptance_cross_unit", "satisfaction", "days_to_solve_median",
    "customers", "agenda_customer", "dispute_hours", "effort", "trust", "sales", "pay_cost", "profit",
)  # fmt: skip
"""What a strategist looks at first."""

WEEKS_TO_CHANGE = Reported(
    "weeks_to_change", "Weeks to change", "Weken tot verandering", "weeks", 0,
    "Weeks until 90 % of the lasting shift of the silo index is reached and kept; undefined without a clear shift.",
)  # fmt: skip


def reported() -> dict[str, Reported]:
    """All numbers of a comparison by name: the measures, and the weeks to change."""
    known: list[Reported] = list(MEASURES.values())
    return {each.name: each for each in (*known, WEEKS_TO_CHANGE)}


def span(window: Window, warmup: int, weeks: int) -> tuple[int, int]:
    """First week and week after the last of a window, counted from the warm-up's first; empty if the run is too short.

    `week6` is the sixth week after the switch, `last_quarter` the last 13 weeks, or all after it.
    """
    end = warmup + weeks
    if window == "last_quarter":
        return max(warmup, end - LAST_WEEKS), end
    first = min(warmup + EARLY_WEEK - 1, end)
    return first, min(first + 1, end)
