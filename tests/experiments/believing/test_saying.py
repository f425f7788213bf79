"""What a map says, in both languages: never more than it shows."""

import re

import numpy as np
import pytest
from synthetic import drawn_by, question

from experiments.believing.looking import Verdict
from experiments.believing.saying import about, says, value_text
from experiments.believing.where import Where, where
from experiments.showing.language import LANGUAGES, Lang

ASKED = question()
A, B, U, N = Verdict.FIRST, Verdict.SECOND, Verdict.UNDECIDED, Verdict.UNDEFINED


def test_one_winner_everywhere() -> None:
    assert says(drawn_by(lambda x, y: A, ASKED), "en") == (
        "Satisfaction, in the last quarter: higher with “Fair salary” than with “Sales commission” everywhere on this "
        "map. Nothing is left undecided."
    )
    assert "lower with “Fair salary” than with “Sales commission” everywhere" in says(
        drawn_by(lambda x, y: B, ASKED), "en"
    )


def test_a_limit_on_one_side_is_said_with_the_value_of_the_last_point_that_holds() -> None:
    said = says(drawn_by(lambda x, y: A if x <= 3 else B, ASKED), "en")
    assert "where “Problems per customer” is at most 0.119" in said
    assert "And lower where “Problems per customer” is at least 0.135" in said
    assert "roughly" not in said


def test_two_limits_and_a_zone_that_is_undecided() -> None:
    found = drawn_by(lambda x, y: A if x <= 3 and y >= 4 else U, ASKED)
    said = says(found, "nl")
    meaning = ASKED.up.subject.label.nl
    assert f"waar “Problemen per klant” hoogstens 0,119 is en “{meaning}” minstens 0,4 is" in said
    assert re.search(r"Onbeslist in ongeveer .+ ervan\.", said)


def test_what_no_limits_say_well_is_said_by_its_size_and_its_side() -> None:
    said = says(drawn_by(lambda x, y: A if x + 2 < y else U, ASKED), "en")
    assert "in about a quarter of the map, on the side where “Problems per customer” is low and" in said


def test_nothing_found_claims_nothing() -> None:
    assert "nowhere on this map" in says(drawn_by(lambda x, y: U, ASKED), "en")
    assert "Not to be measured in" in says(drawn_by(lambda x, y: A if x < 7 else N, ASKED), "en")


def test_less_is_better_where_the_measure_says_so() -> None:
    assert "lower with “Fair salary”" in says(drawn_by(lambda x, y: A, question("silo_index")), "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("seed", range(20))
def test_every_sentence_is_whole(lang: Lang, seed: int) -> None:
    rng = np.random.default_rng(seed)
    places = rng.choice([A, B, U, N], size=(9, 9), p=rng.dirichlet(np.ones(4)))
    said = says(drawn_by(lambda x, y: Verdict(places[x, y]), ASKED), lang)
    assert "{" not in said
    assert said.endswith(".")
    assert "  " not in said


@pytest.mark.parametrize("seed", range(10))
def test_limits_are_said_only_where_they_fit(seed: int) -> None:
    holds = np.random.default_rng(seed).random((9, 9)) < 0.5
    assert where(holds) is None
    box = np.zeros((9, 9), dtype=bool)
    box[seed % 8 + 1 :, : seed % 7 + 1] = True
    found = where(box)
    assert isinstance(found, Where)
    assert found.fit == 1.0
    assert where(np.zeros((3, 3), dtype=bool)) is None


def test_parts_and_values_are_plain() -> None:
    assert [about(share, "en") for share in (0.02, 0.33, 0.97)] == [
        "less than a twentieth",
        "about a third",
        "nearly all",
    ]
    assert value_text(ASKED.up, 0.4, "nl") == "0,4"
