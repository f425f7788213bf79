"""A mean over all points of a sweep, and how sure luck leaves us of it.

Points share their futures: the third future of one company and of another have the same luck. So the differences of a
future at all points are one draw, and the interval is over futures, not over points times futures (a sum over
clusters; Liang & Zeger, 1986). Where all points have the same futures it is the t-interval of the futures' means.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.intervals import CONFIDENCE, Floats


def overall(apart: Floats, futures: NDArray[np.int64]) -> tuple[float, float, float]:
    """Mean over points of the mean over futures, and the ends of its 95 % interval.

    `apart` holds for each point a number a future, shape (points, futures), NaN where there is none; `futures` are the
    numbers of these futures, in the same shape. Points at which nothing is defined count nowhere. The points are taken
    as they are: the interval says nothing of others than these. It is NaN where points have, in the harmonic mean, no
    more than one future.
    """
    from scipy.special import stdtrit  # slow to load

    there = np.isfinite(apart).any(axis=-1)
    apart, futures = apart[there], futures[there]
    if not len(apart):
        return np.nan, np.nan, np.nan
    known = np.isfinite(apart)
    n = known.sum(axis=-1, keepdims=True)
    means = np.where(known, apart, 0.0).sum(axis=-1, keepdims=True) / n
    mean, many = float(means.mean()), len(n) / float((1 / n).sum())
    if many <= 1.0:
        return mean, np.nan, np.nan
    shares = np.where(known, apart - means, 0.0) / (len(n) * n)
    by_future = np.bincount(futures.ravel(), weights=shares.ravel())
    spread = many / (many - 1) * float((by_future**2).sum())
    half = float(stdtrit(many - 1, (1 + CONFIDENCE) / 2)) * spread**0.5
    return mean, mean - half, mean + half


def padded[T: (np.float64, np.int64)](rows: Sequence[NDArray[T]], empty: T) -> NDArray[T]:
    """Rows of unlike length as one table; what a row has not is `empty`.

    >>> padded([np.array([1.0, 2.0]), np.array([3.0])], np.float64(0.0)).tolist()
    [[1.0, 2.0], [3.0, 0.0]]
    """
    found = np.full((len(rows), max(map(len, rows), default=0)), empty)
    for place, row in enumerate(rows):
        found[place, : len(row)] = row
    return found
