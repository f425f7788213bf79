"""Every reported number, on counts whose answer is known and on runs."""

from pathlib import Path

import numpy as np
import pytest
from builders import company, scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

import sim.records.measures
from sim.life.endings import BIN_RATIO, FIRST_BIN_DAYS, day_bin
from sim.records.measures import MEASURES, Counts, quantile, ratio, window
from sim.simulation import Simulation, week_rows
from sim.tables import DAY_BINS, WEEK

BOUNDS = {
    "0–1": (0.0, 1.0),
    "share": (0.0, 1.0),
    "-1 to 1": (-1.0, 1.0),
    "0–10": (0.0, 10.0),
    "-100 to 100": (-100.0, 100.0),
}
SPELLED_ALIKE = {"Net promoter score"}
"""Labels that are the same word in Dutch."""
MAY_BE_NEGATIVE = {"profit", "margin", "pay_cost", "bonus"}


def counted(**values: float) -> Counts:
    """One run of two weeks: the first holds these counts, the second nothing."""
    rows = np.zeros((1, 2), WEEK)
    for name, value in values.items():
        rows[name][0, 0] = value
    return Counts(rows, 0.5)


def value(name: str, **values: float) -> float:
    return float(MEASURES[name].of(counted(**values))[0])


@pytest.mark.parametrize(
    ("name", "counts", "expected"),
    [
        ("silo_index", {"shared": 8, "joint": 2}, 0.75),
        ("silo_index_lenient", {"shared": 8, "joint": 2, "tabled": 6}, 0.25),
        ("handoffs_per_problem", {"handoffs": 9, "solved": 4, "given_up": 2}, 1.5),
        ("volleys_per_problem", {"handoffs": 9, "volleys": 6, "solved": 2, "given_up": 1}, 2.0),
        ("hand_ons_per_problem", {"handoffs": 9, "volleys": 6, "solved": 2, "given_up": 1}, 1.0),
        ("avoidable_handoffs", {"avoidable": 3, "solved": 6}, 0.5),
        ("return_share", {"returns": 3, "handoffs": 12}, 0.25),
        ("pingpong_share", {"pingpong": 1, "given_up": 4}, 0.25),
        ("pass_share", {"pass_on": 2, "own_part": 5, "table": 1, "sell": 99}, 0.25),
        ("table_share", {"pass_on": 2, "own_part": 5, "table": 1}, 0.125),
        ("help_ei_index", {"came_out": 1, "came_in": 3}, -0.5),
        ("help_ei_asked", {"asked_out": 3, "asked_in": 1}, 0.5),
        ("satisfaction", {"scores": 30.0, "solved": 3, "given_up": 1}, 7.5),
        ("nps", {"promoters": 5, "detractors": 3, "solved": 8}, 25.0),
        ("given_up_share", {"solved": 3, "given_up": 1}, 0.25),
        ("backlog", {"backlog": 10}, 5.0),
        ("sales", {"sold": 100.0, "bought_again": 20.0}, 60.0),
        ("margin", {"sold": 100.0, "bought_again": 20.0}, 30.0),
        ("pay_cost", {"base_pay": 50.0, "bonus": 30.0}, 40.0),
        ("profit", {"sold": 100.0, "bought_again": 20.0, "base_pay": 50.0, "bonus": 30.0}, -10.0),
        ("trust", {"trust": 1.0}, 0.5),
    ],
)
def test_a_measure_of_known_counts_is_known(name, counts, expected):
    assert value(name, **counts) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["silo_index", "silo_index_lenient", "handoffs_per_problem", "volleys_per_problem",
                                  "hand_ons_per_problem", "return_share", "satisfaction", "help_ei_index",
                                  "days_to_solve_median", "pass_share", "invitation_acceptance_in_unit"])  # fmt: skip
def test_what_has_nothing_to_divide_by_is_undefined(name):
    assert np.isnan(value(name))


