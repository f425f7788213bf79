"""How sure luck leaves us of a mean over points: the t-interval where that is right, and its promise elsewhere."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.intervals import t_intervals
from experiments.sweeping.overall import overall, padded
from experiments.sweeping.report.hangs import LEAST_POINTS, hangs_on


@given(st.integers(2, 12), st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_where_all_points_have_the_same_futures_it_is_the_interval_of_the_futures_means(
    futures: int, points: int, seed: int
) -> None:
    values = np.random.default_rng(seed).normal(1.0, 2.0, (points, futures))
    found = overall(values, np.tile(np.arange(futures), (points, 1)))
    assert found == pytest.approx([float(each) for each in t_intervals(values.mean(axis=0))[:3]])


def test_luck_that_points_share_is_not_counted_as_if_each_had_its_own() -> None:
    """Of 3,000 sweeps with points of 4 to 16 futures, of which half the luck is shared, 95 % hold the true mean."""
    rng = np.random.default_rng(7)
    many, held, naive = 3_000, 0, 0
    futures = [np.arange(4 + 4 * (point % 4)) for point in range(24)]
    numbers = padded(futures, np.int64(0))
    for _ in range(many):
        shared = rng.normal(size=16)
        apart = [shared[which] + rng.normal(size=len(which)) for which in futures]
        _, low, high = overall(padded(apart, np.float64(np.nan)), numbers)
        held += low <= 0.0 <= high
        half = 1.96 * float(np.concatenate(apart).std()) / sum(map(len, futures)) ** 0.5
        naive += abs(float(np.mean([one.mean() for one in apart]))) <= half
    assert 0.935 <= held / many <= 0.985
    assert naive / many < 0.6


def test_what_is_undefined_counts_nowhere_and_what_cannot_be_told_is_not() -> None:
    apart = np.array([[1.0, np.nan, 3.0], [np.nan] * 3])
    mean, low, high = overall(apart, np.tile(np.arange(3), (2, 1)))
    assert mean == 2.0
    assert low < 2.0 < high
    assert np.isnan(overall(np.array([[np.nan]]), np.array([[0]]))).all()
    assert np.isnan(overall(np.empty((0, 0)), np.empty((0, 0), dtype=np.int64))).all()
    once = overall(np.array([[1.0], [2.0]]), np.array([[0], [0]]))
    assert once[0] == 1.5
    assert np.isnan(once[1:]).all()


def test_what_a_difference_hangs_on_is_found_and_chance_is_not() -> None:
    rng = np.random.default_rng(3)
    points = pd.DataFrame({f"d{place}": rng.permutation(40) / 40.0 for place in range(3)})
    points["mean"] = -np.exp(3.0 * points["d1"])
    points["d3"] = 1.0
    first, *others = hangs_on(points, 4)
    assert (first.dimension, first.clear) == (1, True)
    assert first.rank == pytest.approx(-1.0)
    assert [each.clear for each in others] == [False, False]  # and the one that does not vary is not there
    assert hangs_on(points.head(LEAST_POINTS - 1), 4) == []
