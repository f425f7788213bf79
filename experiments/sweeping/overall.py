"""A mean over all points of a sweep, and how sure luck leaves us of it.

Points share their futures: the third future of one company and of another have the same luck. So the differences of a
future at all points are one draw, and the interval is over futures, not over points times futures (a sum over
clusters; Liang & Zeger, 1986). Where all points have the same futures it is the t-interval of the futures' means.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.intervals import CONFIDENCE, Floats


def overall(apart: Sequence[Floats], futures: Sequence[NDArray[np.int64]]) -> tuple[float, float, float]:
    """Mean over points of the mean over futures, and the ends of its 95 % interval.

    `apart` holds for each point a number a future (NaN: undefined), `futures` the numbers of these futures. Points at
    which nothing is defined count nowhere. The points are taken as they are: the interval says nothing of others
    than these. It is NaN where points have, in the harmonic mean, no more than one future.
    """
    from scipy.special import stdtrit  # slow to load

    known = [(one[np.isfinite(one)], which[np.isfinite(one)]) for one, which in zip(apart, futures, strict=True)]
    known = [(one, which) for one, which in known if len(one)]
    if not known:
        return np.nan, np.nan, np.nan
    mean = float(np.mean([one.mean() for one, _ in known]))
    many = len(known) / sum(1 / len(one) for one, _ in known)
    if many <= 1.0:
        return mean, np.nan, np.nan
    shares = np.concatenate([(one - one.mean()) / (len(known) * len(one)) for one, _ in known])
    by_future = np.bincount(np.concatenate([which for _, which in known]), weights=shares)
    spread = many / (many - 1) * float((by_future**2).sum())
    half = float(stdtrit(many - 1, (1 + CONFIDENCE) / 2)) * spread**0.5
    return mean, mean - half, mean + half
