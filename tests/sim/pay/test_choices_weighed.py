"""What people weigh a choice by does not hang on how many problems there are, nor on how finely work is sliced."""

import numpy as np
import pytest
from builders import CATALOGUE, company

from sim.pay.outcomes import choices_weighed, hours_a_choice, hours_a_month
from sim.simulation import Simulation

PROBLEMS = company(2, 3, 4).problems.problems_per_customer


@pytest.mark.parametrize("load", [0.5, 1.5, 2.0, 3.0])
def test_an_hour_of_selling_is_felt_alike_at_any_load(load):
    usual, other = (
        Simulation(company(2, 3, 4, problems_per_customer=PROBLEMS * by), "sales-commission").world.employees
        for by in (1.0, load)
    )
    np.testing.assert_allclose(other.felt.hour, usual.felt.hour, rtol=1e-9)
    np.testing.assert_allclose(other.effort, usual.effort, rtol=1e-9)


@pytest.mark.parametrize("policy", CATALOGUE)
@pytest.mark.parametrize("finer", [0.5, 2.0, 4.0])
def test_the_hours_of_a_way_of_working_are_the_same_however_work_is_sliced(policy, finer):
    whole = Simulation(company(2, 3, 4), policy).world
    p = whole.parameters[0]
    sliced = Simulation(
        company(2, 3, 4, problems_per_customer=PROBLEMS * finer, hours_least=p.hours_least / finer,
                hours_mean=p.hours_mean / finer),
        policy,
    ).world  # fmt: skip
    one, other = whole.company[0], sliced.company[0]
    assert choices_weighed(other) * other.plan_hours == pytest.approx(choices_weighed(one) * one.plan_hours)
    assert hours_a_choice(other) * choices_weighed(other) == pytest.approx(hours_a_month())
    if policy in ("sales-commission", "fair-salary"):  # elsewhere more answers leave managers surer, and so they press
        felt, before = sliced.employees.felt.hour * other.plan_hours, whole.employees.felt.hour * one.plan_hours
        np.testing.assert_allclose(felt, before, rtol=1e-9, atol=1e-12)
