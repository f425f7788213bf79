"""Designs: which points of the space of dimensions are looked at. A design is a file here, found by itself.

It has NAME, LABEL (English and Dutch), SAMPLED (whether it takes a size), and `shares(dimensions, size, seed)`, which
gives the points as shares of the way through each dimension, shape (points, dimensions).
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from experiments.sweeping.dimension import Dimension


class Design(Protocol):
    """What a file of this folder has."""

    NAME: str
    LABEL: tuple[str, str]
    SAMPLED: bool

    @staticmethod
    def shares(dimensions: tuple[Dimension, ...], size: int, seed: int) -> NDArray[np.float64]:
        """Shape (points, dimensions), each from 0 to 1. Raises RequestError for a size that it cannot have."""


@cache
def designs() -> Mapping[str, Design]:
    """All designs, by name."""
    found = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)]
    return {design.NAME: design for design in cast(list[Design], found)}
