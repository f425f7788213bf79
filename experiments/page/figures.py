"""The numbers behind the charts: week by week, the mean over futures and its 95 % interval."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import t_intervals
from experiments.comparing.windows import BEFORE_WEEKS


class Span(NamedTuple):
    """From where to where an axis goes."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.high - self.low


def curves(found: Comparison, measure: str, weeks: int = 1) -> pd.DataFrame:
    """Columns place (of the policy), week, mean, low, high: from 8 weeks before the switch on.

    Before the switch all policies are one line, that of the first; the others begin at week 0. With `weeks` above one,
    each point is the mean over so many weeks up to it, never across the switch. Raises RequestError for the measure.
    """
    values = found.weekly(measure)
    switch, numbers = found.warmup, found.week_numbers
    first = max(0, switch - BEFORE_WEEKS)
    rows = []
    for place in range(len(found.ids)):
        before = _running(values[place, :, :switch], weeks)
        after = _running(values[place, :, switch:], weeks)
        both = np.concatenate([before, after], axis=1)
        begin = first if place == 0 else max(switch - 1, 0)
        mean, low, high, _ = t_intervals(both[:, begin:].T)
        table = {"place": place, "week": numbers[begin:], "mean": mean, "low": low, "high": high}
        rows.append(pd.DataFrame(table))
    return pd.concat(rows, ignore_index=True)


def before_switch(found: Comparison, measure: str) -> float:
    """Mean over futures and the last 8 weeks before the switch; NaN if there are none."""
    values = found.weekly(measure)[0, :, max(0, found.warmup - BEFORE_WEEKS) : found.warmup]
    return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")


def span(curve: pd.DataFrame, room: float = 0.06) -> Span:
    """What the axis has to show: all means and intervals with some room; wide enough even if nothing moves."""
    low, high = float(curve[["low", "mean"]].min().min()), float(curve[["high", "mean"]].max().max())
    if not np.isfinite([low, high]).all():
        return Span(0.0, 1.0)
    extra = room * (high - low) or 0.05 * abs(high) or 0.5
    return Span(low - extra, high + extra)


def set_apart(places: list[float], gap: float, within: Span) -> list[float]:
    """Labels at these heights, moved so that none is nearer than `gap` to the next; inside the span if they fit.

    >>> set_apart([0.5, 0.52, 0.9], 0.1, Span(0.0, 1.0))
    [0.42, 0.52, 0.9]
    """
    order = sorted(range(len(places)), key=places.__getitem__, reverse=True)
    moved = list(places)
    above = within.high + gap
    for each in order:
        moved[each] = above = min(moved[each], above - gap)
    below = within.low - gap
    for each in reversed(order):
        moved[each] = below = max(moved[each], below + gap)
    return [round(each, 9) for each in moved]


def _running(values: np.ndarray, weeks: int) -> np.ndarray:
    """Mean over the last `weeks` weeks, fewer at the start; shape stays (futures, weeks)."""
    if weeks == 1 or not values.size:
        return values
    total = np.cumsum(values, axis=1)
    total[:, weeks:] -= total[:, :-weeks].copy()
    return np.asarray(total / np.minimum(np.arange(1, values.shape[1] + 1), weeks))
