"""Weeks to change: closed forms, swings that return every quarter, noise, gaps, and what must not matter."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.change import LEAST_WEEKS, Outcome, change_of_mean, weeks_to_change
from experiments.comparing.moved import Moved, from_before, from_stay
from sim.calendar import WEEKS_A_QUARTER

BEFORE, AFTER = 26, 52
WEEKS = np.arange(1, AFTER + 1)
SAW = np.linspace(-0.5, 0.5, WEEKS_A_QUARTER)
"""What a quarter's bonus does: a swing of height 1 that begins anew every quarter."""


def series(after: np.ndarray, runs: int = 1, noise: float = 0.0, seed: int = 1, before: float = 0.0) -> np.ndarray:
    """Weeks before the switch at a level, and what comes after it, with noise on each."""
    row = np.concatenate([np.full(BEFORE, before), before + after])
    return row + noise * np.random.default_rng(seed).normal(size=(runs, len(row)))


def moved(values: np.ndarray) -> Moved:
    return from_before(values, BEFORE)


def saw(height: float, weeks: int = AFTER) -> np.ndarray:
    return height * np.resize(SAW, weeks)


def step(week: int, height: float = 1.0, weeks: int = AFTER) -> np.ndarray:
    return np.where(week <= np.arange(1, weeks + 1), height, 0.0)


def approach(rate: float, weeks: int = AFTER) -> np.ndarray:
    return 1.0 - np.exp(-rate * np.arange(1, weeks + 1))


def outcome(after: np.ndarray, **more: float) -> Outcome:
    return change_of_mean(moved(series(after, **more))).outcome  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------- the week is found


@pytest.mark.parametrize("week", [1, 2, 5, 12, 26])
@pytest.mark.parametrize("height", [1.0, -0.3])
@pytest.mark.parametrize("swing", [0.0, 0.2, 0.45])
def test_a_step_is_found_whatever_returns_every_quarter(week: int, height: float, swing: float) -> None:
    after = step(week, height) + saw(swing * abs(height))
    assert weeks_to_change(moved(series(after))) == pytest.approx([week], abs=1)


