"""What is found at one point of a map: which course wins, with what certainty, or that it cannot be told.

A point is looked at several times, with more futures each time, until an interval leaves zero out. Looking again and
again would find something by chance sooner or later: so the intervals are made wider (Bonferroni over the looks), and
all looks at a point together are wrong with 5 % at most. A point at which further looks would hardly tell either is
left undecided sooner; that makes no verdict likelier than it should be.

Points share their luck. So what is wrong by chance at one point is likely to be so at its neighbours: a border as a
whole may lie a little off, and another seed draws it a little elsewhere.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from experiments.believing.asked import Asked
from experiments.believing.lattice import Node
from experiments.comparing.intervals import CONFIDENCE, Difference, Floats, differences
from sim.records.measures import ratio


class Verdict(StrEnum):
    """Which course is better on the measure: higher, if more is neither good nor bad."""

    FIRST = "first"
    SECOND = "second"
    UNDECIDED = "undecided"
    """The interval holds zero, with as many futures as were asked for or as made sense."""
    UNDEFINED = "undefined"
    """There is nothing to measure in at least two futures."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point that was looked at. `difference` is first less second, future by future, in the measure's own unit."""

    node: Node
    across: float
    up: float
    verdict: Verdict
    difference: Difference
    first: float
    second: float
    looks: int
    more: bool
    """Whether another look is due."""


def confidence(looks: int) -> float:
    """How sure a single interval must be, for so many looks together to be wrong with 5 % at most."""
    return 1.0 - (1.0 - CONFIDENCE) / looks


def judged(asked: Asked, node: Node, values: Floats, looks: int) -> Point:
    """The point after so many looks; `values` are of both courses, shape (2, futures)."""
    sure = confidence(len(asked.looks))
    found = differences(values[:1], values[1:], sure)[0]
    verdict = _verdict(found, asked.reported.better)
    last = looks == len(asked.looks)
    more = verdict in (Verdict.UNDECIDED, Verdict.UNDEFINED) and not last
    if more and looks > 1 and _hopeless(values[0] - values[1], asked.looks[-1], sure):
        more = False
    known = ~np.isnan(values).any(axis=0)
    means = ratio(np.where(known, values, 0.0).sum(axis=1), known.sum() * np.ones(2))
    return Point(node, *asked.values(node), verdict, found, float(means[0]), float(means[1]), looks, more)


def _verdict(found: Difference, better: int) -> Verdict:
    if found.n < 2:
        return Verdict.UNDEFINED
    if not found.clear:
        return Verdict.UNDECIDED
    return Verdict.FIRST if (found.mean > 0.0) == (better >= 0) else Verdict.SECOND


def _hopeless(apart: Floats, most: int, sure: float) -> bool:
    """Whether the last look would not decide it, were the difference one standard error larger than it is seen now."""
    from scipy.special import stdtrit  # as in intervals.py

    known = apart[~np.isnan(apart)]
    if len(known) < 2:
        return True
    spread = float(known.std(ddof=1))
    half = float(stdtrit(most - 1, (1.0 + sure) / 2.0)) * spread / math.sqrt(most)
    return abs(float(known.mean())) + spread / math.sqrt(len(known)) < half
