"""Weeks to change: closed forms, noise, gaps, and what must not matter."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.change import weeks_to_change, weeks_to_change_of_mean

BEFORE, AFTER = 26, 52
WEEKS = np.arange(1, AFTER + 1)


def series(after: np.ndarray, runs: int = 1, noise: float = 0.0, seed: int = 1, before: float = 0.0) -> np.ndarray:
    """Weeks before the switch at a level, and what comes after it, with noise on each."""
    row = np.concatenate([np.full(BEFORE, before), before + after])
    return row + noise * np.random.default_rng(seed).normal(size=(runs, len(row)))


def step(week: int, height: float = 1.0) -> np.ndarray:
    return np.where(week <= WEEKS, height, 0.0)


@pytest.mark.parametrize("week", [1, 2, 5, 12, 30])
@pytest.mark.parametrize("height", [1.0, -0.3])
def test_step(week: int, height: float) -> None:
    assert weeks_to_change(series(step(week, height)), BEFORE) == pytest.approx([week], abs=1)


def test_step_in_noise() -> None:
    found = weeks_to_change(series(step(5), runs=400, noise=0.1), BEFORE)
    assert not np.isnan(found).any()
    assert np.median(found) == pytest.approx(5, abs=1)
    assert np.mean(np.abs(found - 5) <= 1) > 0.9


@pytest.mark.parametrize("rate", [0.1, 0.15, 0.2, 0.3, 0.5, 1.0, 2.0])
def test_exponential_approach(rate: float) -> None:
    found = weeks_to_change(series(1 - np.exp(-rate * WEEKS)), BEFORE)
    assert found == pytest.approx([math.log(10) / rate], abs=1.2)


@pytest.mark.parametrize("rate", [0.15, 0.3, 1.0])
def test_exponential_approach_in_noise(rate: float) -> None:
    found = weeks_to_change(series(1 - np.exp(-rate * WEEKS), runs=400, noise=0.1), BEFORE)
    assert np.nanmedian(found) == pytest.approx(math.log(10) / rate, rel=0.2, abs=1)
    noisy = series(1 - np.exp(-rate * WEEKS), runs=400, noise=0.5)
    assert weeks_to_change_of_mean(noisy, BEFORE) == pytest.approx(math.log(10) / rate, rel=0.1, abs=1)


def test_noise_alone_is_mostly_undefined() -> None:
    values = series(np.zeros(AFTER), runs=1000, noise=1.0)
    assert np.mean(np.isnan(weeks_to_change(values, BEFORE))) > 0.9
    alike = np.zeros_like(values)
    for week in range(1, values.shape[1]):
        alike[:, week] = 0.5 * alike[:, week - 1] + values[:, week]
    assert np.mean(np.isnan(weeks_to_change(alike, BEFORE))) > 0.8


def test_no_change_is_undefined() -> None:
    assert np.isnan(weeks_to_change(series(np.zeros(AFTER), before=0.7), BEFORE)).all()
    assert math.isnan(weeks_to_change_of_mean(series(np.zeros(AFTER), runs=3, before=0.7), BEFORE))


def test_what_is_not_kept_does_not_count() -> None:
    relapse = np.where((WEEKS >= 20) & (WEEKS < 26), 0.2, 1.0)
    assert weeks_to_change(series(relapse), BEFORE) == pytest.approx([26], abs=1)


def test_what_passes_leaves_no_change() -> None:
    passing = np.where(WEEKS < 20, 1.0, 0.0)
    assert np.isnan(weeks_to_change(series(passing, noise=0.01), BEFORE)).all()


def test_undefined_weeks_are_skipped() -> None:
    values = series(step(5), noise=0.01)
    values[:, [3, 20, BEFORE + 10, BEFORE + 11, BEFORE + 12, BEFORE + 13, -1]] = np.nan
    assert weeks_to_change(values, BEFORE) == pytest.approx([5], abs=1)


@pytest.mark.parametrize(("before", "after"), [(0, 52), (26, 0), (26, 2), (0, 0)])
def test_too_little_to_tell(before: int, after: int) -> None:
    values = np.random.default_rng(1).normal(size=(3, before + after))
    assert np.isnan(weeks_to_change(values, before)).all()


@pytest.mark.parametrize("after", [3, 5, 13])
def test_short_runs(after: int) -> None:
    values = np.concatenate([np.zeros((1, 2)), np.ones((1, after))], axis=1)
    assert weeks_to_change(values, 2) == [1.0]


def test_runs_do_not_touch_each_other() -> None:
    values = series(step(8), runs=5, noise=0.2)
    alone = [weeks_to_change(values[i : i + 1], BEFORE)[0] for i in range(5)]
    np.testing.assert_array_equal(weeks_to_change(values, BEFORE), alone)


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([0.25, 1.0, 8.0]),
    st.sampled_from([-1.0, 1.0]),
    st.sampled_from([0.0, 4.0, -64.0]),
)
def test_unit_sign_and_level_do_not_matter(seed: int, scale: float, sign: float, level: float) -> None:
    values = series(1 - np.exp(-0.3 * WEEKS), runs=4, noise=0.3, seed=seed)
    found = weeks_to_change(values, BEFORE)
    np.testing.assert_array_equal(weeks_to_change(sign * scale * values + level, BEFORE), found)
    known = found[~np.isnan(found)]
    assert ((known >= 1) & (known <= AFTER) & (known % 1 == 0)).all()


@given(st.integers(0, 2**32 - 1), st.floats(0.0, 2.0), st.floats(0.0, 1.0))
def test_any_series_gives_an_answer_or_none(seed: int, noise: float, holes: float) -> None:
    rng = np.random.default_rng(seed)
    values = series(step(10), runs=3, noise=noise, seed=seed)
    values[rng.random(values.shape) < holes] = np.nan
    found = weeks_to_change(values, BEFORE)
    known = found[~np.isnan(found)]
    assert ((known >= 1) & (known <= AFTER)).all()
    alone = weeks_to_change_of_mean(values, BEFORE)
    assert math.isnan(alone) or 1 <= alone <= AFTER
