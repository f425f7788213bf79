"""Small logs and banks for these tests."""

from pathlib import Path

import numpy as np
import pandas as pd

from experiments.calibrating.bank import Bank
from experiments.calibrating.figures import COLUMNS
from experiments.calibrating.measuring import Measured, measure
from experiments.catalogue import load_scenario
from experiments.xray.reading import Log, read_log
from experiments.xray.times import Times

EXAMPLE = Path(__file__).parents[3] / "experiments" / "examples" / "incidents.csv"
TIMES = Times("year/month/day")
GROUPS = ("Desk", "Field", "Billing", "Archive")


def made_up(cases: int = 400, weeks: float = 20.0, seed: int = 3, chance: float = 0.5) -> Log:
    """A log whose cases are handed on with a constant chance, each time to any other group; all are solved."""
    luck = np.random.default_rng(seed)
    rows = []
    for case in range(cases):
        at, group = luck.uniform(0.0, weeks * 7), int(luck.integers(len(GROUPS)))
        rows.append((f"c{case}", at, group, "In work"))
        while luck.random() < chance:
            at += luck.exponential(0.3)
            group = (group + int(luck.integers(1, len(GROUPS)))) % len(GROUPS)
            rows.append((f"c{case}", at, group, "In work"))
        rows.append((f"c{case}", at + 0.1, group, "Completed"))
    table = pd.DataFrame(rows, columns=["case", "day", "number", "status"])
    moments = pd.Timestamp("2026-01-05T09:00Z") + pd.to_timedelta(table["day"], unit="D")
    names = np.array(GROUPS)[table["number"]]
    return Log(pd.DataFrame({"case": table["case"], "time": moments, "group": names, "status": table["status"]}), TIMES)


def write(log: Log, path: Path) -> Path:
    """The log as a file."""
    log.events.to_csv(path, index=False)
    return path


def read(path: Path, status: str | None = "status", division: str | None = None) -> Log:
    """A log with the columns of ours."""
    return read_log(path, "case", "time", "group", division, status)


def known(measured: Measured, draws: int = 1_000, seed: int = 1) -> Bank:
    """A bank in which some figures are parameters with a little noise; others are noise about those of the log."""
    luck = np.random.default_rng(seed)
    setting = measured.setting
    drawn = np.stack([setting.draw(place) for place in range(draws)])
    shares = setting.shares(drawn)
    figures = np.nan_to_num(measured.figures, nan=0.5) + luck.normal(size=(draws, len(COLUMNS)))
    for place, column in enumerate(TOLD_BY):
        figures[:, COLUMNS.index(column)] = shares[:, place] + 0.05 * luck.normal(size=draws)
    return Bank(drawn, figures, 0)


TOLD_BY = ("whole mean", "whole never", "whole once")
"""The figures that tell the first parameters in `known`."""


def six_weeks(log: Log, **more: object) -> Measured:
    """Measured with the usual scenario."""
    return measure(log, load_scenario("six-weeks"), **more)  # type: ignore[arg-type]
