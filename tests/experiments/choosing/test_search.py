"""The search on functions whose fronts are known, and what fresh luck makes of flatterers."""

import dataclasses

import numpy as np
import pytest

from experiments.choosing.choice import Choice, Fresh, Search
from experiments.choosing.choose import made
from experiments.choosing.contracts import files_of
from experiments.choosing.judging import Verdict, flattery, judged
from experiments.choosing.rows import shares_as_is
from experiments.choosing.saying import story
from experiments.choosing.search import Searched, search
from experiments.comparing.intervals import Floats
from tests.experiments.choosing.asked import Function, small


def asked(by: str = "nsga2", generations: int = 20, seed: int = 1, limit: str = "", futures: int = 5) -> Choice:
    choice = small(limit) if limit else small()
    return dataclasses.replace(
        choice, search=Search(by, 20, generations, futures), fresh=Fresh(60, 20),
        question=choice.question.replace(seed=seed), limits=choice.limits if limit else (),
    )  # fmt: skip


def zdt1(shares: tuple[float, ...]) -> Floats:
    """Zitzler, Deb & Thiele (2000), with its goals turned round: the front is f2 = 1 - sqrt(f1)."""
    g = 1.0 + 9.0 * sum(shares[1:]) / (len(shares) - 1)
    return -np.array([shares[0], g * (1.0 - np.sqrt(shares[0] / g))])


def schaffer(shares: tuple[float, ...]) -> Floats:
    """Schaffer N.1 (1984) over -4 to 8 in the first number: the front is where it is from 0 to 2."""
    x = -4.0 + 12.0 * shares[0]
    return -np.array([x**2, (x - 2.0) ** 2])


@pytest.mark.parametrize("by", ["nsga2", "tpe"])
def test_the_front_of_zdt1_is_found(by: str) -> None:
    choice = asked(by, 25 if by == "nsga2" else 6)
    found = search(choice, Function(choice, zdt1))
    one, other = -found.values[found.front].mean(axis=1).T
    away = other - (1.0 - np.sqrt(one))
    assert len(found.front) >= 10
    assert away.min() > -1e-9  # nothing is better than the front
    assert np.median(away) < (0.1 if by == "nsga2" else 0.5)
    assert one.min() < 0.1
    assert one.max() > 0.6


def test_the_front_of_schaffer_is_found() -> None:
    choice = asked(generations=8)
    found = search(choice, Function(choice, schaffer))
    x = np.array([-4.0 + 12.0 * found.rows[place][0] / 2.0 for place in found.front])  # the gate goes from 0 to 2
    assert x.min() > -0.2
    assert x.max() < 2.2
    assert np.ptp(x) > 1.5


def test_limits_are_kept_in_the_search_and_bend_the_front() -> None:
    free = asked(generations=8)
    bound = asked(generations=8, limit="at_least = -1.0")  # of Schaffer: (x - 2)² at most 1
    loose, tight = (search(choice, Function(choice, schaffer)) for choice in (free, bound))
    assert loose.values[loose.front, :, 1].min() < -1.5
    assert tight.values[tight.front, :, 1].min() >= -1.0
    assert tight.within < len(tight.rows)


def test_nothing_within_the_limits_is_said_so() -> None:
    choice = asked(generations=2, limit="at_least = 1.0")
    found = made(choice, Function(choice, schaffer))
    assert found.within == found.on_front == len(found.front) == 0
    assert [each.number for each in found.lived] == [0]
    assert found.flattery == ()


def test_the_same_seed_searches_the_same_and_another_seed_elsewhere() -> None:
    one, again, other = (search(asked(generations=3, seed=seed), Function(small(), zdt1)) for seed in (1, 1, 2))
    assert one.rows == again.rows
    assert np.array_equal(one.values, again.values)
    assert one.rows != other.rows


def test_no_contract_is_lived_twice_in_a_search() -> None:
    choice, seen = asked(generations=6), []
    lives = Function(choice, schaffer)
    before = lives.contracts
    lives.contracts = lambda name, rows, first, futures: (seen.extend(rows), before(name, rows, first, futures))[1]  # type: ignore[func-returns-value,method-assign]
    search(choice, lives)
    assert len(seen) == len(set(seen))


def test_of_nothing_but_noise_nothing_is_left() -> None:
    choice = asked(generations=6, futures=15)
    found = made(choice, Function(choice, lambda _: np.zeros(2), noise=1.0))
    assert len(found.lived) > 5  # the search believed in them
    assert {each.verdict for each in found.lived} == {Verdict.NO_BETTER}
    for each in found.flattery:
        assert each.by > 0.15  # and flattered them
        assert abs(each.found) < 0.1


