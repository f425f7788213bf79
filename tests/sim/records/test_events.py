"""The event log: what the table says, the calendar, and files that read back to the same hand-offs."""

import csv
import gzip
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.log import EVENT, EventKind
from sim.records.events import handoff_graph, handoff_log, help_graph, timestamps, to_frame
from sim.records.exports import write_csv, write_parquet, write_xes
from sim.records.handoff_summary import summarise
from sim.records.handoffs import cases, ordered, stays

K = EventKind
NAMES = ['Sales & "Co"', "Ser<vice", "IT\x0b"]
UNITS = ["Front", "Front", "Back"]
XES = "{http://www.xes-standard.org/}"


def log_of(*rows: tuple[float, int, EventKind, int, int, int]) -> np.ndarray:
    return np.array(list(rows), EVENT)


@pytest.fixture
def volley() -> np.ndarray:
    """Problem 7 goes 0 → 2 → 1 and is solved at a table that 1 calls; problem 3 is given up where it came in."""
    return log_of(
        (0.2, 7, K.ARRIVED, 0, -1, -1),
        (0.5, 7, K.PICKED_UP, 0, -1, 3),
        (0.75, 7, K.PASSED, 0, 2, 3),
        (0.6, 3, K.ARRIVED, 1, -1, -1),
        (0.7, 7, K.PICKED_UP, 2, -1, 9),  # seems earlier than its arrival: written in the same hour
        (7.9, 7, K.HANDED_ON, 2, 1, 9),
        (8.0, 7, K.PICKED_UP, 1, -1, 5),
        (8.0, 7, K.INVITED, 1, 0, 5),
        (8.0, 7, K.CAME, 1, 0, 3),
        (8.0, 7, K.INVITED, 1, 2, 5),
        (8.0, 7, K.REFUSED, 1, 2, 9),
        (8.0, 7, K.TABLE, 1, -1, 5),
        (41.0, 7, K.SOLVED, 1, -1, 5),
        (42.0, 7, K.SURVEYED, 0, -1, -1),
        (50.0, 3, K.GIVEN_UP, 1, -1, -1),
    )


@st.composite
def journeys(draw) -> tuple[np.ndarray, dict[int, list[int]]]:
    """A made-up log of a few problems, interleaved, and the divisions each was at."""
    rows, went = [], {}
    for problem in draw(st.lists(st.integers(0, 99), unique=True, min_size=1, max_size=5)):
        at = draw(st.integers(0, 2))
        time, went[problem] = draw(st.floats(0, 100)), [at]
        rows.append((time, problem, K.ARRIVED, at, -1, -1))
        for kind in draw(
            st.lists(st.sampled_from([K.PICKED_UP, K.PASSED, K.HANDED_ON, K.INVITED, K.CAME]), max_size=9)
        ):
            time += draw(st.floats(-0.5, 20))
            other = -1 if kind is K.PICKED_UP else draw(st.sampled_from([d for d in range(3) if d != at]))
            rows.append((time, problem, kind, at, other, draw(st.integers(-1, 30))))
            if kind in (K.PASSED, K.HANDED_ON):
                at = other
                went[problem].append(at)
        rows.append((time, problem, K.SOLVED, at, -1, 1))
    return np.array(sorted(rows, key=lambda row: int(row[0] / 50)), EVENT), went


def test_the_table_tells_the_story(volley):
    frame = to_frame(volley, NAMES, UNITS)
    one = frame[frame["case"] == 7]
    assert frame["case"].tolist() == [3, 3] + [7] * 13
    assert one["activity"].tolist()[:6] == ["arrived", "picked up", "passed", "picked up", "handed on", "picked up"]
    assert one["group"].tolist() == [NAMES[0]] * 2 + [NAMES[2]] * 2 + [NAMES[1]] * 9
    assert one["unit"].tolist() == ["Front"] * 2 + ["Back"] * 2 + ["Front"] * 9
    assert one["time"].is_monotonic_increasing
    assert one["other"].notna().sum() == 6
    assert one["employee"].isna().sum() == 2


def test_measured_like_any_log(volley):
    frame = to_frame(volley, NAMES, UNITS)
    case = cases(ordered(handoff_log(frame)))
    assert case["handoffs"].to_dict() == {3: 0, 7: 2}
    assert case.loc[7, "to_solve"] == pytest.approx(40.8)
    assert np.isnan(case.loc[3, "to_solve"])
    assert not case["reopened"].any()  # a survey after the end is no work
    assert summarise(handoff_log(frame)).handoffs_crossing == 1
    assert np.isnan(summarise(handoff_log(to_frame(volley, NAMES))).handoffs_crossing)


def test_networks(volley):
    frame = to_frame(volley, NAMES, UNITS)
    assert set(handoff_graph(frame).edges) == {(NAMES[0], NAMES[2]), (NAMES[2], NAMES[1])}
    helped = help_graph(frame)
    assert list(helped.edges.data("weight")) == [(NAMES[1], NAMES[0], 1)]
    assert helped.nodes[NAMES[2]]["part"] == "Back"


