"""The command on a page asks for the same numbers again."""

import shlex
from itertools import pairwise

import numpy as np
import pytest

from experiments.catalogue import load_scenario
from experiments.comparing.comparison import Comparison
from experiments.comparing.course import Course, load_course
from experiments.page.repeating import again
from sim.company.file import scenario_with
from sim.company.scenario import Scenario
from sim.tables import WEEK

COURSES = (load_course("sales-commission"), load_course("fair-salary > sales-commission@3"))


def asked(scenario: Scenario, courses: tuple[Course, ...] = COURSES) -> list[str]:
    rows = np.zeros((len(courses), 3, scenario.run.warmup_weeks + 9), WEEK)
    return shlex.split(again(Comparison(scenario, courses, 7, rows)))


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"problems.triage": "0.25"},
        {"run.warmup_weeks": "3", "run.start_policy": "fair-salary", "choice.duty": "2.5"},
    ],
)
def test_what_was_set_is_said(settings: dict[str, str]) -> None:
    base = load_scenario("small-shop")
    words = asked(scenario_with(base, settings))
    assert words[:6] == ["siloscope", "compare", COURSES[0].id, COURSES[1].text, "--scenario", "small-shop"]
    said = dict(word.split("=") for option, word in pairwise(words) if option == "--set")
    assert scenario_with(base, said) == scenario_with(base, settings)
    assert words[-6:] == ["--replicates", "3", "--weeks", "9", "--seed", "7"]


def test_what_is_in_no_catalogue_is_a_file() -> None:
    own = COURSES[0].first.model_copy(update={"id": "mine"})
    words = asked(Scenario(name="My company"), (COURSES[0], load_course(own)))
    assert words[2:6] == ["sales-commission", "mine.toml", "--scenario", "My company.toml"]
