"""How a whole is shared out over its causes: by the Shapley value, future by future.

Causes that act on each other leave no single answer to "how much is due to this one": it depends on what is there
already. The Shapley value is the mean over all orders in which the causes can be added, one after the other, of what
a cause adds at its turn. The shares sum to the whole, a cause that never adds anything has none, and causes that add
alike have the same (Shapley 1953; for experiments: Shorrocks 2013).
"""

from collections.abc import Collection, Mapping
from itertools import permutations

from experiments.comparing.intervals import Floats

type Worths[Cause] = Mapping[frozenset[Cause], Floats]
"""What there is with these causes and no others, one number a future; every set of causes has its worth."""


def added[Cause](worths: Worths[Cause], cause: Cause, given: Collection[Cause]) -> Floats:
    """What a cause adds where others are there already, future by future."""
    before = frozenset(given)
    return worths[before | {cause}] - worths[before]


def shares[Cause](worths: Worths[Cause]) -> dict[Cause, Floats]:
    """The share of every cause in what all of them do together, future by future.

    >>> from numpy import array
    >>> nothing, hand, glove, pair = array([0.0]), array([1.0]), array([0.0]), array([5.0])
    >>> worths = {frozenset(): nothing, frozenset("h"): hand, frozenset("g"): glove, frozenset("hg"): pair}
    >>> {cause: share.tolist() for cause, share in sorted(shares(worths).items())}
    {'g': [2.0], 'h': [3.0]}
    """
    causes = max(worths, key=len)
    orders = list(permutations(causes))
    return {
        cause: sum((added(worths, cause, order[: order.index(cause)]) for order in orders), 0.0 * worths[causes])
        / len(orders)
        for cause in causes
    }
