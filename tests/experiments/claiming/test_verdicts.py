"""A verdict follows from the share of draws in which a claim comes out right, and from nothing else."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.claiming.units import Told
from experiments.claiming.verdicts import MOSTLY, of_pattern, verdict
from experiments.evidence.emergence.verdict import Kind, Status

ONE = Told("", Kind.ALL, 1, ("above",))


def some_right(right: int, of: int) -> np.ndarray:
    return np.where(np.arange(of) < right, 1.0, -2.0)


@pytest.mark.parametrize(
    ("right", "of", "status"),
    [(200, 200, Status.HOLDS), (165, 200, Status.HOLDS), (150, 200, Status.OPEN), (135, 200, Status.FAILS),
     (0, 200, Status.FAILS), (4, 5, Status.OPEN), (2, 2, Status.OPEN)],
)  # fmt: skip
def test_a_claim_holds_if_it_surely_comes_out_right_in_most_draws(right, of, status):
    found = verdict(ONE, {"above": some_right(right, of)})
    assert found.status == status
    assert (found.share.right, found.share.n, found.share.mean) == (right, of, right / of)
    assert found.effect.mean == pytest.approx((right - 2 * (of - right)) / of)


@given(right=st.integers(0, 60), more=st.integers(0, 60))
def test_the_interval_is_wilsons(right, more):
    n, z = right + more, 1.959963984540054
    share = verdict(ONE, {"above": some_right(right, n)}).share
    if n == 0:
        assert math.isnan(share.low)
        return
    middle = (right + z * z / 2) / (n + z * z)
    half = z * math.sqrt(right * more / n + z * z / 4) / (n + z * z)
    assert (share.low, share.high) == pytest.approx((max(middle - half, 0.0), min(middle + half, 1.0)), abs=1e-9)


@pytest.mark.parametrize("truth", [0.6, 0.9])
def test_a_verdict_that_is_wrong_is_rare(truth):
    """Of tests of a claim whose true share is known, hardly any come out on the wrong side of the bar."""
    draw, wrong = np.random.default_rng(5), Status.HOLDS if truth < MOSTLY else Status.FAILS
    found = [verdict(ONE, {"above": draw.random(80) - (1.0 - truth)}) for _ in range(300)]
    assert np.mean([each.status == wrong for each in found]) <= 0.01
    inside = [each.share.low <= truth <= each.share.high for each in found]
    assert 0.92 <= np.mean(inside) <= 0.98


def test_draws_in_which_it_is_undefined_do_not_count():
    values = np.where(np.arange(100) < 40, np.nan, 1.0)
    found = verdict(ONE, {"above": values})
    assert (found.share.right, found.share.n, found.status) == (60, 60, Status.HOLDS)
    none = verdict(ONE, {"above": np.full(100, np.nan)})
    assert (none.share.n, none.status) == (0, Status.OPEN)


def test_a_band_asks_for_both_sides_in_the_same_draw():
    band = Told("", Kind.ALL, 1, ("above", "below"))
    good, bad = np.ones(100), -np.ones(100)
    assert verdict(band, {"above": good, "below": good}).status == Status.HOLDS
    assert verdict(band, {"above": good, "below": bad}).status == Status.FAILS
    half = some_right(50, 100)
    assert verdict(band, {"above": half, "below": -half}).share.right == 0


def test_of_several_cases_the_one_that_is_right_most_often_counts():
    anywhere = Told("", Kind.ANY, 2, ("1 h", "2 h"))
    found = verdict(anywhere, {"1 h": some_right(10, 100), "2 h": some_right(95, 100)})
    assert (found.case, found.status, found.share.right) == ("2 h", Status.HOLDS, 95)
    alone = verdict(Told("", Kind.ANY, 1, ("2 h",)), {"2 h": some_right(95, 100)})
    assert found.share.low < alone.share.low, "who looks twice must see more"


def test_two_that_differ_may_do_so_either_way_but_not_by_chance():
    either = Told("", Kind.DIFFERS, 60, ("satisfaction", "silo index"))
    even, clear = some_right(50, 100), some_right(4, 100)
    assert verdict(either, {"satisfaction": even, "silo index": clear}).status == Status.HOLDS
    assert verdict(either, {"satisfaction": even, "silo index": -clear}).case == "silo index"
    assert verdict(either, {"satisfaction": even, "silo index": some_right(60, 100)}).status == Status.OPEN


def test_noise_differs_in_few_tests():
    draw, either = np.random.default_rng(7), Told("", Kind.DIFFERS, 6, tuple("abcdef"))
    found = [verdict(either, dict(zip("abcdef", draw.standard_normal((6, 60)), strict=True))) for _ in range(100)]
    assert np.mean([each.status == Status.HOLDS for each in found]) <= 0.08


def test_a_pattern_fails_with_one_claim():
    holds, fails, undecided = (verdict(ONE, {"above": some_right(right, 100)}) for right in (100, 0, 75))
    assert of_pattern((holds, holds)) == Status.HOLDS
    assert of_pattern((holds, undecided)) == Status.OPEN
    assert of_pattern((holds, undecided, fails)) == Status.FAILS
