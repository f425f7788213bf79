"""Claims and their verdicts: does a number, future by future, lie beyond its bar?

A claim holds if the 95 % interval of the distance to its bar lies wholly on the right side, does not hold if it lies
wholly on the wrong side, and is not distinguishable otherwise. A pattern holds if all its claims hold. That needs no
correction for the number of claims: a false pattern has a false claim, which passes in at most one run of forty. Where
one hit among many would do, the chance of a false hit is shared out (Bonferroni).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from experiments.comparing.intervals import CONFIDENCE, Floats, Interval, intervals
from experiments.showing.numbers import plain


class Status(StrEnum):
    """What can be said of a claim or a pattern."""

    HOLDS = "holds"
    FAILS = "does not hold"
    OPEN = "not distinguishable"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, what was found, what would do, how far the one is from the other (95 % interval), and the verdict."""

    text: str
    found: str
    wanted: str
    distance: Interval | None
    status: Status


def interval(values: Floats) -> Interval:
    """Mean over futures with its 95 % interval."""
    return intervals(values[None, :])[0]


def lower(text: str, found: Floats, bar: Floats | float) -> Claim:
    """The claim that what was found lies below the bar; one number a future, the bar's of the same futures."""
    return _one_sided(text, found, bar, "below", -1)


def higher(text: str, found: Floats, bar: Floats | float) -> Claim:
    """The claim that what was found lies above the bar."""
    return _one_sided(text, found, bar, "above", +1)


def within(text: str, found: Floats, low: float, high: float) -> Claim:
    """The claim that the mean lies between two bars; the distance is that to the nearer one, above 0 if inside."""
    mean = interval(found)
    wanted = f"{plain(low)} to {plain(high)}"
    if mean.n == 0:
        return Claim(text, plain(mean.mean), wanted, None, Status.OPEN)
    inside = found - low if mean.mean - low < high - mean.mean else high - found
    sides = (_side(interval(found - low), +1), _side(interval(high - found), +1))
    return Claim(text, plain(mean.mean), wanted, interval(inside), together(sides))


def differs(text: str, pairs: Mapping[str, tuple[Floats, Floats]], comparisons: int) -> Claim:
    """The claim that two policies differ in one measure at least, of those in `pairs`: name to both, by future.

    `comparisons` is the number of looks among which a false hit must stay rarer than one in twenty.
    """
    chances = {name: chance_if_equal(one - other) for name, (one, other) in pairs.items()}
    bar = (1.0 - CONFIDENCE) / comparisons
    clear = [name for name, chance in chances.items() if chance < bar]
    nearest = min(chances, key=lambda name: np.nan_to_num(chances[name], nan=2.0))
    found = f"{len(clear)} of {len(pairs)}; clearest: {nearest}" if clear else f"none; nearest: {nearest}"
    one, other = pairs[nearest]
    status = Status.HOLDS if clear else Status.OPEN
    return Claim(text, found, "1 or more", interval(one - other), status)


def one_above(text: str, cases: Mapping[str, tuple[Floats, Floats]]) -> Claim:
    """The claim that in one case at least the first lies above the second; `cases`: name to both, by future."""
    bar = (1.0 - CONFIDENCE) / len(cases)
    clear = [
        name
        for name, (one, other) in cases.items()
        if interval(one - other).mean > 0.0 and chance_if_equal(one - other) < bar
    ]
    most = max(cases, key=lambda name: np.nan_to_num(interval(cases[name][0] - cases[name][1]).mean, nan=-np.inf))
    one, other = cases[most]
    found = f"{len(clear)} of {len(cases)}; most: {most}" if clear else f"none; nearest: {most}"
    none_near = all(_side(interval(one - other), +1) == Status.FAILS for one, other in cases.values())
    status = Status.HOLDS if clear else Status.FAILS if none_near else Status.OPEN
    return Claim(text, found, "1 or more", interval(one - other), status)


def together(statuses: Iterable[Status]) -> Status:
    """All hold: holds. One fails: does not hold. Otherwise not distinguishable."""
    seen = set(statuses)
    if Status.FAILS in seen:
        return Status.FAILS
    return Status.HOLDS if seen == {Status.HOLDS} else Status.OPEN


def chance_if_equal(apart: Floats) -> float:
    """Two-sided chance of a mean at least so far from 0 if there were no difference (t-test); NaN if undefined."""
    from scipy.special import stdtr  # a quarter of a second to load: only for those who count

    known = apart[~np.isnan(apart)]
    if len(known) < 2:
        return np.nan
    error = known.std(ddof=1) / np.sqrt(len(known))
    if error == 0.0:
        return 1.0 if known.mean() == 0.0 else 0.0
    return float(2.0 * stdtr(len(known) - 1, -abs(known.mean()) / error))


def spread(found: Interval, signed: bool = True) -> str:
    """A mean with its interval: "−0.22 (−0.24 to −0.19)"."""
    return f"{plain(found.mean, signed)} ({plain(found.low, signed)} to {plain(found.high, signed)})"


def _one_sided(text: str, found: Floats, bar: Floats | float, word: str, sign: int) -> Claim:
    distance = interval(found - bar)
    level = float(interval(bar).mean) if isinstance(bar, np.ndarray) else bar
    return Claim(text, plain(interval(found).mean), f"{word} {plain(level)}", distance, _side(distance, sign))


def _side(distance: Interval, sign: int) -> Status:
    """Whether a distance lies clearly on the side of `sign`; undefined counts as unclear."""
    low, high = sorted((sign * distance.low, sign * distance.high))
    if low > 0.0:
        return Status.HOLDS
    return Status.FAILS if high < 0.0 else Status.OPEN
