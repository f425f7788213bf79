"""A log beside the simulated company: the same definitions, the same figures, words in both languages."""

import math
from pathlib import Path

import pytest

from experiments.catalogue import load_scenario
from experiments.comparing.course import load_course
from experiments.comparing.warmups import Stopped
from experiments.showing.language import LANGUAGES
from experiments.xray.beside import FIGURES, beside, headline, matrix, shares, verdict
from experiments.xray.figures import xray
from experiments.xray.opening import opened
from experiments.xray.reading import Columns, Log, log_in
from experiments.xray.simulated import future_log, joined, plan_for
from sim.records.events import handoff_log, to_frame
from sim.records.handoff_summary import summarise
from sim.simulation import Simulation

SAMPLE = Path(__file__).parents[3] / "experiments" / "examples" / "tickets.csv"
SHOP, COURSE = load_scenario("small-shop"), load_course("sales-commission")


@pytest.fixture(scope="module")
def mine():
    return xray(log_in(opened(SAMPLE.read_bytes(), "x"), Columns("ticket", "at", "team", "department", "state")))


@pytest.fixture(scope="module")
def logs():
    return [future_log(load_scenario("six-weeks"), COURSE, 4, 1, n) for n in range(2)]


def test_futures_are_kept_apart_and_all_their_problems_counted(logs):
    both = xray(joined(logs)).summary
    each = [summarise(log) for log in logs]
    assert both.cases == sum(one.cases for one in each)
    assert both.handoffs == sum(one.handoffs for one in each)
    assert both.time_unit == "days"


def test_the_simulated_log_is_the_simulator_s_own_from_the_switch_on():
    scenario = load_scenario("small-shop")
    log = future_log(scenario, COURSE, 3, 1, 0, in_hours=True)
    run = Simulation(scenario, seed=1, replicate=0, events=True, weeks=scenario.run.warmup_weeks + 3)
    run.live_weeks(scenario.run.warmup_weeks)
    run.adopt(COURSE.first)
    run.live_weeks(3)
    whole = handoff_log(to_frame(run.events, run.division_names, run.unit_names))
    first = whole.groupby("case")["time"].transform("min")
    after = whole[first >= 40 * scenario.run.warmup_weeks]
    assert summarise(log).handoffs == summarise(after.drop(columns="division")).handoffs > 0
    assert "division" not in log.columns  # one unit has no walls


def test_a_course_with_a_late_step_is_lived_until_it_counts():
    course = load_course("sales-commission > fair-salary@40")
    assert plan_for(SHOP, course).weeks > 40
    with pytest.raises(Stopped):
        future_log(SHOP, course, 41, 1, 0, stop=lambda: True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_is_said_and_can_be_read(mine, logs, lang):
    rows = beside(mine, xray(joined(logs)), lang)
    assert [row.key for row in rows] == [figure.key for figure in FIGURES]
    for row in rows:
        assert row.label
        assert len(row.reading) > 20
        assert row.log
        assert row.simulated
    said = headline(mine, xray(joined(logs)), lang)
    assert "43 %" in said
    assert ("0,97" if lang == "nl" else "0.97") in said


def test_what_a_log_does_not_tell_is_left_out(logs):
    file = opened(SAMPLE.read_bytes(), "x")
    found = xray(log_in(file, Columns("ticket", "at", "team")))
    groups = {row.group for row in beside(found, xray(joined(logs)), "en")}
    assert groups == {"often", "network"}


def test_a_log_without_hand_offs_can_stand_beside(logs):
    raw = b"ticket,at,team\n1,2026-01-05,A\n2,2026-01-05,B\n"
    found = xray(log_in(opened(raw, "x"), Columns("ticket", "at", "team")))
    assert beside(found, xray(joined(logs)), "nl")
    assert headline(found, xray(joined(logs)), "en").count(".") >= 2
    assert matrix(found).names == []


def test_shares_add_up_and_the_matrix_holds_all_hand_offs(mine):
    assert math.isclose(sum(each.share for each in shares(mine, "en")), 1.0)
    found = matrix(mine)
    assert sum(map(sum, found.cells)) == mine.summary.handoffs
    assert found.parts == sorted(found.parts)
    few = matrix(mine, most=3)
    assert (len(few.names), few.left_out) == (3, 3)


@pytest.mark.parametrize(
    ("mine", "other", "kind", "found"),
    [
        (0.5, 0.2, "share", "more"), (0.2, 0.5, "share", "less"), (0.21, 0.2, "share", "alike"),
        (1.0, 1.04, "figure", "alike"), (9, 3, "count", "unknown"), (1, 2, "null", "unknown"),
        (math.nan, 1, "time", "unknown"), (1, math.nan, "time", "unknown"),
    ],
)  # fmt: skip
def test_more_and_less(mine, other, kind, found):
    assert verdict(mine, other, kind) == found


def test_a_log_in_hours_stands_beside_hours(logs):
    log = joined([future_log(SHOP, COURSE, 4, 1, 0, in_hours=True)], in_hours=True)
    assert isinstance(log, Log)
    assert xray(log).summary.time_unit == "hours"
