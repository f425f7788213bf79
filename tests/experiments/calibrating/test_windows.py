"""The window of a log: what is left out at its ends, the same in a real log and in a simulated one."""

import numpy as np
import pandas as pd
import pytest

from experiments.calibrating.windows import (
    WEEKS_MOST,
    Window,
    came_in,
    in_weeks,
    in_whole_weeks,
    window_of,
    within,
)
from experiments.xray.times import HOURS


def log(*events: tuple[str, float, str, str]) -> tuple[pd.DataFrame, np.ndarray]:
    """Events of cases at weeks, and these weeks."""
    table = pd.DataFrame(events, columns=["case", "time", "group", "status"])
    return table, table["time"].to_numpy()


def test_a_case_that_came_before_is_left_out_whole_and_what_happens_after_is_not_seen() -> None:
    events, weeks = log(
        ("old", 0.5, "A", "In work"), ("old", 1.5, "B", "Completed"),
        ("mine", 1.0, "A", "In work"), ("mine", 2.9, "B", "In work"), ("mine", 3.0, "A", "Completed"),
        ("done", 2.0, "A", "In work"), ("done", 2.5, "A", "Completed"), ("late", 3.0, "A", "Completed"),
    )  # fmt: skip
    window = Window(1.0, 2.0)
    assert list(came_in(events, weeks, window)) == ["mine", "done"]
    assert list(within(events, weeks, window, ended=False)["time"]) == [1.0, 2.9, 2.0, 2.5]
    assert set(within(events, weeks, window, ended=True)["case"]) == {"done"}


def test_the_parts_are_the_whole_and_each_is_a_window_of_its_own() -> None:
    whole = Window(3.0, 10.0)
    early, late = whole.of("early"), whole.of("late")
    assert early.begins == whole.begins
    assert late.begins == pytest.approx(early.begins + early.weeks)
    assert early.weeks + late.weeks == pytest.approx(whole.weeks)
    assert whole.of("whole") == whole


def test_a_few_old_cases_and_a_mistyped_year_do_not_stretch_the_window() -> None:
    luck = np.random.default_rng(1)
    weeks = np.concatenate([[-90.0, -50.0, -20.0], np.sort(luck.uniform(0.0, 10.0, 400)), [5_000.0]])
    events = pd.DataFrame({"case": np.arange(len(weeks))})
    found = window_of(events, weeks)
    assert 0.0 <= found.begins < 1.5
    assert 8.0 < found.weeks <= 10.0


def test_of_a_long_log_the_last_half_year_counts() -> None:
    weeks = np.linspace(0.0, 200.0, 1_000)
    found = window_of(pd.DataFrame({"case": np.arange(1_000)}), weeks)
    assert found.weeks == WEEKS_MOST
    assert found.begins + found.weeks == pytest.approx(199.0, abs=0.5)


def test_a_week_has_forty_hours_of_work_or_seven_days() -> None:
    assert in_weeks(pd.Series([0.0, 40.0]), HOURS).tolist() == [0.0, 1.0]
    moments = pd.Series(pd.to_datetime(["2026-01-05T09:00Z", "2026-01-12T09:00Z"]))
    assert np.diff(in_weeks(moments, "year/month/day")).tolist() == [pytest.approx(1.0)]
    assert in_weeks(moments.dt.tz_localize(None), "").tolist() == pytest.approx(in_weeks(moments, "").tolist())


def test_a_log_of_what_was_closed_lately_is_not_measured_by_what_lasted() -> None:
    """One case in ten lasts eight weeks. Of all that were open lately it is more; in the window it is not."""
    luck = np.random.default_rng(2)
    came = np.sort(luck.uniform(0.0, 60.0, 12_000))
    lasts = np.where(luck.random(len(came)) < 0.1, 8.0, 0.01)
    kept = (came + lasts > 40.0) & (came < 50.0)
    number = np.arange(kept.sum())
    events = pd.DataFrame({"case": np.repeat(number, 2)})
    weeks = np.stack([came[kept], (came + lasts)[kept]], axis=1).ravel()
    found = window_of(events, weeks)
    assert 40.0 <= found.begins < 41.0
    assert found.begins + found.weeks == pytest.approx(50.0, abs=0.2)
    assert 6.5 < found.followed <= 8.0  # but for the last hundredths of the events
    long = pd.Series(lasts[kept] > 1.0)
    assert long.mean() > 0.15
    assert long[came_in(events, weeks, found)].mean() == pytest.approx(0.1, abs=0.03)
    every = window_of(events, weeks, every=True)  # who wants what is published of such logs gets it
    assert every.begins + every.weeks + every.followed >= weeks.max() - 0.5
    assert long[came_in(events, weeks, every)].mean() == pytest.approx(long.mean(), abs=0.005)


def test_cases_are_followed_after_the_last_has_come() -> None:
    events, weeks = log(("a", 1.5, "A", "In work"), ("a", 3.5, "A", "Completed"), ("late", 2.5, "A", "Completed"))
    assert list(within(events, weeks, Window(1.0, 1.0), ended=True)["case"]) == []
    assert list(within(events, weeks, Window(1.0, 1.0, followed=2.0), ended=True)["case"]) == ["a", "a"]
    assert list(within(events, weeks, Window(1.0, 1.0, followed=2.0).of("late"), ended=True)["case"]) == []


def test_several_windows_in_a_row_are_each_as_the_one() -> None:
    """The same cases again, some weeks later: each time the same of them come, and as much of them is seen."""
    luck = np.random.default_rng(3)
    came, lasts = luck.uniform(0.0, 2.0, 50), luck.exponential(1.0, 50)
    turns = range(4)
    events = pd.DataFrame({"case": [f"{turn}-{case}" for turn in turns for case in range(50) for _ in range(2)]})
    weeks = np.concatenate([2.0 * turn + np.stack([came, came + lasts], axis=1).ravel() for turn in turns])
    once, often = Window(0.0, 1.5, 1.0), Window(0.0, 1.5, 1.0, times=4, every=2.0)
    for part in ("whole", "early", "late"):
        first = within(events, weeks, once.of(part), ended=False)
        every = within(events, weeks, often.of(part), ended=False)
        assert len(first) > 10
        assert len(every) == 4 * len(first)
        assert set(first["case"]) < set(every["case"])
    assert often.whole_weeks == 9


def test_a_window_is_of_whole_weeks_unless_it_is_shorter() -> None:
    assert in_whole_weeks(Window(0.25, 3.5, 1.75)) == Window(0.75, 3.0, 1.0)
    assert in_whole_weeks(Window(0.25, 0.5, 2.5)) == Window(0.25, 0.5, 2.0)
