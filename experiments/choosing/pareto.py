"""Which of several contracts are undominated, which few of them stand for all, and which is the best compromise.

Everywhere values have shape (contracts, goals), and more is better.
"""

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.intervals import Floats


def undominated(values: Floats) -> NDArray[np.bool_]:
    """Whether no other is at least as good in every goal and better in one; of equal ones all stay.

    >>> undominated(np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.5]])).tolist()
    [True, True, False]
    """
    return np.array([not _beaten(one, values) for one in values], dtype=np.bool_)


def _beaten(one: Floats, others: Floats) -> bool:
    """Whether another is at least as good in every goal and better in one."""
    return bool(((others >= one).all(axis=1) & (others > one).any(axis=1)).any())


def spread(values: Floats, most: int) -> list[int]:
    """Places of at most so many that stand for all: the best of each goal, then ever the farthest from those taken.

    >>> spread(np.array([[0.0, 4.0], [1.0, 3.0], [2.0, 2.0], [4.0, 0.0]]), 3)
    [0, 2, 3]
    """
    if len(values) <= most:
        return list(range(len(values)))
    scaled = in_shares(values)
    taken: list[int] = []
    apart = np.full(len(values), np.inf)
    best = list(dict.fromkeys(scaled.argmax(axis=0).tolist()))
    while len(taken) < most:
        place = best.pop(0) if best else int(apart.argmax())
        taken.append(place)
        apart = np.minimum(apart, np.linalg.norm(scaled - scaled[place], axis=1))
        apart[taken] = -1.0  # nobody is taken twice, not even where all are alike
    return sorted(taken)


def compromise(values: Floats) -> int:
    """The place of the one that is nearest to the best of all goals at once: the knee of a front.

    >>> compromise(np.array([[0.0, 1.0], [0.8, 0.7], [1.0, 0.0]]))
    1
    """
    return int(np.linalg.norm(1.0 - in_shares(values), axis=1).argmin())


def in_shares(values: Floats) -> Floats:
    """Each goal from 0 at its worst to 1 at its best; 1 where all are alike."""
    low, length = values.min(axis=0), np.ptp(values, axis=0)
    found: Floats = np.where(length > 0.0, (values - low) / np.where(length > 0.0, length, 1.0), 1.0)
    return found
