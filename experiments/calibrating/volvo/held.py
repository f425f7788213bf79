"""What calibrating found in the log of Volvo IT, as it is committed, and the scenario that was made of it."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from experiments.catalogue import CALIBRATED, load_scenario

FOUND = Path(__file__).with_name("found.json")


class Held(NamedTuple):
    """A value of the scenario, and the interval that the log allows."""

    key: str
    value: float
    low: float
    high: float
    told: bool

    @property
    def inside(self) -> bool:
        """Whether the log allows it."""
        return self.low <= self.value <= self.high


class Beside(NamedTuple):
    """A fitted figure: of the log, and of the logs of the scenario."""

    figure: str
    log: float
    scenario: float


def kept() -> dict[str, Any]:
    """What calibrating found."""
    found: dict[str, Any] = json.loads(FOUND.read_text(encoding="utf-8"))
    return found


def values(found: dict[str, Any]) -> tuple[Held, ...]:
    """The scenario's value of each parameter that was looked for."""
    known = load_scenario(CALIBRATED).parameters()
    return tuple(
        Held(key, float(known[key.partition(".")[2]]), fit["low"], fit["high"], fit["told"])
        for key, fit in found["parameters"].items()
    )


def figures(found: dict[str, Any]) -> tuple[Beside, ...]:
    """The fitted figures beside each other."""
    return tuple(Beside(each["figure"], each["log"], each["model"]) for each in found["fitted"])
