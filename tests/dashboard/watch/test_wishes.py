"""What is watched is read from the address; what a browser sends is looked through; films are made once."""

import math
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pages.watch.asked import Asked, answered, asked_of
from dashboard.pages.watch.films import Films, Take
from dashboard.pages.watch.stage import SCRIPTS, TEMPLATE
from dashboard.pages.watch.wishes import LENGTH, Wish, hour_of, number_in, starts, take_of, wish_of
from experiments.comparing.question import Question
from experiments.comparing.warmups import Stopped
from experiments.errors import RequestError
from experiments.watching import Watching

SMALL = Question(scenario="small-shop", weeks=30, replicates=3)
junk = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.integers(), max_size=2)
)


@pytest.fixture(scope="module")
def watching() -> Watching:
    take = take_of(wish_of({}, SMALL)._replace(first_week=-1), SMALL)._replace(weeks=2)
    return Watching(take.scenario, take.courses, seed=take.seed, first_week=-1, weeks=2)


def test_by_default_two_policies_are_watched_around_the_switch() -> None:
    assert wish_of({}, SMALL) == Wish(0, 1, 0, -2)
    alone = SMALL.replace(policies=("fair-salary",))
    assert wish_of({}, alone).places == (0,)
    assert starts(SMALL) == (-2, 11)
    assert take_of(wish_of({"watch.from": "11"}, SMALL), SMALL).weeks == LENGTH
    short = SMALL.replace(weeks=3)
    assert take_of(wish_of({}, short), short).weeks == 5


@given(
    st.dictionaries(st.sampled_from(["watch.left", "watch.right", "watch.future", "watch.from"]), st.text(max_size=12))
)
def test_no_address_makes_a_wish_that_cannot_be(options: dict[str, str]) -> None:
    wish = wish_of(options, SMALL)
    assert 0 <= wish.left < 2
    assert -1 <= wish.right < 2
    assert 0 <= wish.future < 3
    assert wish.first_week in starts(SMALL)
    assert 1 <= len(wish.places) <= 2
    assert take_of(wish, SMALL).courses


@given(st.text(max_size=30))
def test_an_hour_is_a_number_whatever_the_address_says(text: str) -> None:
    assert math.isfinite(hour_of({"watch.hour": text}))
    assert hour_of({"watch.hour": "81.5"}) == 81.5


@given(junk | st.dictionaries(st.sampled_from(["course", "problem", "employee", "hour"]), junk))
def test_what_a_browser_sends_is_used_or_refused_politely(watching: Watching, data: Any) -> None:
    for what in ("story", "why"):
        try:
            asked = asked_of(what, data, watching)  # type: ignore[arg-type]
        except RequestError:
            continue
        assert 0 <= asked.film < 2
        assert 0 <= asked.hour <= 80


@pytest.mark.parametrize("value", [True, "1", math.nan, math.inf, -1, 3, None, [1]])
def test_a_number_out_of_bounds_is_named(value: object) -> None:
    with pytest.raises(RequestError, match=r"hour = .* must be a number from 0 to 2"):
        number_in({"hour": value}, "hour", 0, 2)


def test_stories_and_reasons_are_those_of_the_film(watching: Watching) -> None:
    story = answered(Asked("story", 1, 0, 80.0), watching, "nl")
    assert story["sentences"]
    assert answered(Asked("why", 0, 1, 40.0), watching, "en")["options"]


class Counting(Executor):
    """Runs in one thread, and counts."""

    def __init__(self) -> None:
        self.pool, self.count = ThreadPoolExecutor(1), 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        return self.pool.submit(fn, *args, **kwargs)


def test_the_same_film_is_made_once_and_one_that_was_left_is_made_again() -> None:
    films, lane = Films(most=1), Counting()
    take = take_of(wish_of({}, SMALL), SMALL)._replace(weeks=1)
    first = films.get(take, lane, lambda: False)
    assert films.get(take_of(wish_of({}, SMALL), SMALL)._replace(weeks=1), lane, lambda: False) is first
    assert lane.count == 1
    other = take._replace(replicate=1)
    with pytest.raises(Stopped):
        films.get(other, lane, lambda: True)
    assert films.get(other, lane, lambda: False).films[0]["hours"] == 40
    wrong = Take(*take[:4], first_week=-99, weeks=1)
    with pytest.raises(RequestError, match="first_week"):
        films.get(wrong, lane, threading.Event().is_set)


def test_the_component_holds_all_its_scripts_and_no_mark_of_a_place() -> None:
    assert "/***" not in TEMPLATE
    assert TEMPLATE.count("module.exports") == 1
    assert len(SCRIPTS) == len(set(SCRIPTS))
    assert "v-html" not in TEMPLATE
