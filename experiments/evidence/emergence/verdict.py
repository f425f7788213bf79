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


class Kind(StrEnum):
    """What a claim asks of its cases."""

    ALL = "all"
    """Each of them lies on the right side."""
    ANY = "any"
    """One of them at least does."""
    DIFFERS = "differs"
    """One of them at least lies on either side, it does not matter which."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, what was found, what would do, how far the one is from the other (95 % interval), and the verdict.

    Behind the verdict stand its cases: by name, how far each lies on the right side of its bar, future by future
    (above 0: right). `looks` is the number of looks among which a false hit must stay rarer than one in twenty.
    """

    text: str
    found: str
    wanted: str
    distance: Interval | None
    status: Status
    kind: Kind
    cases: Mapping[str, Floats]
    looks: int = 1


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
    cases = {"above": found - low, "below": high - found}
    if mean.n == 0:
        return Claim(text, plain(mean.mean), wanted, None, Status.OPEN, Kind.ALL, cases)
    inside = cases["above"] if mean.mean - low < high - mean.mean else cases["below"]
    return Claim(text, plain(mean.mean), wanted, interval(inside), judged(Kind.ALL, cases), Kind.ALL, cases)


def differs(text: str, pairs: Mapping[str, tuple[Floats, Floats]], comparisons: int) -> Claim:
    """The claim that two policies differ in one measure at least, of those in `pairs`: name to both, by future.

    `comparisons` is the number of looks among which a false hit must stay rarer than one in twenty.
    """
    cases = {name: one - other for name, (one, other) in pairs.items()}
    chances = {name: chance_if_equal(apart) for name, apart in cases.items()}
    clear = _clear(cases, comparisons)
    nearest = min(chances, key=lambda name: np.nan_to_num(chances[name], nan=2.0))
    found = f"{len(clear)} of {len(pairs)}; clearest: {nearest}" if clear else f"none; nearest: {nearest}"
    status = judged(Kind.DIFFERS, cases, comparisons)
    return Claim(text, found, "1 or more", interval(cases[nearest]), status, Kind.DIFFERS, cases, comparisons)


def one_above(text: str, cases: Mapping[str, tuple[Floats, Floats]]) -> Claim:
    """The claim that in one case at least the first lies above the second; `cases`: name to both, by future."""
    above = {name: one - other for name, (one, other) in cases.items()}
    clear = [name for name in _clear(above, len(cases)) if interval(above[name]).mean > 0.0]
    most = max(above, key=lambda name: np.nan_to_num(interval(above[name]).mean, nan=-np.inf))
    found = f"{len(clear)} of {len(cases)}; most: {most}" if clear else f"none; nearest: {most}"
    status = judged(Kind.ANY, above, len(cases))
    return Claim(text, found, "1 or more", interval(above[most]), status, Kind.ANY, above, len(cases))


def judged(kind: Kind, cases: Mapping[str, Floats], looks: int = 1) -> Status:
    """The verdict on cases: how far each lies on the right side of its bar, future by future."""
    if kind is Kind.ALL:
        return together(_side(interval(apart), +1) for apart in cases.values())
    clear = _clear(cases, looks)
    if kind is Kind.DIFFERS:
        return Status.HOLDS if clear else Status.OPEN
    if any(interval(cases[name]).mean > 0.0 for name in clear):
        return Status.HOLDS
    none_near = all(_side(interval(apart), +1) == Status.FAILS for apart in cases.values())
    return Status.FAILS if none_near else Status.OPEN


def _clear(cases: Mapping[str, Floats], looks: int) -> list[str]:
    """The cases whose mean is not 0 beyond what chance would bring among so many looks (Bonferroni)."""
    bar = (1.0 - CONFIDENCE) / looks
    return [name for name, apart in cases.items() if chance_if_equal(apart) < bar]


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
    level = float(interval(bar).mean) if isinstance(bar, np.ndarray) else bar
    cases = {word: sign * (found - bar)}
    shown, wanted = plain(interval(found).mean), f"{word} {plain(level)}"
    return Claim(text, shown, wanted, interval(found - bar), judged(Kind.ALL, cases), Kind.ALL, cases)


def _side(distance: Interval, sign: int) -> Status:
    """Whether a distance lies clearly on the side of `sign`; undefined counts as unclear."""
    low, high = sorted((sign * distance.low, sign * distance.high))
    if low > 0.0:
        return Status.HOLDS
    return Status.FAILS if high < 0.0 else Status.OPEN