def test_noise_gets_a_front_in_one_choice_of_twenty_at_most() -> None:
    """All together: the promise is kept over contracts and goals, whatever the search picked."""
    choice, luck, wrong = asked(), np.random.default_rng(3), 0
    for _ in range(200):
        values, today = luck.normal(size=(11, 40, 2)), luck.normal(size=(40, 2))
        before = Searched([choice.as_is] * 10, values[1:, :5], today[:5], list(range(10)), 10, 10, 0)
        wrong += any(each.verdict is Verdict.FRONT for each in judged(choice, before, values, today))
    assert wrong <= 0.05 * 200 + 3 * np.sqrt(200 * 0.05 * 0.95)


def test_planted_flatterers_fall_and_what_is_better_stays() -> None:
    """Of four finds the first is better, the second but seems so, the third breaks a limit, the fourth fails."""
    choice = asked(limit='at_least = "today"')
    luck = np.random.default_rng(5)
    shared = luck.normal(size=(60, 2))  # common luck, larger than all differences
    gains = np.array([[0.0, 0.0], [0.5, 0.5], [0.0, 0.2], [0.5, -0.2], [0.5, 0.5]])
    fresh = shared + gains[:, None] + 0.2 * luck.normal(size=(5, 60, 2))
    fresh[0] = shared
    fresh[4, 3:] = np.nan
    fresh[4, :, 0] = np.nan
    searched = Searched(
        [(0.1 * k, 0.1, 0.1) for k in range(1, 5)], np.ones((4, 5, 2)), np.zeros((5, 2)), [0, 1, 2, 3], 4, 4, 0
    )
    found = judged(choice, searched, fresh, shared)
    verdicts = [each.verdict for each in found]
    assert verdicts == [Verdict.NO_BETTER, Verdict.FRONT, Verdict.BEATEN, Verdict.UNSURE, Verdict.FAILED]
    assert found[1].apart[0].low < 0.5 < found[1].apart[0].high
    told = {each.measure: each for each in flattery(choice, searched, fresh, shared)}
    assert told["satisfaction"].said == 1.0
    assert told["satisfaction"].by == pytest.approx(1.0 - (0.5 + 0.0 + 0.5) / 3, abs=0.1)


def test_a_contract_that_is_best_as_it_is_is_said_so_and_gets_no_new_file() -> None:
    choice = dataclasses.replace(small(policies='"fair-salary", '), limits=())
    best = shares_as_is(choice)
    assert best is not None

    class Lives(Function):
        def today(self, name: str, first: int, futures: int) -> Floats:
            return super().today(name, first, futures) - 5.0

    def level(shares: tuple[float, ...]) -> Floats:
        return np.array([-sum(abs(one - other) for one, other in zip(shares, best, strict=True)), shares[0]])

    found = made(choice, Lives(choice, level))
    assert found.picks[0] == ["satisfaction"]
    assert found.lived[0].verdict is Verdict.FRONT
    assert len(files_of(found)) == len(found.front) - 1
    said = " ".join(story(found, "en"))
    assert "gate-and-shared-target as it is, best for satisfaction" in said
    assert "gate-and-shared-target as it is: left to choose from" in said


def test_a_measure_that_is_never_defined_is_no_trouble_but_finds_nothing() -> None:
    choice = asked(generations=2, limit="at_least = 0.0")
    found = made(choice, Function(choice, lambda _: np.array([1.0, np.nan])))
    assert (found.tried, found.on_front) == (0, 0)
    assert found.impossible > 0
    assert found.lived[0].verdict is Verdict.FAILED


def test_contracts_that_cannot_be_told_apart_say_so() -> None:
    choice, luck = asked(), np.random.default_rng(6)
    shared = np.zeros((60, 2))
    gains = np.array([[0.0, 0.0], [1.0, 0.5], [1.001, 0.499], [0.5, 1.0]])
    fresh = gains[:, None] + 0.2 * luck.normal(size=(4, 60, 2))
    fresh -= fresh.mean(axis=1, keepdims=True) - gains[:, None]  # means as planned, so that all are undominated
    searched = Searched([(0.1 * k, 0.1, 0.1) for k in range(1, 4)], fresh[1:, :5], shared[:5], [0, 1, 2], 3, 3, 0)
    found = judged(choice, searched, fresh, shared)
    assert [each.alike for each in found] == [(), (2,), (1,), ()]
