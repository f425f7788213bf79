"""A company as a file in and out, how large it is, how long it takes, and its picture."""

import random
from dataclasses import replace

import pytest

from dashboard.pages.company.draft import DraftDivision, DraftUnit, draft_of
from dashboard.pages.company.facts import chart_facts, read_scenario_bytes, size_facts
from dashboard.pages.company.page import WORDS
from experiments.catalogue import scenarios
from experiments.comparing.question import Question
from sim.company.file import LARGEST, ScenarioError
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml

BASE = draft_of("Mine", Scenario().company)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"[problems]\ntriage = 7\n", "problems.triage = 7 must be a number from 0 to 1 (chance) (line 2)"),
        (b"[problems]\ntriag = 0.7\n", 'did you mean "problems.triage"? (line 2)'),
        (b"[problems\n", "(at line 1, column 10)"),
        (b"name = 'x'\n# \xff\n", "is no text in UTF-8: invalid start byte (line 2)"),
        (b"\0\0", "not readable as TOML"),
        (b"a" * (LARGEST + 1), "is larger than 2,000,000 bytes"),
        (b"[run]\nstart_policy = '/etc/hostname.toml'\n", "is no known policy"),
    ],
)
def test_a_bad_file_is_refused_with_key_and_line(raw: bytes, said: str) -> None:
    with pytest.raises(ScenarioError) as error:
        read_scenario_bytes(raw, "<b>mine</b>\n.toml")
    assert said in str(error.value)
    assert str(error.value).startswith("<b>mine</b> .toml: ")


def test_a_file_that_was_saved_comes_back() -> None:
    for scenario in scenarios().values():
        assert read_scenario_bytes(scenario_to_toml(scenario).encode(), "mine.toml") == scenario


@pytest.mark.parametrize(("employees", "kind"), [(12, "note"), (4_000, "wrong"), (16_000, "wrong")])
def test_totals_and_time_follow_the_draft(employees: int, kind: str) -> None:
    draft = replace(BASE, numbers=replace(BASE.numbers, employees=employees))
    totals, notes = size_facts(Question(replicates=20), draft, WORDS, "nl")
    assert {each["label"]: each["text"] for each in totals}["medewerkers"] == f"{6 * employees:,}".replace(",", ".")
    assert notes[0]["kind"] == kind


def test_what_does_not_fit_a_link_is_told() -> None:
    rng = random.Random(1)
    many = tuple(DraftDivision("".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=50)), 1, True) for _ in range(3_000))
    draft = replace(BASE, tree=(DraftUnit("U", many),))
    assert any("link" in str(note["text"]) for note in size_facts(Question(), draft, WORDS, "en")[1])


def test_a_picture_draws_the_first_divisions_only_and_says_so() -> None:
    draft = replace(BASE, numbers=replace(BASE.numbers, units=100, divisions=100, employees=1))
    drawn, more = chart_facts(draft, WORDS, "en")
    assert sum(len(unit["divisions"]) for unit in drawn) == 120  # type: ignore[misc,arg-type]
    assert "120" in more
    assert chart_facts(BASE, WORDS, "nl")[0][0]["name"] == "Unit 1"
    assert chart_facts(BASE, WORDS, "nl")[0][0]["divisions"][0]["name"] == "Afdeling 1.1"  # type: ignore[index]
    assert chart_facts(BASE, WORDS, "en")[1] == ""
