"""The sliders of the page, all of them from declarations: the numbers of each contract, and the levers of the company.

A parameter that is declared a lever, and a number that a contract has, appear here by themselves.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from dashboard.pages.compare.words import say
from experiments.catalogue import calibrated
from experiments.comparing.contract_keys import SURVEY, ContractKey, keys_of
from experiments.comparing.question import Question
from experiments.showing.evidence import strength, strength_means
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import significant
from sim.company.scenario import Scenario
from sim.parameters import GROUPS, Declared, levers
from sim.policies import Policy

_LOG_FROM = 20.0
"""A range whose ends are so many times apart is moved through by factors, not by steps."""


def groups(question: Question, hero: int, lang: Lang) -> list[dict[str, Any]]:
    """All sliders, group by group; the contract that the page tells of is open at first."""
    scenario = question.of_scenario
    made = []
    for place, course in enumerate(question.of_courses):
        policy = course.first
        usual = question.unset_policy(policy.id)
        rows = [_of_contract(key, was, policy, scenario, lang) for key, was in _pairs(policy, usual)]
        words = policy.name.nl if lang == "nl" else policy.name.en
        made.append(_group(f"contract {place}", words, rows, place == hero, place))
    declared, now, usually = _levers(), scenario.parameters(), question.base_scenario.parameters()
    for name, label in GROUPS.items():
        rows = [_of_company(row, now[row.name], usually[row.name], lang) for row in declared if row.lever == name]
        made.append(_group(name, label.nl if lang == "nl" else label.en, rows, name == next(iter(GROUPS))))
    return made


def known_keys(question: Question) -> set[str]:
    """The keys of all sliders: what a browser may move."""
    contracts = {f"{course.first.id}:{key.key}" for course in question.of_courses for key in keys_of(course.first)}
    return contracts | {row.key for row in _levers()}


@cache
def _levers() -> tuple[Declared, ...]:
    return levers()


def _group(
    name: str, label: str, rows: list[dict[str, Any]], is_open: bool, place: int | None = None
) -> dict[str, Any]:
    return {
        "name": name, "label": label, "levers": rows, "open": is_open, "place": place,
        "letter": "" if place is None else letter(place), "changed": sum(row["value"] != row["usual"] for row in rows),
    }  # fmt: skip


def _pairs(policy: Policy, usual: Policy) -> Iterator[tuple[ContractKey, ContractKey]]:
    """The numbers of a contract, each with what it is before anything is set."""
    before = {key.key: key for key in keys_of(usual)}
    return ((key, before.get(key.key, key)) for key in keys_of(policy))


def _of_contract(
    key: ContractKey, usual: ContractKey, policy: Policy, scenario: Scenario, lang: Lang
) -> dict[str, Any]:
    given = key.value if key.value is not None else _of_survey(key.key, scenario)
    was = usual.value if usual.value is not None else _of_survey(key.key, scenario)
    part, label = (key.part.nl, key.label.nl) if lang == "nl" else (key.part.en, key.label.en)
    made = _lever(
        f"{policy.id}:{key.key}", f"{part}: {label}", key.meaning.nl if lang == "nl" else key.meaning.en,
        key.unit.nl if lang == "nl" else key.unit.en, given, was, (key.low, key.high), key.likely, lang,
    )  # fmt: skip
    made["evidence"] = say("contract_evidence", lang)
    if key.example is not None:
        made["example"] = key.example.nl if lang == "nl" else key.example.en
    return made


def _of_survey(key: str, scenario: Scenario) -> float:
    """What the scenario says where a contract says nothing of its survey."""
    return scenario.parameters()[SURVEY[key.removeprefix("survey.")].partition(".")[2]]


def _of_company(row: Declared, value: float, usual: float, lang: Lang) -> dict[str, Any]:
    found, nl = calibrated(row), lang == "nl"
    made = _lever(
        row.key, row.label.nl if nl else row.label.en, row.meaning.nl if nl else row.meaning.en,
        row.unit.nl if nl else row.unit.en, value, usual, (row.low, row.high),
        (row.likely_low, row.likely_high), lang,
    )  # fmt: skip
    if row.example is not None:
        made["example"] = row.example.nl if nl else row.example.en
    made["evidence"] = say(
        "evidence", lang, strength=strength(row.evidence, lang), means=strength_means(row.evidence, lang),
        source=row.source_nl if nl else row.source,
    )  # fmt: skip
    if found is not None:
        made["marks"].append(_mark("calibrated", found, lang))
    return made


def _lever(
    key: str, label: str, meaning: str, unit: str, value: float, usual: float, limits: tuple[float, float],
    likely: tuple[float, float], lang: Lang,
) -> dict[str, Any]:  # fmt: skip
    """One slider: it runs over the plausible range, and as far as the value and the default lie."""
    low, high = min(likely[0], value, usual), max(likely[1], value, usual)
    return {
        "key": key, "label": label[:1].upper() + label[1:], "meaning": meaning, "unit": unit, "value": value,
        "usual": usual, "low": limits[0], "high": limits[1], "from": low, "to": high,
        "log": low > 0.0 and high / low >= _LOG_FROM, "example": "", "evidence": "",
        "marks": [_mark("usual", usual, lang)],
    }  # fmt: skip


def _mark(kind: str, value: float, lang: Lang) -> dict[str, Any]:
    return {"kind": kind, "value": value, "title": say(f"mark_{kind}", lang, value=significant(value, 3, lang))}
