"""The stretch of a log that is measured, and its parts: by the same rule in a real log and in a simulated one.

A log is a window on a company. Cases that came before it begins are left out, whole; what happens after it ends is not
seen, so a case that is open then is measured as far as it got. Where a log says what is solved, only cases that ended
within the window count, in both: many logs hold nothing else.
"""

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.xray.times import HOURS
from sim.calendar import HOURS_A_WEEK
from sim.records.handoffs import SOLVED

type Part = Literal["whole", "early", "late"]

PARTS: tuple[Part, ...] = ("whole", "early", "late")
EARLY = 0.7
"""Share of the window that is its early part; the late part is held out."""
ENDED = (*SOLVED, "Given up")
WEEKS_MOST = 26
"""A longer log counts with its last half year: an older company is another one, and every week costs."""
_LONG_BEFORE, _LONG_AFTER = 0.05, 0.995
_DAYS_A_WEEK = 7


class Window(NamedTuple):
    """A stretch of a log, in weeks from a moment on."""

    begins: float
    """In weeks of the log's own time."""
    weeks: float

    def of(self, part: Part) -> "Window":
        """One of its parts."""
        if part == "whole":
            return self
        cut = EARLY * self.weeks
        return Window(self.begins, cut) if part == "early" else Window(self.begins + cut, self.weeks - cut)


def in_weeks(time: "pd.Series", read_as: str) -> NDArray[np.float64]:
    """Times of a log as weeks: of working hours if the log's are hours, else of the calendar."""
    if read_as == HOURS:
        return np.asarray(time, dtype=np.float64) / HOURS_A_WEEK
    since = time - pd.Timestamp(0, tz=time.dt.tz)
    return np.asarray(since / pd.Timedelta(days=_DAYS_A_WEEK), dtype=np.float64)


def window_of(events: pd.DataFrame, weeks: NDArray[np.float64]) -> Window:
    """The window of a real log whose events happened at `weeks`.

    It begins when a twentieth of the cases has come: a log taken by the day of closing begins with a few cases that
    were open for long, and few others. It ends before the last two hundredth of the events: a mistyped year is not
    waited for.
    """
    first = pd.Series(weeks).groupby(events["case"].to_numpy()).min()
    begins, ends = float(np.quantile(first, _LONG_BEFORE)), float(np.quantile(weeks, _LONG_AFTER))
    return Window(max(begins, ends - WEEKS_MOST), min(ends - begins, WEEKS_MOST))


def came_in(events: pd.DataFrame, weeks: NDArray[np.float64], window: Window) -> pd.Index:
    """The cases whose first event lies in a window, in the order in which the log has them."""
    first = pd.Series(weeks).groupby(events["case"].to_numpy(), sort=False).min()
    return first.index[(first >= window.begins) & (first < window.begins + window.weeks)]


def within(events: pd.DataFrame, weeks: NDArray[np.float64], window: Window, ended: bool) -> pd.DataFrame:
    """What is seen in a window of a log whose events happened at `weeks`; only cases that end in it, if `ended`."""
    seen = events[events["case"].isin(came_in(events, weeks, window)) & (weeks < window.begins + window.weeks)]
    if not ended:
        return seen
    done = seen.loc[seen["status"].isin(ENDED), "case"]
    return seen[seen["case"].isin(done)]
