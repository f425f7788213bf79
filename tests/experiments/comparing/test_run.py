"""One run: the same bits as in a comparison, changes of policy, and the folder."""

import json
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from experiments.comparing.compare import compare
from experiments.comparing.course import load_course
from experiments.comparing.run import run
from experiments.errors import RequestError
from sim.company.scenario import Company, Run, Scenario
from sim.records.measures import MEASURES

SMALL = Scenario(
    name="small",
    company=Company(units=2, divisions=1, employees=4),
    run=Run(warmup_weeks=3, weeks=8, replicates=3, seed=7),
)


def test_it_is_one_future_of_the_comparison() -> None:
    both = compare(SMALL, ["sales-commission", "fair-salary"])
    assert run(SMALL, "fair-salary", replicate=2).rows.tobytes() == both.rows[1, 2].tobytes()
    assert run(SMALL).rows.tobytes() == both.rows[0, 0].tobytes()


def test_events_change_nothing() -> None:
    with_log = run(SMALL, "fair-salary", events=True)
    assert with_log.rows.tobytes() == run(SMALL, "fair-salary").rows.tobytes()
    assert len(with_log.events_frame()) > 0


def test_a_change_on_the_way() -> None:
    straight = run(SMALL, "fair-salary")
    changed = run(SMALL, "fair-salary", change_to="desk-clearing", change_week=5)
    assert changed.rows[:8].tobytes() == straight.rows[:8].tobytes()
    assert changed.rows[8:].tobytes() != straight.rows[8:].tobytes()
    assert changed.policy_of_week == ["sales-commission"] * 3 + ["fair-salary"] * 5 + ["desk-clearing"] * 3
    assert run(SMALL, "fair-salary", change_to="desk-clearing").change_week == 4


def test_a_change_is_a_short_way_to_write_a_course() -> None:
    course = "fair-salary > desk-clearing@5"
    written = run(SMALL, course)
    changed = run(SMALL, "fair-salary", change_to="desk-clearing", change_week=5)
    assert written.rows.tobytes() == changed.rows.tobytes()
    assert (written.course, written.policy_of_week) == (changed.course, changed.policy_of_week)
    assert compare(SMALL, ["sales-commission", course]).rows[1, 0].tobytes() == written.rows.tobytes()
    at_once = run(SMALL, "fair-salary", change_to="desk-clearing", change_week=0)
    assert at_once.rows.tobytes() == run(SMALL, "desk-clearing").rows.tobytes()
    longer = run(SMALL, course, change_to="sales-commission", change_week=7)
    assert longer.policy_of_week == ["sales-commission"] * 3 + ["fair-salary"] * 5 + ["desk-clearing"] * 2 + [
        "sales-commission"
    ]
    for week in (0, 5):
        with pytest.raises(RequestError, match="write the change to sales-commission into it"):
            run(SMALL, course, change_to="sales-commission", change_week=week)


def test_weekly_frame() -> None:
    found = run(SMALL, replicate=1, weeks=6)
    frame = found.weekly_frame()
    assert list(frame.columns) == ["policy", "replicate", "week", *MEASURES]
    assert frame["week"].tolist() == [-2, -1, 0, 1, 2, 3, 4, 5, 6]
    np.testing.assert_array_equal(frame["customers"], found.rows["customers"])
    assert set(frame["replicate"]) == {1}


def test_progress() -> None:
    told: list[tuple[int, int]] = []
    run(SMALL, weeks=2, progress=lambda done, of: told.append((done, of)))
    assert told == [(week, 5) for week in range(1, 6)]


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"change_week": 3}, "no policy to change to"),
        ({"change_to": "fair-salary", "change_week": 9}, "change-week = 9"),
        ({"change_to": "fair-salary", "change_week": 8}, "from 0 to 7"),
        ({"course": "fair-salary > sales-commission@8"}, "comes at week 8, but week 8 is the last"),
        ({"weeks": 0}, "weeks = 0"),
        ({"replicate": -1}, "replicate = -1"),
    ],
)
def test_wishes_that_cannot_be_met(wishes: dict[str, object], said: str) -> None:
    with pytest.raises(RequestError, match=said):
        run(SMALL, **wishes)  # type: ignore[arg-type]


def test_folder(tmp_path: Path) -> None:
    found = run(SMALL, "fair-salary", events=True)
    folder = tmp_path / "found"
    found.write(folder, events=["xes", "csv", "parquet"], command=["run"])
    assert {path.name for path in folder.iterdir()} == {
        "weekly.parquet", "events.xes", "events.csv", "events.parquet", "handoffs.graphml", "help.graphml",
        "provenance.json",
    }  # fmt: skip
    pd.testing.assert_frame_equal(pd.read_parquet(folder / "weekly.parquet"), found.weekly_frame())
    assert len(pd.read_parquet(folder / "events.parquet")) == len(pd.read_csv(folder / "events.csv"))
    assert set(nx.read_graphml(folder / "handoffs.graphml")) <= set(found.simulation.division_names)
    note = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
    assert note["replicates"] == [0]
    assert note["change_week"] is None
    assert "courses" not in note
    found.write(folder, command=["run"])
    assert not (folder / "events.csv").exists()
    course = run(SMALL, "fair-salary > desk-clearing@5 > fair-salary@6")
    course.write(folder, command=["run"])
    note = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
    assert (list(note["policies"]), note["change_week"]) == (["fair-salary", "desk-clearing"], 5)
    (tmp_path / "again.toml").write_text(note["courses"][course.course.id], encoding="utf-8")
    assert load_course(tmp_path / "again.toml") == course.course


def test_events_of_a_run_without_a_log(tmp_path: Path) -> None:
    found = run(SMALL, weeks=1)
    with pytest.raises(RequestError, match="kept no event log"):
        found.write(tmp_path / "found", events=["csv"])
    found.write(tmp_path / "found", command=[])
    assert {path.name for path in (tmp_path / "found").iterdir()} == {"weekly.parquet", "provenance.json"}
