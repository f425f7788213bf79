"""Morris screening: walks that change one dimension at a time (Morris, 1991; Campolongo's distances, 2007).

`size` walks of dimensions + 1 points each. SALib makes them.
"""

import numpy as np
from numpy.typing import NDArray

from experiments.errors import RequestError
from experiments.extras import extra
from experiments.sweeping.designs.sobol import problem
from experiments.sweeping.dimension import Dimension

NAME, LABEL, SAMPLED = "morris", ("Morris screening", "Morris-screening"), True
LEVELS = 4


def shares(dimensions: tuple[Dimension, ...], size: int, seed: int) -> NDArray[np.float64]:
    """See `designs`."""
    if size < 2:
        raise RequestError(f"size = {size}: Morris screening needs two walks or more")
    return np.asarray(extra("SALib.sample.morris").sample(problem(dimensions), size, num_levels=LEVELS, seed=seed))
