"""What is left of a search's finds on fresh luck: each contract against today's, future by future.

The front are contracts that surely keep every limit (the 95 % interval lies within), are clearly better than today's
in one goal at least, and are beaten by no other such contract in all goals. So many contracts are looked at that some
would look better by chance: "clearly" is at 95 % for all of them together (Bonferroni).
"""

import math
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from experiments.choosing.choice import Choice, Row
from experiments.choosing.pareto import undominated
from experiments.choosing.search import Searched, goals_of, spare_of
from experiments.comparing.intervals import (
    CONFIDENCE,
    Difference,
    Floats,
    Interval,
    differences,
    intervals,
    t_intervals,
)

LEAST_KNOWN = 2
"""Futures in which a difference must be defined before anything is said of it."""


class Verdict(StrEnum):
    """What became of a contract on fresh luck."""

    FRONT = "front"
    BEATEN = "beaten"
    """Another contract that keeps the limits is as good in all goals, and better in one."""
    NO_BETTER = "no_better"
    """In no goal clearly better than today's contract."""
    UNSURE = "unsure"
    """It breaks a limit, or the interval does not tell."""
    FAILED = "failed"
    """It could not be lived, or a goal is not defined."""


class Lived(NamedTuple):
    """A contract on fresh luck. Number 0 is the contract as it is; measures are in the order of the choice."""

    number: int
    row: Row
    verdict: Verdict
    levels: tuple[Interval, ...]
    """What it comes to, by measure."""
    apart: tuple[Difference, ...]
    """From today's contract, by measure, paired future by future."""
    spare: tuple[tuple[float, float, float], ...]
    """By limit: how far it is on the right side, with the ends of the interval."""
    said: tuple[float, ...]
    """What the search had said of the difference from today's, by measure; NaN of what it had not tried."""
    alike: tuple[int, ...] = ()
    """Numbers of others of the front that differ clearly in no goal."""


class Flattery(NamedTuple):
    """The mean gain over today's contract of what was lived again: as the search said, as it is, and what lies between.

    More is better; `half` is half the 95 % interval of `by`.
    """

    measure: str
    said: float
    found: float
    by: float
    half: float


def judged(choice: Choice, searched: Searched, values: Floats, today: Floats) -> tuple[Lived, ...]:
    """The contract as it is, and those of the search's front, on fresh luck.

    `values`, shape (1 + contracts, futures, measures), begin with the contract as it is; `today` has shape
    (futures, measures).
    """
    rows = [choice.as_is, *(searched.rows[place] for place in searched.front)]
    said = _said(searched)
    found = []
    for number, row in enumerate(rows):
        spare = tuple(spare_of(choice, limit, values[number], today) for limit in choice.limits)
        found.append(
            Lived(
                number, row, Verdict.FAILED, tuple(intervals(values[number].T)),
                tuple(differences(values[number].T, today.T)), spare,
                said[searched.front[number - 1]] if number else (float("nan"),) * len(choice.measures),
            )
        )  # fmt: skip
    return _with_verdicts(choice, found, values, today)


def flattery(choice: Choice, searched: Searched, values: Floats, today: Floats) -> tuple[Flattery, ...]:
    """By how much the search's own figures flattered what was lived again, goal by goal; empty if nothing was.

    `values` as for `judged`. Differences from today's contract are compared, so that luck that all share counts as
    none.
    """
    if not searched.front:
        return ()
    before = _over_contracts(searched.values[searched.front] - searched.today)
    after = _over_contracts(values[1:] - today)
    found = []
    for place, goal in enumerate(choice.goals):
        one, other = (intervals(goal.sign * each[None, :, place])[0] for each in (before, after))
        if min(one.n, other.n) >= LEAST_KNOWN:
            # Both are means over futures of their own: halves of independent intervals add as the sides of a triangle.
            half = math.hypot(one.half, other.half)
            found.append(Flattery(goal.measure, one.mean, other.mean, one.mean - other.mean, half))
    return tuple(found)


def _over_contracts(apart: Floats) -> Floats:
    """The mean over contracts in each future, shape (futures, measures); those undefined are left out."""
    return t_intervals(np.moveaxis(apart, 0, -1))[0]


def _said(searched: Searched) -> list[tuple[float, ...]]:
    """What the search said of the difference from today's contract: of each contract, by measure."""
    apart = t_intervals(np.swapaxes(searched.values - searched.today, 1, 2))[0]
    return [tuple(each) for each in apart.tolist()]


def _with_verdicts(choice: Choice, found: list[Lived], values: Floats, today: Floats) -> tuple[Lived, ...]:
    """The same with verdicts, and with who looks like whom on the front."""
    several = max(1, len(found) - 1) * len(choice.goals)
    strict = [differences(each.T, today.T, 1.0 - (1.0 - CONFIDENCE) / several) for each in values]
    goals = goals_of(choice, values)
    within = [each for each in found if _alive(choice, each) and all(low >= 0.0 for _, low, _ in each.spare)]
    better = [each for each in within if _better(choice, strict[each.number])]
    best = undominated(goals[[each.number for each in better]]) if better else np.empty(0, dtype=bool)
    front = [each.number for each, stays in zip(better, best, strict=True) if stays]
    verdicts = {each.number: Verdict.UNSURE for each in found if _alive(choice, each)}
    verdicts |= {each.number: Verdict.NO_BETTER for each in within}
    verdicts |= {each.number: Verdict.BEATEN for each in better}
    verdicts |= dict.fromkeys(front, Verdict.FRONT)
    return tuple(
        each._replace(
            verdict=verdicts.get(each.number, Verdict.FAILED),
            alike=tuple(other for other in front if other != each.number and _alike(choice, values, each.number, other))
            if each.number in front else (),
        )
        for each in found
    )  # fmt: skip


def _alive(choice: Choice, lived: Lived) -> bool:
    return bool(np.isfinite([each.half for each in lived.apart[: len(choice.goals)]]).all())


def _better(choice: Choice, apart: list[Difference]) -> bool:
    """Whether it is clearly better than today's contract in one goal."""
    return any(each.clear and each.mean * goal.sign > 0.0 for goal, each in zip(choice.goals, apart, strict=False))


def _alike(choice: Choice, values: Floats, one: int, other: int) -> bool:
    """Whether two contracts differ clearly in no goal."""
    apart = differences(values[one].T, values[other].T)
    return not any(each.clear for each in apart[: len(choice.goals)])
