"""One company for a scenario: of the plausible values together, those whose simulated logs are most like the log.

The candidates are the plausible values that are least extreme in anything. They are lived in the same futures, which
the bank has not seen; the one that is taken is shown in others again, because the nearest of many was lucky too. A mean
of each parameter's interval would not do: parameters that go together only in pairs would be torn apart.
"""

from concurrent.futures import Executor
from typing import NamedTuple

import numpy as np
from scipy.stats import rankdata

from experiments.calibrating.calibration import Learned
from experiments.calibrating.figures import Floats
from experiments.calibrating.measuring import Measured
from experiments.calibrating.setting import Setting
from experiments.sweeping.engines import Engine

CANDIDATES, FUTURES = 24, 6
_SEARCHED, _SHOWN = 1_000_003, 2_000_003
"""How far the luck is from the bank's: where candidates are compared, and where the one that was taken is shown."""


class Chosen(NamedTuple):
    """The values of a scenario, shape (parameters,), and the figures of logs of its own, shape (futures, figures)."""

    values: Floats
    figures: Floats


def choose(measured: Measured, learned: Learned, where: Engine) -> Chosen:
    """Live some of the plausible draws, and take the one nearest to the log."""
    rows, fitted = usual(learned.draws), list(learned.columns)
    with where.start() as executor:
        lived = _lived(executor, measured.setting, rows)
        best = _nearest(lived[:, :, fitted], measured.figures[fitted])
        shown = executor.submit(_live_one, measured.setting.elsewhere(_SHOWN), rows[best]).result()
    return Chosen(rows[best], shown)


def usual(draws: Floats) -> Floats:
    """The CANDIDATES of the draws, shape (draws, parameters), whose most extreme parameter is the least extreme."""
    rows = np.unique(draws, axis=0)
    places = (rankdata(rows, axis=0) - 0.5) / len(rows)
    extreme = np.abs(places - 0.5).max(axis=1)
    return rows[np.argsort(extreme, kind="stable")[:CANDIDATES]]


def _nearest(lived: Floats, log: Floats) -> int:
    """Which candidate's figures, shape (candidates, futures, figures), are nearest to the log's on average."""
    means = lived.mean(axis=1)
    spread = lived.std(axis=1).mean(axis=0) + 1e-9
    apart = (((means - log) / spread) ** 2).sum(axis=1)
    return int(np.argmin(np.where(np.isnan(apart), np.inf, apart)))


def _lived(executor: Executor, setting: Setting, rows: Floats) -> Floats:
    """Figures, shape (rows, futures, figures)."""
    tasks = [executor.submit(_live_one, setting.elsewhere(_SEARCHED), row) for row in rows]
    return np.stack([task.result() for task in tasks])


def _live_one(setting: Setting, values: Floats) -> Floats:
    return np.stack([setting.figures(values, future) for future in range(FUTURES)])
