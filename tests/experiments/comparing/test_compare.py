"""Comparisons: the same bits whoever works, the same luck for all, and the exact shape of what comes out."""

import json
import math
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from experiments.comparing.change import Outcome
from experiments.comparing.compare import Comparison, compare
from experiments.comparing.course import Course, Step
from experiments.comparing.reported import reported
from experiments.comparing.windows import EARLY_WEEK, WINDOWS, like_week
from experiments.errors import RequestError
from experiments.showing.numbers import shown
from sim.company.scenario import Company, Run, Scenario
from sim.policies import PolicyError, load_policy
from sim.records.measures import MEASURES

IDS = ("sales-commission", "fair-salary", "gate-and-shared-target")
SMALL = Scenario(
    name="small",
    company=Company(units=1, divisions=2, employees=3),
    run=Run(warmup_weeks=3, weeks=8, replicates=5, seed=7),
)
REQUIRED = {
    "silo_index", "silo_index_lenient", "handoffs_per_problem", "volleys_per_problem", "hand_ons_per_problem",
    "avoidable_handoffs", "return_share", "pingpong_share", "pass_share", "table_share",
    "invitation_acceptance_in_unit", "invitation_acceptance_cross_unit", "satisfaction", "nps",
    "days_to_solve_median", "days_to_solve_p90", "backlog", "given_up_share", "customers", "sales", "margin",
    "pay_cost", "profit", "agenda_customer", "agenda_sales", "agenda_politics", "dispute_hours", "effort", "trust",
    "idle_hours", "pay_so_far", "profit_so_far", "weeks_to_change",
}  # fmt: skip


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(SMALL, IDS)


@contextmanager
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool


