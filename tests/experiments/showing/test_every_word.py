"""No visible text is missing in a language: every words.toml, and every word that a declaration holds."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import dashboard
import experiments
import sim
from experiments.catalogue import scenarios
from experiments.comparing.reported import reported
from experiments.showing.evidence import STRENGTHS, strength, strength_means
from experiments.showing.language import LANGUAGES
from experiments.showing.numbers import unit_of
from experiments.showing.words import Words
from sim.parameters import GROUPS, declared
from sim.parameters.sources import SOURCES
from sim.parameters.units import GLOSSES, UNITS
from sim.policies import catalogue
from sim.policies.metrics import METRICS

ROOMS = [Path(room.__file__).parent for room in (sim, experiments, dashboard) if room.__file__]
FILES = sorted(file for room in ROOMS for file in room.rglob("words.toml"))

ALIKE = {
    # Dutch as well as English.
    "agenda", "contract", "data", "download", "euro", "later", "log", "manager", "managers", "matrix", "maximum",
    "menu", "minimum", "model", "net", "parameter", "parameters", "promoter", "scenario", "score", "service", "start",
    "status", "stop", "support", "team", "teams", "ticket", "tickets", "unit", "units", "week",
    # Names, signs of units, and kinds of file.
    "bytes", "csv", "html", "min", "parquet", "png", "s", "siloscope", "svg", "toml",
}  # fmt: skip
"""Words that are the same in both languages."""


def texts_of_files() -> Iterator[tuple[str, dict[str, str]]]:
    for file in FILES:
        for key, texts in Words(file).all.items():
            yield f"{file.parent.name}: {key}", texts


def texts_of_parameters() -> Iterator[tuple[str, str, str]]:
    """Where a text stands, and the text in English and Dutch."""
    for row in declared():
        yield (f"{row.key} label", *row.label)
        yield (f"{row.key} meaning", *row.meaning)
        if row.example:
            yield (f"{row.key} example", *row.example)
    for group, both in GROUPS.items():
        yield (f"group {group}", *both)
    for name, glossed in GLOSSES.items():
        yield (f"gloss {name}", *glossed)
    for english, dutch in (*UNITS.items(), *SOURCES.items()):
        yield f"unit or source {english}", english, dutch
    for evidence in STRENGTHS:
        yield f"evidence {evidence}", strength(evidence, "en"), strength(evidence, "nl")
        yield f"evidence {evidence} means", strength_means(evidence, "en"), strength_means(evidence, "nl")


def texts_of_measures() -> Iterator[tuple[str, str, str]]:
    """The same of measures and of their units; shares are written with their sign."""
    for each in reported().values():
        yield f"{each.name} label", each.label, each.label_nl
        yield f"{each.name} reading", each.reading, each.reading_nl
    for unit in sorted({each.unit for each in reported().values()} - {"share"}):
        yield f"unit {unit}", unit_of(unit, "en"), unit_of(unit, "nl")


def texts_of_files_of_data() -> Iterator[tuple[str, str, str]]:
    """The same of scenarios and policies, and of the metrics that policies name."""
    for name, scenario in scenarios().items():
        yield f"scenario {name}", scenario.about, scenario.about_nl
    for policy in catalogue().values():
        yield (f"policy {policy.id} name", *policy.name.model_dump().values())
        yield (f"policy {policy.id} meaning", *policy.meaning.model_dump().values())
    for name, metric in METRICS.items():
        for part, words in (("label", metric.label), ("unit", metric.unit), ("meaning", metric.meaning)):
            yield (f"metric {name} {part}", *words.model_dump().values())


WORDS = list(texts_of_files())
DECLARED = [*texts_of_parameters(), *texts_of_measures(), *texts_of_files_of_data()]


def alike(text: str) -> bool:
    """Whether a text may be the same in both languages: what stands around its values is no word, or one of both."""
    around = "".join(literal for literal, *_ in string.Formatter().parse(text))
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", around)} <= ALIKE


@pytest.mark.parametrize(("where", "texts"), WORDS, ids=[where for where, _ in WORDS])
def test_every_word_is_there_in_both_languages_and_fills_in_the_same(where: str, texts: dict[str, str]) -> None:
    assert set(texts) == set(LANGUAGES), where
    fields = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in texts.values()]
    assert fields[0] == fields[1]
    assert all(text.strip() for text in texts.values())
    assert texts["en"] != texts["nl"] or alike(texts["en"]), "not translated? else put it on the list ALIKE"


@pytest.mark.parametrize(("where", "english", "dutch"), DECLARED, ids=[where for where, *_ in DECLARED])
def test_every_declaration_speaks_both_languages(where: str, english: str, dutch: str) -> None:
    for text in (english, dutch):
        assert text.strip() == text, where
        assert text
    assert english != dutch or alike(english), "not translated? else put it on the list ALIKE"


def test_words_are_found_for_every_room_that_says_any() -> None:
    assert {file.parent.name for file in FILES} >= {"cli", "comparing", "page", "showing", "dashboard", "about"}
    words = Words(Path(experiments.__file__).parent / "page" / "words.toml")
    assert words.known("title")
    assert not words.known("no such key")
    with pytest.raises(KeyError):
        words.say("no such key", "en")
