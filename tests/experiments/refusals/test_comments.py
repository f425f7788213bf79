"""A scenario's file explained in Dutch: every comment, and nothing but the comments."""

import re

import pytest

from experiments.catalogue import scenarios
from experiments.translating.comments_in import commented
from sim.company.file import parse_scenario
from sim.company.text import new_scenario_text, scenario_to_toml

ENGLISH = re.compile(r"\b(the|with|how|what|which|that|likely|source|evidence|from|and|number)\b", re.IGNORECASE)


@pytest.mark.parametrize("text", [new_scenario_text("mine"), *map(scenario_to_toml, scenarios().values())])
def test_every_comment_is_dutch_and_every_line_that_counts_is_the_same(text: str) -> None:
    dutch = commented(text, "nl")
    assert [line for line in dutch.split("\n") if not line.startswith("# ")] == [
        line for line in text.split("\n") if not line.startswith("# ")
    ]
    told = [line for line in dutch.split("\n") if re.match(r"# \S", line)]
    assert [line for line in told if ENGLISH.search(re.sub(r"\[.*?\]", "", line))] == []
    assert all(len(line) <= 120 for line in told)
    assert parse_scenario(dutch, "dutch") == parse_scenario(text, "english")
    assert commented(text, "en") == text


def test_a_text_without_comments_stays() -> None:
    for text in ("", 'name = "x"\n', 'about = """\n# no comment\n"""\n'):
        assert commented(text, "nl") == text
