"""What a contract is expected to pay, and what it pays."""

import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from builders import invented
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.compiled import INTERPRETED, loop
from sim.policies import Policy, catalogue, metrics
from sim.policies.contract import above_zero, expected_pay, keep_pay, settle
from sim.policies.reading import parse_policy
from sim.policies.vocabulary import Above, Period, Role
from sim.tables import STANDING, Rows, rows

ROOT = Path(__file__).parents[3]
PLAUSIBLE = {"satisfaction": 8.1, "nps": 30.0, "days": 5.0}  # other levels: 1


def manager(*terms: str) -> Policy:
    """A policy whose manager has these terms, each written as the inside of a TOML table."""
    tables = "".join(f"[[manager.terms]]\n{term}\n" for term in terms)
    return parse_policy(
        'id="x"\norigin="x"\nname.en="x"\nname.nl="x"\nmeaning.en="x"\nmeaning.nl="x"\n'
        f"[employee]\nsalary=1\n[manager]\nsalary=1\n{tables}",
        "test",
    )


def quarterly(kind: str, metric: str, scope: str, **numbers: float) -> str:
    keys = "".join(f"\n{key} = {value}" for key, value in numbers.items())
    return f'kind = "{kind}"\nmetric = "{metric}"\nscope = "{scope}"\nperiod = "quarter"{keys}'


class Standing:
    """Felt levels of a contract's terms: plausible ones; those that count from a start lie at their thresholds."""

    def __init__(self, policy: Policy, role: Role, shift: float = 0.0, sd: float = 0.3) -> None:
        self.terms = policy.terms(3000.0, 5000.0)
        self.first, self.last = policy.spans[role]
        self.count = self.last - self.first
        mine = self.terms[self.first : self.last]
        self.metrics = [metrics.NAMES[code] for code in mine.metric]
        plausible = np.array([PLAUSIBLE.get(metric, 1.0) for metric in self.metrics])
        self.level = np.where(mine.above == Above.NOWHERE, plausible, mine.threshold) + shift
        self.sd = sd * (1.0 - 0.1 * mine.scope)  # wider scopes are surer
        self.others = self.level + 0.1
        self.rivals = np.full(self.count, 5 if role == Role.MANAGER else 71)

    def expected(self) -> float:
        """What is expected, in euro."""
        return keep_pay(self.terms, self.first, self.last, self.standings(), False)

    def standings(self) -> Rows:
        found = rows(STANDING, self.count)
        found.level, found.others, found.sd, found.rivals = self.level, self.others, self.sd, self.rivals
        found.later, found.later_others, found.later_sd = self.level + 0.1, self.others, 2.0 * self.sd
        return found


def standings() -> list[tuple[str, Role]]:
    return [(name, role) for name in catalogue() for role in Role]


@pytest.mark.interpreted
@pytest.mark.parametrize("level", [2.0, 7.7, 8.0, 8.4, 9.9])
def test_knock_out_has_its_closed_form(level: float) -> None:
    """EVIDENCE.md T8, pay β·x·1[q ≥ T]: expected β·E[x]·Pr(q ≥ T), which vanishes with the chance."""
    policy = manager(
        quarterly("rate", "sales", "division", share=0.2),
        quarterly("gate", "satisfaction", "division", threshold=8.0),
    )
    here = Standing(policy, Role.MANAGER)
    here.level[:], here.sd[:] = [1.1, level], 0.3
    beta, chance = 0.2 * 3 * 5000.0, 0.5 * math.erfc(-(level - 8.0) / 0.3 / math.sqrt(2))
    assert here.expected() == pytest.approx(beta * 1.1 * chance)


@pytest.mark.interpreted
@pytest.mark.parametrize("z", [-2.0, -0.5, 0.0, 1.0, 3.0])
def test_a_rate_behind_a_gate_on_its_own_metric_pays_the_level_if_the_gate_opens(z: float) -> None:
    """E[x · 1(y ≥ T)] of two normals = m · Φ(z) + Cov / sd · φ(z); here x is a division's level and y the unit's."""
    policy = manager(
        quarterly("rate", "sales", "division", share=0.2), quarterly("gate", "sales", "unit", threshold=1.0)
    )
    here = Standing(policy, Role.MANAGER)
    here.level[:], here.sd[:] = [1.1, 1.0 + 0.2 * z], [0.3, 0.2]
    truth = 1.1 * stats.norm.cdf(z) + 0.2 * 0.2 / 0.2 * stats.norm.pdf(z)
    assert here.expected() == pytest.approx(0.2 * 3 * 5000.0 * truth)


