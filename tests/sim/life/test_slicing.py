"""How finely the same work is sliced into problems is no reason to work harder: effort follows from money per hour."""

import numpy as np
import pytest
from builders import CATALOGUE, company

from sim.company.scenario import Scenario
from sim.policies import load_policy
from sim.simulation import Simulation

HOURS = ("hours_least", "hours_mean", "pass_hours", "ask_hours", "meeting_hours", "interruption_hours")
BEGIN, END = 8, 34  # weeks


def sliced(finer: float) -> Scenario:
    """The same work in so many times as many problems."""
    plain = company(2, 3, 6)
    usual = plain.parameters()
    values = {name: usual[name] / finer for name in HOURS}
    return plain.with_parameters(problems_per_customer=usual["problems_per_customer"] * finer, **values)


SALES_ONLY = [name for name in CATALOGUE if not load_policy(name).terms(3000.0, 6000.0).surveyed.any()]


@pytest.mark.parametrize("policy", CATALOGUE)
def test_where_the_company_stands_alike_people_work_as_hard_however_the_work_is_sliced(policy):
    usual, *others = (Simulation(sliced(finer), policy, weeks=1).world.employees for finer in (1.0, 0.5, 2.0))
    for people in others:
        np.testing.assert_allclose(people.effort, usual.effort, rtol=0.03)
        np.testing.assert_allclose(people.desk_effort, usual.desk_effort, rtol=0.03)


def effort(scenario: Scenario, policy: str) -> float:
    """Mean over two quarters, when expectations have settled, and over three futures."""
    total = 0.0
    for replicate in range(3):
        run = Simulation(scenario, policy, replicate=replicate, weeks=END)
        run.live_weeks(END)
        total += run.weeks.effort[BEGIN:].mean() / 3
    return total


@pytest.mark.parametrize("policy", CATALOGUE)
def test_the_same_work_in_twice_as_many_problems_changes_effort_by_less_than_three_per_cent(policy):
    bound = 0.03 if policy != "ranking-tournament" else 0.04  # its prizes hang on places, which are close
    assert effort(sliced(2.0), policy) == pytest.approx(effort(sliced(1.0), policy), rel=bound)


@pytest.mark.parametrize("policy", SALES_ONLY)
def test_nor_does_it_in_half_as_many_where_no_pay_hangs_on_what_customers_say(policy):
    """Large problems take days longer: customers say less of them, and pay that hangs on that is another pay."""
    assert effort(sliced(0.5), policy) == pytest.approx(effort(sliced(1.0), policy), rel=0.03)


def test_the_plan_for_sales_does_not_know_how_much_there_is_to_handle():
    plans = [
        Simulation(company(problems_per_customer=problems), "sales-commission", weeks=1).world.company[0].plan_sales
        for problems in (0.0, 0.1, 0.5)
    ]
    assert plans[0] == plans[1] == plans[2]


def test_without_a_single_problem_a_commission_still_makes_people_work_harder_at_selling():
    def at_selling(policy: str) -> float:
        run = Simulation(company(customers_per_employee=0.0), policy, weeks=4)
        run.live_weeks(4)
        return float(run.world.employees.effort.mean())

    assert at_selling("sales-commission") > 1.05 * at_selling("fair-salary")
