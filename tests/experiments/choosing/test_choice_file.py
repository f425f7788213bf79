"""A choice's file: it gives the choice back, and what is wrong is said in one sentence."""

import re
from pathlib import Path

import numpy as np
import pytest

from experiments.choosing.choice_file import choice_of_toml, choice_to_toml, load_choice
from experiments.choosing.goals import Limit, limit_of
from experiments.choosing.rows import row_of, shares_as_is
from experiments.errors import RequestError
from sim.policies.checks import PolicyError
from tests.experiments.choosing.asked import SMALL, small


def test_the_text_of_a_choice_gives_it_back() -> None:
    for choice in (small(), small('at_least = -5, at_most = "today + 0.5"', policies='"fair-salary", ')):
        assert choice_of_toml(choice_to_toml(choice)) == choice


STUDIES = sorted(Path("experiments/studies").glob("choose-*.toml"))


@pytest.mark.parametrize("path", STUDIES, ids=lambda path: path.stem)
def test_committed_studies_can_be_made(path: Path) -> None:
    choice = load_choice(path)
    assert choice.asks
    assert choice_of_toml(choice_to_toml(choice)) == choice


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("asks =", "ask =", 'ask" is an unknown key'),
        ("generations = 3", "generation_s = 3", "unknown key; did you mean"),
        ("generations = 3", "generations = 0", "search generations = 0"),
        ("generation = 6", 'generation = "6"', "must be a whole number"),
        ("generation = 6", 'by = "nsga3"\ngeneration = 6', 'use "nsga2" or "tpe"'),
        ("futures = 5", "futures = 1", "search futures = 1"),
        ("most = 4", "most = 0", "fresh most"),
        ('satisfaction = "more"', 'satisfacton = "more"', 'did you mean "satisfaction"'),
        ('satisfaction = "more"', 'satisfaction = "up"', 'must be "more" or "less"'),
        ('satisfaction = "more"', "satisfaction = 1", "goals satisfaction must be a text"),
        ('satisfaction = "more"\nprofit = "more"', "", "[goals]: 0 are given"),
        ('"today - 20 %"', '"yesterday"', 'limits profit at_least = "yesterday" must be a number'),
        ('"today - 20 %"', '"today -"', "must be a number, or counted from today"),
        ('"today - 20 %"', "true", "must be a number"),
        ('"today - 20 %"', "nan", "must be a number"),
        ("at_least", "atleast", 'did you mean "at_least"'),
        ('{ at_least = "today - 20 %" }', "3", "limits profit = 3 must be such as"),
        ("weeks = 4", 'weeks = 4\nwindow = "week7"', 'did you mean "week6"'),
        ('"gate-and-shared-target:manager.4.threshold" = {}', '"choice.meaning" = {}', "no number of a contract"),
        ("target:manager.2.share", "target:manager.2.shar", "manager.2.share"),
        ('"gate-and-shared-target:manager.4', '"own-satisfaction-gate:manager.2', "one contract is chosen at a time"),
        ("manager.2.share\" = {}", "manager.2.share\" = { low = 1.0, high = 0.5 }", "is no range of it"),
        ('["gate-and-shared-target"]', '["gate-and-shared-targt"]', "gate-and-shared-target"),
        ('["gate-and-shared-target"]', '["fair-salary", "half-commission", "gate-and-shared-target"]', "3 are given"),
        ("[fresh]", "[fresh", "TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(was: str, now: str, says: str) -> None:
    assert was in SMALL
    with pytest.raises((RequestError, PolicyError)) as error:
        choice_of_toml(SMALL.replace(was, now, 1), "mine.toml")
    assert says in str(error.value)
    assert str(error.value).startswith("mine.toml")
    assert "\n" not in str(error.value)


def test_an_empty_vary_is_refused() -> None:
    with pytest.raises(RequestError, match=re.escape("[vary] is empty")):
        choice_of_toml("weeks = 4\n[goals]\nprofit = \"more\"")  # fmt: skip


def test_limits_count_from_a_number_or_from_today() -> None:
    values, today = np.array([10.0, 12.0]), np.array([8.0, 12.0])
    assert limit_of("profit", "at_least", 9).spare(values, today).tolist() == [1.0, 3.0]
    assert limit_of("profit", "at_most", 9.0).spare(values, today).tolist() == [-1.0, -3.0]
    assert limit_of("profit", "at_least", "today").spare(values, today).tolist() == [2.0, 0.0]
    assert limit_of("profit", "at_least", "today - 10 %").spare(values, today).tolist() == [3.0, 1.0]
    assert limit_of("profit", "at_most", " today+0.5").spare(values, today).tolist() == [-1.5, 0.5]
    fallen = limit_of("profit", "at_least", "today - 50 %").spare(-values, -today)  # of a loss, half of its size
    assert fallen.tolist() == [3.0, 5.0]
    assert limit_of("profit", "at_least", "today - 2.5 %") == Limit("profit", "at_least", -2.5, True, True)


def test_numbers_are_those_that_people_write_and_today_is_among_them() -> None:
    choice = small()
    assert row_of(choice, (1 / 3, 1 / 3, 1 / 3)) == (0.67, 0.133, 1.0)
    shares = shares_as_is(choice)
    assert shares is not None
    assert row_of(choice, shares) == (0.4, 0.15, 1.15)
    listed = choice_of_toml(SMALL.replace('manager.2.share" = {}', 'manager.2.share" = { values = [0.1, 0.2] }'))
    assert shares_as_is(listed) is None
    assert row_of(listed, (0.0, 0.99, 0.0))[1] == 0.2
