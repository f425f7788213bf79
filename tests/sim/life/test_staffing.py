"""Stand-ins at work: what they do and cost, and that a company without them is as it was."""

import numpy as np
import pytest
from builders import bits, company, policies, scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.calendar import HOURS_A_WEEK
from sim.life.staffing import pace_of
from sim.policies.wage import wage
from sim.records.measures import window
from sim.simulation import Simulation
from sim.tables import Task

BUSY = {"problems_per_customer": 0.4, "stand_ins_queue": 1.0, "stand_ins_days": 5.0}
REMEMBERED = ("parameters", "divisions.waiting")


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=10)
def test_without_stand_ins_a_company_is_as_it_was_bit_by_bit(scenario, policy, seed):
    off = Simulation(scenario.with_parameters(stand_ins_most=0.0, stand_ins_queue=0.0), policy, seed=seed)
    free = Simulation(scenario.with_parameters(stand_ins_most=5.0, stand_ins_queue=1000.0), policy, seed=seed)
    for run in (off, free):
        run.live_weeks(6)
        assert not run.world.divisions.stand_ins.any()
        assert not run.weeks.stand_in_hours.any()
        assert not run.weeks.stand_in_pay.any()
    assert bits(off, REMEMBERED) == bits(free, REMEMBERED)


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99), factor=st.floats(0.0, 2.0))
@settings(max_examples=10)
def test_stand_ins_are_paid_for_the_hours_they_work(scenario, policy, seed, factor):
    run = Simulation(
        scenario.with_parameters(stand_ins_queue=0.0, stand_ins_delay=1.0, stand_ins_wage=factor, stand_ins_most=0.5),
        policy,
        seed=seed,
    )
    run.live_weeks(6)
    weeks, p = run.weeks, run.world.parameters[0]
    np.testing.assert_allclose(weeks.stand_in_pay, factor * wage(p) * weeks.stand_in_hours, rtol=1e-9, atol=1e-9)
    at_problems = weeks.hours[:, [Task.OWN_PART, Task.TABLE, Task.GUEST]].sum()
    assert 0.0 <= weeks.stand_in_hours.sum() <= 0.5 * at_problems + 1e-6
    divisions = run.world.divisions
    assert (divisions.stand_ins >= 0.0).all()
    assert (divisions.stand_ins <= 0.5 * divisions.heads).all()


def test_they_share_the_hours_of_work_and_only_these():
    run = Simulation(company(1, 1, 8, problems_per_customer=0.4), "fair-salary")
    run.world.divisions.stand_ins = 2.0
    alone = run.fork()
    alone.world.divisions.stand_ins = 0.0
    assert pace_of(run.world, 3, 0.0) == pytest.approx(1.25 * pace_of(alone.world, 3, 0.0))
    for each in (run, alone):
        each.live(HOURS_A_WEEK - 1)
    week = run.world.weeks[0]
    assert week.stand_in_hours > 0.0
    assert week.stand_in_hours == pytest.approx(0.25 * week.hours[Task.OWN_PART])
    assert alone.world.weeks[0].stand_in_hours == 0.0


def test_the_cost_of_pay_counts_them():
    run = Simulation(company(2, 2, 6, **BUSY), "fair-salary")
    run.live_weeks(12)
    found = window(np.asarray(run.weeks)[None], 0, 12, run.scenario.money.margin_rate)
    assert found["stand_in_hours"][0] > 0.0
    extra = (run.weeks.base_pay + run.weeks.bonus + run.weeks.stand_in_pay).mean()
    assert found["pay_cost"][0] == pytest.approx(extra)


def test_they_come_with_a_delay_help_and_leave_when_the_queue_is_gone():
    busy = Simulation(company(2, 2, 6, **BUSY), "fair-salary")
    without = Simulation(company(2, 2, 6, **BUSY, stand_ins_most=0.0), "fair-salary")
    came = []
    for _ in range(26):
        busy.live_weeks(1)
        came.append(float(busy.world.divisions.stand_ins.sum()))
    without.live_weeks(26)
    assert came[0] < 0.5 * max(came)
    assert busy.weeks.backlog[-10:].mean() < without.weeks.backlog[-10:].mean()
    assert busy.weeks.solved.sum() > without.weeks.solved.sum()
    busy.set(problems_per_customer=0.0)
    busy.live_weeks(26)
    assert busy.world.divisions.stand_ins.max() == 0.0
    assert busy.weeks.stand_in_pay[-1] == 0.0
