"""What every declaration of a parameter must hold."""

from collections import Counter

import pytest

from sim.parameters import Declared, declared
from sim.parameters.declare import real
from sim.parameters.units import UNITS

LABEL_MOST = 45


@pytest.mark.parametrize("row", declared(), ids=lambda row: row.key)
def test_it_has_words_in_both_languages_and_a_likely_range_within_the_limits(row: Declared) -> None:
    assert row.low <= row.likely_low <= row.default <= row.likely_high <= row.high
    assert row.likely_low < row.likely_high
    for words in (row.label, row.meaning, row.unit):
        assert all(text == text.strip() and text for text in words)
    assert all(len(text) <= LABEL_MOST and text[0].isupper() for text in row.label)
    assert all(text[0].isupper() or text[0].isdigit() for text in row.meaning)
    assert row.meaning.en != row.meaning.nl
    if row.unit.en == "switch":
        assert (row.low, row.likely_low, row.likely_high, row.high) == (0.0, 0.0, 1.0, 1.0)
        assert all(text.startswith("1: ") for text in row.meaning)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_no_two_have_the_same_label(lang: str) -> None:
    count = Counter(getattr(row.label, lang) for row in declared())
    assert [label for label, times in count.items() if times > 1] == []


def test_every_unit_is_translated_once_and_used() -> None:
    assert {row.unit.en for row in declared()} == set(UNITS)
    assert {row.unit for row in declared()} == set(UNITS.items())
    with pytest.raises(KeyError, match="furlongs"):
        real(1.0, (0, 2), likely=(0.5, 1.5), unit="furlongs", en=("A", "B"), nl=("A", "B"))