def test_working_hours_on_a_calendar():
    found = timestamps(np.array([0, 7.5, 8, 39.999, 40, 80 + 8 * 4]))
    expected = ["05T09:00", "05T16:30", "06T09:00", "09T16:59:56.400", "12T09:00", "23T09:00"]
    assert found.tolist() == np.array([f"2026-01-{day}" for day in expected], "datetime64[ms]").tolist()
    with pytest.raises(ValueError, match="must be a Monday; 2026-01-06 is a Tuesday"):
        timestamps(np.zeros(1), date(2026, 1, 6))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((0, 1, 11, 0, -1, -1), "11 is no kind of event"),
        ((0, 1, K.ARRIVED, 3, -1, -1), "division 3 has no name"),
        ((0, 1, K.INVITED, 0, -2, -1), "division -2 has no name"),
        ((0, 1, K.PASSED, 0, -1, -1), "does not say to where"),
    ],
)
def test_errors(row, words):
    with pytest.raises(ValueError, match=words):
        to_frame(log_of(row), NAMES)


def test_an_empty_log_gives_empty_files(tmp_path: Path):
    frame = to_frame(np.zeros(0, EVENT), NAMES, UNITS)
    assert frame.empty
    assert ElementTree.parse(write_xes(frame, tmp_path / "a.xes")).getroot().findall(f"{XES}trace") == []
    assert len(pd.read_csv(write_csv(frame, tmp_path / "a.csv"))) == 0
    assert handoff_graph(frame).number_of_nodes() == 0


@given(journeys())
def test_groups_are_the_places_in_order(made):
    events, went = made
    stay = stays(ordered(handoff_log(to_frame(events, "ABC", UNITS))))
    for problem, places in went.items():
        assert stay.loc[stay["case"] == problem, "group"].tolist() == ["ABC"[place] for place in places]


@given(journeys())
def test_xes_reads_back_to_the_same_handoffs(tmp_path_factory, made):
    frame = to_frame(made[0], NAMES, UNITS)
    path = write_xes(frame, tmp_path_factory.mktemp("xes") / "log.xes.gz")
    with gzip.open(path) as file:
        root = ElementTree.parse(file).getroot()
    rows = [
        {"case": case_name(trace), **{a.get("key"): a.get("value") for a in event}}
        for trace in root.iter(f"{XES}trace")
        for event in trace.iter(f"{XES}event")
    ]
    back = pd.DataFrame(rows)
    assert back["time:timestamp"].tolist() == [
        f"{t:%Y-%m-%dT%H:%M:%S}.{t.microsecond // 1000:03}+00:00" for t in frame["timestamp"]
    ]
    log = pd.DataFrame(
        {"case": back["case"].astype(int), "time": pd.to_datetime(back["time:timestamp"]), "group": back["org:group"]}
    )
    expected = cases(ordered(handoff_log(frame)))[["handoffs", "ping_pong"]]
    pd.testing.assert_frame_equal(cases(ordered(log))[["handoffs", "ping_pong"]], expected)


def case_name(trace: ElementTree.Element) -> str:
    name = trace.find(f"{XES}string[@key='concept:name']")
    assert name is not None
    return name.get("value", "")


def test_xes_names_what_tools_look_for(volley, tmp_path: Path):
    root = ElementTree.parse(write_xes(to_frame(volley, NAMES, UNITS), tmp_path / "log.xes")).getroot()
    assert root.get("xes.version") == "1.0"
    assert {e.get("prefix") for e in root.iter(f"{XES}extension")} == {"concept", "time", "org", "lifecycle"}
    first, *_, last = root.iter(f"{XES}event")
    keys = {"concept:name", "time:timestamp", "org:group", "lifecycle:transition", "unit"}
    assert {a.get("key") for a in first} == keys
    passed = next(e for e in root.iter(f"{XES}event") if e[0].get("value") == "passed")
    assert {a.get("key") for a in passed} == keys | {"other", "org:resource"}
    assert [a.get("value") for a in passed if a.get("key") == "org:group"] == ["IT\ufffd"]
    assert last[0].get("value") == "surveyed"


def test_tables_read_back(volley, tmp_path: Path):
    frame = to_frame(volley, NAMES, UNITS)
    pd.testing.assert_frame_equal(pd.read_parquet(write_parquet(frame, tmp_path / "log.parquet")), frame)
    packed = write_csv(frame, tmp_path / "log.csv.gz")
    plain = write_csv(frame, tmp_path / "log.csv")
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    with plain.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["group"] for row in rows] == frame["group"].tolist()
    assert [float(row["time"]) for row in rows] == frame["time"].tolist()
    assert write_csv(frame, tmp_path / "again.csv.gz").read_bytes() == packed.read_bytes()
