"""One Dutch word for one thing, in every text: the terms stand in experiments/showing/terms.toml."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_every_word import DECLARED, WORDS
from typed import DUTCH

import experiments

TERMS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(experiments.__file__).parent / "showing" / "terms.toml").read_text(encoding="utf-8")
)

LATER = {"managers.authority example"}
"""Texts of the model's own files, where a change makes everybody compile anew: to be mended with its next change."""


def pairs() -> Iterator[tuple[str, str, str]]:
    """Where, English and Dutch: of what is shown and of what is declared; what is in braces is no word."""
    names = r"siloscope [a-z-]+|\[\[.*?\]\]|use self, division|\w+(?:[-.:]\w+)*\.(?:toml|html|csv|json|parquet)"
    blank = re.compile(rf"\{{\w*\}}|`[^`]*`|--[\w-]+|{names}")
    for where, texts in WORDS:
        yield where, blank.sub(" ", texts["en"]), blank.sub(" ", texts["nl"])
    for where, english, dutch in DECLARED:
        if where not in LATER:
            yield where, english, dutch


def prose() -> str:
    text = re.sub(r"(?ms)^```.*?^```", "", DUTCH.read_text(encoding="utf-8"))
    return re.sub(r"`[^`]*`|\([^)\s]*\)|\[[^\]]*\.\w+\]", " ", text)


@pytest.mark.parametrize("term", TERMS)
def test_no_text_has_another_word_for_it(term: str) -> None:
    never = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, TERMS[term]['never']))})", re.IGNORECASE)
    texts = [*pairs(), ("README.nl.md", "", prose())]
    assert [f"{where}: {found[0]}" for where, _, dutch in texts if (found := never.search(dutch))] == []


@pytest.mark.parametrize("term", [term for term in TERMS if "nl" in TERMS[term]])
def test_where_english_has_the_term_dutch_has_its_word(term: str) -> None:
    english_word = re.compile(rf"\b{re.escape(TERMS[term]['en'])}", re.IGNORECASE)
    dutch_word = re.compile("|".join(TERMS[term]["nl"]), re.IGNORECASE)
    shown = {where for where, _ in WORDS}  # what policies and parameters declare tells the same more freely
    said = [(where, dutch) for where, english, dutch in pairs() if where in shown and english_word.search(english)]
    assert said, "no text has this term any more"
    assert [f"{where}: {dutch}" for where, dutch in said if not dutch_word.search(dutch)] == []


def test_a_count_of_so_many_is_said_in_one_way() -> None:
    """ "4 van 4", with toekomsten behind it too, and never "4 van de 4" beside it: tables have no room for that."""
    assert sum(bool(re.search(r"\} van \{", texts["nl"])) for _, texts in WORDS) > 20
    assert [where for where, texts in WORDS if re.search(r"\} van de \{", texts["nl"])] == []
