"""Where on a map something holds, as a person would say it: "where load is at most 0.15", or on which side of the map.

A place is said by at most one limit on each assumption. The limits are those that miss least, and they are said only if
they miss little. Else it is said towards which ends of the assumptions the place lies, if towards any.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

FITS = 0.9
"""How well limits must fit to be said: twice what they hold, over what they hold plus what there is (F1)."""
ASIDE = 0.1
"""How far from the middle of the map, as a part of its side, the middle of a place lies that is to one side of it."""
_SIMPLER = 0.03  # a second limit must fit better by this to be worth its words


@dataclass(frozen=True, slots=True)
class Limit:
    """At least (or at most) the value at that step of one side of the map."""

    step: int
    at_least: bool


@dataclass(frozen=True, slots=True)
class Where:
    """A limit on either side or on both; none: everywhere. `fit` is 1 where it says exactly where something holds."""

    across: Limit | None
    up: Limit | None
    fit: float


def where(holds: NDArray[np.bool_]) -> Where | None:
    """Where something holds, shape (across, up); None if no limits say it well enough, or it holds nowhere.

    >>> where(np.array([[True, True], [False, False]]))
    Where(across=Limit(step=0, at_least=False), up=None, fit=1.0)
    """
    total = int(holds.sum())
    if total == 0:
        return None
    inside = np.zeros((holds.shape[0] + 1, holds.shape[1] + 1), dtype=np.int64)
    inside[1:, 1:] = holds.cumsum(axis=0).cumsum(axis=1)
    best, best_worth = None, -1.0
    for (across, a), (up, b) in product(_ranges(holds.shape[0]), _ranges(holds.shape[1])):
        count = int(inside[a[1], b[1]] - inside[a[0], b[1]] - inside[a[1], b[0]] + inside[a[0], b[0]])
        size = (a[1] - a[0]) * (b[1] - b[0])
        fit = 2.0 * count / (size + total)
        worth = fit - _SIMPLER * ((across is not None) + (up is not None))
        if worth > best_worth:
            best, best_worth = Where(across, up, fit), worth
    return best if best is not None and best.fit >= FITS else None


def towards(holds: NDArray[np.bool_]) -> tuple[int, int]:
    """Towards which end of each side something holds: −1 the low one, +1 the high one, 0 neither, or nowhere.

    >>> towards(np.array([[False, False, False], [False, False, False], [False, True, False]]))
    (1, 0)
    """
    places = np.argwhere(holds)
    if not len(places):
        return 0, 0
    aside = places.mean(axis=0) / np.maximum(np.array(holds.shape) - 1, 1) - 0.5
    ends = np.where(np.abs(aside) >= ASIDE, np.sign(aside), 0.0)
    return int(ends[0]), int(ends[1])


def _ranges(steps: int) -> Iterator[tuple[Limit | None, tuple[int, int]]]:
    """Every limit on a side of so many steps, and the steps that it holds."""
    yield None, (0, steps)
    for step in range(1, steps):
        yield Limit(step - 1, at_least=False), (0, step)
        yield Limit(step, at_least=True), (step, steps)
