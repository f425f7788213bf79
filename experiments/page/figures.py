"""The numbers behind the charts: week by week, the mean over futures and its 95 % interval."""

import numpy as np
import pandas as pd

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import t_intervals
from experiments.comparing.windows import BEFORE_WEEKS
from experiments.showing.heights import Span


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


def futures_of(found: Comparison, measure: str, place: int, most: int) -> pd.DataFrame:
    """Single futures of one policy: columns future, week, value; the first `most`, from week -8 on."""
    first = max(0, found.warmup - BEFORE_WEEKS)
    values = found.weekly(measure)[place, :most, first:]
    weeks = found.week_numbers[first:]
    return pd.DataFrame(
        {"future": np.repeat(np.arange(len(values)), len(weeks)), "week": np.tile(weeks, len(values)),
         "value": values.ravel()}
    )  # fmt: skip


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


def _running(values: np.ndarray, weeks: int) -> np.ndarray:
    """Mean over the last `weeks` weeks, fewer at the start; shape stays (futures, weeks)."""
    if weeks == 1 or not values.size:
        return values
    total = np.cumsum(values, axis=1)
    total[:, weeks:] -= total[:, :-weeks].copy()
    return np.asarray(total / np.minimum(np.arange(1, values.shape[1] + 1), weeks))
