"""The figures of a log that a calibration uses, all of them of `sim.records.handoff_summary`.

What is fitted says how often, and how, cases are handed on; what is checked is not looked at in fitting. Words for a
figure stand in words.toml as "figure KEY".
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from experiments.calibrating.windows import PARTS, Part, Window, came_in, within
from sim.records.handoff_summary import CLASSES, HandoffSummary, summarise

type Kind = Literal["figure", "share", "days"]
type Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: how it is measured, how it is written, and whether it is fitted (or else checked)."""

    key: str
    kind: Kind
    of: Callable[[HandoffSummary], float]
    fitted: bool = True


def _passed_on(after: int) -> Callable[[HandoffSummary], float]:
    return lambda found: found.pass_on[after]


def _solved_in(handoffs: str) -> Callable[[HandoffSummary], float]:
    return lambda found: found.to_solve_median[CLASSES.index(handoffs)]


def _handed_on(times: int) -> Callable[[HandoffSummary], float]:
    return lambda found: found.share_by_handoffs[times]


FIGURES = (
    Figure("mean", "figure", lambda found: found.mean),
    Figure("never", "share", _handed_on(0)),
    Figure("once", "share", _handed_on(1)),
    Figure("twice", "share", _handed_on(2)),
    Figure("uneven", "figure", lambda found: found.variance_to_mean),
    Figure("return", "share", lambda found: found.return_share),
    Figure("ping pong", "share", lambda found: found.ping_pong),
    # Who sits with whom decides it, hardly anything that is drawn: fitted, it would only make a log look strange.
    Figure("crossing", "share", lambda found: found.handoffs_crossing, fitted=False),
    Figure("after 3", "share", _passed_on(3), fitted=False),
    Figure("after 4", "share", _passed_on(4), fitted=False),
    Figure("after 5", "share", _passed_on(5), fitted=False),
    Figure("ping pong of two", "share", lambda found: found.ping_pong_of_two, fitted=False),
    Figure("back across", "share", lambda found: found.at_once_crossing, fitted=False),
    Figure("back inside", "share", lambda found: found.at_once_inside, fitted=False),
    *(Figure(f"solved {name}", "days", _solved_in(name), fitted=False) for name in CLASSES),
)
"""Measured of each part of a log, in this order."""
ARRIVALS = Figure("arrivals", "figure", lambda found: math.nan)
"""Cases that come in a week, a head; not defined where nobody says how many people there are."""

COLUMNS = (*(f"{part} {figure.key}" for part in PARTS for figure in FIGURES), f"whole {ARRIVALS.key}")
"""The names of all numbers that are kept of a log."""


def figures_of(
    events: pd.DataFrame,
    weeks: Floats,
    window: Window,
    *,
    ended: bool,
    people: float,
    most: int | None = None,
    luck: np.random.Generator | None = None,
) -> Floats:
    """All numbers of COLUMNS of a log, shape (columns,); NaN where one is not defined.

    `people` (NaN: unknown) share its cases. Of more than `most` cases that many are measured, chosen by `luck`: so a
    simulated log is no surer of its figures than a short real one; for the same reason how many come is counted in the
    first stretch alone of a window with several.
    """
    once = len(came_in(events, weeks, window._replace(times=1)))
    came = came_in(events, weeks, window)
    if most is not None and luck is not None and len(came) > most:
        chosen = events["case"].isin(luck.choice(came.to_numpy(), size=most, replace=False)).to_numpy()
        events, weeks = events[chosen], weeks[chosen]
    found: list[float] = []
    for part in PARTS:
        found += _of_part(events, weeks, window, part, ended)
    return np.array([*found, once / window.weeks / people], dtype=np.float64)


def _of_part(events: pd.DataFrame, weeks: Floats, window: Window, part: Part, ended: bool) -> list[float]:
    seen = within(events, weeks, window.of(part), ended)
    if not len(seen):
        return [math.nan] * len(FIGURES)
    summary = summarise(seen)
    return [float(figure.of(summary)) for figure in FIGURES]
