"""What every declaration of a parameter must hold."""

import re
from collections import Counter

import pytest

from sim.parameters import GROUPS, Declared, declared, levers
from sim.parameters.declare import real
from sim.parameters.sources import SOURCES
from sim.parameters.units import GLOSSES, UNITS

LABEL_MOST = 45
JARGON = re.compile(r"\bsd\b|\butils?\b|^the same|^hetzelfde|\bsame (of|for)\b", re.IGNORECASE)
"""What a strategist would not know, and what cannot be read without its neighbour."""


@pytest.mark.parametrize("row", declared(), ids=lambda row: row.key)
def test_it_has_words_in_both_languages_and_a_likely_range_within_the_limits(row: Declared) -> None:
    assert row.low <= row.likely_low <= row.default <= row.likely_high <= row.high
    assert row.likely_low < row.likely_high or row.unit.en == "rule", "a rule out of several has one that is likely"
    for words in (row.label, row.meaning, row.unit, (row.source, row.source_nl)):
        assert all(text == text.strip() and text for text in words)
    assert all(len(text) <= LABEL_MOST and text[0].isupper() for text in row.label)
    assert all(text[0].isupper() or text[0].isdigit() for text in row.meaning)
    assert row.meaning.en != row.meaning.nl
    if row.unit.en == "switch":
        assert (row.low, row.likely_low, row.likely_high, row.high) == (0.0, 0.0, 1.0, 1.0)
        assert all(text.startswith("1: ") for text in row.meaning)


@pytest.mark.parametrize("row", declared(), ids=lambda row: row.key)
def test_its_words_stand_alone(row: Declared) -> None:
    for text in (*row.label, *row.meaning, *row.unit):
        assert not JARGON.search(text), text
    assert row.meaning.en not in row.label, "a meaning says more than the label"
    assert numbers(row.meaning.en, ".") == numbers(row.meaning.nl, ",")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_two_have_the_same_label(lang: str) -> None:
    count = Counter(getattr(row.label, lang) for row in declared())
    assert [label for label, times in count.items() if times > 1] == []


def test_every_unit_and_source_is_translated_once_and_used() -> None:
    assert {row.unit for row in declared()} == set(UNITS.items())
    assert {(row.source, row.source_nl) for row in declared()} == set(SOURCES.items())
    with pytest.raises(KeyError, match="furlongs"):
        real(1.0, (0, 2), likely=(0.5, 1.5), unit="furlongs", en=("A", "B"), nl=("A", "B"))
    with pytest.raises(KeyError, match="hearsay"):
        real(1.0, (0, 2), likely=(0.5, 1.5), unit="share", en=("A", "B"), nl=("A", "B"), source="hearsay")


def test_a_unit_that_does_not_speak_for_itself_is_explained() -> None:
    explained = {row.unit.en.split()[0] for row in declared() if row.gloss}
    assert explained == set(GLOSSES)
    for row in declared():
        assert (row.gloss is not None) == (row.unit.en.split()[0] in GLOSSES)
        if row.gloss:
            assert all(text.strip() == text for text in row.gloss)
            assert numbers(row.gloss.en, ".") == numbers(row.gloss.nl, ",")


# --------------------------------------------------------------------------------------------------------- levers


def test_levers_come_group_by_group_in_the_order_of_declaration() -> None:
    found = levers()
    assert 12 <= len(found) <= 20, "as many as a strategist can keep in mind"
    order = list(GROUPS)
    groups = [order.index(row.lever) for row in found if row.lever]
    assert groups == sorted(groups)
    assert set(groups) == set(range(len(order))), "no group is empty"
    every = [row.key for row in declared()]
    for group in GROUPS:
        places = [every.index(row.key) for row in found if row.lever == group]
        assert places == sorted(places)
    assert {row.key for row in found} == {row.key for row in declared() if row.lever}


@pytest.mark.parametrize("row", levers(), ids=lambda row: row.key)
def test_a_lever_has_an_example_that_shows_its_range_and_says_how_far_to_trust_it(row: Declared) -> None:
    assert row.example is not None
    english, dutch = row.example
    assert english != dutch
    assert numbers(english, ".") == numbers(dutch, ","), "the same numbers, written as each language does"
    assert "illustrat" in english, "no example here is measured throughout"
    assert "illustratie" in dutch
    shown = [float(each) for each in re.findall(r"(?:^|; )(\d[\d.]*)", english)]
    assert len(shown) >= 2, "two values at least, so that one can imagine between"
    assert all(row.likely_low - 0.05 <= value <= row.likely_high + 0.05 for value in shown)


def test_only_a_lever_has_an_example_and_each_has_one() -> None:
    for more in ({"lever": "work"}, {"example": ("a", "b")}):
        with pytest.raises(ValueError, match='parameter "A": a lever needs an example'):
            real(1.0, (0, 2), likely=(0.5, 1.5), unit="share", en=("A", "B"), nl=("A", "C"), **more)


def numbers(text: str, mark: str) -> list[str]:
    """The numbers in a text, spelled the English way; `mark` is what stands before the decimals."""
    other = "," if mark == "." else "."
    found = re.findall(r"\d+(?:[.,]\d+)*", text)
    return [each.replace(other, "").replace(mark, ".") for each in found]
