"""What reaches the floor of a manager's concern for status, and of what is on the agenda."""

import numpy as np
import pytest
from builders import CATALOGUE, bits, company

from sim.simulation import Simulation

COLLEAGUES = ("unit_point", "out_point", "unit_day", "out_day")


@pytest.mark.parametrize("policy", CATALOGUE)
def test_at_any_strength_status_makes_no_colleague_s_success_unwelcome_without_sabotage(policy):
    run = Simulation(company(2, 3, 4, status=10.0, sabotage=0.0), policy, weeks=27)
    for _ in range(27):
        run.live_weeks(1)
        for people in (run.world.managers, run.world.employees):
            for name in COLLEAGUES:
                assert (people.felt[name] >= 0.0).all(), name


@pytest.mark.parametrize("policy", CATALOGUE)
def test_status_is_nothing_where_nobody_can_be_ahead(policy):
    humble, ambitious = (Simulation(company(1, 1, 6, status=status), policy, weeks=14) for status in (0.0, 5.0))
    for run in (humble, ambitious):
        run.live_weeks(14)
    assert bits(humble, ("managers.status_weight", "parameters")) == bits(
        ambitious, ("managers.status_weight", "parameters")
    )


@pytest.mark.parametrize(("policy", "name"), [("sales-commission", "hour"), ("gate-and-shared-target", "own_point")])
def test_status_moves_sales_as_well_as_customers(policy, name):
    """On Monday of the first week: as all expect the same, half may be ahead, and the own pay counts 1 + status / 2."""
    humble, ambitious = (Simulation(company(2, 3, 4, status=status), policy, weeks=1).world for status in (0.0, 0.8))
    np.testing.assert_allclose(ambitious.managers.behind, 0.5, atol=1e-12)
    np.testing.assert_allclose(ambitious.managers.felt[name], 1.4 * humble.managers.felt[name], rtol=1e-9)
    assert (ambitious.employees.felt[name] > humble.employees.felt[name]).all()


def test_who_expects_less_than_others_feels_it_more():
    run = Simulation(company(1, 2, 4), "sales-commission", weeks=13)
    run.live_weeks(12)
    managers = run.world.managers
    assert (managers.behind[0] > managers.behind[1]) == (managers.expected[0] < managers.expected[1])
    assert managers.behind.sum() == pytest.approx(1.0)


# ------------------------------------------------------------------------------------------------ the agenda

AGENDA = tuple(
    f"{table}.agenda_{part}" for table in ("managers", "weeks") for part in ("sales", "customer", "politics")
)


def with_agendas(rate: float, policy: str, **values: float) -> Simulation:
    run = Simulation(company(2, 3, 4, agenda_rate=rate, **values), policy, weeks=20)
    run.live_weeks(20)
    return run


@pytest.mark.parametrize("policy", ["sales-commission", "gate-and-shared-target", "customer-scorecard"])
def test_the_agenda_reaches_the_floor_by_attention_and_by_the_manager_s_voice_and_else_not(policy):
    silent = {"authority": 0.0, "attention": 0.0}
    still, moving = (with_agendas(rate, policy, **silent) for rate in (0.0, 0.3))
    assert bits(still, (*AGENDA, "parameters")) == bits(moving, (*AGENDA, "parameters"))
    assert not np.array_equal(still.weeks.agenda_customer, moving.weeks.agenda_customer)
    for heard in ({"authority": 0.8, "attention": 0.0}, {"authority": 0.0, "attention": 0.5}):
        still, moving = (with_agendas(rate, policy, **heard) for rate in (0.0, 0.3))
        assert bits(still, (*AGENDA, "parameters")) != bits(moving, (*AGENDA, "parameters"))
