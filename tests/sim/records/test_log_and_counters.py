"""The counters of a week are what sim.records.handoffs measures over the event log, and a log changes nothing."""

import numpy as np
import pandas as pd
import pytest
from builders import CATALOGUE, company, policies, scenarios, seen
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.life.endings import BIN_RATIO, FIRST_BIN_DAYS
from sim.log import EventKind
from sim.records.events import handoff_log, to_frame
from sim.records.handoffs import cases, handoffs, ordered
from sim.records.measures import MEASURES, Counts, quantile
from sim.simulation import Simulation
from sim.tables import Task


class Measured:
    """The log of a run: of the problems that ended, by the definitions of sim.records.handoffs."""

    def __init__(self, run: Simulation) -> None:
        self.events = run.events
        frame = to_frame(run.events, run.division_names, run.unit_names)
        ended = frame.loc[frame["activity"].isin(["solved", "given up"]), "case"]
        log = ordered(handoff_log(frame[frame["case"].isin(ended)]))
        self.case, self.moves = cases(log, solved=("Completed",)), handoffs(log)
        self.acts = pd.crosstab(frame["case"], frame["activity"]).loc[self.case.index]
        solved = frame.loc[frame["activity"] == "solved", ["case", "time"]].set_index("case")["time"]
        came = frame.loc[frame["activity"] == "arrived", ["case", "time"]].set_index("case")["time"]
        self.days = ((solved - came.loc[solved.index]) / 8.0).to_numpy()

    def count(self, kind: EventKind) -> int:
        return int((self.events["kind"] == kind).sum())

    def of_ended(self, activity: str) -> np.ndarray:
        """How often it happened to each of the problems that ended."""
        return self.acts.get(activity, self.case["handoffs"] * 0).to_numpy()


def assert_counters_equal_log(run: Simulation) -> None:
    log, k = Measured(run), run.world.weeks
    n = log.case["handoffs"].to_numpy()
    assert k.arrived.sum() == log.count(EventKind.ARRIVED)
    assert k.solved.sum() == log.count(EventKind.SOLVED)
    assert k.given_up.sum() == log.count(EventKind.GIVEN_UP)
    assert k.surveyed.sum() == log.count(EventKind.SURVEYED)
    assert k.table.sum() == log.count(EventKind.TABLE)
    assert k.asked_in.sum() + k.asked_out.sum() == log.count(EventKind.INVITED)
    assert k.came_in.sum() + k.came_out.sum() == log.count(EventKind.CAME)
    assert k.solved.sum() + k.given_up.sum() == len(n)
    assert k.handoffs.sum() == n.sum() == len(log.moves)
    assert k.volleys.sum() == log.of_ended("passed").sum()
    assert k.handoffs.sum() - k.volleys.sum() == log.of_ended("handed on").sum()
    spread = [k.no_handoff.sum(), k.one_handoff.sum(), k.two_handoffs.sum(), k.more_handoffs.sum()]
    assert spread == [(n == 0).sum(), (n == 1).sum(), (n == 2).sum(), (n >= 3).sum()]
    assert k.returns.sum() == log.moves["returns"].sum()
    assert k.pingpong.sum() == log.case["ping_pong"].sum()
    on_hand = log.count(EventKind.PICKED_UP)
    handled = k.own_part.sum() + k.pass_on.sum() + k.table.sum()
    assert on_hand == handled
    for share in (0.1, 0.5, 0.9):
        if len(log.days):
            exact = np.quantile(log.days, share, method="inverted_cdf")
            found = quantile(k.days.sum(axis=0, dtype=float)[None, :], share)[0]
            assert found <= max(exact, FIRST_BIN_DAYS) * BIN_RATIO * (1 + 1e-9)
            assert found >= min(exact / BIN_RATIO, exact - FIRST_BIN_DAYS) * (1 - 1e-9)


