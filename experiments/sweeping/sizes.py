"""The size of a company as something to vary: how many units, divisions in each unit, and people in each division.

They are no parameters (people and tree are built from them), so nothing declares what is plausible: a range is given.
Where a tree is written out, numbers take its place if it is even; `scenario_with` refuses what it leaves open.
"""

import math
from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotated_types import Ge, Le

from experiments.comparing.question import Question
from experiments.showing.words import Words
from sim.company.numbers import counted
from sim.company.scenario import Company
from sim.parameters import Both

_WORDS = Words(Path(__file__).with_name("words.toml"))
_NAMES = ("units", "divisions", "employees")


class Size(NamedTuple):
    """One number of a company's size, within what a company may have."""

    key: str
    label: Both
    unit: Both
    low: int
    high: int


@cache
def sizes() -> dict[str, Size]:
    """All of them, by key."""
    found = {}
    for name in _NAMES:
        limits = Company.model_fields[name].metadata
        low = next(int(str(each.ge)) for each in limits if isinstance(each, Ge))
        high = next(int(str(each.le)) for each in limits if isinstance(each, Le))
        label, unit = _both(f"size_{name}"), _both(f"size_unit_{name}")
        found[f"company.{name}"] = Size(f"company.{name}", label, unit, low, high)
    return found


def size_now(question: Question, key: str) -> float:
    """What a size is in a question's company, as nothing varies; NaN where its parts differ in it."""
    company, name = question.of_scenario.company, key.partition(".")[2]
    return float(counted(company).get(name, math.nan) if company.tree else getattr(company, name))


def _both(key: str) -> Both:
    return Both(_WORDS.say(key, "en"), _WORDS.say(key, "nl"))
