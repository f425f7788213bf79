"""Chance told apart from effect: changes are seen in several futures, and chance is what differs between these.

The same seed does not take chance out: one decision that falls otherwise, and the futures part. So a change is set
against how much it differs from future to future. Where nothing hangs on a parameter, no digit changes.
"""

from typing import NamedTuple

import numpy as np

from experiments.comparing.intervals import Floats


class Apart(NamedTuple):
    """Changes, shape (spots, futures), in brief: `mean` over futures and `chance`, its variance, of shape (spots,)."""

    mean: Floats
    chance: Floats
    futures: Floats

    @property
    def squares(self) -> Floats:
        """Squared changes without what chance adds to a square; right on average, and so below zero at times."""
        found: Floats = self.mean**2 - self.chance
        return found


def apart(changes: Floats) -> Apart:
    """Mean and chance of changes, shape (spots, futures); NaN where a future is not known, chance NaN below two."""
    futures = np.isfinite(changes).sum(axis=-1).astype(np.float64)
    known = np.where(np.isfinite(changes), changes, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = known.sum(axis=-1) / futures
        away = np.where(np.isfinite(changes), changes - mean[..., None], 0.0)
        chance = (away**2).sum(axis=-1) / (futures - 1.0) / futures
    chance[futures < 2] = np.nan
    return Apart(mean, chance, futures)


def p_of_chance(changes: Floats) -> float:
    """How likely chance alone makes changes as large as these, shape (spots, futures): 1 nothing, 0 certainly not it.

    The squares of the means over futures against those that the spread between futures would give: Fisher's F, with
    Satterthwaite's degrees of freedom because chance is larger at some spots than at others. NaN below two futures.
    """
    from scipy.special import fdtrc

    found = apart(changes)
    known = np.isfinite(found.mean) & np.isfinite(found.chance)
    if not known.any():
        return float("nan")
    mean, chance, more = found.mean[known], found.chance[known], found.futures[known] - 1.0
    if chance.sum() <= 0.0:
        return 0.0 if (mean**2).sum() > 0.0 else 1.0
    fourth = chance**2 * more / (more + 2.0)  # of the variances themselves, without what chance adds to their squares
    above = chance.sum() ** 2 / fourth.sum()
    below = chance.sum() ** 2 / (fourth / more).sum()
    return float(fdtrc(above, below, (mean**2).sum() / chance.sum()))


def among_many(chances: Floats) -> Floats:
    """The same chances where many are looked at: of those below 0.05, about one in twenty is a false alarm at most.

    Benjamini and Hochberg (1995); NaN stays.
    """
    from scipy.stats import false_discovery_control

    found: Floats = np.array(chances, dtype=np.float64)
    known = np.isfinite(found)
    if known.any():
        found[known] = false_discovery_control(found[known])
    return found


def spread(values: Floats) -> tuple[float, float]:
    """Variance of a point's true mean over points, and what chance adds to it; `values` of shape (points, futures).

    Two futures of one point share its mean, and not their chance: so their covariance over points is the variance
    without chance. Luck that all points of a future share is in neither. Chance is NaN below two futures.
    """
    whole = values[np.isfinite(values).all(axis=-1)]
    if len(whole) < 2:
        return float("nan"), float("nan")
    total = float(whole.mean(axis=-1).var(ddof=1))
    futures = whole.shape[-1]
    if futures < 2:
        return total, float("nan")
    within = np.cov(whole, rowvar=False)
    own = float((within.sum() - np.trace(within)) / (futures * (futures - 1)))
    return own, total - own
