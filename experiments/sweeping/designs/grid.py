"""Full grid: every combination of the values of all dimensions; a range gives `size` values, ends included."""

from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from experiments.errors import RequestError
from experiments.sweeping.dimension import Dimension

NAME, LABEL, SAMPLED = "grid", ("full grid", "volledig raster"), True
MOST = 1_000_000


def shares(dimensions: tuple[Dimension, ...], size: int, seed: int) -> NDArray[np.float64]:
    """See `designs`; the last dimension runs fastest."""
    axes = [_steps(each, size) for each in dimensions]
    points = prod(map(len, axes))
    if points > MOST:
        raise RequestError(f"the grid has {points:,} points; the most is {MOST:,}: take fewer values, or sample")
    return np.array(list(product(*axes)), dtype=np.float64).reshape(points, len(dimensions))


def _steps(dimension: Dimension, size: int) -> list[float]:
    """The middle of each value's stretch, or `size` steps from end to end."""
    if dimension.values:
        return [(k + 0.5) / len(dimension.values) for k in range(len(dimension.values))]
    if dimension.whole:
        many = int(dimension.high - dimension.low) + 1
        return [(k + 0.5) / many for k in sorted({round(x) for x in np.linspace(0, many - 1, min(size, many))})]
    if size < 2:
        raise RequestError(f"{dimension.key}: a grid over a range needs a size of 2 or more; size = {size}")
    return np.linspace(0.0, 1.0, size).tolist()
