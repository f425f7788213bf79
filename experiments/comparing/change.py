"""How long a change of policy takes: weeks until 90 % of the lasting shift is reached, and kept.

The lasting shift is the mean of the last quarter (13 weeks, or all if there are fewer) less the mean of the last
8 weeks before the switch (or all there are). Weekly figures are noisy, so:

* **noise** is the spread of single weeks around a straight line, in the last quarter and before the switch apart. With
  the likeness of neighbouring weeks (lag-1 autocorrelation, corrected for the shortness of the stretch after Kendall
  1954) it gives a standard error to means. A shift below two standard errors, or none at all, counts as no change: the
  answer is then undefined (NaN).
* **reached** is the first week whose centred 3-week mean (of weeks after the switch only) has made 90 % of the shift,
* and it is **kept** if after it no 3-week mean falls back below 90 % by more than noise explains. The margin is z
  standard errors of a 3-week mean, with z such that noise alone goes beyond it in one run of twenty: about 3 for a
  year. (With a margin of two, one of fifty later weeks would break it in a third of all runs that changed at once.)

A week counts when it is over: a switch that works at once gives 1. In single runs noise makes the answer early rather
than late where the change is slow, because it lifts a week over the bar: for sentences use `weeks_to_change_of_mean`.
"""

import math
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.windows import BEFORE_WEEKS, LAST_WEEKS
from sim.records.measures import ratio

type Floats = NDArray[np.float64]

REACHED = 0.9
CLEAR_ERRORS = 2.0
CLEAR_ERRORS_OF_MEAN = 3.0  # several policies are looked at together, and a company drifts a little anyway
_BROKEN_BY_CHANCE = 0.05
_LEAST = 3  # weeks from which noise around a straight line can be told
_MOST_ALIKE = 0.8  # of neighbouring weeks; more cannot be told apart from a trend in so short a stretch
_ROUNDING = 1e-9  # of the level: a shift smaller than this is arithmetic, not change


class Level(NamedTuple):
    """Mean of a stretch of weeks; spread and likeness of neighbouring weeks around their trend; weeks defined."""

    mean: Floats
    noise: Floats
    likeness: Floats
    weeks: NDArray[np.int64]


def weeks_to_change(values: Floats, switch: int) -> Floats:
    """Weeks from the switch until 90 % of the lasting shift is reached and kept, one a run; NaN: no clear shift.

    `values` has shape (runs, weeks), NaN where a week is undefined; the weeks from column `switch` on are after the
    switch. Whole numbers from 1; NaN too where there is nothing before the switch, or fewer than 3 defined weeks in the
    last quarter.
    """
    after = values[:, switch:]
    start, end = _level(values[:, max(0, switch - BEFORE_WEEKS) : switch]), _level(after[:, -LAST_WEEKS:])
    shift = _clear_shift(start, end)
    made = _smooth((after - start.mean[:, None]) / shift[:, None])
    margin = _margin(after.shape[1]) * _smooth_error(end) / np.abs(shift)
    with np.errstate(invalid="ignore"):
        there = made >= REACHED - _ROUNDING
        fell_back = made < (REACHED - _ROUNDING - margin)[:, None]
    lasts = ~np.logical_or.accumulate(fell_back[:, ::-1], axis=1)[:, ::-1]
    good = there & lasts
    found = good.any(axis=1)
    first = good.argmax(axis=1) if after.shape[1] else np.zeros(len(values))
    return np.where(found, first + 1.0, np.nan)


def weeks_to_change_of_mean(values: Floats, switch: int) -> float:
    """The same for the mean over runs, shape (runs, weeks): much less noisy than the mean of the runs' answers.

    With two runs or more, NaN too if the shifts of the single runs are on average below three of their standard errors.
    """
    before, last = values[:, max(0, switch - BEFORE_WEEKS) : switch], values[:, switch:][:, -LAST_WEEKS:]
    shifts = _mean(last, axis=1) - _mean(before, axis=1)
    shifts = shifts[~np.isnan(shifts)]
    if len(shifts) > 1 and abs(shifts.mean()) < CLEAR_ERRORS_OF_MEAN * shifts.std(ddof=1) / math.sqrt(len(shifts)):
        return math.nan
    return float(weeks_to_change(_mean(values, axis=0)[None, :], switch)[0])


def _clear_shift(start: Level, end: Level) -> Floats:
    """Lasting shift of each run; NaN where it is not clear."""
    own = ~np.isnan(start.noise)  # too few weeks before the switch to tell their noise: as noisy as the last quarter
    noise, likeness = np.where(own, start.noise, end.noise), np.where(own, start.likeness, end.likeness)
    shift = end.mean - start.mean
    with np.errstate(invalid="ignore", divide="ignore"):
        error = np.hypot(_mean_error(noise, likeness, start.weeks), _mean_error(end.noise, end.likeness, end.weeks))
        clear = (np.abs(shift) >= CLEAR_ERRORS * error) & (np.abs(shift) > _ROUNDING * np.abs(start.mean))
    return np.where(clear & (shift != 0.0), shift, np.nan)


def _mean_error(noise: Floats, likeness: Floats, weeks: NDArray[np.int64]) -> Floats:
    """Standard error of the mean of so many weeks, of which neighbours are alike."""
    error: Floats = noise * np.sqrt((1.0 + likeness) / (1.0 - likeness) / weeks)
    return error


def _smooth_error(level: Level) -> Floats:
    """Standard error of a 3-week mean."""
    error: Floats = level.noise * np.sqrt(3.0 + 4.0 * level.likeness + 2.0 * level.likeness**2) / 3.0
    return error


def _level(values: Floats) -> Level:
    """Level of each run over some weeks, shape (runs, weeks); noise is NaN below three defined weeks."""
    known = ~np.isnan(values)
    weeks = known.sum(axis=1)
    mean = _mean(values, axis=1)
    time = np.where(known, np.arange(values.shape[1], dtype=float), np.nan)
    time = np.where(known, time - _mean(time, axis=1)[:, None], 0.0)
    away = np.where(known, values - mean[:, None], 0.0)
    slope = ratio((time * away).sum(axis=1), (time**2).sum(axis=1))
    left = away - np.where(np.isnan(slope), 0.0, slope)[:, None] * time
    squares = (left**2).sum(axis=1)
    noise = np.where(weeks >= _LEAST, np.sqrt(ratio(squares, np.maximum(weeks - 2, 0))), np.nan)
    likeness = np.nan_to_num(ratio((left[:, 1:] * left[:, :-1]).sum(axis=1), squares))
    likeness += (2.0 + 4.0 * likeness) / np.maximum(weeks, 1)  # a mean and a slope taken out of few weeks hide it
    return Level(mean, noise, np.clip(likeness, 0.0, _MOST_ALIKE), weeks)


def _smooth(values: Floats) -> Floats:
    """Centred 3-week mean along the weeks; of what there is at both ends, and where weeks are undefined."""
    padded = np.pad(values, ((0, 0), (1, 1)), constant_values=np.nan)
    return _mean(np.stack([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]]), axis=0)


def _margin(weeks: int) -> float:
    """How many standard errors noise alone stays within, in all of so many weeks, in 19 runs of 20."""
    return NormalDist().inv_cdf((1.0 - _BROKEN_BY_CHANCE) ** (1.0 / max(weeks, 1)))


def _mean(values: Floats, axis: int) -> Floats:
    known = ~np.isnan(values)
    return ratio(np.where(known, values, 0.0).sum(axis=axis), known.sum(axis=axis))
