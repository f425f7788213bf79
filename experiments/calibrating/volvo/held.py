"""Holds the values and the logs of the committed scenario against what calibrating found in the log of Volvo IT."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from experiments.calibrating.figures import COLUMNS, Floats
from experiments.calibrating.setting import Setting
from experiments.catalogue import load_scenario

SCENARIO = "volvo-baseline"
FOUND = Path(__file__).with_name("found.json")
FUTURES = 6
_APART = 3_000_003
"""How far the luck of the scenario's own logs is from that of the bank."""


class Held(NamedTuple):
    """A committed value, and the interval that the log allows."""

    key: str
    committed: float
    low: float
    high: float
    told: bool

    @property
    def inside(self) -> bool:
        """Whether the log allows it."""
        return self.low <= self.committed <= self.high


class Beside(NamedTuple):
    """A fitted figure: of the log, of the scenario that calibrating gives, and of the committed one."""

    figure: str
    log: float
    fit: float
    committed: float


def kept() -> dict[str, Any]:
    """What calibrating found, as it is committed."""
    found: dict[str, Any] = json.loads(FOUND.read_text(encoding="utf-8"))
    return found


def values(found: dict[str, Any]) -> tuple[Held, ...]:
    """The committed value of each parameter that was looked for."""
    committed = load_scenario(SCENARIO).parameters()
    return tuple(
        Held(key, float(committed[key.partition(".")[2]]), fit["low"], fit["high"], fit["told"])
        for key, fit in found["parameters"].items()
    )


def figures(found: dict[str, Any]) -> tuple[Beside, ...]:
    """The fitted figures, three beside each other."""
    own = found["committed_figures"]
    return tuple(Beside(each["figure"], each["log"], each["model"], own[each["figure"]]) for each in found["fitted"])


def own_figures(setting: Setting) -> dict[str, float]:
    """The mean figures of logs of the committed scenario, lived and cut as those of the bank are."""
    known = load_scenario(SCENARIO).parameters()
    own: Floats = np.array([known[name] for name in setting.names], dtype=np.float64)
    elsewhere = setting.elsewhere(_APART)
    lived = np.stack([elsewhere.figures(own, future) for future in range(FUTURES)])
    return {
        column.removeprefix("whole "): float(lived[:, place].mean())
        for place, column in enumerate(COLUMNS)
        if column.startswith("whole ") and np.isfinite(lived[:, place]).all()
    }
