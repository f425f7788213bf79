"""The contract that every kind of term keeps, whatever files are in the folder: expected is the mean of what is paid."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from scipy import stats

from sim.compiled import loop
from sim.policies import terms
from sim.policies.vocabulary import TERM, TermRow

Felt = tuple[float, float, float, int]  # mean, sd, others, rivals


def row(kind: str, **columns: float) -> TermRow:
    """A term of that kind; what is not given: 100 euro at stake, threshold 8, cap 9, one winner, higher is better."""
    table = np.zeros(1, dtype=TERM).view(np.recarray)
    given = {"winners": 1.0, "amount": 100.0, "threshold": 8.0, "cap": 9.0, "sign": 1.0} | columns
    for name, value in given.items():
        table[name] = value
    table["kind"] = terms.NAMES.index(kind)
    table["gates"] = terms.KINDS[kind].gate
    term: TermRow = table[0]
    return term


@st.composite
def rows(draw: DrawFn, kinds: SearchStrategy[str]) -> TermRow:
    """Any term that a policy file can make."""
    sign = draw(st.sampled_from([1.0, -1.0]))
    threshold = draw(st.floats(0.0, 10.0))
    kind = draw(kinds)
    fine = sign if any(key.signed for key in terms.KINDS[kind].keys.values()) else 1.0
    return row(
        kind,
        winners=draw(st.sampled_from([0.05, 0.333, 0.5, 1.0, 3.0])),
        amount=fine * draw(st.floats(1.0, 1e5)),
        threshold=threshold,
        cap=threshold + sign * draw(st.floats(0.1, 5.0)),
        sign=sign,
    )


def felt(least_sd: float = 1e-3) -> SearchStrategy[Felt]:
    """Standings, hopeless and safe ones included, sure and unsure, against no rivals up to many."""
    return st.tuples(
        st.floats(-5.0, 15.0),
        st.floats(math.log(least_sd), math.log(100.0)).map(math.exp),
        st.floats(-5.0, 15.0),
        st.sampled_from([0, 1, 2, 5, 11, 71, 5000]),
    )


def at_stake(term: TermRow) -> float:
    """The scale of a term's pay, for tolerances."""
    return 1.0 if term.gates else abs(float(term.amount))


@loop
def mean_pay(
    term: TermRow, mean: float, sd: float, others: float, rivals: int, rng: np.random.Generator, draws: int
) -> tuple[float, float]:
    """Mean and standard deviation of the pay over so many draws of all levels."""
    total = 0.0
    squares = 0.0
    for _ in range(draws):
        value = rng.normal(mean, sd)
        ahead = 0.0
        for _ in range(rivals):
            if term.sign * (rng.normal(others, sd) - value) > 0.0:
                ahead += 1.0
        paid = terms.pay(term, value, ahead, rivals)
        total += paid
        squares += paid * paid
    average = total / draws
    return average, math.sqrt(max(squares / draws - average * average, 0.0))


@pytest.mark.parametrize("sign", [1.0, -1.0])
@pytest.mark.parametrize("standing", [(7.5, 0.5, 7.8, 5), (8.2, 0.3, 8.0, 1), (8.6, 1.5, 8.0, 20), (4.0, 0.2, 9.0, 3)])
@pytest.mark.parametrize("kind", terms.NAMES)
def test_expected_pay_is_the_mean_of_the_pay(kind: str, standing: Felt, sign: float) -> None:
    term = row(kind, sign=sign, cap=8.0 + sign)
    average, sd = mean_pay(term, *standing, np.random.default_rng(5), 40_000)
    assert terms.expected(term, *standing) == pytest.approx(average, abs=5 * sd / 200.0 + 1e-3 * at_stake(term))


@pytest.mark.parametrize("standing", [(7.5, 0.5, 7.8, 5), (8.2, 0.3, 8.0, 1), (8.6, 1.5, 8.0, 20), (4.0, 0.2, 9.0, 3)])
@pytest.mark.parametrize("kind", [name for name in terms.NAMES if not terms.KINDS[name].gate])
def test_spread_is_the_standard_deviation_of_the_pay(kind: str, standing: Felt) -> None:
    """Of a slide at most that: it is nowhere as uncertain as a bonus that comes all or not at all."""
    term = row(kind)
    sd = mean_pay(term, *standing, np.random.default_rng(5), 40_000)[1]
    found = terms.spread(term, *standing)
    assert found >= 0.97 * sd - 0.1
    if kind != "slide":
        assert found == pytest.approx(sd, rel=0.03, abs=0.1 + 1e-3 * at_stake(term))


