"""One at a time: the company as it is, then each dimension at its low and at its high end, all else as it is.

The first point holds nothing but defaults: not-a-number stands for "as it is".
"""

import numpy as np
from numpy.typing import NDArray

from experiments.sweeping.dimension import Dimension

NAME, LABEL, SAMPLED = "one", ("one at a time", "een voor een"), False


def shares(dimensions: tuple[Dimension, ...], size: int, seed: int) -> NDArray[np.float64]:
    """See `designs`; two points a dimension, and the first."""
    found = np.full((1 + 2 * len(dimensions), len(dimensions)), np.nan)
    for place in range(len(dimensions)):
        found[1 + 2 * place, place], found[2 + 2 * place, place] = 0.0, 1.0
    return found
