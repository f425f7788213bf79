"""Verdicts at a point: as sure as they say, however often it is looked at."""

import numpy as np
import pytest
from synthetic import question

from experiments.believing.asked import LOOKS, Asked
from experiments.believing.looking import Point, Verdict, confidence, judged
from experiments.errors import RequestError

NODE = (1, 1)


def looked(asked: Asked, values: np.ndarray) -> Point:
    """The point after as many looks as it takes; `values` have shape (2, most futures)."""
    for looks, futures in enumerate(asked.looks, start=1):
        point = judged(asked, NODE, values[:, :futures], looks)
        if not point.more:
            return point
    raise AssertionError("another look is due after the last")


def test_of_two_equal_courses_one_is_called_better_in_at_most_one_of_twenty() -> None:
    asked, rng = question(), np.random.default_rng(1)
    trials = 2000
    wrong = sum(
        looked(asked, rng.normal(7.0, 1.0, (2, LOOKS[-1]))).verdict is not Verdict.UNDECIDED for _ in range(trials)
    )
    assert wrong / trials < 0.05 + 3 * (0.05 * 0.95 / trials) ** 0.5


def test_a_clear_difference_takes_the_first_look_and_a_small_one_more() -> None:
    asked, rng = question(), np.random.default_rng(2)
    noise = rng.normal(0.0, 0.1, LOOKS[-1])
    clear = looked(asked, np.stack([np.full(LOOKS[-1], 8.0), 7.0 + noise]))
    small = looked(asked, np.stack([np.full(LOOKS[-1], 7.07), 7.0 + noise]))
    assert (clear.verdict, clear.looks, clear.difference.n) == (Verdict.FIRST, 1, LOOKS[0])
    assert small.looks > 1


def test_points_that_more_futures_would_not_decide_are_left_sooner() -> None:
    asked, rng = question(), np.random.default_rng(3)
    looks = [looked(asked, rng.normal(7.0, 1.0, (2, LOOKS[-1]))).looks for _ in range(200)]
    assert 2 in looks
    assert np.mean([each == 2 for each in looks]) > 0.4


@pytest.mark.parametrize(
    ("measure", "higher", "verdict"),
    [
        ("satisfaction", True, Verdict.FIRST),
        ("satisfaction", False, Verdict.SECOND),
        ("silo_index", True, Verdict.SECOND),
        ("silo_index", False, Verdict.FIRST),
        ("effort", True, Verdict.FIRST),  # neither good nor bad: the first is the higher one
        ("effort", False, Verdict.SECOND),
    ],
)
def test_better_is_what_the_measure_says(measure: str, higher: bool, verdict: Verdict) -> None:
    values = np.stack([np.linspace(2.0, 2.1, 4), np.linspace(1.0, 1.05, 4)])
    found = judged(question(measure), NODE, values if higher else values[::-1], 1)
    assert found.verdict is verdict
    assert (found.difference.mean > 0) is higher


def test_what_is_not_defined_is_no_verdict() -> None:
    asked = question()
    nothing = looked(asked, np.full((2, LOOKS[-1]), np.nan))
    assert (nothing.verdict, nothing.more) == (Verdict.UNDEFINED, False)
    some = np.stack([np.linspace(8.0, 8.1, 4), np.linspace(7.0, 7.1, 4)])
    some[0, 0] = np.nan
    found = judged(asked, NODE, some, 1)
    assert (found.difference.n, found.verdict) == (3, Verdict.FIRST)
    assert found.second == pytest.approx(some[1, 1:].mean())  # both means are of the same futures
    same = np.full((2, 4), 7.0)
    assert judged(asked, NODE, same, 1).verdict is Verdict.UNDECIDED


def test_more_looks_ask_for_wider_intervals() -> None:
    assert confidence(1) == pytest.approx(0.95)
    assert 0.95 < confidence(2) < confidence(4) < 1


@pytest.mark.parametrize("looks", [(), (1, 2), (4, 4), (8, 4)])
def test_looks_that_do_not_grow_are_refused(looks: tuple[int, ...]) -> None:
    with pytest.raises(RequestError, match="must grow"):
        question(looks=looks)
