"""The methods on functions whose answer is known, with and without chance, through our designs and targets."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from experiments.comparing.intervals import Floats
from experiments.errors import RequestError
from experiments.sensing.effects import Effect, Verdict
from experiments.sensing.nowhere import nowhere_of
from experiments.sensing.sensitivity import Sensitivity, sensitivity_of
from experiments.sensing.target import target_of
from tests.experiments.sensing.made import answers_of, experiment_of, ishigami

FIRST, TOTAL = [0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]


def linear(shares: Floats) -> Floats:
    return shares @ np.array([3.0, -2.0, 0.0])


def nothing(shares: Floats) -> Floats:
    return np.zeros(len(shares))


def found_of(design: str, size: int, truth: object, **more: float) -> Sensitivity:
    futures = int(more.pop("futures", 2))
    experiment = experiment_of(design, size, int(more.pop("dimensions", 3)), futures)
    answers = answers_of(experiment, truth, futures=futures, **more)  # type: ignore[arg-type]
    return sensitivity_of(answers, target_of(experiment))


def column(effects: tuple[Effect, ...], name: str) -> list[float]:
    return [each.more[name] for each in effects]


def test_sobol_finds_the_known_indices_of_ishigami() -> None:
    effects = found_of("sobol", 2048, ishigami).effects
    assert_allclose(column(effects, "first"), FIRST, atol=0.02)
    assert_allclose([each.size for each in effects], TOTAL, atol=0.02)
    for each, first, total in zip(effects, FIRST, TOTAL, strict=True):
        assert each.low - 0.01 <= total <= each.high + 0.01
        assert each.more["first_low"] - 0.01 <= first <= each.more["first_high"] + 0.01
    assert [each.verdict for each in effects] == [Verdict.MOVES] * 3


def test_sobol_takes_chance_out_of_the_indices() -> None:
    # As much chance in a life as there is spread in the function: SALib's own indices are far off, ours are not.
    effects = found_of("sobol", 2048, ishigami, noise=3.7, futures=4).effects
    assert_allclose(column(effects, "first"), FIRST, atol=0.06)
    assert_allclose([each.size for each in effects], TOTAL, atol=0.06)
    assert effects[2].more["ST"] > TOTAL[2] + 0.1


def test_morris_finds_the_slopes_of_a_line() -> None:
    effects = found_of("morris", 10, linear).effects
    assert_allclose(column(effects, "mu"), [3.0, -2.0, 0.0], atol=1e-9)
    assert_allclose(column(effects, "mu_star"), [3.0, 2.0, 0.0], atol=1e-9)
    assert_allclose([each.size for each in effects], [3.0, 2.0, 0.0], atol=1e-9)
    assert [each.way for each in effects] == [1, -1, 0]
    assert [each.verdict for each in effects] == [Verdict.MOVES, Verdict.MOVES, Verdict.STILL]


def test_morris_sizes_are_right_under_chance_and_mu_star_is_too_large() -> None:
    sizes, stars = [], []
    for seed in range(10):
        effects = found_of("morris", 12, linear, noise=1.0, futures=4, seed=seed).effects
        sizes.append([each.size for each in effects])
        stars.append(effects[2].more["mu_star"])
    assert_allclose(np.mean(sizes, axis=0)[:2], [3.0, 2.0], atol=0.2)
    assert np.mean(stars) > 0.6
    assert np.median(sizes, axis=0)[2] < 0.5 * np.mean(stars)


def test_one_at_a_time_finds_both_ends() -> None:
    found = found_of("one", 1, lambda shares: np.square(shares[:, 0]) + 0.0 * shares[:, 1], dimensions=2)
    first, second = found.effects
    assert (first.more["at_low"], first.more["at_high"]) == (-0.25, 0.75)
    assert first.size == 1.0
    assert first.way == 1
    assert second.verdict is Verdict.STILL


@pytest.mark.parametrize(("design", "size"), [("morris", 8), ("sobol", 16), ("one", 1)])
def test_chance_alone_moves_nothing(design: str, size: int) -> None:
    alarms = 0
    for seed in range(40):
        found = found_of(design, size, nothing, noise=1.0, futures=4, seed=seed, dimensions=6)
        alarms += bool(found.those(Verdict.MOVES))
        assert not found.those(Verdict.STILL)
        if design == "sobol" and np.isnan(found.effects[0].size):
            assert not found.those(Verdict.NOTHING)  # there is no spread to be a hundredth of
    assert alarms <= 6  # one in twenty is two; more than six happens one time in two hundred


@pytest.mark.parametrize(("design", "size"), [("morris", 12), ("sobol", 64)])
def test_nothing_is_called_nothing_only_when_its_interval_says_so(design: str, size: int) -> None:
    def truth(shares: Floats) -> Floats:
        return shares @ np.array([3.0, 0.0])

    calm = found_of(design, size, truth, noise=0.02, futures=4, dimensions=2)
    assert [each.verdict for each in calm.effects] == [Verdict.MOVES, Verdict.NOTHING]
    wild = found_of(design, size, truth, noise=3.0, futures=4, dimensions=2, seed=3)
    assert wild.effects[1].verdict is Verdict.UNCLEAR


def test_one_future_tells_no_chance() -> None:
    found = found_of("morris", 8, linear, futures=1, noise=0.1)
    assert np.isnan(found.chance_share)
    assert all(np.isnan(each.chance) for each in found.effects)
    assert found.effects[0].verdict is Verdict.MOVES


@pytest.mark.parametrize("design", ["morris", "sobol"])
def test_what_is_not_lived_to_its_end_is_left_out(design: str) -> None:
    experiment = experiment_of(design, 16)
    answers = answers_of(experiment, linear)
    whole = sensitivity_of(answers, target_of(experiment))
    block = len(answers.numbers) // 16
    answers.numbers[-2:] = np.nan
    part = sensitivity_of(answers, target_of(experiment))
    assert part.lived == len(answers.numbers) - 2
    if design == "morris":
        assert_allclose(column(part.effects, "mu"), column(whole.effects, "mu"), atol=1e-9)
    answers.numbers[block - 1 :] = np.nan
    with pytest.raises(RequestError, match="lived to their end"):
        sensitivity_of(answers, target_of(experiment))


def test_the_seed_zero_is_a_seed() -> None:
    one, other = (answers_of(experiment_of("sobol", 8, seed=0), linear).shares for _ in range(2))
    assert np.array_equal(one, other)
    first, again = (found_of("sobol", 64, ishigami).effects for _ in range(2))
    assert first == again


def test_nowhere_tells_what_changes_no_digit() -> None:
    experiment = experiment_of("morris", 12)
    found = nowhere_of(answers_of(experiment, linear, futures=3))
    assert found.still == ("choice.pressure",)
    assert set(found.moving) == {"choice.meaning", "choice.toil"}
    noisy = nowhere_of(answers_of(experiment, linear, noise=0.5, futures=3))
    assert noisy.still == ()
    assert noisy.lost == ("choice.pressure",)


def test_other_designs_are_refused_with_what_would_do() -> None:
    with pytest.raises(RequestError, match="sweep with one of: morris, one, sobol"):
        found_of("latin", 8, linear)
