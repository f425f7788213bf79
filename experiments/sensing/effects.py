"""What an analysis finds of one parameter: how far it moves the answer, how sure that is, and the verdict."""

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from experiments.comparing.intervals import CONFIDENCE, Floats

SURE = 0.05
"""Chances below which chance is not believed."""
NOTHING = 0.01
"""A parameter that explains at most this part of the answer's spread moves nothing that matters."""


_RESAMPLES = 2_000


class Verdict(StrEnum):
    """What can be said of a parameter."""

    MOVES = "moves"
    NOTHING = "nothing"
    """Its interval leaves no room for more than a hundredth of the spread."""
    STILL = "still"
    """Not a digit changed, in any life."""
    UNCLEAR = "unclear"


class Effect(NamedTuple):
    """One parameter.

    `size` is how far it moves the answer, with its 95 % interval: the change from the low to the high end of its range
    in the answer's unit (one at a time, Morris), or its part of the spread (Sobol', the total index). What chance adds
    is taken out. `share` is its part of the spread, with its highest plausible value. `way` is +1 if more of it raises
    the answer, -1 if it lowers it, 0 if that depends or is not known. `chance`: how likely chance alone did it.
    `more` holds what is particular to the method.
    """

    key: str
    size: float
    low: float
    high: float
    share: float
    share_high: float
    way: int
    chance: float
    verdict: Verdict
    more: dict[str, float]


def verdict(still: bool, chance: float, low: float, share_high: float) -> Verdict:
    """What can be said. Without several futures chance is NaN, and the interval alone has to say it.

    >>> verdict(False, 0.001, 0.0, 0.2), verdict(False, 0.4, 0.0, 0.2), verdict(False, 0.4, 0.0, 0.005)
    (<Verdict.MOVES: 'moves'>, <Verdict.UNCLEAR: 'unclear'>, <Verdict.NOTHING: 'nothing'>)
    """
    if still:
        return Verdict.STILL
    if share_high <= NOTHING:
        return Verdict.NOTHING
    there = chance < SURE if np.isfinite(chance) else low > 0.0
    return Verdict.MOVES if there else Verdict.UNCLEAR


def is_still(changes: Floats) -> bool:
    """Whether changes are known, and not a digit of any of them."""
    known = changes[np.isfinite(changes)]
    return bool(len(known) and (known == 0.0).all())


def root(squares: Floats) -> tuple[float, float, float]:
    """Root of the mean of squares, one a spot, with its 95 % interval over spots; below zero is zero.

    A percentile bootstrap: squares are skewed, and few. NaN where a spot is not known counts nowhere.
    """
    known = squares[np.isfinite(squares)]
    if not len(known):
        return float("nan"), float("nan"), float("nan")
    drawn = np.random.default_rng(1).integers(len(known), size=(_RESAMPLES, len(known)))
    ends = np.quantile(known[drawn].mean(axis=1), ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2))
    size, low, high = (float(np.sqrt(max(0.0, float(each)))) for each in (known.mean(), *ends))
    return size, low, high


def way_of(low: float, high: float) -> int:
    """Which way a change goes whose interval is known."""
    return 1 if low > 0.0 else -1 if high < 0.0 else 0
