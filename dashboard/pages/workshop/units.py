"""Which numbers of a contract people know as per cent."""

from collections.abc import Mapping
from typing import Any

from experiments.showing.language import Lang
from sim.policies.kind import OF_SALARY
from sim.policies.metric import SHARE_OF_PLAN
from sim.policies.metrics import METRICS
from sim.policies.parts import Words
from sim.policies.terms import KINDS

_UNITS = (OF_SALARY.en, SHARE_OF_PLAN.en, "share")
_MONEY = ("pay", "salary", "coverage")


def in_hundredths(unit: Words) -> bool:
    """Whether numbers in that unit are shown as per cent."""
    return unit.en in _UNITS


def spoken(unit: Words, lang: Lang) -> str:
    """The unit as it stands behind a number: "% of the salary", "points 0-10".

    >>> spoken(OF_SALARY, "en"), spoken(SHARE_OF_PLAN, "nl"), spoken(Words(en="points", nl="punten"), "nl")
    ('% of the salary', '% van het plan', 'punten')
    """
    text = str(getattr(unit, lang))
    if not in_hundredths(unit):
        return text
    whole = text.removeprefix("share").removeprefix("deel").removeprefix("aandeel").strip()
    return f"% {whole}".strip()


def number_in_hundredths(facts: Mapping[str, Any], name: str) -> bool:
    """The same of a number of which the model says what it is of: a kind of term and a metric, or else its key."""
    if "kind" not in facts or "metric" not in facts:
        return name in _MONEY
    key = KINDS[facts["kind"]].keys.get(str(facts.get("number", "threshold")))
    is_level = key is None or key.low is None
    return in_hundredths(METRICS[facts["metric"]].unit if is_level or key is None else key.unit)