@pytest.mark.parametrize("policy", CATALOGUE)
def test_weekly_counters_equal_the_log_under_every_policy(policy):
    run = Simulation(company(2, 3, 4), policy, events=True)
    run.live_weeks(10)
    assert_counters_equal_log(run)


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=25)
def test_weekly_counters_equal_the_log_in_any_company(scenario, policy, seed):
    run = Simulation(scenario, policy, seed=seed, events=True)
    run.live_weeks(3)
    if len(run.events):
        assert_counters_equal_log(run)


@given(scenario=scenarios(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=25)
def test_keeping_a_log_changes_nothing(scenario, policy, seed):
    silent, written = (Simulation(scenario, policy, seed=seed, events=events) for events in (False, True))
    for run in (silent, written):
        run.live_weeks(3)
    assert seen(silent) == seen(written)
    assert len(silent.events) == 0


def test_the_measures_of_hand_offs_are_those_of_the_log():
    run = Simulation(company(2, 3, 4), "sales-commission", events=True)
    run.live_weeks(20)
    log, k = Measured(run), Counts(np.asarray(run.weeks)[None, :], 0.6)
    value = {name: float(MEASURES[name].of(k)[0]) for name in MEASURES}
    n = log.case["handoffs"].to_numpy()
    assert value["handoffs_per_problem"] == pytest.approx(n.mean())
    assert value["volleys_per_problem"] == pytest.approx(log.of_ended("passed").mean())
    assert value["hand_ons_per_problem"] == pytest.approx(log.of_ended("handed on").mean())
    assert value["return_share"] == pytest.approx(log.moves["returns"].mean())
    assert value["pingpong_share"] == pytest.approx(log.case["ping_pong"].mean())
    assert value["more_handoffs_share"] == pytest.approx((n >= 3).mean())
    assert value["days_to_solve_median"] == pytest.approx(np.median(log.days), rel=0.15)


@pytest.mark.parametrize("policy", ["sales-commission", "gate-and-shared-target", "fair-salary"])
def test_the_silo_indices_are_those_of_the_log(policy):
    """Where every problem needs several divisions and comes in at one of them, a log shows which count as joint."""
    run = Simulation(company(2, 3, 4, second_division=1.0, triage=1.0), policy, events=True)
    run.live_weeks(20)
    log, k = Measured(run), Counts(np.asarray(run.weeks)[None, :], 0.6)
    tabled, straight = log.of_ended("table") > 0, log.case["handoffs"].to_numpy() == 0
    assert k["shared"][0] == k.ended[0] == len(log.case)
    assert MEASURES["silo_index_lenient"].of(k)[0] == pytest.approx(1.0 - tabled.mean())
    assert MEASURES["silo_index"].of(k)[0] == pytest.approx(1.0 - (tabled & straight).mean())
    assert 0 < (tabled & ~straight).sum() < tabled.sum(), "nothing to tell them apart by"


def test_a_log_tells_a_life_in_the_order_in_which_it_was_lived():
    run = Simulation(company(2, 3, 4), "sales-commission", events=True)
    run.live_weeks(6)
    lines = run.events
    for problem in np.unique(lines["problem"])[:200]:
        life = lines[lines["problem"] == problem]
        assert life["kind"][0] == EventKind.ARRIVED
        assert (np.diff(life["time"]) >= -1e-9).all()
        ends = np.flatnonzero(np.isin(life["kind"], [EventKind.SOLVED, EventKind.GIVEN_UP]))
        assert len(ends) <= 1
        if len(ends):
            assert set(life["kind"][ends[0] + 1 :]) <= {EventKind.SURVEYED}
        place = int(life["division"][0])
        for line in life:
            assert line["division"] == place
            if line["kind"] in (EventKind.PASSED, EventKind.HANDED_ON):
                assert line["other"] not in (-1, place)
                place = int(line["other"])


def test_those_who_worked_by_the_log_have_hours_in_their_books():
    run = Simulation(company(2, 3, 4), "fair-salary", events=True)
    run.live_weeks(6)
    guests = run.events["employee"][run.events["kind"] == EventKind.CAME]
    sat = np.flatnonzero(run.world.employees.hours[:, Task.GUEST] > 0.0)
    assert set(sat.tolist()) <= set(guests.tolist())
    assert len(sat) > 0
