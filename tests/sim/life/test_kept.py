"""What a run keeps when it is asked to: weeks by division, flows between divisions, and the log from a row on."""

import numpy as np
import pytest
from builders import company, policies, scenarios, seen, tree, unit
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.calendar import HOURS_A_WEEK
from sim.company.scenario import Scenario
from sim.log import EventKind
from sim.policies import Policy
from sim.records.measures import MEASURES, window
from sim.simulation import FLOWS_MOST, Simulation
from sim.tables import WEEK, Flow

STATES = {
    "week", "backlog", "effort", "trust", "agenda_sales", "agenda_customer", "agenda_politics",
}  # fmt: skip
COMPANY_ONLY = {"bought_again", "bonus"}  # customers buy of the company; what pay a week has earned is settled later
FLOWS_OF = {
    EventKind.PASSED: (Flow.HANDOFF, Flow.VOLLEY),
    EventKind.HANDED_ON: (Flow.HANDOFF,),
    EventKind.CAME: (Flow.HELP,),
}
COUNTS = [name for name in WEEK.names or () if name not in STATES | COMPANY_ONLY]


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=20)
def test_the_weeks_of_the_divisions_add_up_to_the_company_s(scenario: Scenario, policy: Policy, seed: int) -> None:
    run = Simulation(scenario, policy, seed=seed, by_division=True, weeks=1)
    run.live_weeks(3)
    weeks, parts = run.weeks, run.division_weeks
    assert parts.shape == (3, len(run.division_names))
    assert (parts.week == np.arange(3)[:, None]).all()
    for name in COUNTS:
        np.testing.assert_allclose(parts[name].sum(axis=1), weeks[name], rtol=1e-9, atol=1e-9, err_msg=name)


@given(scenario=scenarios(), policy=policies())
@settings(max_examples=10)
def test_keeping_changes_nothing_else(scenario: Scenario, policy: Policy) -> None:
    kept = ("division_weeks", "flows")
    plain = Simulation(scenario, policy, seed=3)
    full = Simulation(scenario, policy, seed=3, by_division=True, flows=True, events=True)
    for run in (plain, full):
        run.live_weeks(2)
        run.adopt("fair-salary")
        run.live_weeks(1)
    assert seen(plain, kept) == seen(full, kept)


def test_any_measure_can_be_made_of_a_division_s_weeks() -> None:
    run = Simulation(company(2, 2, 4), by_division=True)
    run.live_weeks(4)
    found = window(np.asarray(run.division_weeks).T, 0, 4, run.scenario.money.margin_rate)
    assert set(found) == set(MEASURES)
    assert all(values.shape == (4,) for values in found.values())
    assert (found["handoffs_per_problem"] > 0).all()
    assert ((found["trust"] >= 0) & (found["trust"] <= 1)).all()


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=15)
def test_flows_are_those_of_the_event_log(scenario: Scenario, policy: Policy, seed: int) -> None:
    run = Simulation(scenario, policy, seed=seed, events=True, flows=True, weeks=1)
    run.live_weeks(3)
    expected = np.zeros_like(run.flows)
    for line in run.events:
        for kind in FLOWS_OF.get(EventKind(line.kind), ()):
            week = min(int(line.time // HOURS_A_WEEK), 2)
            expected[week, kind, line.division, line.other] += 1
    # A long task may end after the week in which it was looked at, so weeks are compared together.
    np.testing.assert_array_equal(run.flows.sum(axis=0), expected.sum(axis=0))
    assert run.flows.shape == (3, len(Flow), len(run.division_names), len(run.division_names))


def test_what_is_not_asked_for_is_not_kept() -> None:
    run = Simulation(company(2, 2, 2))
    run.live_weeks(1)
    assert len(run.division_weeks) == len(run.flows) == len(run.events) == 0


def test_flows_between_too_many_divisions_are_refused() -> None:
    with pytest.raises(ValueError, match="too many to keep; the most is 300"):
        Simulation(company(1, FLOWS_MOST + 1, 1), flows=True)


def test_the_log_can_be_read_from_a_row_on() -> None:
    run = Simulation(company(2, 2, 3), events=True)
    run.live_weeks(1)
    before = len(run.events)
    run.live_weeks(1)
    news = run.events_since(before)
    assert len(news) == len(run.events) - before > 0
    np.testing.assert_array_equal(np.asarray(news), np.asarray(run.events[before:]))
    assert len(run.events_since(len(run.events))) == 0


def test_a_fork_keeps_on_its_own() -> None:
    run = Simulation(tree(unit("A", 2, 1), unit("B", 2)), by_division=True, flows=True)
    run.live_weeks(1)
    other = run.fork()
    other.live_weeks(2)
    assert len(run.division_weeks) == len(run.flows) == 1
    assert len(other.division_weeks) == len(other.flows) == 3
    np.testing.assert_array_equal(np.asarray(run.division_weeks), np.asarray(other.division_weeks[:1]))


def test_a_log_may_begin_and_end_at_any_time_and_changes_nothing_else() -> None:
    plain, logged = Simulation(company(2, 2, 4), seed=3), Simulation(company(2, 2, 4), seed=3)
    whole = Simulation(company(2, 2, 4), seed=3, events=True)
    plain.live_weeks(4)
    whole.live_weeks(2)
    before = len(whole.events)
    logged.live_weeks(2)
    assert len(logged.events) == 0
    logged.keep_events()
    whole.live_weeks(1)
    logged.live_weeks(1)
    assert np.array_equal(logged.events, whole.events_since(before))
    logged.keep_events(False)
    logged.live_weeks(1)
    assert len(logged.events) == 0
    assert seen(plain) == seen(logged)
