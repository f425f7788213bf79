"""A contract begins at what was agreed: policies that are compared cost the same to begin with."""

import numpy as np
import pytest
from builders import CATALOGUE, tree, unit

from sim.pay.prices import promised
from sim.pay.standings import see_standings
from sim.policies import Policy, load_policy
from sim.policies.vocabulary import Role
from sim.simulation import Simulation


def agreed_and_promised(policy: Policy | str, role: Role, **values: float) -> tuple[float, float, float]:
    """What a contract is agreed at, what it promises behind the salary, and the salary: shares of standard salary."""
    run = Simulation(tree(unit("A", 2, 6), unit("B", 8), **values), policy)
    w, p = run.world, run.world.parameters[0]
    promises = []
    for d in range(len(w.divisions)):
        people = [w.divisions[d]] if role == Role.MANAGER else w.employees[w.employees.division == d]
        for me in people:
            heads = float(w.divisions[d].heads) if role == Role.MANAGER else 1.0
            see_standings(w, role, d, me.books, heads, True)
            promises.append(promised(w, role, True))
    standard = p.manager_salary if role == Role.MANAGER else p.employee_salary
    return float(w.company[0].agreed[role]), float(np.mean(promises)) / standard, float(w.company[0].salary[role])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("policy", CATALOGUE)
def test_every_shipped_policy_costs_what_was_agreed_at_the_start(policy, role):
    agreed, variable, salary = agreed_and_promised(policy, role)
    assert agreed > 0.0
    assert salary > 0.0
    assert variable + salary == pytest.approx(agreed, rel=1e-12)


def test_shipped_policies_are_agreed_at_the_same_pay():
    for role in Role:
        assert len({load_policy(policy).contracts[role].pay for policy in CATALOGUE}) == 1


def test_a_contract_that_promises_more_than_was_agreed_has_no_salary_at_all():
    policy = load_policy("sales-commission")
    rich = policy.model_copy(update={"manager": policy.manager.model_copy(update={"pay": 0.2})})
    agreed, variable, salary = agreed_and_promised(rich, Role.MANAGER)
    assert (agreed, salary) == (0.2, 0.0)
    assert variable > 0.2


def test_a_salary_that_the_file_gives_stays():
    policy = load_policy("sales-commission")
    fixed = policy.model_copy(update={"manager": policy.manager.model_copy(update={"pay": None, "salary": 0.7})})
    assert agreed_and_promised(fixed, Role.MANAGER)[::2] == (0.0, 0.7)
