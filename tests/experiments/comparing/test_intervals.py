"""Intervals, paired differences and the sentences made of them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from experiments.comparing.intervals import Difference, differences, in_futures, intervals, judgement, sentence

NAN = math.nan


def test_interval_is_students() -> None:
    (found,) = intervals(np.array([[1.0, 2.0, 3.0, 4.0]]))
    half = 3.182446 * math.sqrt(5 / 3) / 2  # t for 3 degrees of freedom, two-sided 95 %
    assert (found.mean, found.n) == (2.5, 4)
    assert found.low == pytest.approx(2.5 - half, abs=1e-5)
    assert found.high == pytest.approx(2.5 + half, abs=1e-5)
    assert found.half == pytest.approx(half, abs=1e-5)


def test_undefined_futures_are_left_out() -> None:
    with_holes, without, single, none = intervals(
        np.array([[1.0, NAN, 3.0, NAN], [1.0, 3.0, NAN, NAN], [NAN, NAN, 5.0, NAN], [NAN] * 4])
    )
    assert with_holes == without
    assert (single.mean, single.n) == (5.0, 1)
    assert math.isnan(single.low)
    assert math.isnan(single.high)
    assert math.isnan(none.mean)
    assert none.n == 0


def test_ties_and_undefined_pairs_count_for_neither() -> None:
    (found,) = differences(np.array([[2.0, 1.0, 1.0, NAN, 0.0]]), np.array([[1.0, 1.0, 2.0, 1.0, NAN]]))
    assert (found.higher_in, found.lower_in, found.n) == (1, 1, 3)
    assert found.mean == 0.0
    assert not found.clear


@given(arrays(float, (3, 7), elements=st.floats(-1e6, 1e6)))
def test_interval_holds_its_mean_and_moves_along(values: np.ndarray) -> None:
    for found, moved in zip(intervals(values), intervals(values + 5.0), strict=True):
        assert found.low <= found.mean + 1e-6
        assert found.mean <= found.high + 1e-6
        assert moved.mean == pytest.approx(found.mean + 5.0, abs=1e-6)
        assert moved.half == pytest.approx(found.half, abs=1e-5)


def test_coverage_is_what_it_says() -> None:
    values = np.random.default_rng(3).normal(size=(4000, 6))
    inside = np.mean([found.low < 0 < found.high for found in intervals(values)])
    assert inside == pytest.approx(0.95, abs=0.012)


@pytest.mark.parametrize(
    ("difference", "better", "en", "nl"),
    [
        (Difference(-1, -2, -0.5, 30, 1, 29), -1, "better in 29 of 30 futures", "beter in 29 van 30 toekomsten"),
        (Difference(-1, -2, -0.5, 30, 1, 29), 1, "worse in 29 of 30 futures", "slechter in 29 van 30 toekomsten"),
        (Difference(1, 0.5, 2, 30, 29, 1), 0, "higher in 29 of 30 futures", "hoger in 29 van 30 toekomsten"),
        (
            Difference(0.1, -1, 1, 4, 1, 3), 1, "no clear difference (lower in 3 of 4 futures)",
            "geen duidelijk verschil (lager in 3 van 4 toekomsten)",
        ),
        (Difference(0, 0, 0, 4, 0, 0), 1, "no difference", "geen verschil"),
        (Difference(NAN, NAN, NAN, 0, 0, 0), 1, "not defined", "niet bepaald"),
    ],
)  # fmt: skip
def test_sentences(difference: Difference, better: int, en: str, nl: str) -> None:
    assert sentence(difference, better) == en
    assert sentence(difference, better, "nl") == nl


def test_one_future_is_no_clear_difference() -> None:
    (found,) = differences(np.array([[2.0]]), np.array([[1.0]]))
    assert judgement(found, 1) == 0
    assert sentence(found, 1) == "no clear difference (higher in 1 of 1 future)"
    assert in_futures(3, 4, brief=True) == "in 3 of 4"
