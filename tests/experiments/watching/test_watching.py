"""What is asked of films is checked, and refused in one line that says what would be right."""

import pytest
from filmed import company

from experiments.comparing.warmups import Stopped, Warmups
from experiments.errors import RequestError
from experiments.watching import Watching
from experiments.watching.film import as_json
from experiments.watching.moments import Moments
from experiments.watching.story import WORDS
from sim.company.scenario import Scenario

POLICY = "gate-and-shared-target"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"weeks": 0}, "weeks = 0"),
        ({"weeks": 53}, "from 1 to 52"),
        ({"first_week": -7}, "first_week = -7 must be a whole number from -6"),
        ({"replicate": -1}, "replicate = -1"),
        ({"courses": []}, "name at least one"),
        ({"courses": [POLICY, POLICY]}, "given twice"),
        ({"courses": [POLICY, "sales-commission", "fair-salary"]}, "choose one or two"),
    ],
)
def test_a_film_that_cannot_be_is_refused(scenario: Scenario, asked: dict, says: str) -> None:
    with pytest.raises(RequestError, match=says):
        Watching(scenario, **({"courses": [POLICY]} | asked))


@pytest.mark.parametrize("value", [-1, 24, 1e9, 2.5, True, None, "7", "<script>" * 1000, float("nan"), [3], {"a": 1}])
def test_whatever_a_browser_sends_for_a_number_is_refused_in_a_short_line(watched: Watching, value: object) -> None:
    for ask in (
        lambda: watched.why(value, 1.0, "en"),
        lambda: watched.why(1, 1.0, "en", course=value),
        lambda: watched.story(value if value != 24 else 10**6, "en"),
    ):
        with pytest.raises(RequestError, match=r"= .* must be a whole number from 0 to") as refused:
            ask()
        assert len(str(refused.value)) < 150


@pytest.mark.parametrize("hour", [-0.1, 161.0, float("nan"), float("inf"), "3", True, [1]])
def test_so_is_an_hour_outside_the_film(watched: Watching, hour: object) -> None:
    for ask in (lambda: watched.why(1, hour, "en"), lambda: watched.story(1, "en", hour=hour)):
        with pytest.raises(RequestError, match=r"hour = .* must be a number from 0 to 160"):
            ask()


def test_a_problem_of_a_customer_who_had_left_is_not_told(watched: Watching) -> None:
    for course, tape in enumerate(watched.tapes):
        for problem in range(len(tape.ids)):
            if not tape.shows(problem):
                with pytest.raises(RequestError, match="had left"):
                    watched.story(problem, "en", course=course)


def test_people_of_a_large_company_are_not_seen() -> None:
    large = Watching(company(4, 4, 30, warmup=1), [POLICY], first_week=0, weeks=1)
    for ask in (lambda: large.story(0, "en"), lambda: large.why(0, 0.0, "en")):
        with pytest.raises(RequestError, match="480 is watched by division"):
            ask()


def test_warm_ups_may_be_kept_and_change_nothing(scenario: Scenario) -> None:
    kept = Warmups()
    first, again, alone = (
        Watching(scenario, [POLICY], first_week=-1, weeks=2, warmups=warmups) for warmups in (kept, kept, None)
    )
    assert len(kept) == 1
    assert as_json(first.films[0]) == as_json(again.films[0]) == as_json(alone.films[0])


@pytest.mark.parametrize(("warmup", "first"), [(6, -2), (1, -1), (0, 0)])
def test_a_film_begins_a_little_before_the_switch_if_there_was_anything(warmup: int, first: int) -> None:
    film = Watching(company(1, 2, 2, warmup=warmup), [POLICY], weeks=1).films[0]
    assert (film["first_week"], film["switch_hour"]) == (first, -40.0 * first if first > -2 else None)


def test_a_film_that_is_no_longer_wanted_is_left(scenario: Scenario) -> None:
    with pytest.raises(Stopped):
        Watching(scenario, [POLICY], stop=lambda: True)


def test_moments_are_said_in_working_time() -> None:
    moments = Moments(-2, WORDS)
    assert moments.say(0.0, "en") == "Monday of week −1, 09:00"
    assert moments.say(89.5, "nl") == "dinsdag van week 1, 10:30"
    assert moments.say(8.0, "en") == "Tuesday of week −1, 09:00"
    assert moments.say(8.0, "en", closing=True) == "Monday of week −1, 17:00"
    assert [moments.span(hours, "en") for hours in (0.25, 0.999, 7.5, 20.0)] == [
        "15 minutes", "1.0 hours", "7.5 hours", "2.5 working days",
    ]  # fmt: skip