@pytest.mark.interpreted
@pytest.mark.parametrize("mark", [7.6, 8.0, 8.2, 8.4])
def test_a_gate_and_a_target_at_one_mark_open_together_or_not_at_all(mark: float) -> None:
    """On one level the harder mark decides; the product of the two chances would be Φ² at z = 0."""
    target = quarterly("target", "satisfaction", "division", share=0.2, threshold=8.0)
    for sd in (0.05, 0.3):
        policy = manager(target, quarterly("gate", "satisfaction", "division", threshold=mark))
        here = Standing(policy, Role.MANAGER)
        here.level[:], here.sd[:] = 8.1, sd
        assert here.expected() == pytest.approx(3000.0 * stats.norm.cdf((8.1 - max(mark, 8.0)) / sd))


@pytest.mark.interpreted
def test_two_hopeless_gates_pay_nothing_and_break_nothing() -> None:
    policy = manager(
        quarterly("rate", "sales", "division", share=0.2),
        quarterly("gate", "satisfaction", "division", threshold=8.0),
        quarterly("gate", "satisfaction", "unit", threshold=8.0),
    )
    here = Standing(policy, Role.MANAGER)
    for own, unit in ((40.0, -3.0), (30.0, 5.0), (5.0, 30.0)):  # standard deviations too low
        here.level[:] = [1.0, 8.0 - own * 0.27, 8.0 - unit * 0.24]
        assert here.expected() == 0.0


@pytest.mark.interpreted
@pytest.mark.parametrize("share", [-0.5, 0.0, 0.7])
@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(("name", "role"), standings())
def test_what_is_kept_gives_what_is_reckoned_anew(name: str, role: Role, later: bool, share: float) -> None:
    """`expected_pay` looks again only at the metric that is moved; looking at all of them must give the same."""
    here = Standing(catalogue()[name], role)
    for moved in set(here.metrics):
        quick, whole = here.standings(), here.standings()
        touched = [metric == moved for metric in here.metrics]
        keep_pay(here.terms, here.first, here.last, quick, False)
        keep_pay(here.terms, here.first, here.last, quick, True)
        for each in (quick, whole):
            each.move = each.later_move = np.where(touched, 0.4, 0.0)
        quick.touched, whole.touched = touched, 1
        found = expected_pay(here.terms, here.first, here.last, quick, later, share)
        assert found == pytest.approx(
            expected_pay(here.terms, here.first, here.last, whole, later, share), rel=1e-12, abs=1e-9
        )


# -------------------------------------------------------------------------------------------------- limited liability


@pytest.mark.interpreted
@pytest.mark.parametrize("mean", [-2.0, -0.4, 0.0, 0.3, 1.0, 6.0])
@pytest.mark.parametrize("sd", [0.0, 0.2, 1.0])
def test_pay_that_is_never_below_zero_is_the_mean_of_a_normal_cut_there(mean: float, sd: float) -> None:
    draws = mean + sd * stats.norm.ppf((np.arange(200_000) + 0.5) / 200_000)
    assert above_zero(mean, sd) == pytest.approx(np.maximum(draws, 0.0).mean(), abs=1e-4)


@pytest.mark.interpreted
@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize("days", [0.5, 3.0, 5.0, 7.0])
def test_a_fine_and_a_commission_are_expected_as_they_are_settled(days: float, gated: bool) -> None:
    terms = [quarterly("rate", "sales", "division", share=0.2), quarterly("rate", "days", "division", share=-0.04)]
    if gated:
        terms.append(quarterly("gate", "satisfaction", "unit", threshold=8.0))
    here = Standing(manager(*terms), Role.MANAGER)
    draw, count = np.random.default_rng(3), 4_000 if INTERPRETED else 40_000  # with the compiler off each takes 0.2 ms
    here.level[:], here.sd[:] = [1.0, days, 8.1][: here.count], [0.3, 1.0, 0.2][: here.count]
    levels = here.level + here.sd * draw.standard_normal((count, here.count))
    table, paid = here.standings(), np.zeros(count)
    settle_all(here.terms, here.first, here.last, table, levels, paid)
    assert paid.min() == 0.0
    assert here.expected() == pytest.approx(paid.mean(), abs=4.0 * paid.std() / math.sqrt(count))


