"""How long a change of policy takes: weeks until 90 % of the lasting shift is made, and kept; like weeks compared.

Pay by quarter lets what people do rise and fall with the quarter. A week is therefore set against the same week of
another quarter only:

* **moved** is how far a week is from where it would be without the switch: for the mean over futures from the same
  weeks of those who stay under the old policy; in a single run, or if nobody stays, from the last quarter before.
* The **lasting shift** is the mean of that over the last quarter.
* **missing** of a week is how much further the same week of the last quarter has moved (centred 3-week means).
* The answer is the first week from which no more than 10 % of the lasting shift is missing. It is **kept** if in no
  week up to the last quarter more is missing than that and what noise explains.

A week counts when it is over: a switch that works at once gives 1. It takes three quarters after the switch to name a
week: one to change in, and two to see in that it has settled. `Outcome` says why none can be named.

**Noise** is how much like weeks of the last two quarters differ: what returns every quarter is none. With the likeness
of neighbouring weeks (lag-1 autocorrelation, corrected for the shortness of the stretch after Kendall 1954) it gives
standard errors. The margin of "kept" is z of them, with z such that noise alone goes beyond it in one run of twenty.
Single runs are noisy: often no week can be named, and it may be off by one or two, early where the change is slow. For
sentences use `change_of_mean`.
"""

import math
from enum import StrEnum
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from experiments.comparing.moved import Floats, Moved, mean
from sim.calendar import WEEKS_A_QUARTER

MISSING = 0.1
"""Share of the lasting shift that may be missing."""
SWING = 0.5
"""Share of the lasting shift that may come and go with every quarter: with more, no week keeps 90 % of it."""
SETTLED = 0.05
"""Share of the lasting shift by which the last two quarters may differ beyond noise; in any noise, MISSING of it."""
LEAST_WEEKS = 3 * WEEKS_A_QUARTER
"""Weeks after the switch that it takes to tell."""
CLEAR_ERRORS = 2.0
CLEAR_ERRORS_OF_MEAN = 3.0  # several policies are looked at together, and a company drifts a little anyway
_BROKEN_BY_CHANCE = 0.05
_LEAST_PAIRS = 3  # of like weeks, from which noise can be told
_MOST_ALIKE = 0.8  # of neighbouring weeks; more cannot be told in so short a stretch
_ROUNDING = 1e-9  # of the largest value: less is arithmetic, not change


class Outcome(StrEnum):
    """Whether a week can be named, or why not."""

    CHANGED = "changed"
    TOO_SHORT = "too_short"
    """Fewer than three quarters after the switch, or too few weeks in which the measure is defined."""
    NO_SHIFT = "no_shift"
    """The lasting shift is within two standard errors of none (that of the mean over futures: three)."""
    SWINGS = "swings"
    """What comes and goes with every quarter is more than half as large as the lasting shift: no week keeps it."""
    UNSETTLED = "unsettled"
    """The shift still grows or fades from quarter to quarter, or is not made before the last."""


class Change(NamedTuple):
    """Weeks from the switch until the change is made, a whole number from 1; NaN unless `outcome` is CHANGED."""

    weeks: float
    outcome: Outcome


class _Noise(NamedTuple):
    """Spread of the differences between like weeks of two quarters, the likeness of neighbours, and how many."""

    spread: float
    likeness: float
    pairs: int

    @property
    def of_quarter(self) -> float:
        """Standard error of the mean of one quarter."""
        alike = (1.0 + self.likeness) / (1.0 - self.likeness)
        return self.spread * math.sqrt(alike / (2.0 * self.pairs))

    @property
    def of_three(self) -> float:
        """Standard error of a 3-week mean of differences between like weeks."""
        return self.spread * math.sqrt(3.0 + 4.0 * self.likeness + 2.0 * self.likeness**2) / 3.0


def weeks_to_change(moved: Moved) -> Floats:
    """Weeks to change of each run, shape (runs,); NaN where no week can be named."""
    return np.array([_change(run, _ROUNDING * moved.largest).weeks for run in moved.weeks], dtype=float)