@pytest.mark.interpreted
@pytest.mark.parametrize("sign", [1.0, -1.0])
@pytest.mark.parametrize("kind", [name for name in terms.NAMES if terms.KINDS[name].keys.keys() & {"threshold"}])
def test_steps_climb_as_the_pay_does(kind: str, sign: float) -> None:
    """The expected pay is that of the steps, each taken with the chance to reach it. A gate pays nothing: it has none."""
    term = row(kind, sign=sign, cap=8.0 + sign)
    if terms.KINDS[kind].gate:
        assert terms.steps(term) == 0
        return
    count = terms.steps(term)
    assert sum(terms.step_pay(term, k) for k in range(count)) == pytest.approx(term.amount)
    for mean in (7.0, 8.0, 8.3, 9.5):
        chances = [stats.norm.cdf(sign * (mean - terms.step_at(term, k)) / 0.6) for k in range(count)]
        climbed = sum(terms.step_pay(term, k) * chance for k, chance in enumerate(chances))
        assert climbed == pytest.approx(terms.expected(term, mean, 0.6, 0.0, 0), abs=2e-5 * term.amount)


@pytest.mark.interpreted
@pytest.mark.parametrize("mean", [-1.0, 7.9, 8.0, 8.5, 9.0, 12.0])
@pytest.mark.parametrize("kind", terms.NAMES)
def test_under_certainty_expected_pay_is_the_pay(kind: str, mean: float) -> None:
    term = row(kind)
    for others, ahead in ((mean - 1, 0.0), (mean, 2.0), (mean + 1, 4.0)):
        assert terms.expected(term, mean, 0.0, others, 4) == pytest.approx(terms.pay(term, mean, ahead, 4))
        if kind != "rate":  # what a gate pays is its factor
            assert terms.spread(term, mean, 0.0, others, 4) in (0.0, pytest.approx(0.5 * at_stake(term)))


@pytest.mark.interpreted
@pytest.mark.parametrize("kind", terms.NAMES)
def test_a_better_level_never_lowers_pay(kind: str) -> None:
    @given(rows(st.just(kind)), felt(), st.floats(0.0, 5.0))
    def check(term: TermRow, standing: Felt, better: float) -> None:
        mean, sd, others, rivals = standing
        slack = 1e-9 * at_stake(term) * max(abs(mean) + better, 1.0)
        assert terms.expected(term, mean + term.sign * better, sd, others, rivals) >= (
            terms.expected(term, *standing) - slack
        )
        if kind != "rate":  # which has no end
            assert -slack <= terms.expected(term, *standing) <= at_stake(term) + slack

    check()


@loop
def every_rule(
    term: TermRow, value: float, ahead: float, mean: float, sd: float, others: float, rivals: int
) -> tuple[float, float, float, float]:
    """The rules of a kind, as compiled code calls them."""
    return (
        terms.pay(term, value, ahead, rivals),
        terms.expected(term, mean, sd, others, rivals),
        terms.spread(term, mean, sd, others, rivals),
        terms.step_at(term, 0) + terms.step_pay(term, 0) if terms.steps(term) > 0 else 0.0,
    )


@given(rows(st.sampled_from(terms.NAMES)), felt(1e-12), st.floats(0.0, 1.0))
@example(row("slide"), (8.0, 0.0, 8.0, 3), 0.5)
@example(row("target"), (1e6, 1e-8, 8.0, 3), 0.5)
@example(row("tournament", winners=0.3), (8.1, 0.5, 8.0, 100_000), 0.25)
def test_compiled_and_interpreted_agree_to_the_bit(term: TermRow, standing: Felt, part_ahead: float) -> None:
    mean, _, _, rivals = standing
    ahead = math.floor(2 * part_ahead * rivals) / 2
    assert every_rule(term, mean, ahead, *standing) == (
        terms.pay(term, mean, ahead, rivals),
        terms.expected(term, *standing),
        terms.spread(term, *standing),
        terms.step_at(term, 0) + terms.step_pay(term, 0) if terms.steps(term) > 0 else 0.0,
    )


@pytest.mark.interpreted
def test_ties_at_the_border_share_a_prize() -> None:
    prize = row("tournament", winners=2.0)
    assert [terms.pay(prize, 8.0, ahead, 9) for ahead in (0.0, 1.0, 1.5, 2.0, 5.0)] == [100.0, 100.0, 50.0, 0.0, 0.0]
    assert terms.pay(row("tournament", winners=0.01), 8.0, 0.0, 9) == 100.0  # a share of the field is at least one
    assert terms.pay(row("tournament"), 8.0, 0.0, 0) == 100.0  # a field of one


@pytest.mark.interpreted
def test_threshold_bonus_is_worth_most_in_reach() -> None:
    """EVIDENCE.md T8: its slope is (B/s)·φ((T - e)/s), here B = 100, T = 8, s = 0.5."""
    bonus, step = row("target"), 1e-5
    for level in (5.0, 7.5, 8.0, 8.7, 11.0):
        more, less = (terms.expected(bonus, level + by, 0.5, 0.0, 0) for by in (step, -step))
        density = math.exp(-0.5 * ((8.0 - level) / 0.5) ** 2) / math.sqrt(2 * math.pi)
        assert (more - less) / (2 * step) == pytest.approx(100.0 / 0.5 * density, rel=1e-5, abs=1e-6)