@pytest.mark.parametrize("rate", [0.1, 0.15, 0.2, 0.3, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("swing", [0.0, 0.3, -0.3])
def test_an_exponential_approach_is_found(rate: float, swing: float) -> None:
    found = weeks_to_change(moved(series(approach(rate) + saw(swing))))
    assert found == pytest.approx([math.log(10) / rate], abs=1.2)


@pytest.mark.parametrize("week", [30, 60, 77])
def test_a_late_step_in_a_long_run(week: int) -> None:
    after = step(week, weeks=104) + saw(0.3, weeks=104)
    assert weeks_to_change(moved(series(after))) == pytest.approx([week], abs=1)


@pytest.mark.parametrize("first", range(WEEKS_A_QUARTER))
def test_the_switch_may_come_in_any_week_of_the_quarter(first: int) -> None:
    after = step(5) + np.roll(saw(0.4), -first)
    assert weeks_to_change(moved(series(after))) == pytest.approx([5], abs=1)


@pytest.mark.parametrize("swing", [0.0, 0.3])
def test_step_in_noise(swing: float) -> None:
    found = weeks_to_change(moved(series(step(5) + saw(swing), runs=400, noise=0.1)))
    assert np.isfinite(found).mean() > 0.95
    found = found[np.isfinite(found)]
    assert np.median(found) == pytest.approx(5, abs=1)
    assert np.mean(np.abs(found - 5) <= 2) > 0.95
    assert change_of_mean(moved(series(step(5) + saw(swing), runs=30, noise=0.1))).weeks == pytest.approx(5, abs=1)


@pytest.mark.parametrize("rate", [0.15, 0.3, 1.0])
@pytest.mark.parametrize("swing", [0.0, 0.3])
def test_exponential_approach_in_noise(rate: float, swing: float) -> None:
    after = approach(rate) + saw(swing)
    found = weeks_to_change(moved(series(after, runs=400, noise=0.1)))
    assert np.nanmedian(found) == pytest.approx(math.log(10) / rate, rel=0.2, abs=1)
    mean = change_of_mean(moved(series(after, runs=400, noise=0.5)))
    assert mean.weeks == pytest.approx(math.log(10) / rate, rel=0.1, abs=1)


def test_luck_season_and_drift_that_those_who_stay_share_fall_out() -> None:
    rng = np.random.default_rng(3)
    drift = np.linspace(0.0, 2.0, BEFORE + AFTER)
    stay = drift + np.resize(SAW, BEFORE + AFTER) + rng.normal(size=(20, BEFORE + AFTER))
    values = stay + series(step(7))
    np.testing.assert_allclose(weeks_to_change(from_stay(values, stay, BEFORE)), 7, atol=1)
    assert np.mean(weeks_to_change(from_before(values, BEFORE)) == 7) < 0.5
    assert change_of_mean(from_stay(stay, stay, BEFORE)).outcome is Outcome.NO_SHIFT


# --------------------------------------------------------------------------------- no week is named where none can be


@pytest.mark.parametrize("swing", [0.7, 1.0, 2.0, -1.0])
@pytest.mark.parametrize("week", [1, 6, 20])
def test_a_swing_as_large_as_the_shift_is_no_change_that_is_kept(swing: float, week: int) -> None:
    assert outcome(step(week) + saw(swing)) is Outcome.SWINGS
    assert outcome(step(week) + saw(swing), runs=30, noise=0.1) is Outcome.SWINGS


def test_a_swing_alone_is_no_shift() -> None:
    assert outcome(saw(1.0)) is Outcome.NO_SHIFT
    assert outcome(saw(1.0), runs=30, noise=0.3) is Outcome.NO_SHIFT
    values = np.resize(SAW, (1, BEFORE + AFTER))
    assert change_of_mean(moved(values)).outcome is Outcome.NO_SHIFT


@pytest.mark.parametrize("weeks", [0, 1, 2, 13, 26, LEAST_WEEKS - 1])
def test_a_run_of_less_than_three_quarters_is_too_short(weeks: int) -> None:
    assert outcome(np.ones(weeks)) is Outcome.TOO_SHORT


def test_three_quarters_are_enough() -> None:
    assert weeks_to_change(moved(series(step(4, weeks=LEAST_WEEKS) + saw(0.3, weeks=LEAST_WEEKS)))) == pytest.approx(
        [4], abs=1
    )


@pytest.mark.parametrize("before", [0, 12])
def test_without_a_quarter_before_only_those_who_stay_can_tell(before: int) -> None:
    values = np.concatenate([np.zeros((1, before)), step(5)[None, :]], axis=1)
    assert change_of_mean(from_before(values, before)).outcome is Outcome.TOO_SHORT
    assert weeks_to_change(from_stay(values, np.zeros_like(values), before)) == pytest.approx([5], abs=1)


@pytest.mark.parametrize(
    "after", [step(30), step(45), WEEKS / AFTER, approach(0.03)], ids=["step in 30", "step in 45", "line", "slow"]
)
def test_what_goes_on_is_not_settled(after: np.ndarray) -> None:
    assert outcome(after) is Outcome.UNSETTLED
    assert outcome(after + saw(0.2)) is Outcome.UNSETTLED


@pytest.mark.parametrize("rate", [0.01, 0.03, 0.05, 0.07, 0.09, 0.1, 0.12])
def test_a_slow_approach_is_found_within_a_few_weeks_or_called_unsettled(rate: float) -> None:
    found = change_of_mean(moved(series(approach(rate))))
    if found.outcome is Outcome.CHANGED:
        assert found.weeks == pytest.approx(math.log(10) / rate, rel=0.1)
    else:
        assert found.outcome is Outcome.UNSETTLED
        assert rate < 0.1


def test_noise_alone_is_mostly_undefined() -> None:
    values = series(np.zeros(AFTER), runs=1000, noise=1.0)
    assert np.mean(np.isnan(weeks_to_change(moved(values)))) > 0.9
    alike = np.zeros_like(values)
    for week in range(1, values.shape[1]):
        alike[:, week] = 0.5 * alike[:, week - 1] + values[:, week]
    assert np.mean(np.isnan(weeks_to_change(moved(alike)))) > 0.8


def test_no_change_is_undefined() -> None:
    assert np.isnan(weeks_to_change(moved(series(np.zeros(AFTER), before=0.7)))).all()
    assert outcome(np.zeros(AFTER), runs=3, before=0.7) is Outcome.NO_SHIFT


# ---------------------------------------------------------------------------------------------------- kept, and gaps


def test_what_is_not_kept_does_not_count() -> None:
    relapse = np.where((WEEKS >= 15) & (WEEKS < 20), 0.2, 1.0)
    assert weeks_to_change(moved(series(relapse))) == pytest.approx([20], abs=1)


def test_what_passes_leaves_no_change() -> None:
    passing = np.where(WEEKS < 20, 1.0, 0.0)
    assert np.isnan(weeks_to_change(moved(series(passing, noise=0.01)))).all()


def test_undefined_weeks_are_skipped() -> None:
    values = series(step(5) + saw(0.3), noise=0.01)
    values[:, [3, 20, BEFORE + 10, BEFORE + 11, BEFORE + 12, BEFORE + 13, -1]] = np.nan
    assert weeks_to_change(moved(values)) == pytest.approx([5], abs=1)


# ----------------------------------------------------------------------------------------------- what must not matter


def test_runs_do_not_touch_each_other() -> None:
    values = series(step(8), runs=5, noise=0.2)
    alone = [weeks_to_change(moved(values[i : i + 1]))[0] for i in range(5)]
    np.testing.assert_array_equal(weeks_to_change(moved(values)), alone)


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([0.25, 1.0, 8.0]),
    st.sampled_from([-1.0, 1.0]),
    st.sampled_from([0.0, 4.0, -64.0]),
)
def test_unit_sign_and_level_do_not_matter(seed: int, scale: float, sign: float, level: float) -> None:
    values = series(approach(0.3) + saw(0.3), runs=4, noise=0.3, seed=seed)
    found = weeks_to_change(moved(values))
    np.testing.assert_array_equal(weeks_to_change(moved(sign * scale * values + level)), found)
    known = found[~np.isnan(found)]
    assert ((known >= 1) & (known <= AFTER - WEEKS_A_QUARTER) & (known % 1 == 0)).all()


@given(st.integers(0, 2**32 - 1), st.floats(0.0, 2.0), st.floats(0.0, 1.0))
def test_any_series_gives_an_answer_or_says_why_not(seed: int, noise: float, holes: float) -> None:
    rng = np.random.default_rng(seed)
    values = series(step(10), runs=3, noise=noise, seed=seed)
    values[rng.random(values.shape) < holes] = np.nan
    found = weeks_to_change(moved(values))
    known = found[~np.isnan(found)]
    assert ((known >= 1) & (known <= AFTER - WEEKS_A_QUARTER)).all()
    weeks, why = change_of_mean(moved(values))
    assert (why is Outcome.CHANGED) == (not math.isnan(weeks))
