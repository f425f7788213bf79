"""Every refusal has its Dutch: those that the sources can make, and some that users meet."""

import re
from pathlib import Path

import pytest
from in_sources import Said, refusals

from experiments.translating.phrasebook import Phrasebook
from experiments.translating.refusals import book, refusal

ENGLISH = re.compile(
    r"\b(the|must|be|not|with|there|such|which|this|that|are|has|have|cannot|where|write|take|should|missing|no|for|"
    r"needs?|name|give|another|and|from|its|it|unknown|known)\b"
)
"""Words of any English sentence, none of which is Dutch."""


def filled(said: Said) -> str:
    """A refusal with values that are no words; a part of one stands after its key, as in a file."""
    text = re.sub(r"\{(\d+)\}", r"«\1»", said.template)
    return text if said.whole else f"sleutel = 7 {text}"


@pytest.mark.parametrize("said", refusals(), ids=str)
def test_every_refusal_of_the_sources_has_its_dutch(said: Said) -> None:
    english = filled(said)
    dutch = refusal(english, "nl")
    assert not ENGLISH.findall(dutch), f"{said.where}: {dutch}: write it in experiments/translating/"
    assert sorted(re.findall(r"«\d+»", dutch)) == sorted(re.findall(r"«\d+»", english)), "a value is lost"
    assert refusal(english, "en") == english


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ('mine.toml: problems.triag = 0.5 is an unknown key; did you mean "problems.triage"? (line 3)',
         'mine.toml: problems.triag = 0.5 is een onbekende sleutel; bedoelde u "problems.triage"? (regel 3)'),
        ("problems.triage = 2 must be a number from 0 to 1 (chance)",
         "problems.triage = 2 moet een getal van 0 tot 1 (kans) zijn"),
        ("company.employees = 0 must be a whole number from 1 to 100,000",
         "company.employees = 0 moet een geheel getal van 1 tot 100000 zijn"),
        ("mine.toml: run.weeks = 0 must be a whole number from 1 to 520 (weeks) (line 3)",
         "mine.toml: run.weeks = 0 moet een geheel getal van 1 tot 520 (weken) zijn (regel 3)"),
        ('policy "sales-comission" is not in the catalogue; did you mean "sales-commission" or "half-commission"?',
         'regel "sales-comission" staat niet in de catalogus; bedoelde u "sales-commission" of "half-commission"?'),
        ("weeks = 3.5 must be a whole number from 1 to 520", "weeks = 3.5 moet een geheel getal van 1 tot 520 zijn"),
        ("a.toml: there is no such file, so it cannot be read",
         "a.toml: dat bestand is er niet, dus het kan niet gelezen worden"),
        ("part-000001.parquet is gone; its units (7) are lived again",
         "part-000001.parquet is weg; de eenheden ervan (7) worden opnieuw geleefd"),
        ("part-000001.parquet is damaged, and kept as part-000001.parquet.broken; its units (7) are lived again",
         "part-000001.parquet is beschadigd, en bewaard als part-000001.parquet.broken; de eenheden ervan (7) worden "
         "opnieuw geleefd"),
        ("part-000001.parquet cannot be read, and is kept as part-000001.parquet.broken",
         "part-000001.parquet is niet te lezen, en is bewaard als part-000001.parquet.broken"),
        ("a.toml: Permission denied", "a.toml: dat mag niet van deze computer"),
        ("a.toml: not readable as TOML: Invalid value (at line 1, column 5)",
         "a.toml: niet te lezen als TOML: dit is geen waarde; een tekst hoort tussen aanhalingstekens "
         "(op regel 1, kolom 5)"),
    ],
)  # fmt: skip
def test_what_users_meet(english: str, dutch: str) -> None:
    assert refusal(english, "nl") == dutch


def test_what_somebody_wrote_is_never_translated() -> None:
    """Not even if it is a word, or a sentence, of ours."""
    for value in ("policy", "must be", "weeks", "is missing", "{0}", "1,000x"):
        english = f'--measures: measure "{value}" is not known; known are sales, profit'
        assert f'"{value}"' in refusal(english, "nl")


def test_what_the_book_does_not_know_stays() -> None:
    for text in ("", "Zebras graze.", "x" * 10_000, "{", "a: b; c"):
        assert refusal(text, "nl") == text


@pytest.mark.parametrize(
    "again", [": ", " must be ", '"', ", ", "; ", " (", "a: must be a number from 0 to ", " is not "]
)
def test_a_long_text_of_somebody_else_is_not_looked_at_for_long(again: str) -> None:
    """All of them together in a moment: no pattern may try without end."""
    text = f'course "{again * (900 // len(again))}": week 7'
    assert "7" in refusal(text, "nl")


def test_a_blank_that_stands_there_twice_holds_the_same(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('[a]\nen = "{x} is not {x}"\nnl = "{x} is geen {x}"\n')
    assert Phrasebook([file]).said("1 is not 1", "nl") == "1 is geen 1"
    assert Phrasebook([file]).said("1 is not 2", "nl") == "1 is not 2"


def test_the_blanks_are_the_same_in_both_languages_and_no_sentence_is_there_twice() -> None:
    entries = list(book().entries)
    assert len({en for en, _ in entries}) == len(entries)
    for english, dutch in entries:
        assert sorted(set(re.findall(r"\{\w+\}", english))) == sorted(set(re.findall(r"\{\w+\}", dutch)))
