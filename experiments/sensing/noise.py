"""Chance told apart from effect: changes are seen in several futures, and chance is what differs between these.

The same seed does not take chance out: one decision that falls otherwise, and the futures part. So a change is set
against how much it differs from future to future. Where nothing hangs on a parameter, no digit changes.
"""

from typing import NamedTuple

import numpy as np

from experiments.comparing.intervals import Floats

_FEWEST_SPOTS = 4
"""Spots below which it is not asked whether their means go one way."""

_NEARLY_ALL = 0.9
"""Part of the points that must have a future for it to count where all points have to have the same."""


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
    """How likely chance alone makes such changes, shape (spots, futures): 1 nothing changes, 0 certainly not chance.

    Two looks, and twice the smaller of their chances. Spot by spot: Student's t over the futures, and Fisher's sum of
    these, which holds although chance is larger at some spots than at others. Over the spots: whether the means go one
    way. Spots at which no digit changes tell nothing. NaN below two futures.
    """
    found = apart(changes)
    known = np.isfinite(found.mean) & np.isfinite(found.chance)
    if not known.any():
        return float("nan")
    told = known & ((found.mean != 0.0) | (found.chance > 0.0))
    if not told.any():
        return 1.0
    if not (found.chance[told] > 0.0).any():
        return 0.0  # nothing differs from future to future: no chance there
    each = _spot_by_spot(found.mean[told], found.chance[told], found.futures[told])
    if told.sum() < _FEWEST_SPOTS:
        return each
    return min(1.0, 2.0 * min(each, _one_way(found.mean[told])))


def _spot_by_spot(mean: Floats, chance: Floats, futures: Floats) -> float:
    from scipy.special import chdtrc, stdtr

    with np.errstate(divide="ignore"):
        single = 2.0 * stdtr(futures - 1.0, -np.abs(mean) / np.sqrt(chance))
    # Where all futures agree to the last digit (ranks do), as likely as that their signs agree.
    single = np.where(chance > 0.0, single, 2.0 ** (1.0 - futures))
    return float(chdtrc(2 * len(single), -2.0 * np.log(np.maximum(single, 1e-300)).sum()))


def _one_way(mean: Floats) -> float:
    from scipy.special import stdtr

    error = mean.std(ddof=1) / np.sqrt(len(mean))
    return float(2.0 * stdtr(len(mean) - 1, -abs(mean.mean()) / error)) if error > 0.0 else 0.0


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
    whole = _whole(values)
    if len(whole) < 2:
        return float("nan"), float("nan")
    total = float(whole.mean(axis=-1).var(ddof=1))
    futures = whole.shape[-1]
    if futures < 2:
        return total, float("nan")
    within = np.cov(whole, rowvar=False)
    own = float((within.sum() - np.trace(within)) / (futures * (futures - 1)))
    return own, total - own


def p_of_spread(values: Floats) -> float:
    """How likely chance alone makes points differ as much as these, shape (points, futures): Fisher's F.

    NaN below two points or futures.
    """
    from scipy.special import fdtrc

    own, chance = spread(values)
    if np.isnan(chance):
        return float("nan")
    if chance <= 0.0:
        return 0.0 if own > 0.0 else 1.0
    points, futures = _whole(values).shape
    return float(fdtrc(points - 1, (points - 1) * (futures - 1), max(0.0, own + chance) / chance))


def _whole(values: Floats) -> Floats:
    """Points and futures without gaps: futures that nearly all points have, and the points that have all of these."""
    known = np.isfinite(values)
    common = known.mean(axis=0) >= _NEARLY_ALL
    some = values[:, common] if common.any() else values
    found: Floats = some[np.isfinite(some).all(axis=-1)]
    return found