@given(invented(), st.sampled_from(Role), st.integers(0, 9999))
def test_nobody_pays_to_work(policy: Policy, role: Role, seed: int) -> None:
    terms, (first, last) = policy.terms(3000.0, 5000.0), policy.spans[role]
    draw, table = np.random.default_rng(seed), rows(STANDING, last - first)
    table.level, table.rivals = draw.normal(0.0, 10.0, last - first), 5
    for period in Period:
        total = settle(terms, first, last, period, table, 0.7)
        assert total >= 0.0
        assert total == pytest.approx(table.paid.sum(), rel=1e-9, abs=1e-6)


@pytest.mark.interpreted
def test_shut_gate_takes_all_variable_pay_of_its_period() -> None:
    terms = (
        quarterly("rate", "sales", "division", share=0.2),
        quarterly("target", "satisfaction", "unit", share=0.1, threshold=8.0),
        quarterly("gate", "satisfaction", "division", threshold=8.0),
    )
    policy = manager(*terms)
    table = policy.terms(3000.0, 5000.0)
    first, last = policy.spans[Role.MANAGER]
    standings = rows(STANDING, 3)

    def settled(period: Period, own: float, fraction: float = 1.0) -> tuple[float, list[float]]:
        standings.level = [1.1, 8.0, own]
        return settle(table, first, last, period, standings, fraction), standings.paid.tolist()

    total, parts = settled(Period.QUARTER, 8.0)
    assert total == pytest.approx(4800.0)
    assert parts == pytest.approx([3300.0, 1500.0, 0.0])
    assert settled(Period.QUARTER, 7.99) == (0.0, [0.0, 0.0, 0.0])
    assert settled(Period.QUARTER, 8.0, 0.5)[0] == pytest.approx(2400.0)
    assert settled(Period.MONTH, 8.0) == (0.0, [0.0, 0.0, 0.0])


@loop
def compiled_expected(terms, first, last, standings, later) -> float:  # type: ignore[no-untyped-def]
    return keep_pay(terms, first, last, standings, later)


@loop
def settle_all(terms, first, last, standings, levels, paid) -> None:  # type: ignore[no-untyped-def]
    for n in range(len(paid)):
        for i in range(last - first):
            standings[i].level = levels[n, i]
        paid[n] = settle(terms, first, last, 1, standings, 1.0)


@loop
def compiled_settle(terms, first, last, period, standings, fraction) -> float:  # type: ignore[no-untyped-def]
    return settle(terms, first, last, period, standings, fraction)


def same(one: Rows, other: Rows) -> bool:
    return all(np.array_equal(one[name], other[name]) for name in one.dtype.names)


@pytest.mark.parametrize(("name", "role"), standings())
@pytest.mark.parametrize("sd", [0.0, 0.3])
def test_compiled_and_interpreted_agree_to_the_bit(name: str, role: Role, sd: float) -> None:
    here = Standing(catalogue()[name], role, 0.05, sd)
    where = (here.terms, here.first, here.last)
    one, other = here.standings(), here.standings()
    for later in (False, True):
        assert compiled_expected(*where, one, later) == keep_pay(*where, other, later)
    assert same(one, other)
    one.ahead = other.ahead = np.linspace(0.0, 5.0, here.count)
    for period in Period:
        settled = compiled_settle(*where, int(period), one, 0.7)
        assert settled == settle(*where, int(period), other, 0.7)
        assert settled == pytest.approx(other.paid.sum(), rel=1e-12)
        assert same(one, other)


CALLER = """
from sim.compiled import loop
from sim.policies import load_policy
from sim.policies.contract import keep_pay
from sim.tables import STANDING, rows

@loop
def price(terms, standings):
    return keep_pay(terms, 1, 2, standings, False)

standings = rows(STANDING, 1)
standings.level, standings.sd, standings.others, standings.rivals = 1.0, 1.0, 1.0, 4
expected = price(load_policy("ranking-tournament").terms(3000.0, 5000.0), standings)
print(sum(price.stats.cache_hits.values()), expected)
"""


@pytest.mark.skipif(INTERPRETED, reason="nothing is compiled, so nothing is kept")
def test_second_session_finds_the_compiled_choice_of_kinds(tmp_path: Path) -> None:
    (tmp_path / "caller.py").write_text(CALLER)
    settings = {"SILOSCOPE_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    said = [
        subprocess.run(
            [sys.executable, str(tmp_path / "caller.py")],
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert [hits for hits, _ in said] == ["0", "1"]
    assert said[0][1] == said[1][1]
    prize = catalogue()["ranking-tournament"].terms(3000.0, 5000.0)[1].amount
    assert 0.1 * prize < float(said[0][1]) < 0.5 * prize
