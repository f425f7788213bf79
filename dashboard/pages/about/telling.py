"""What the page tells of evidence and limits: figures from documents and declarations, put into words of a language."""

from collections import Counter
from typing import Any

from dashboard.pages.facts import words_beside
from experiments.evidence import documents
from experiments.evidence.emergence.sizes import sizes
from experiments.evidence.emergence.verdict import Status
from experiments.showing.evidence import STRENGTHS, strength, strength_means
from experiments.showing.language import Lang
from experiments.showing.looks import letter, look
from experiments.showing.numbers import number
from sim.company.organisation import people_in
from sim.parameters import declared
from sim.policies import catalogue

WORDS = words_beside(__file__)
say = WORDS.say

HERO, FAIR, BASE = "gate-and-shared-target", "fair-salary", "sales-commission"
HANDOFFS, SCORE = "avoidable hand-offs", "satisfaction"
"""Measures as docs/robustness.md calls them."""
MARKS = {Status.HOLDS: ("✔", "holds"), Status.FAILS: ("✘", "fails"), Status.OPEN: ("?", "open")}


def evidence(lang: Lang) -> dict[str, Any]:
    """All of the chapter on evidence."""
    passed = documents.verified()
    verdicts = _verdicts(lang)
    return {
        "words": {key: say(key, lang) for key in _HEADS},
        "numbers": _strengths(lang),
        "firm": _firmness(lang),
        "verdicts": verdicts,
        "fits": _fits(lang),
        "checked": say("checked_said", lang, passed=passed[0], of=passed[1]) if passed else "",
        "sources": _sources(lang),
        "absent": "" if verdicts["rows"] else say("absent", lang),
    }


_HEADS = (
    "numbers", "firm", "firm_said", "emerges", "emerges_scroll", "pattern", "calibrated", "calibrated_said",
    "fit_scroll", "fit_figure", "fit_log", "fit_model", "checked", "literature",
)  # fmt: skip


def _strengths(lang: Lang) -> dict[str, Any]:
    """How many parameters stand on how much."""
    count = Counter(row.evidence for row in declared())
    bars = [
        {"word": strength(each, lang), "means": strength_means(each, lang), "count": count[each],
         "share": count[each] / count.total()}
        for each in STRENGTHS if count[each]
    ]  # fmt: skip
    return {"said": say("numbers_said", lang, all=count.total(), assumed=count["assumption"]), "bars": bars}


def _sources(lang: Lang) -> list[dict[str, str]]:
    """Sources of the parameters that are not assumed, the strongest first, each once."""
    rows = sorted(declared(), key=lambda row: STRENGTHS.index(row.evidence))
    said = {(row.source_nl if lang == "nl" else row.source): row for row in rows if row.evidence != "assumption"}
    return [{"text": text, "word": strength(row.evidence, lang)} for text, row in said.items()]


def _firmness(lang: Lang) -> list[dict[str, Any]]:
    """How often conclusions keep their sign."""
    return [
        {"text": say(f"firm {each.conclusion}", lang), "share": each.stands / each.of,
         "count": say("firm_count", lang, stands=each.stands, of=each.of)}
        for each in documents.conclusions() if WORDS.known(f"firm {each.conclusion}")
    ]  # fmt: skip


def _verdicts(lang: Lang) -> dict[str, Any]:
    """Verdicts of the patterns, a column a company."""
    found = documents.verdicts()
    people = {size.id: people_in(size.scenario) for size in sizes()}
    companies = list(next(iter(found.values()), {}))
    every = [verdict for row in found.values() for verdict in row.values()]
    counts = {
        "patterns": len(found), "of": len(every), "held": sum(each.status == Status.HOLDS for each in every),
        "claims": sum(each.claims for each in every), "holding": sum(each.holding for each in every),
    }  # fmt: skip
    return {
        "said": say("emerges_said", lang, **counts),
        "companies": [say("company", lang, people=number(people[each], 0, lang)) for each in companies],
        "rows": [
            {"id": pattern, "title": say(f"pattern {pattern}", lang),
             "cells": [_cell(row[company], lang) for company in companies]}
            for pattern, row in found.items()
        ],
    }  # fmt: skip


def _cell(verdict: documents.Verdict, lang: Lang) -> dict[str, str]:
    mark, kind = MARKS[verdict.status]
    return {
        "mark": mark, "kind": kind, "word": say(f"status {verdict.status}", lang),
        "count": say("verdict", lang, holding=verdict.holding, claims=verdict.claims),
    }  # fmt: skip


def _fits(lang: Lang) -> list[dict[str, str]]:
    """Log and model beside each other."""
    found = []
    for row in documents.fitted():
        figure, log, _, model = row.values()
        found.append(
            {"figure": say(f"fit {figure}", lang)}
            | {key: number(float(text.split()[0]), 2, lang) for key, text in (("log", log), ("model", model))}
        )
    return found


# ------------------------------------------------------------------------------------------------------------ limits


def limits(lang: Lang) -> list[dict[str, str]]:
    """The cards that say what the model cannot tell; those with figures only where the documents are at hand."""
    values = {key: filled for key, filled in (("salary", _salary(lang)), ("reach", _reach(lang))) if filled}
    cards = ["measured", *values, "simple"]
    return [{"title": say(key, lang), "text": say(f"{key}_said", lang, **values.get(key, {}))} for key in cards]


def policy_name(policy: str, lang: Lang) -> str:
    """The name of a policy of the catalogue."""
    name = catalogue()[policy].name
    return name.nl if lang == "nl" else name.en


def _salary(lang: Lang) -> dict[str, str]:
    usual = documents.loads().get(1.0)
    if usual is None:
        return {}
    hero, fair = usual[HERO], usual[FAIR]
    return {
        "hero": policy_name(HERO, lang), "fair": policy_name(FAIR, lang),
        "gate": number(hero[HANDOFFS], 2, lang), "salary": number(fair[HANDOFFS], 2, lang),
        "gate_score": number(hero[SCORE], 1, lang), "salary_score": number(fair[SCORE], 1, lang),
    }  # fmt: skip


def _reach(lang: Lang) -> dict[str, str]:
    index = next((each for each in documents.reach() if each.measure == "Silo index"), None)
    if index is None:
        return {}
    safe, hopeless = (f"{number(100.0 * share, 0, lang)} %" for share in (index.safe, index.hopeless))
    return {"safe": safe, "hopeless": hopeless}


def load_paragraphs(lang: Lang) -> list[str]:
    """What the drawing of loads shows: that the order changes, if it does in the documents."""
    found = documents.loads()
    first, *_, last = (min((HERO, FAIR), key=lambda policy: row[policy][HANDOFFS]) for _, row in sorted(found.items()))
    if (first, last) != (HERO, FAIR):
        return [say("load_plain", lang)]
    return [say("load_said", lang, hero=policy_name(HERO, lang), fair=policy_name(FAIR, lang))]


def load_lines(lang: Lang) -> dict[str, Any]:
    """Loads and a line a policy, for the drawing."""
    found = sorted(documents.loads().items())
    lines = [
        {"name": policy_name(policy, lang), "letter": letter(place), "dash": " ".join(map(str, look(place).dash)),
         "values": [row[policy][HANDOFFS] for _, row in found]}
        for place, policy in enumerate((BASE, HERO, FAIR))
    ]  # fmt: skip
    return {"loads": [load for load, _ in found], "lines": lines}