def change_of_mean(moved: Moved) -> Change:
    """The change of the mean over runs: much less noisy than the mean of the runs' answers.

    With two runs or more there is no shift either if those of the single runs are on average below three of their
    standard errors.
    """
    found = _change(moved.mean, _ROUNDING * moved.largest)
    shifts = mean(moved.weeks[:, -WEEKS_A_QUARTER:], axis=1)
    shifts = shifts[~np.isnan(shifts)]
    if found.outcome is Outcome.TOO_SHORT or len(shifts) < 2:
        return found
    if abs(shifts.mean()) < CLEAR_ERRORS_OF_MEAN * shifts.std(ddof=1) / math.sqrt(len(shifts)):
        return Change(math.nan, Outcome.NO_SHIFT)
    return found


def _change(moved: Floats, rounding: float) -> Change:
    """The change of one run, from its weeks after the switch."""
    last, before_last = moved[-WEEKS_A_QUARTER:], moved[-2 * WEEKS_A_QUARTER : -WEEKS_A_QUARTER]
    if len(moved) < LEAST_WEEKS or np.isfinite(last - before_last).sum() < _LEAST_PAIRS:
        return Change(math.nan, Outcome.TOO_SHORT)
    noise, shift = _noise(last - before_last), float(mean(last, axis=0))
    drift, chance = abs(float(mean(last - before_last, axis=0))), CLEAR_ERRORS * noise.of_quarter
    if abs(shift) <= max(chance, rounding):
        return Change(math.nan, Outcome.NO_SHIFT)
    if _swing(last, before_last, noise) > SWING * abs(shift):
        return Change(math.nan, Outcome.SWINGS)
    if drift > min(SETTLED * abs(shift) + math.sqrt(2.0) * chance, MISSING * abs(shift)):
        return Change(math.nan, Outcome.UNSETTLED)
    return _first_kept(moved, shift, noise)


def _first_kept(moved: Floats, shift: float, noise: _Noise) -> Change:
    """The first week before the last quarter from which the shift is there and kept."""
    weeks = len(moved) - WEEKS_A_QUARTER
    like = weeks + (np.arange(weeks) - weeks) % WEEKS_A_QUARTER
    missing = _smooth(moved[like] - moved[:weeks]) / shift
    margin = _margin(weeks) * noise.of_three / abs(shift)
    with np.errstate(invalid="ignore"):
        lost = np.flatnonzero(missing > MISSING + _ROUNDING + margin)
        kept_from = int(lost[-1]) + 1 if len(lost) else 0
        there = np.flatnonzero(missing[kept_from:] <= MISSING + _ROUNDING)
    if not len(there):
        return Change(math.nan, Outcome.UNSETTLED)
    return Change(kept_from + float(there[0]) + 1.0, Outcome.CHANGED)


def _swing(last: Floats, before_last: Floats, noise: _Noise) -> float:
    """From the lowest to the highest 3 weeks of a settled quarter, less what noise makes of it."""
    quarter = _smooth(mean(np.stack([last, before_last]), axis=0))
    return float(np.nanmax(quarter) - np.nanmin(quarter)) - CLEAR_ERRORS * noise.of_three


def _noise(apart: Floats) -> _Noise:
    """Noise in the differences between like weeks of two quarters, around a straight line: a slow change is none."""
    known = np.isfinite(apart)
    pairs = int(known.sum())
    away, time = np.where(known, apart - mean(apart, axis=0), 0.0), np.arange(len(apart), dtype=float)
    time = np.where(known, time - time[known].mean(), 0.0)
    left = away - float((time * away).sum() / (time**2).sum()) * time
    squares = float((left**2).sum())
    likeness = float((left[1:] * left[:-1]).sum()) / squares if squares > 0.0 else 0.0
    likeness += (2.0 + 4.0 * likeness) / pairs  # a mean and a slope taken out of few weeks hide it
    return _Noise(math.sqrt(squares / (pairs - 2)), min(max(likeness, 0.0), _MOST_ALIKE), pairs)


def _smooth(values: Floats) -> Floats:
    """Centred 3-week mean; of what there is at both ends, and where weeks are undefined."""
    padded = np.pad(values, 1, constant_values=np.nan)
    return mean(np.stack([padded[:-2], padded[1:-1], padded[2:]]), axis=0)


def _margin(weeks: int) -> float:
    """How many standard errors noise alone stays within, in all of so many weeks, in 19 runs of 20."""
    return NormalDist().inv_cdf((1.0 - _BROKEN_BY_CHANCE) ** (1.0 / weeks))