def test_rows(found: Comparison) -> None:
    assert found.rows.shape == (3, 5, 11)
    assert (found.ids, found.replicates, found.warmup, found.weeks) == (IDS, 5, 3, 8)
    assert found.week_numbers.tolist() == [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert found.week_numbers[found.span("week6")[0]] == EARLY_WEEK == 6
    assert found.span("last_quarter") == (3, 11)


@pytest.mark.parametrize(("weeks", "week"), [(52, 45), (60, 58), (104, 97), (18, 6), (19, 19), (8, 6), (3, 6)])
def test_the_same_week_of_the_last_quarter(weeks: int, week: int) -> None:
    assert like_week(EARLY_WEEK, weeks) == week


def test_policies_share_the_warmup_and_futures_differ(found: Comparison) -> None:
    before = found.rows[:, :, : found.warmup]
    assert (before == before[:1]).all()
    assert len({run.tobytes() for run in found.rows[0]}) == found.replicates
    arrived = found.rows["arrived"][:, :, found.warmup]  # later on customers leave, under one policy more than another
    assert (arrived == arrived[0]).all()


@pytest.mark.parametrize("workers", [1, 2, 7])
def test_any_number_of_workers_gives_the_same_bits(found: Comparison, workers: int) -> None:
    assert compare(SMALL, IDS, workers=workers).rows.tobytes() == found.rows.tobytes()


def test_any_executor_gives_the_same_bits_and_stays_open(found: Comparison) -> None:
    with processes() as pool:
        assert compare(SMALL, IDS, executor=pool, workers=2).rows.tobytes() == found.rows.tobytes()
        assert pool.submit(int, "3").result() == 3
    with ThreadPoolExecutor(2) as threads:
        assert compare(SMALL, IDS, executor=threads, workers=1).rows.tobytes() == found.rows.tobytes()


def test_more_futures_and_other_company_change_nothing_in_the_first_ones(found: Comparison) -> None:
    more = compare(SMALL, ("fair-salary", "desk-clearing"), replicates=7)
    assert more.rows[0, :5].tobytes() == found.rows[1].tobytes()
    assert compare(SMALL, ["fair-salary"], replicates=2, seed=8).rows.tobytes() != found.rows[1:2, :2].tobytes()


def test_progress_counts_every_future() -> None:
    told: list[tuple[int, int]] = []
    compare(SMALL, IDS[:1], replicates=4, weeks=1, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_interruption_stops_the_work() -> None:
    def interrupt(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(SMALL, IDS, replicates=2000, progress=interrupt)
    for thread in threading.enumerate():
        if thread.name.startswith("siloscope"):
            thread.join(timeout=10)
            assert not thread.is_alive()


def test_measures_have_the_shape_of_the_runs(found: Comparison) -> None:
    for window in ("week6", "last_quarter"):
        measures = found.measures(window)
        assert set(measures) == {*MEASURES, "pay_so_far", "profit_so_far", "weeks_to_change"} == set(reported())
        assert {values.shape for values in measures.values()} == {(3, 5)}
    last = found.rows["customers"][:, :, 3:].mean(axis=2)
    np.testing.assert_allclose(found.measures("last_quarter")["customers"], last)
    np.testing.assert_array_equal(found.measures("week6")["customers"], found.rows["customers"][:, :, 8])
    np.testing.assert_array_equal(found.weekly("customers"), found.rows["customers"])


def test_summary_and_paired_agree_with_the_measures(found: Comparison) -> None:
    summary, paired = found.summary(), found.paired()
    assert tuple(summary) == IDS
    assert tuple(paired) == IDS[1:]
    satisfaction = found.measures("last_quarter")["satisfaction"]
    assert summary[IDS[1]]["last_quarter"]["satisfaction"].mean == pytest.approx(np.nanmean(satisfaction[1]))
    difference = paired[IDS[1]]["last_quarter"]["satisfaction"]
    assert difference.mean == pytest.approx(np.nanmean(satisfaction[1] - satisfaction[0]))
    assert difference.higher_in == (satisfaction[1] > satisfaction[0]).sum()


def test_a_run_too_short_for_week_6_leaves_it_undefined() -> None:
    short = compare(SMALL, IDS[:2], replicates=2, weeks=5)
    week6 = short.measures("week6")
    assert all(np.isnan(week6[name]).all() for name in MEASURES)
    assert short.paired()[IDS[1]]["week6"]["sales"].n == 0
    content = json.loads(short.to_json())
    assert content["paired"][IDS[1]]["week6"]["sales"] == {"mean": None, "ci95": None, "higher_in": None}


def test_json_has_exactly_these_keys(found: Comparison) -> None:
    content = json.loads(found.to_json())
    assert list(content) == ["scenario", "seed", "replicates", "weeks", "policies", "paired"]
    head = {key: content[key] for key in ("scenario", "seed", "replicates", "weeks")}
    assert head == {"scenario": "small", "seed": 7, "replicates": 5, "weeks": 8}
    assert list(content["policies"]) == list(IDS)
    assert list(content["paired"]) == list(IDS[1:])
    for windows in content["policies"].values():
        assert list(windows) == ["week6", "last_quarter"]
        for measures in windows.values():
            assert set(measures) >= REQUIRED
            assert all(list(each) == ["mean", "ci95"] for each in measures.values())
    for windows in content["paired"].values():
        assert list(windows) == ["against", "week6", "last_quarter"]
        assert windows.pop("against") == IDS[0]
        for measures in windows.values():
            assert set(measures) >= REQUIRED
            for each in measures.values():
                assert list(each) == ["mean", "ci95", "higher_in"]
                assert each["ci95"] is None or (len(each["ci95"]) == 2 and each["ci95"][0] <= each["ci95"][1])


def test_one_future_has_no_interval_and_one_policy_no_difference() -> None:
    content = json.loads(compare(SMALL, IDS[:1], replicates=1).to_json())
    assert content["paired"] == {}
    week6 = content["policies"][IDS[0]]["week6"]
    assert week6["customers"]["ci95"] is None
    assert week6["customers"]["mean"] > 0
    assert week6["invitation_acceptance_cross_unit"] == {"mean": None, "ci95": None}  # there is one unit only


def test_frames_are_tidy(found: Comparison) -> None:
    weekly, runs = found.weekly_frame(), found.runs_frame()
    assert list(weekly.columns) == ["policy", "replicate", "week", *MEASURES]
    assert len(weekly) == 3 * 5 * 11
    assert not weekly.duplicated(["policy", "replicate", "week"]).any()
    one = weekly[(weekly["policy"] == IDS[2]) & (weekly["replicate"] == 4) & (weekly["week"] == 8)]
    assert one["customers"].item() == found.rows["customers"][2, 4, 10]
    assert list(runs.columns) == [
        "policy",
        "replicate",
        "window",
        *MEASURES,
        "pay_so_far",
        "profit_so_far",
        "weeks_to_change",
    ]
    assert len(runs) == 3 * 5 * 2
    one = runs[(runs["policy"] == IDS[1]) & (runs["replicate"] == 3) & (runs["window"] == "week6")]
    assert one["customers"].item() == found.rows["customers"][1, 3, 8]


def test_profit_is_added_up_from_the_switch(found: Comparison) -> None:
    profit = found.weekly("profit")
    np.testing.assert_allclose(found.so_far("profit", "week6"), profit[:, :, 3:9].sum(axis=2))
    np.testing.assert_allclose(found.so_far("profit", "last_quarter"), profit[:, :, 3:].sum(axis=2))
    cost = found.weekly("margin") - found.weekly("pay_cost")  # all pay is in it, bonuses too
    np.testing.assert_allclose(found.so_far("profit", "last_quarter"), cost[:, :, 3:].sum(axis=2))
    short = Comparison(found.scenario, found.courses, found.seed, found.rows[:, :, :8])
    assert np.isnan(short.so_far("profit", "week6")).all()


def test_weeks_to_change_of_any_measure(found: Comparison) -> None:
    assert found.weeks_to_change_of("agenda_customer").shape == (3, 5)
    ensemble = found.changes("agenda_customer")
    assert tuple(ensemble) == IDS
    assert all(change.outcome is Outcome.TOO_SHORT and math.isnan(change.weeks) for change in ensemble.values())
    with pytest.raises(RequestError, match='"trust"'):
        found.weekly("trus")


def test_those_who_stay_tell_what_would_have_been(found: Comparison) -> None:
    sales = found.weekly("sales")
    moved = found.moved("sales")
    assert SMALL.run.start_policy == IDS[0]
    assert not moved[IDS[0]].weeks.any()
    np.testing.assert_array_equal(moved[IDS[1]].weeks, (sales[1] - sales[0])[:, found.warmup :])
    last_first = Comparison(found.scenario, found.courses[::-1], found.seed, found.rows[::-1])
    np.testing.assert_array_equal(last_first.moved("sales")[IDS[1]].weeks, moved[IDS[1]].weeks)


def test_where_nobody_stays_the_quarter_before_tells(found: Comparison) -> None:
    changed = Comparison(found.scenario, found.courses[1:], found.seed, found.rows[1:])
    assert np.isnan(changed.moved("sales")[IDS[1]].weeks).all()  # three weeks of warm-up are no quarter


@pytest.mark.parametrize(
    ("numbers", "said"),
    [({"replicates": 0}, "replicates = 0"), ({"weeks": 0}, "weeks = 0"), ({"seed": -1}, "seed = -1"),
     ({"workers": 0}, "workers = 0")],
)  # fmt: skip
def test_numbers_out_of_range(numbers: dict[str, int], said: str) -> None:
    with pytest.raises(RequestError, match=said):
        compare(SMALL, IDS, **numbers)  # type: ignore[arg-type]


def test_policies_that_cannot_be_compared() -> None:
    with pytest.raises(PolicyError, match="fair-salary"):
        compare(SMALL, ["fair-sallary"])
    with pytest.raises(RequestError, match="twice"):
        compare(SMALL, ["fair-salary", "fair-salary"])
    with pytest.raises(RequestError, match="at least one"):
        compare(SMALL, [])
    with pytest.raises(RequestError, match="desk-clearing comes at week 8, but week 8 is the last"):
        compare(SMALL, ["fair-salary", "fair-salary > desk-clearing@8"])
    other = load_policy("desk-clearing").model_copy(update={"id": "fair-salary"})
    with pytest.raises(RequestError, match="is two different policies"):
        compare(SMALL, ["desk-clearing > fair-salary@2", Course.of(Step(0, other))])


def test_a_course_stands_among_policies(tmp_path: Path) -> None:
    course = "fair-salary > gate-and-shared-target@4"
    found = compare(SMALL, [*IDS, course], replicates=2)
    before = slice(None, found.warmup + 4)
    assert found.rows[3, :, before].tobytes() == found.rows[1, :, before].tobytes()
    assert found.rows[3].tobytes() != found.rows[1].tobytes()
    assert [policy.id for policy in found.policies] == list(IDS)
    content = json.loads(found.to_json())
    assert list(content["policies"]) == [*IDS, course]
    assert set(found.weekly_frame()["policy"]) == {*IDS, course}
    found.write(tmp_path / "found", command=[])
    note = json.loads((tmp_path / "found" / "provenance.json").read_text(encoding="utf-8"))
    assert list(note["policies"]) == list(IDS)
    assert list(note["courses"]) == [course]


def test_folder(found: Comparison, tmp_path: Path) -> None:
    paths = found.write(tmp_path / "out" / "found", command=["compare", *IDS])
    assert sorted(path.name for path in paths) == [
        "comparison.json", "provenance.json", "runs.parquet", "weekly.parquet",
    ]  # fmt: skip
    folder = tmp_path / "out" / "found"
    assert [path.name for path in folder.parent.iterdir()] == ["found"]
    pd.testing.assert_frame_equal(pd.read_parquet(folder / "weekly.parquet"), found.weekly_frame())
    pd.testing.assert_frame_equal(pd.read_parquet(folder / "runs.parquet"), found.runs_frame())
    assert (folder / "comparison.json").read_text(encoding="utf-8") == found.to_json() + "\n"
    note = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
    assert note["replicates"] == [0, 1, 2, 3, 4]
    assert list(note["policies"]) == list(IDS)


def test_a_comparison_shows_itself_with_the_numbers_of_its_summary(found: Comparison) -> None:
    html = found._repr_html_()
    for window in WINDOWS:
        mean = found.summary()[IDS[1]][window]["satisfaction"].mean
        assert f"<td>{shown(mean, '0–10', 10.0, 'en')} <small>" in html
    assert html.count("<table") == len(WINDOWS)
    assert all(policy in html for policy in IDS)
