"""What a contract is expected to pay, what each level is worth in it, and what it pays."""

import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sim.compiled import INTERPRETED, loop
from sim.policies import Policy, catalogue, metrics
from sim.policies.contract import appraise, expected_pay, settle
from sim.policies.reading import parse_policy
from sim.policies.vocabulary import Period, Role
from sim.tables import STANDING, Rows, rows

ROOT = Path(__file__).parents[3]
Floats = NDArray[np.float64]
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
    """Felt levels of a contract's terms, and what its appraisal gives."""

    def __init__(self, policy: Policy, role: Role, shift: float = 0.0, sd: float = 0.3) -> None:
        self.terms = policy.terms(3000.0, 5000.0)
        self.first, self.last = policy.spans[role]
        self.count = self.last - self.first
        self.metrics = [metrics.NAMES[code] for code in self.terms["metric"][self.first : self.last]]
        self.level = np.array([max(PLAUSIBLE.get(metric, 1.0) + shift, 0.0) for metric in self.metrics])
        self.sd = np.full(self.count, sd)
        self.others = self.level + 0.1
        self.rivals = np.full(self.count, 5 if role == Role.MANAGER else 71)

    def appraise(self, level: Floats | None = None, others: Floats | None = None) -> tuple[float, Floats, Floats]:
        standings = self.standings(level, others)
        appraise(self.terms, self.first, self.last, standings)
        behind, open_chance = expected_pay(self.terms, self.first, self.last, standings)
        return behind * open_chance, standings.slope, standings.rival_slope

    def standings(self, level: Floats | None = None, others: Floats | None = None) -> Rows:
        found = rows(STANDING, self.count)
        found.level, found.others = (
            (self.level if level is None else level),
            (self.others if others is None else others),
        )
        found.sd, found.rivals = self.sd, self.rivals
        return found


def standings() -> list[tuple[str, Role]]:
    return [(name, role) for name in catalogue() for role in Role]


@pytest.mark.interpreted
@pytest.mark.parametrize(("name", "role"), standings())
def test_prices_are_the_derivatives_of_the_expected_pay(name: str, role: Role) -> None:
    @given(st.floats(-1.5, 1.5), st.floats(0.05, 3.0))
    def check(shift: float, sd: float) -> None:
        here = Standing(catalogue()[name], role, shift, sd)
        _, slopes, rival_slopes = here.appraise()
        step = 1e-4 * sd
        scale = 1.0 + float(here.terms.amount.sum())
        for i in range(here.count):
            one = step * (np.arange(here.count) == i)
            own = (here.appraise(here.level + one)[0] - here.appraise(here.level - one)[0]) / (2 * step)
            theirs = (here.appraise(None, here.others + one)[0] - here.appraise(None, here.others - one)[0]) / (
                2 * step
            )
            assert slopes[i] == pytest.approx(own, rel=1e-5, abs=1e-6 * scale / sd)
            assert rival_slopes[i] == pytest.approx(theirs, rel=1e-5, abs=1e-6 * scale / sd)
            assert slopes[i] * metrics.METRICS[here.metrics[i]].sign >= 0.0

    check()


@pytest.mark.interpreted
@pytest.mark.parametrize("level", [2.0, 7.7, 8.0, 8.4, 9.9])
def test_knock_out_has_its_closed_form(level: float) -> None:
    """EVIDENCE.md T8, pay β·x·1[q ≥ T]: prices β·Pr(q ≥ T) and β·E[x]·φ(z)/s, which both vanish with the chance."""
    policy = manager(
        quarterly("rate", "sales", "division", share=0.2),
        quarterly("gate", "satisfaction", "division", threshold=8.0),
    )
    here = Standing(policy, Role.MANAGER)
    here.level[:] = [1.1, level]
    beta, z = 0.2 * 3 * 5000.0, (level - 8.0) / 0.3
    chance = 0.5 * math.erfc(-z / math.sqrt(2))
    density = math.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)
    total, slopes, rival_slopes = here.appraise()
    assert total == pytest.approx(beta * 1.1 * chance)
    assert list(slopes) == pytest.approx([beta * chance, beta * 1.1 * density / 0.3])
    assert list(rival_slopes) == [0.0, 0.0]


@pytest.mark.interpreted
def test_two_hopeless_gates_do_not_lose_the_price() -> None:
    """With chances far below the smallest number that survives a division, the prices are still exact."""
    policy = manager(
        quarterly("rate", "sales", "division", share=0.2),
        quarterly("gate", "satisfaction", "division", threshold=8.0),
        quarterly("gate", "satisfaction", "unit", threshold=8.0),
    )
    here = Standing(policy, Role.MANAGER)
    here.level[:] = [1.0, 8.0 - 0.3 * 40, 9.0]  # 40 standard deviations away: the chance is exactly 0
    total, slopes, _ = here.appraise()
    assert total == 0.0
    assert np.isfinite(slopes).all()
    here.level[:] = [1.0, 8.0 - 0.3 * 30, 8.0 - 0.3 * 5]
    assert here.appraise()[1][1] > 0.0


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
def compiled_appraise(terms, first, last, standings) -> None:  # type: ignore[no-untyped-def]
    appraise(terms, first, last, standings)


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
    compiled_appraise(*where, one)
    appraise(*where, other)
    assert same(one, other)
    one.ahead = other.ahead = np.linspace(0.0, 5.0, here.count)
    for period in Period:
        settled = compiled_settle(*where, int(period), one, 0.7)
        assert settled == settle(*where, int(period), other, 0.7)
        assert settled == other.paid.sum()
        assert same(one, other)


CALLER = """
from sim.compiled import loop
from sim.policies import load_policy
from sim.policies.contract import appraise
from sim.tables import STANDING, rows

@loop
def price(terms, standings):
    appraise(terms, 1, 2, standings)

standings = rows(STANDING, 1)
standings.level, standings.sd, standings.others, standings.rivals = 1.0, 1.0, 1.0, 4
price(load_policy("ranking-tournament").terms(3000.0, 5000.0), standings)
print(sum(price.stats.cache_hits.values()), standings.slope[0])
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
