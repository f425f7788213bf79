"""The stretch of a log that is measured, and its parts: by the same rule in a real log and in a simulated one.

A log is a window on a company: a stretch in which its cases came, and a stretch after that in which they are followed.
Cases that came before or after are left out, whole; what happens after the end is not seen, so a case that is open then
is measured as far as it got. Where a log says what is solved, only cases that ended within the window count, in both:
many logs hold nothing else.
"""

import math
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
    """A stretch of a log, in weeks from a moment on; of a simulated log the same stretch some times in a row."""

    begins: float
    """In weeks of the log's own time."""
    weeks: float
    """In which the cases came."""
    followed: float = 0.0
    """Weeks after that in which they are seen."""
    times: int = 1
    every: float = 0.0
    """Weeks from one time to the next, at least `weeks`; of no meaning with one time."""

    def of(self, part: Part) -> "Window":
        """One of its parts: the cases that came early, or those that came late, each followed as long."""
        if part == "whole":
            return self
        cut = EARLY * self.weeks
        if part == "early":
            return self._replace(weeks=cut)
        return self._replace(begins=self.begins + cut, weeks=self.weeks - cut)

    @property
    def whole_weeks(self) -> int:
        """Weeks from where it begins to the end of the last time, rounded up."""
        return math.ceil((self.times - 1) * self.every + self.weeks + self.followed)

    def turns(self, weeks: NDArray[np.float64]) -> NDArray[np.float64]:
        """The time in a row, from 0 on, in whose stretch a case came that came at `weeks`; NaN: in none."""
        since = weeks - self.begins
        turn = np.clip(np.floor(since / self.every), 0, self.times - 1) if self.times > 1 else np.zeros(len(weeks))
        into = since - turn * self.every
        return np.where((into >= 0.0) & (into < self.weeks), turn, np.nan)

    def ends(self, turns: NDArray[np.float64]) -> NDArray[np.float64]:
        """Until when a case of each turn is seen."""
        return np.asarray(self.begins + turns * self.every + self.weeks + self.followed)


def in_weeks(time: "pd.Series", read_as: str) -> NDArray[np.float64]:
    """Times of a log as weeks: of working hours if the log's are hours, else of the calendar."""
    if read_as == HOURS:
        return np.asarray(time, dtype=np.float64) / HOURS_A_WEEK
    since = time - pd.Timestamp(0, tz=time.dt.tz)
    return np.asarray(since / pd.Timedelta(days=_DAYS_A_WEEK), dtype=np.float64)


def window_of(events: pd.DataFrame, weeks: NDArray[np.float64]) -> Window:
    """The window of a real log whose events happened at `weeks`, as long as it can be.

    It begins when a twentieth of the cases has come, and not before cases end: of what came before the first end in the
    log, only what lasted until then is in it, and that is not how cases are. The last hundredths at the end do not
    count: a mistyped year is not waited for. Nor do the last cases: the others are followed from where they stop.
    """
    by_case = pd.Series(weeks).groupby(events["case"].to_numpy())
    first, last = by_case.min(), by_case.max()
    begins = max(float(np.quantile(first, _LONG_BEFORE)), float(np.quantile(last, 1 - _LONG_AFTER)))
    came, ends = (float(np.quantile(each, _LONG_AFTER)) for each in (first, weeks))
    begins, came = max(begins, came - WEEKS_MOST), max(came, begins)
    return Window(begins, came - begins, min(max(ends - came, 0.0), WEEKS_MOST))


def in_whole_weeks(window: Window) -> Window:
    """A window of whole weeks, because no two days of a week are alike; of less than a week it is what there is."""
    over = window.weeks % 1.0 if window.weeks >= 1.0 else 0.0
    return Window(window.begins + over, window.weeks - over, float(math.floor(window.followed)))


def came_in(events: pd.DataFrame, weeks: NDArray[np.float64], window: Window) -> pd.Index:
    """The cases whose first event lies in a window, in the order in which the log has them."""
    first = _first(events, weeks)
    return first.index[np.isfinite(window.turns(np.asarray(first, dtype=np.float64)))]


def within(events: pd.DataFrame, weeks: NDArray[np.float64], window: Window, ended: bool) -> pd.DataFrame:
    """What is seen in a window of a log whose events happened at `weeks`; only cases that end in it, if `ended`."""
    first = _first(events, weeks)
    ends = pd.Series(window.ends(window.turns(np.asarray(first, dtype=np.float64))), first.index)
    seen = events[weeks < ends.loc[events["case"].to_numpy()].to_numpy()]  # nothing is before NaN
    if not ended:
        return seen
    done = seen.loc[seen["status"].isin(ENDED), "case"]
    return seen[seen["case"].isin(done)]


def _first(events: pd.DataFrame, weeks: NDArray[np.float64]) -> "pd.Series[float]":
    """When each case came, in the order in which the log has them."""
    return pd.Series(weeks).groupby(events["case"].to_numpy(), sort=False).min()
