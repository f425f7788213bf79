"""From draws to verdicts: in which share of all companies that one could believe in does a claim come out right?

A claim *holds* if it surely (95 %) comes out right in more than MOSTLY of all draws, *fails* if it surely does not, and
is undecided otherwise. MOSTLY stood here before anything was lived, as the bars of the claims stand in their patterns.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from experiments.claiming.folder import Claims, Row
from experiments.claiming.units import Told
from experiments.comparing.intervals import CONFIDENCE, Floats, Interval, intervals
from experiments.evidence.emergence.verdict import Kind, Status, together

MOSTLY = 0.75
"""Three draws of four."""
EVEN = 0.5
"""Where neither of two policies is higher more often than the other."""


class Share(NamedTuple):
    """In how many of `n` draws something is so, and the 95 % interval of that share (Wilson); NaN without draws."""

    right: int
    n: int
    low: float
    high: float

    @property
    def mean(self) -> float:
        """The share."""
        return self.right / self.n if self.n else np.nan


class Verdict(NamedTuple):
    """What is to be said of one claim under one rule in one size.

    `case` is the case that it is about: the first, or of several the one that is right most often. `effect` is how far
    the claim lies on its right side (above 0: right), mean over draws with its 95 % interval.
    """

    status: Status
    share: Share
    effect: Interval
    case: str


type Verdicts = dict[tuple[str, str], dict[str, tuple[Verdict, ...]]]
"""By rule and size: the verdicts of each pattern's claims, in their order."""


def verdicts_of(rows: list[Row], claims: Claims) -> Verdicts:
    """The verdicts on what was lived."""
    by_cell: dict[tuple[str, str], dict[str, list[tuple[float, ...]]]] = {}
    for row in rows:
        cell = by_cell.setdefault((row.unit.rule, row.unit.size), {})
        if row.pattern and not row.error:
            cell.setdefault(row.pattern, []).append(row.apart)
    return {
        key: {name: _of_pattern(told, np.array(cell[name])) for name, told in claims.items() if name in cell}
        for key, cell in by_cell.items()
    }


def of_pattern(verdicts: tuple[Verdict, ...]) -> Status:
    """A pattern holds if all its claims do, and fails if one does."""
    return together(each.status for each in verdicts)


def verdict(told: Told, cases: Mapping[str, Floats]) -> Verdict:
    """The verdict on a claim, from how far each of its cases lies on the right side, draw by draw."""
    if told.kind is Kind.ALL:
        nearest: Floats = np.stack(list(cases.values())).min(axis=0)  # NaN where one is
        share = _share(nearest)
        return Verdict(_against(MOSTLY, share), share, _mean(nearest), next(iter(cases)))
    shares = {name: _share(apart, told.looks) for name, apart in cases.items()}
    if told.kind is Kind.ANY:
        name = max(shares, key=lambda each: np.nan_to_num(shares[each].mean, nan=-1.0))
        return Verdict(_against(MOSTLY, shares[name]), shares[name], _mean(cases[name]), name)
    name = max(shares, key=lambda each: np.nan_to_num(abs(shares[each].mean - EVEN), nan=-1.0))
    share = shares[name]
    clear = share.low > EVEN or share.high < EVEN
    return Verdict(Status.HOLDS if clear else Status.OPEN, share, _mean(cases[name]), name)


def _of_pattern(told: tuple[Told, ...], apart: Floats) -> tuple[Verdict, ...]:
    """`apart` has shape (draws, cases of all claims)."""
    found, first = [], 0
    for each in told:
        columns = apart[:, first : first + len(each.cases)].T
        found.append(verdict(each, dict(zip(each.cases, columns, strict=True))))
        first += len(each.cases)
    return tuple(found)


def _share(apart: Floats, looks: int = 1) -> Share:
    """In which share of the draws it is above 0, with an interval that allows for so many looks (Bonferroni)."""
    from scipy.stats import binomtest  # takes a second to load

    known = apart[~np.isnan(apart)]
    right, n = int((known > 0.0).sum()), len(known)
    if n == 0:
        return Share(0, 0, np.nan, np.nan)
    level = 1.0 - (1.0 - CONFIDENCE) / looks
    found = binomtest(right, n).proportion_ci(level, method="wilson")
    return Share(right, n, float(found.low), float(found.high))


def _against(bar: float, share: Share) -> Status:
    if share.low > bar:
        return Status.HOLDS
    return Status.FAILS if share.high < bar else Status.OPEN


def _mean(values: Floats) -> Interval:
    return intervals(values[None, :])[0]
