"""What a difference hangs on: which numbers it goes along with over the points of a sweep, by their ranks."""

from typing import NamedTuple

import numpy as np
import pandas as pd

LEAST_POINTS = 10
"""With fewer, a rank correlation says nothing."""
_ERROR = 0.05


class Move(NamedTuple):
    """A dimension, and how the difference goes along with it: Spearman's rank correlation."""

    dimension: int
    rank: float
    clear: bool
    """Whether it is more than chance, with 5 % of error among all dimensions together (Bonferroni)."""


def hangs_on(points: pd.DataFrame, dimensions: int) -> list[Move]:
    """The dimensions in the order of how strongly the column "mean" goes along with them (d0, d1, …).

    Those that do not vary, or have too few points, are left out.
    """
    from scipy.stats import spearmanr  # slow to load

    found = []
    for dimension in range(dimensions):
        both = points[["mean", f"d{dimension}"]].dropna().to_numpy(dtype=float)
        if len(both) < LEAST_POINTS or np.ptp(both, axis=0).min() == 0.0:
            continue
        result = spearmanr(both[:, 0], both[:, 1])
        found.append(Move(dimension, float(result.statistic), float(result.pvalue) < _ERROR / dimensions))
    return sorted(found, key=lambda each: -abs(each.rank))
