"""The rule that a student reads is the rule that the fast engine runs: compiled and interpreted give the same bits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from builders import bits, company, nothing_is_lost, tree, unit

from sim.agents.deciding import comes
from sim.agents.examples import employee, invitation, usual
from sim.company.scenario import Scenario
from sim.compiled import INTERPRETED
from sim.model import CompanyModel, Employee
from sim.simulation import Simulation
from sim.tables import EMPLOYEE, WAYS, Choice

ROOT = Path(__file__).parents[2]
FIERCE = {"sabotage": 1.0, "status": 3.0, "reciprocity": 5.0, "disputes": 1.0}


def scenarios() -> dict[str, tuple[Scenario, str, str, int]]:
    """Small lives that between them run every rule: scenario, first and second policy, hours under each."""
    two_units = (unit("A", 2, 1), unit("B", 1, 2))
    return {
        "commission": (company(1, 2, 2), "sales-commission", "desk-clearing", 200),
        "tournament and sabotage": (tree(*two_units, **FIERCE), "ranking-tournament", "own-satisfaction-gate", 540),
        "nomination": (company(1, 2, 2, trust_start=0.9), "peer-nomination", "fair-salary", 165),
        "gate and target": (tree(*two_units), "gate-and-shared-target", "division-targets", 90),
        "credit to the last": (company(1, 3, 1), "profit-focus", "last-to-touch", 85),
        "credit to all": (company(1, 3, 1), "customer-scorecard", "customer-mentions", 85),
        "nothing to sell": (company(1, 3, 2, selling=0.0, joint_effort=1.0), "company-profit-share", "fair-salary", 45),
        "overload": (company(1, 2, 1, problems_per_customer=2.0), "shared-unit-target", "fair-salary", 90),
        "best response": (company(1, 2, 2, rule=1.0), "sales-commission", "gate-and-shared-target", 45),
        "reinforcement": (company(1, 2, 2, rule=2.0), "sales-commission", "gate-and-shared-target", 45),
        "imitation": (company(1, 2, 2, rule=3.0), "sales-commission", "gate-and-shared-target", 85),
        "alone": (company(1, 1, 1, managed=False), "own-satisfaction-target", "sales-commission", 45),
    }  # fmt: skip


def last_to_touch():
    """Nobody ships a policy in which the last to touch a problem gets the credit."""
    from sim.policies import load_policy
    from sim.policies.vocabulary import Attribution

    return load_policy("customer-scorecard").model_copy(update={"attribution": Attribution.LAST})


def live_through(name: str) -> str:
    scenario, first, second, hours = scenarios()[name]
    run = Simulation(scenario, first, seed=11, events=True)
    run.live(hours)
    run.adopt(last_to_touch() if second == "last-to-touch" else second)
    run.live(45)
    nothing_is_lost(run)
    return bits(run)


@pytest.fixture(scope="module")
def interpreted() -> dict[str, str]:
    """The bits of all small lives with the compiler off."""
    program = "import json, test_compiled as t; print(json.dumps({n: t.live_through(n) for n in t.scenarios()}))"
    paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": paths},
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr[-2000:]
    return json.loads(found.stdout)


@pytest.mark.parametrize("name", scenarios())
@pytest.mark.skipif(INTERPRETED, reason="compares with compiled runs")
def test_compiled_and_interpreted_runs_give_the_same_bits(name, interpreted):
    assert live_through(name) == interpreted[name]


@pytest.mark.interpreted
def test_a_small_company_lives_with_or_without_the_compiler():
    run = Simulation(company(1, 2, 2), "gate-and-shared-target", events=True)
    run.live(45)
    run.adopt("ranking-tournament")
    run.live(5)
    nothing_is_lost(run)
    assert run.hour == 50
    assert len(run.weeks) == 1


@pytest.mark.interpreted
def test_an_agent_that_decides_in_python_by_the_rule_gives_the_same_bits():
    class Thinker(Employee):
        def decide(self, see):
            return super().decide(see)

    plain = CompanyModel(company(1, 3, 2), events=True, collect=False)
    thinking = CompanyModel(company(1, 3, 2), events=True, collect=False, employee_class=Thinker)
    for model in (plain, thinking):
        for _ in range(6):
            model.step()
    without = ("employees.decides_in_python",)
    assert bits(plain.simulation, without) == bits(thinking.simulation, without)


@pytest.mark.interpreted
@pytest.mark.parametrize("gain", [-1e4, -8.0, 0.0, 8.0, 1e4])
def test_a_rule_bears_the_extremes_in_plain_python_too(gain):
    see = invitation(theirs=gain, score_in_turn=7.0, score_table=8.0)
    assert comes(employee(), see, usual(temperature=0.01, toil=0.0), 0.5) == (gain > 0.0)


@pytest.mark.interpreted
def test_every_choice_has_a_number_of_its_own():
    assert [int(choice) for choice in Choice] == [0, 1, 2, 3, 4]
    assert np.zeros(1, EMPLOYEE)["habits"].shape == (1, WAYS)
    assert Choice(Choice.OWN_PART + WAYS - 1) == Choice.TABLE  # a habit is found by how far its way is from the first
