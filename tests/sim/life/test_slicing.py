"""How finely the same work is sliced into problems is no reason to work harder: effort follows from money per hour."""

import pytest
from builders import CATALOGUE, company

from sim.company.scenario import Scenario
from sim.simulation import Simulation

HOURS = ("hours_least", "hours_mean", "pass_hours", "ask_hours", "meeting_hours", "interruption_hours")
BEGIN, END = 8, 34  # two quarters, when expectations have settled


def sliced(finer: float) -> Scenario:
    """The same work in so many times as many problems."""
    plain = company(2, 3, 6)
    usual = plain.parameters()
    values = {name: usual[name] / finer for name in HOURS}
    return plain.with_parameters(problems_per_customer=usual["problems_per_customer"] * finer, **values)


def effort(scenario: Scenario, policy: str) -> float:
    total = 0.0
    for replicate in range(3):
        run = Simulation(scenario, policy, replicate=replicate, weeks=END)
        run.live_weeks(END)
        total += run.weeks.effort[BEGIN:].mean() / 3
    return total


@pytest.mark.parametrize("policy", CATALOGUE)
def test_the_same_work_in_half_or_in_double_the_problems_changes_effort_by_less_than_three_per_cent(policy):
    usual = effort(sliced(1.0), policy)
    for finer in (0.5, 2.0):
        assert effort(sliced(finer), policy) == pytest.approx(usual, rel=0.03)


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