@given(scenario=scenarios(), seed=st.integers(0, 99))
@settings(max_examples=25)
def test_every_measure_of_a_run_is_undefined_or_within_its_bounds(scenario, seed):
    run = Simulation(scenario, seed=seed)
    run.live_weeks(4)
    for name, found in window(week_rows([run]), 0, 4, 0.6).items():
        low, high = BOUNDS.get(MEASURES[name].unit, (-np.inf if name in MAY_BE_NEGATIVE else 0.0, np.inf))
        assert found.shape == (1,)
        assert np.isnan(found[0]) or low - 1e-9 <= found[0] <= high + 1e-9, name


def test_a_measure_of_many_runs_is_that_of_each():
    runs = [Simulation(company(2, 2, 3), replicate=number) for number in range(3)]
    for run in runs:
        run.live_weeks(8)
    together = window(week_rows(runs), 2, 8, 0.6)
    for number, run in enumerate(runs):
        alone = window(week_rows([run]), 2, 8, 0.6)
        for name in MEASURES:
            np.testing.assert_array_equal(together[name][number], alone[name][0])


def test_the_shares_of_hand_offs_add_up_to_all_problems():
    run = Simulation(company(2, 3, 4))
    run.live_weeks(8)
    found = window(week_rows([run]), 0, 8, 0.6)
    names = ["no_handoff_share", "one_handoff_share", "two_handoffs_share", "more_handoffs_share"]
    assert sum(found[name][0] for name in names) == pytest.approx(1.0)


def test_volleys_and_hand_ons_add_up_to_all_hand_offs():
    run = Simulation(company(2, 3, 4))
    run.live_weeks(8)
    found = window(week_rows([run]), 0, 8, 0.6)
    halves = found["volleys_per_problem"][0], found["hand_ons_per_problem"][0]
    assert min(halves) > 0.0
    assert sum(halves) == pytest.approx(found["handoffs_per_problem"][0])


def test_every_file_of_measures_is_found_in_order():
    files = [each.of.__module__ for each in MEASURES.values()]
    assert files == sorted(files)
    folder = Path(sim.records.measures.__file__).parent
    assert {name.rpartition(".")[2] for name in files} == {path.stem for path in folder.glob("m*.py")}


def test_measures_tell_what_they_are():
    for name, each in MEASURES.items():
        assert each.name == name
        assert each.label
        assert each.label_nl
        assert each.unit
        assert each.label != each.label_nl or each.label in SPELLED_ALIKE
        assert each.reading != each.reading_nl
        for reading in (each.reading, each.reading_nl):
            assert reading.endswith(".")
            assert reading == " ".join(reading.split()), "as one line"
            assert not reading.startswith(("The same", "Hetzelfde")), "it can be read alone"
        assert each.better in (-1, 0, 1)


@given(st.lists(st.floats(1e-3, 900.0), min_size=1, max_size=60), st.floats(0.01, 1.0))
def test_a_quantile_from_bins_lies_in_the_bin_of_the_exact_one(days, share):
    bins = np.bincount([day_bin(each) for each in days], minlength=DAY_BINS)[None, :].astype(float)
    exact = np.sort(days)[int(np.argmax(np.arange(1, len(days) + 1) >= share * len(days)))]
    found = quantile(bins, share)[0]
    assert abs(day_bin(max(found * (1 - 1e-12), 1e-9)) - day_bin(exact)) <= 1


@given(st.floats(1e-6, 1000.0))
def test_a_bin_holds_the_days_between_its_edges(days):
    at = day_bin(days)
    edges = FIRST_BIN_DAYS * BIN_RATIO ** np.arange(DAY_BINS)
    assert days <= edges[at] * (1 + 1e-9)
    assert at == 0 or days >= edges[at - 1] * (1 - 1e-9)


def test_a_ratio_without_a_whole_is_undefined():
    np.testing.assert_array_equal(ratio(np.array([1.0, 1.0]), np.array([4.0, 0.0])), [0.25, np.nan])
