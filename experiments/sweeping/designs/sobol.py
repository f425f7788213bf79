"""Saltelli's extension of a Sobol' sequence: what Sobol' indices are counted from (Saltelli, 2010).

`size` is a power of two; it gives size * (dimensions + 2) points: two independent samples, and the first with each
column exchanged for the second's. SALib makes them.
"""

import numpy as np
from numpy.typing import NDArray

from experiments.errors import RequestError
from experiments.extras import extra
from experiments.given.refusing import Refusal
from experiments.sweeping.dimension import Dimension

NAME, LABEL, SAMPLED = "sobol", ("Sobol' indices", "Sobol'-indices"), True


def shares(dimensions: tuple[Dimension, ...], size: int, seed: int) -> NDArray[np.float64]:
    """See `designs`."""
    if size < 2 or size & (size - 1):
        raise RequestError(f"size = {size}: a Sobol' design needs a power of two, such as 64")
    return np.asarray(extra("SALib.sample.sobol").sample(problem(dimensions), size, calc_second_order=False, seed=seed))


def problem(dimensions: tuple[Dimension, ...]) -> dict[str, object]:
    """The dimensions as SALib calls them, in shares. Raises Refusal if there are none: it would stumble over them."""
    if not dimensions:
        raise Refusal("nothing varied")
    names = [each.key for each in dimensions]
    return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
