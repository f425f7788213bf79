"""Draws of what is uncertain: for every parameter a value from its likely range, all at once.

A draw depends on the seed and its number alone, so it is the same under every rule and in every size, and more draws
can be added to those that are there.
"""

from experiments.sweeping.dimension import Dimension
from sim.chance import stream
from sim.parameters import Declared, declared


def uncertain() -> tuple[Declared, ...]:
    """The parameters that are drawn: all of which there can be more or less, and that have a likely range."""
    return tuple(row for row in declared() if row.is_quantity and row.likely_low < row.likely_high)


def drawn(seed: int, draw: int) -> dict[str, float]:
    """The values of a draw by name; evenly over the likely range, by its logarithm where that spans a factor of ten."""
    shares = stream("draws", seed, draw).random(len(uncertain())).tolist()
    return {
        row.name: Dimension(row.key, row.likely_low, row.likely_high).value(share)
        for row, share in zip(uncertain(), shares, strict=True)
    }
