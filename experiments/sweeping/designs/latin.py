"""Latin hypercube: each dimension is cut in `size` slices, and each slice is visited once (McKay et al., 1979)."""

import numpy as np
from numpy.typing import NDArray

from experiments.sweeping.dimension import Dimension

NAME, LABEL, SAMPLED = "latin", ("Latin hypercube", "Latijnse hyperkubus"), True


def shares(dimensions: tuple[Dimension, ...], size: int, seed: int) -> NDArray[np.float64]:
    """See `designs`."""
    from scipy.stats import qmc  # half a second to load: only for those who want it

    return qmc.LatinHypercube(len(dimensions), rng=np.random.default_rng(seed)).random(size)
