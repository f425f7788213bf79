"""Calibrates to a log, from the file to all that was found. The folder keeps the simulated logs, and goes on with them.

from experiments.calibrating.calibrate import calibrate
found = calibrate(read_log("tickets.csv", case="ticket", time="at", group="team"), Path("found"))
found.scenario                 # takes the place of any other
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from experiments.calibrating.bank import bank
from experiments.calibrating.calibration import STRANGE, Learned, learn
from experiments.calibrating.figures import COLUMNS
from experiments.calibrating.fresh import Chosen, choose
from experiments.calibrating.measuring import FITTED, Measured, measure
from experiments.catalogue import load_scenario
from experiments.comparing.compare import check_number
from experiments.errors import RequestError
from experiments.extras import extra
from experiments.sweeping.claiming import holds_others
from experiments.sweeping.engines import Engine, engine
from experiments.sweeping.sweep import Progress
from experiments.xray.reading import Log
from sim.company.scenario import Scenario

BANK = "bank"
DRAWS, DRAWS_LEAST, DRAWS_MOST = 2_000, 500, 100_000
USUAL_SCENARIO = "six-weeks"


@dataclass(frozen=True)
class Calibration:
    """What a log says of a company, and the company that is most like it."""

    name: str
    measured: Measured
    learned: Learned
    chosen: Chosen
    draws: int
    """Simulated logs in the bank."""
    failed: int

    @property
    def strange(self) -> bool:
        """Whether the model makes no such log: then the intervals are not to be trusted."""
        return self.learned.strange > STRANGE

    @property
    def scenario(self) -> Scenario:
        """The base scenario with the company that was lived, and the values that go together best with the log."""
        return self.measured.setting.at(self.chosen.values)

    @property
    def beside(self) -> list[tuple[str, float, float]]:
        """Of each fitted figure its key, that of the log, and its mean in the logs of the scenario."""
        columns = list(self.learned.columns)
        means = self.chosen.figures[:, columns].mean(axis=0).tolist()
        return [
            (COLUMNS[column].removeprefix("whole "), float(self.measured.figures[column]), mean)
            for column, mean in zip(columns, means, strict=True)
        ]

    def as_json(self) -> dict[str, Any]:
        """Plain values; what is not defined is null."""
        measured, learned = self.measured, self.learned
        checks = {
            name: [{"figure": each.figure.key, "log": each.log, "low": each.low, "middle": each.middle,
                    "high": each.high, "holds": each.holds} for each in found]
            for name, found in (("not_fitted", learned.not_fitted), ("held_out", learned.held_out))
        }  # fmt: skip
        return {
            "name": self.name,
            "log": {"cases": measured.cases, "handoffs": measured.handoffs, "groups": measured.groups,
                    "groups_by_weight": measured.weight, "cases_a_week": measured.arrivals,
                    "weeks": measured.window.weeks, "followed_weeks": measured.window.followed,
                    "left_out": measured.left_out, "people": measured.people,
                    "figures": dict(zip(COLUMNS, map(_plain, measured.figures), strict=True))},
            "draws": self.draws, "failed": self.failed, "used": learned.used, "strange": learned.strange,
            "parameters": {
                each.key: {"low": each.low, "middle": each.middle, "high": each.high, "width": each.width,
                           "told": each.told, "chosen": chosen}
                for each, chosen in zip(learned.fits, self.chosen.values.tolist(), strict=True)
            },
            "fitted": [{"figure": key, "log": log, "model": _plain(model)} for key, log, model in self.beside],
            **checks,
        }  # fmt: skip

    def _repr_html_(self) -> str:
        from experiments.calibrating.report import parts_of  # which shows what is made here
        from experiments.reporting.render import fragment

        return fragment(parts_of(self, "en"))


def calibrate(
    log: Log,
    folder: Path,
    *,
    name: str = "log",
    base: Scenario | None = None,
    people: int | None = None,
    keys: tuple[str, ...] = FITTED,
    draws: int = DRAWS,
    seed: int = 1,
    where: Engine | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Calibration:
    """Calibrate `base` (default: six-weeks) to a log; simulated logs go to `folder`/bank as they come.

    `people` who share the work of the log, if somebody knows; `keys` are the parameters that are looked for. Raises
    RequestError for a log that says too little, or a folder that holds something else.
    """
    check_number("draws", draws, DRAWS_LEAST, DRAWS_MOST)
    extra("sklearn")  # before hours are spent
    where = where or engine()
    measured = measure(log, base or load_scenario(USUAL_SCENARIO), people=people, keys=keys, seed=seed)
    if holds_others(folder, BANK, ()):
        raise RequestError(f"{folder}: holds other things than a calibration of ours; name a new folder")
    found = bank(measured.setting, draws, folder / BANK, where, progress, say)
    learned = learn(measured, found)
    chosen = choose(measured, learned, where)
    return Calibration(name, measured, learned, chosen, draws, found.failed)


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
