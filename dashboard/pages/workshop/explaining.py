"""What is wrong with a contract, in the reader's language and at the field.

The model names the rule that is broken and what it was broken with (see sim/datafiles/mistakes.py); the words of it are
in words.toml under `wrong_<reason>`.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from dashboard.pages.workshop.units import number_in_hundredths
from experiments.showing.language import Lang
from experiments.showing.numbers import number, significant
from experiments.showing.words import Words
from sim.datafiles.mistakes import on_one_line
from sim.policies import Policy
from sim.policies.meanings import PERIODS
from sim.policies.metrics import METRICS
from sim.policies.money import MONEY
from sim.policies.reading import LARGEST
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Period


class Wrong(NamedTuple):
    """A mistake: the path of its field, such as "manager.2.threshold" (terms counted from 1), and what to do.

    `reason` is the model's name of the rule that is broken.
    """

    where: str
    text: str
    reason: str

    @property
    def mendable(self) -> bool:
        """Whether the form can show it at a field, to be put right there."""
        return self.reason in MENDABLE


MENDABLE = (
    "out_of_bounds", "number_missing", "winners_not_whole", "cap_not_above", "cap_not_below", "gate_alone",
    "period_of_gate", "period_of_debt",
)  # fmt: skip
"""Rules that a contract can break with everything in it being of the right kind."""


def mistakes(content: Mapping[str, Any], words: Words, lang: Lang) -> tuple[Wrong, ...]:
    """All that is wrong with what a policy's file would say; nothing if it is a good one."""
    try:
        Policy.model_validate(content)
    except ValidationError as error:
        return tuple(_told(dict(each), content, words, lang) for each in error.errors(include_url=False))
    return ()


class Unreadable(NamedTuple):
    """Why an uploaded text cannot even be looked at."""

    text: str


def content_of(text: object, words: Words, lang: Lang) -> dict[str, Any] | Unreadable:
    """What an uploaded file says, or why that cannot be found out."""
    if not isinstance(text, str) or "\x00" in text:
        return Unreadable(words.say("upload_no_text", lang))
    if len(text) > LARGEST:
        return Unreadable(words.say("upload_large", lang, most=number(LARGEST / 1000, 0, lang)))
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        if at is None:
            return Unreadable(words.say("upload_no_toml", lang))
        return Unreadable(words.say("upload_no_toml_at", lang, line=at[1], column=at[2]))


def place_in_words(where: str, words: Words, lang: Lang) -> str:
    """Where a mistake stands: "Manager, term 2: threshold"."""
    role, *rest = where.split(".")
    if role not in ("employee", "manager"):
        return where
    said = words.say(role, lang)
    if rest and rest[0].isdigit():
        said += words.say("in_term", lang, place=rest.pop(0))
    name = rest[0] if rest else ""
    return f"{said}: {words.say(f'field_{name}', lang) if words.known(f'field_{name}') else name}" if name else said


def _told(error: dict[str, Any], content: Mapping[str, Any], words: Words, lang: Lang) -> Wrong:
    given = error.get("ctx", {})
    facts = given.get("facts", {})
    location = [step for step in error["loc"] if step != "terms"]
    steps = [str(step + 1) if isinstance(step, int) else step for step in location]
    key = given.get("key") or ""
    if key:
        steps += [str(facts["term"]), key] if "term" in facts else [key]
    where = on_one_line(".".join(steps))
    reason = given.get("reason")
    if not reason or not words.known(f"wrong_{reason}"):
        return Wrong(where, words.say("wrong", lang), "")
    text = words.say(f"wrong_{reason}", lang, **_spoken(facts, key or steps[-1], error.get("input"), lang))
    return Wrong(where, text, str(reason))


def _spoken(facts: Mapping[str, Any], key: str, value: object, lang: Lang) -> dict[str, str]:
    """The facts of a mistake in the reader's language."""
    said = {"name": on_one_line(key), "value": on_one_line(str(value)) if isinstance(value, str | int | float) else ""}
    for name, fact in facts.items():
        if name == "kind":
            said["kind"] = getattr(KINDS[fact].label, lang)
            said["metrics"] = ", ".join(getattr(METRICS[each].label, lang) for each in KINDS[fact].metrics)
            if "number" in facts and facts["number"] in KINDS[fact].keys:
                said["meaning"] = getattr(KINDS[fact].keys[facts["number"]].meaning, lang)
        elif name == "metric":
            said["metric"] = getattr(METRICS[fact].label, lang)
        elif name == "period":
            said["period"] = getattr(PERIODS[Period[fact.upper()]].label, lang)
        elif isinstance(fact, float | int):
            hundredths = number_in_hundredths(facts, key)
            said[name] = f"{_figure(100.0 * fact, lang)} %" if hundredths else _figure(float(fact), lang)
        elif isinstance(fact, list):
            said[name] = ", ".join(map(str, fact))
    return said | {"pay": getattr(MONEY["pay"].label, lang), "salary": getattr(MONEY["salary"].label, lang)}


def _figure(value: float, lang: Lang) -> str:
    """A bound as people write it.

    >>> _figure(0.5, "nl"), _figure(-10.0, "en")
    ('0,5', '−10')
    """
    text = significant(value).replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text
