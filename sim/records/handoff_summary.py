"""The figures that describe the hand-offs of a whole log: one number each, the same for every log."""

import math
from collections.abc import Collection
from dataclasses import asdict, dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.records.handoffs import SILENT, SOLVED, cases, handoffs, ordered

CLASSES = ("0", "1", "2", "3–4", "5–9", "10+")
"""Names of the classes of hand-offs that times to solve are given for."""

_LOWER_ENDS = np.array([0, 1, 2, 3, 5, 10])
_STEPS = 6


@dataclass(frozen=True)
class HandoffSummary:
    """What a log says about hand-offs; shares lie between 0 and 1, and NaN means: not defined for this log."""

    events: int
    cases: int
    groups: int
    handoffs: int
    mean: float
    """Hand-offs a case."""
    variance_to_mean: float
    """Variance over mean of hand-offs a case: 1 for a Poisson count, more if cases differ in difficulty."""
    share_by_handoffs: tuple[float, ...]
    """Share of cases with 0, 1, 2, and 3 or more hand-offs."""
    ping_pong: float
    """Share of cases that contain A→B→A."""
    ping_pong_of_two: float
    """The same among the cases with two or more hand-offs, which are those that could."""
    return_share: float
    """Share of hand-offs that go into a group the case had visited before."""
    pass_on: tuple[float, ...]
    """Chance of one more hand-off after 0, 1, … 5: P(h ≥ k + 1 given h ≥ k)."""
    cases_crossing: float
    """Share of cases whose events bear more than one division."""
    handoffs_crossing: float
    """Share of hand-offs between groups of different divisions."""
    at_once_crossing: float
    """Share of crossing hand-offs that the next hand-off gives back to the sender."""
    at_once_inside: float
    """The same for hand-offs inside a division."""
    cases_by_class: tuple[int, ...]
    """Cases in each of CLASSES; the three figures below are by the same classes."""
    to_solve_median: tuple[float, ...]
    to_solve_p90: tuple[float, ...]
    reopened: tuple[float, ...]
    time_unit: str
    """Unit of the times to solve: "days", or "hours" where the log's times are numbers."""

    def to_dict(self) -> dict[str, object]:
        """As plain values for JSON; what is not defined is None."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def summarise(log: pd.DataFrame, solved: Collection[str] = SOLVED, silent: Collection[str] = SILENT) -> HandoffSummary:
    """Summary of a log as handoffs.py describes it; ValueError if it lacks a column or a case or time is blank."""
    events = ordered(log)
    passed, case = handoffs(events), cases(events, solved, silent)
    counts = case["handoffs"].to_numpy()
    classes = np.searchsorted(_LOWER_ENDS, counts, side="right") - 1
    crosses = passed["crosses"] if "crosses" in passed.columns else None
    span, again = case.get("to_solve"), case.get("reopened")
    return HandoffSummary(
        events=len(events),
        cases=len(case),
        groups=int(events["group"].nunique()),
        handoffs=len(passed),
        mean=_mean(counts),
        variance_to_mean=variance_to_mean(counts),
        share_by_handoffs=(*(_mean(counts == k) for k in range(3)), _mean(counts >= 3)),
        ping_pong=_mean(case["ping_pong"]),
        ping_pong_of_two=_mean(case["ping_pong"][counts >= 2]),
        return_share=_mean(passed["returns"]),
        pass_on=pass_on(counts),
        cases_crossing=_mean(case["crosses"]) if "crosses" in case.columns else math.nan,
        handoffs_crossing=_mean(crosses) if crosses is not None else math.nan,
        at_once_crossing=_mean(passed["at_once"][crosses]) if crosses is not None else math.nan,
        at_once_inside=_mean(passed["at_once"][~crosses]) if crosses is not None else math.nan,
        cases_by_class=tuple(np.bincount(classes, minlength=len(CLASSES)).tolist()),
        to_solve_median=_by_class(span, classes, 0.5),
        to_solve_p90=_by_class(span, classes, 0.9),
        reopened=_by_class(again, classes, None),
        time_unit="days" if pd.api.types.is_datetime64_any_dtype(events["time"]) else "hours",
    )


def variance_to_mean(counts: NDArray[np.int64]) -> float:
    """Variance (n − 1) over mean of counts, shape (cases,); NaN if all are 0 or there are fewer than two."""
    if len(counts) < 2 or not counts.any():
        return math.nan
    return float(counts.var(ddof=1) / counts.mean())


def pass_on(counts: NDArray[np.int64], steps: int = _STEPS) -> tuple[float, ...]:
    """P(h ≥ k + 1 given h ≥ k), k = 0 … steps − 1, from hand-offs a case, shape (cases,); NaN where no case is left."""
    at_least = [int((counts >= k).sum()) for k in range(steps + 1)]
    return tuple(more / some if some else math.nan for some, more in pairwise(at_least))


def _mean(values: "NDArray[np.int64] | NDArray[np.bool_] | pd.Series") -> float:
    return float(values.mean()) if len(values) else math.nan


def _by_class(values: "pd.Series | None", classes: NDArray[np.int64], quantile: float | None) -> tuple[float, ...]:
    """The quantile (None: the mean) of the values in each of CLASSES, blanks left out."""
    if values is None:
        return (math.nan,) * len(CLASSES)
    grouped = values.astype(float).groupby(classes)
    figures = grouped.mean() if quantile is None else grouped.quantile(quantile)
    return tuple(figures.reindex(range(len(CLASSES))).tolist())


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value
