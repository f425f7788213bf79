"""What must hold at every hour, in any company, under any policy, whatever was done to the run."""

import numpy as np
import pytest
from builders import (
    CATALOGUE,
    bits,
    company,
    hours_are_conserved,
    nothing_is_lost,
    policies,
    scenarios,
    seen,
    weeks_add_up,
    within_bounds,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sim.log import EventKind
from sim.simulation import Simulation
from sim.tables import VISITS_MOST, Raw, Task


class Company(RuleBasedStateMachine):
    """Any order of living, changing the policy, forking and growing tables."""

    @initialize(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99), events=st.booleans())
    def open(self, scenario, policy, seed, events):
        self.run = Simulation(scenario, policy, seed=seed, events=events, weeks=0)
        self.at_the_start = self.run.world.employees.hours.copy()
        self.free_at = self.run.world.employees.free_at.copy()

    @rule(hours=st.integers(1, 100))
    def live(self, hours):
        self.run.live(hours)

    @rule(days=st.integers(1, 3))
    def live_to_the_hour(self, days):
        for _ in range(8 * days):
            self.run.live(1)
            nothing_is_lost(self.run)

    @rule(policy=policies())
    def adopt(self, policy):
        self.run.adopt(policy)

    @rule(hours=st.integers(1, 60))
    def fork_and_go_on_with_the_copy(self, hours):
        left = self.run
        self.run = left.fork()
        left.live(hours)

    @rule(hours=st.integers(1, 60))
    def a_fork_lives_the_same_life(self, hours):
        other = self.run.fork()
        self.run.live(hours)
        other.live(hours)
        assert bits(self.run) == bits(other)

    @rule(hours=st.integers(1, 60))
    def longer_tables_change_nothing(self, hours):
        other = self.run.fork()
        other._widen_pool()
        if other.world.company[0].events >= 0:
            other._lengthen_log()
        self.run.live(hours)
        other.live(hours)
        assert seen(self.run) == seen(other)
        self.run = other

    @invariant()
    def all_laws_hold(self):
        if not hasattr(self, "run"):
            return
        nothing_is_lost(self.run)
        hours_are_conserved(self.run, self.at_the_start)
        within_bounds(self.run)
        weeks_add_up(self.run)
        assert (self.run.world.employees.free_at >= self.free_at).all()
        self.free_at = self.run.world.employees.free_at.copy()
        assert_money_is_counted_once(self.run)


def assert_money_is_counted_once(run: Simulation) -> None:
    paid = run.world.employees.pay.sum() + run.world.managers.pay.sum()
    assert run.world.weeks.bonus.sum() == pytest.approx(paid, rel=1e-9, abs=1e-3)


TestCompany = Company.TestCase
TestCompany.settings = settings(max_examples=settings().max_examples // 4, stateful_step_count=10)


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=40)
def test_the_books_of_a_company_are_those_of_its_units_divisions_and_people(scenario, policy, seed):
    run = Simulation(scenario, policy, seed=seed)
    run.live_weeks(5)
    world = run.world
    unit_of, division_of = world.divisions.unit, world.employees.division
    divisions = world.divisions.books
    for u in range(len(world.units)):
        np.testing.assert_allclose(world.units.books[u], divisions[unit_of == u].sum(axis=0), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(world.company.books[0], divisions.sum(axis=0), rtol=1e-9, atol=1e-9)
    own = [Raw.SALES, Raw.OFF_DESK, Raw.MENTIONS, Raw.NOMINATIONS, Raw.HELP]  # what people do themselves
    for d in range(len(divisions)):
        people = world.employees.books[division_of == d].sum(axis=0)
        np.testing.assert_allclose(divisions[d][:, own], people[:, own], rtol=1e-9, atol=1e-6)


@pytest.mark.parametrize("selling", [0.0, 1.0])
def test_nobody_sits_at_a_table_before_being_called_to_it(selling):
    run = Simulation(
        company(2, 3, 4, selling=selling, second_division=1.0, trust_start=1.0, reciprocity=10.0, duty=3.0),
        "fair-salary",
        events=True,
    )
    held = 0
    for _ in range(200):
        before = len(run.events)
        run.live(1)
        lines = run.events[before:]
        for at in np.flatnonzero(lines["kind"] == EventKind.TABLE):
            came = at - 1
            while lines["kind"][came] == EventKind.CAME and lines["problem"][came] == lines["problem"][at]:
                assert run.world.employees.free_at[lines["employee"][came]] >= lines["time"][at]
                held += 1
                came -= 2
    assert held > 10


def test_a_problem_never_remembers_more_divisions_than_there_is_room_for():
    values = {"triage": 0.0, "right_address": 0.0, "patience": 10_000.0, "trust_start": 0.0, "reluctance": 0.0}
    run = Simulation(company(40, 1, 1, duty=0.0, habit_strength=0.0, ask_hours=0.05, pass_hours=0.05,
                             hours_least=10.0, trust_matters=0.0, reciprocity=10.0, meaning=0.0, conditional=1.0,
                             problems_per_customer=0.02, temperature=20.0, **values), "sales-commission")  # fmt: skip
    for _ in range(30):
        run.live(40)
        assert run.world.problems.visits.max() <= VISITS_MOST


def test_work_that_takes_no_time_is_done_all_the_same():
    run = Simulation(company(1, 1, 2, hours_least=0.0, hours_mean=0.0, patience=10_000.0), "fair-salary")
    run.live_weeks(4)
    assert run.weeks.solved.sum() > 0


def test_people_who_do_not_sell_do_not_sell():
    run = Simulation(company(2, 2, 3, selling=0.0), "sales-commission")
    run.live_weeks(6)
    assert run.weeks.sell.sum() == 0
    assert run.weeks.sold.sum() == 0.0
    assert run.weeks.hours[:, 0].sum() == 0.0


def test_a_pool_that_is_too_small_grows_and_loses_nothing():
    run = Simulation(company(2, 2, 1, problems_per_customer=5.0, patience=1000.0), "fair-salary", events=True)
    room = len(run.world.problems)
    run.live_weeks(3)
    assert len(run.world.problems) > room
    nothing_is_lost(run)


def test_a_dispute_over_a_sale_takes_two():
    run = Simulation(company(1, 2, 2, disputes=10.0, shared_sale=1.0, problems_per_customer=0.0), "sales-commission")
    run.live_weeks(4)
    lost = run.world.employees.hours[:, Task.DISPUTE].reshape(2, 2)
    assert lost.min() > 0.0
    np.testing.assert_allclose(lost[:, 0], lost[:, 1])


@pytest.mark.parametrize("policy", CATALOGUE)
def test_where_there_is_nothing_to_sell_an_hour_has_no_price(policy):
    run = Simulation(company(2, 2, 3, selling=0.0), policy, weeks=14)
    for _ in range(14):
        for people in (run.world.employees, run.world.managers):
            assert (people.prices.hour == 0.0).all()
            assert (people.felt.hour == 0.0).all()
        assert (run.world.employees.credit == 0.0).all()
        run.live_weeks(1)
