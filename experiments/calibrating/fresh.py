"""One company for a scenario: of the plausible values together, those whose simulated logs are most like the log.

The candidates are lived in the same futures, which the bank has not seen. A mean of each parameter's interval would not
do: parameters that go together only in pairs would be torn apart.
"""

from concurrent.futures import Executor
from typing import NamedTuple

import numpy as np

from experiments.calibrating.calibration import Learned
from experiments.calibrating.figures import Floats
from experiments.calibrating.measuring import Measured
from experiments.calibrating.setting import Setting
from experiments.sweeping.engines import Engine

CANDIDATES, FUTURES = 24, 6
_APART = 1_000_003


class Chosen(NamedTuple):
    """The values of a scenario, shape (parameters,), and the figures of its logs, shape (futures, figures)."""

    values: Floats
    figures: Floats


def choose(measured: Measured, learned: Learned, where: Engine) -> Chosen:
    """Live some of the plausible draws, and take the one nearest to the log."""
    draws, fitted = learned.draws, list(learned.columns)
    step = max(1, len(draws) // CANDIDATES)
    rows = np.unique(draws[::step][:CANDIDATES], axis=0)
    with where.start() as executor:
        lived = _lived(executor, measured.setting, rows)
    means = lived[:, :, fitted].mean(axis=1)
    spread = lived[:, :, fitted].std(axis=1).mean(axis=0) + 1e-9
    apart = (((means - measured.figures[fitted]) / spread) ** 2).sum(axis=1)
    best = int(np.argmin(np.where(np.isnan(apart), np.inf, apart)))
    return Chosen(rows[best], lived[best])


def _lived(executor: Executor, setting: Setting, rows: Floats) -> Floats:
    """Figures, shape (rows, futures, figures)."""
    tasks = [executor.submit(_live_one, setting, row) for row in rows]
    return np.stack([task.result() for task in tasks])


def _live_one(setting: Setting, values: Floats) -> Floats:
    return np.stack([setting.elsewhere(_APART).figures(values, future) for future in range(FUTURES)])
