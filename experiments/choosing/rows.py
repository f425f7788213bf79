"""Contracts as rows of numbers that people would write down: a hundred to a thousand steps over each range."""

import math

from experiments.choosing.choice import Choice, Row
from experiments.sweeping.dimension import Dimension


def row_of(choice: Choice, shares: tuple[float, ...]) -> Row:
    """The contract at these shares of the way through each range."""
    return tuple(written(each, share) for each, share in zip(choice.dimensions, shares, strict=True))


def written(dimension: Dimension, share: float) -> float:
    """The value at a share of the way, in steps of a power of ten.

    >>> written(Dimension("gate-and-shared-target:manager.3.threshold", 0.0, 2.0), 0.33333)
    0.67
    """
    value = dimension.value(share)
    if dimension.values or dimension.whole:
        return value
    length = abs(value) if dimension.logarithmic else dimension.high - dimension.low
    rounded = round(value, 2 - math.floor(math.log10(length)))
    return min(max(rounded, dimension.low), dimension.high)


def shares_as_is(choice: Choice) -> tuple[float, ...] | None:
    """Where the contract as it is lies in the ranges; None if some number of it lies outside, or is the scenario's."""
    found = []
    for dimension, key in zip(choice.dimensions, choice.keys, strict=True):
        if key.value is None:
            return None
        share = _share(dimension, key.value)
        if share is None:
            return None
        found.append(share)
    return tuple(found)


def _share(dimension: Dimension, value: float) -> float | None:
    if not dimension.low <= value <= dimension.high:
        return None
    if dimension.values:
        many = len(dimension.values)
        return (dimension.values.index(value) + 0.5) / many if value in dimension.values else None
    if dimension.whole:
        return (value - dimension.low + 0.5) / (dimension.high - dimension.low + 1)
    if dimension.logarithmic:
        return math.log(value / dimension.low) / math.log(dimension.high / dimension.low)
    return (value - dimension.low) / (dimension.high - dimension.low)
