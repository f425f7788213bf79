"""X-ray of a ticket log: reading it, what is said when it cannot be read, tables and files."""

import contextlib
import datetime
import gzip
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.showing.numbers import duration
from experiments.xray.figures import xray
from experiments.xray.order import IN_WORDS, Order
from experiments.xray.reading import MISSING, LogError, read_log
from experiments.xray.tables import tables
from sim.log import EVENT, EventKind
from sim.records.events import to_frame
from sim.records.exports import write_csv

SAMPLE = Path(__file__).parents[3] / "experiments" / "examples" / "tickets.csv"
COLUMNS = {"case": "ticket", "time": "at", "group": "team", "division": "department", "status": "state"}
HEAD = "ticket,at,team\n"
GOOD = HEAD + "1,2026-01-05T09:00+01:00,A\n1,2026-01-05T10:00+01:00,B\n"


def written(folder: Path, text: str | bytes, name: str = "log.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path: Path, **more: str) -> pd.DataFrame:
    return read_log(path, **{"case": "ticket", "time": "at", "group": "team", **more}).events


def test_sample_log():
    found = xray(read_log(SAMPLE, **COLUMNS))
    assert (found.summary.cases, found.summary.handoffs, found.network.groups) == (30, 29, 6)
    assert found.has_divisions
    assert found.has_status
    assert json.loads(json.dumps(found.to_dict(), allow_nan=False))["summary"]["handoffs"] == 29


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_marks_and_packing_make_no_difference(tmp_path, delimiter):
    plain = read(written(tmp_path, GOOD))
    text = "\ufeff" + GOOD.replace(",", delimiter).replace("\n", "\r\n") + "\r\n"
    pd.testing.assert_frame_equal(read(written(tmp_path, gzip.compress(text.encode()), "log.csv.gz")), plain)


def test_times_become_utc_and_blanks_stay_blank(tmp_path):
    log = read(written(tmp_path, HEAD + "1,2026-01-05T09:00+01:00,NA\n1,2026-01-05 09:00Z,\n1,2026-01-05,B\n"))
    assert log["time"].dt.hour.tolist() == [8, 9, 0]
    assert log["group"].tolist()[0] == "NA"
    assert log["group"].isna().tolist() == [False, True, False]


def test_a_control_sign_in_a_name_is_a_blank(tmp_path):
    """The pictures of a log with one would end the process."""
    path = written(tmp_path, HEAD + "1,0,front\x07desk\n1,1,\x01\n")
    assert read(path)["group"].fillna("").tolist() == ["front desk", ""]


def test_reads_the_log_of_the_simulator(tmp_path):
    rows = [
        (0.5, 1, EventKind.ARRIVED, 0, -1, -1),
        (9, 1, EventKind.PASSED, 0, 1, 4),
        (20, 1, EventKind.SOLVED, 1, -1, 4),
    ]
    path = write_csv(to_frame(np.array(rows, EVENT), ["A", "B"], ["U", "U"]), tmp_path / "events.csv")
    found = xray(read_log(path, "case", "time", "group", "unit", "activity"))
    assert found.summary.handoffs == 1
    assert found.summary.to_solve_median[1] == 19.5
    assert found.summary.time_unit == "hours"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("\n\n", "the file is empty"),
        (HEAD, "there are column names but no events"),
        ("ticket,when,team\n1,2,A\n", "no column 'at'; there are 'ticket', 'when', 'team'"),
        ("Ticket,at,team\n1,2,A\n", "no column 'ticket'; did you mean 'Ticket'?"),
        ("ticket,at,team,at\n1,2,A,3\n", "column 'at' is there 2 times"),
        (GOOD + "1,yesterday,A\n", "row 4, column 'at': 'yesterday' is not a time; write it like 2026-01-31T14"),
        (GOOD + "1,05/01/2026 10:00,A\n", "row 4, column 'at': '05/01/2026 10:00' is not a time"),
        (GOOD + "1,2026-02-30,A\n", "row 4, column 'at': '2026-02-30' is not a time"),
        (
            HEAD + "1,1.5,A\n1,nan,A\n",
            "row 3, column 'at': 'nan' is not a time but a word for missing; every event needs",
        ),
        (
            GOOD + "?,2026-01-05,A\n",
            "row 4, column 'ticket': '?' is not a case but a word for missing; every event needs",
        ),
        (HEAD + "1,1/2/2016,A\n", "'1/2/2016' may be day/month or month/day, and no day of this log is above 12"),
        (HEAD + "1,29/2/2016,A\n2,2016-03-01,A\n", "row 3, column 'at': '2016-03-01' is not a time as the first one"),
        (HEAD + "1,29/2/2016,A\n2,29-2-2016,A\n", "row 3, column 'at': '29-2-2016' is not a time as the first one"),
        (HEAD + "1,29/2/2016,A\n2,2/29/2016,A\n", "row 3, column 'at': '2/29/2016' has day and month in another order"),
        (HEAD + "1,29/2/2016,A\n2,30/2/2016,A\n", "row 3, column 'at': '30/2/2016' is not a time, read as day/month"),
        (HEAD + "1,29/2/2016 24:10,A\n", "'29/2/2016 24:10' is not a time, read as day/month/year"),
        (HEAD + "1,2/29/2016 13:10 pm,A\n", "'2/29/2016 13:10 pm' is not a time, read as month/day/year"),
        (HEAD + "1,29/2/16,A\n", "'29/2/16' has a year of two digits; write it with four"),
        (
            HEAD.replace(",", ";") + "1;1,5;A\n1;2.5;A\n",
            "row 3, column 'at': '2.5' is not written as the numbers above it",
        ),
        (HEAD + "1,?,A\n", "row 2, column 'at': '?' is not a time but a word for missing"),
        (HEAD + "1,2026-01-05,-\n1,2026-01-05,NULL\n", "column 'team' is blank in every row"),
        (GOOD + "1,,A\n", "row 4, column 'at': is blank"),
        (GOOD + '"",2026-01-05,A\n', "row 4, column 'ticket': is blank"),
        (GOOD + "1,2026-01-05\n", "row 4 has 2 columns; the first row names 3"),
        (GOOD + '1,2026-01-05,"A\n', "row 4 is not CSV"),
        (HEAD + "1,2026-01-05,\n", "column 'team' is blank in every row"),
        (b"PK\x03\x04 a sheet", "is a spreadsheet or a zip archive"),
        (b"\x89PNG\0\0", "is not a text file"),
        (HEAD.encode() + b"1,2026-01-05,M\xfcller\n", "row 2 is not UTF-8 text"),
        (b"\x1f\x8b broken", "the compressed file is damaged"),
        (gzip.compress(GOOD.encode(), mtime=0)[:-9], "the compressed file is damaged"),
    ],
)
def test_errors_are_one_helpful_line(tmp_path, text, words):
    path = written(tmp_path, text)
    with pytest.raises(LogError) as error:
        read(path)
    assert words in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_more_errors(tmp_path):
    with pytest.raises(LogError, match="there is no such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(LogError, match="cannot be read"):
        read(tmp_path)
    path = written(tmp_path, "ticket,at,team,state\n1,2026-01-05,A,Open\n")
    with pytest.raises(LogError, match=r"column 'state' never says that a case is solved .*; it has 'Open'"):
        read(path, status="state")


@given(st.binary(max_size=200))
def test_any_file_is_read_or_refused(tmp_path_factory, data):
    path = written(tmp_path_factory.getbasetemp(), data, "any.csv")
    with contextlib.suppress(LogError):
        assert len(read(path))


# ------------------------------------------------------------------------------------------------------------ times

PARTS: dict[Order, str] = {"dmy": "{0.day}{1}{0.month}{1}{0.year}", "mdy": "{0.month}{1}{0.day}{1}{0.year}",
                           "ymd": "{0.year}{1}{0.month}{1}{0.day}"}  # fmt: skip
moments = st.datetimes(datetime.datetime(1990, 1, 1), datetime.datetime(2060, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def as_log(times: list[str], delimiter: str = ";") -> str:
    return "".join(delimiter.join(row) + "\n" for row in [HEAD.strip().split(","), *(("1", at, "A") for at in times)])


@given(
    st.lists(moments, min_size=1, max_size=8), st.sampled_from(["dmy", "mdy", "ymd"]), st.sampled_from("/-."),
    st.sampled_from([" {0.hour}:{0.minute:02}", " {0:%H:%M}:00", "T{0:%H:%M:00.000}", ", {0:%I:%M %p}"]),
    st.sampled_from(";\t|"),
)  # fmt: skip
def test_dates_in_any_order_are_read_back_or_refused(tmp_path_factory, times, order, between, clock, delimiter):
    texts = [PARTS[order].format(at, between) + clock.format(at) for at in times]
    path = written(tmp_path_factory.getbasetemp(), as_log(texts, delimiter), "dates.csv")
    asked = read_log(path, "ticket", "at", "team", date_order=order)
    assert [at.to_pydatetime().replace(tzinfo=None) for at in asked.events["time"]] == times
    assert asked.times == (IN_WORDS[order], None)
    if order == "ymd" or max(at.day for at in times) > 12:
        guessed = read_log(path, "ticket", "at", "team")
        pd.testing.assert_frame_equal(guessed.events, asked.events)
        assert guessed.times.read_as == IN_WORDS[order]
        assert (guessed.times.guessed_from in texts) == (order != "ymd")
    else:
        with pytest.raises(LogError, match=r"may be day/month or month/day.*--date-order"):
            read_log(path, "ticket", "at", "team")


@pytest.mark.parametrize("order", ["dmy", "mdy", "ymd"])
@pytest.mark.parametrize("text", ["29/2/2016 01:23", "2/29/2016", "2016/02/29 01:23:45", "2016-02-29T01:23+01:00"])
def test_an_order_that_was_said_is_never_bent(tmp_path, order, text):
    right = {"29": "dmy", "2/": "mdy", "20": "ymd"}[text[:2]]
    path = written(tmp_path, as_log([text]))
    if order == right:
        assert read(path, date_order=order)["time"].dt.date.tolist() == [datetime.date(2016, 2, 29)]
    else:
        with pytest.raises(LogError, match="'"):
            read(path, date_order=order)


def test_offsets_count_in_every_order(tmp_path):
    log = read(written(tmp_path, as_log(["29-2-2016 01:23 +0100", "29-2-2016 1:23 +01:00", "29-2-2016 01:23Z"])))
    assert log["time"].dt.hour.tolist() == [0, 0, 1]


@given(st.lists(st.floats(0, 1e6).map(lambda hours: round(hours, 3)), min_size=1), st.sampled_from(";\t|"))
def test_decimal_commas_are_hours_where_commas_part_no_columns(tmp_path_factory, hours, delimiter):
    path = written(
        tmp_path_factory.getbasetemp(), as_log([f"{h:f}".replace(".", ",") for h in hours], delimiter), "hours.csv"
    )
    found = read_log(path, "ticket", "at", "team")
    assert found.events["time"].tolist() == hours
    assert found.times == ("hours", None)


@pytest.mark.parametrize("word", ["", *MISSING, *map(str.upper, MISSING)])
def test_words_for_missing_are_blank_but_in_case_and_time(tmp_path, word):
    text = f"ticket,at,team,department,state\n1,2026-01-05,A,{word},Closed\n1,2026-01-06,{word},X,{word}\n"
    log = read(written(tmp_path, text), division="department", status="state")
    assert log.isna().to_numpy().tolist() == [[False, False, False, True, False], [False, False, True, False, True]]


def test_a_sample_with_european_dates_semicolons_and_question_marks_gives_the_same_figures():
    columns = {"case": "id", "time": "updated_at", "group": "assignment_group", "division": "department"}
    path = SAMPLE.with_name("incidents.csv")
    assert b"29/2/2016" in path.read_bytes()
    found, other = xray(read_log(path, **columns, status="state")), xray(read_log(SAMPLE, **COLUMNS))
    assert found.to_dict() | {"times": None} == other.to_dict() | {"times": None}
    assert found.to_dict()["times"] == {"read_as": "day/month/year", "guessed_from": "22/2/2016 12:46"}


def test_tables_have_rows_as_wide_as_their_heads():
    found = tables(xray(read_log(SAMPLE, **COLUMNS)))
    assert [title for title, _ in found] == [
        "Hand-offs",
        "By number of hand-offs",
        "Network of hand-offs",
        "Busiest hand-offs",
    ]
    for _, rows in found:
        assert len({len(row) for row in rows}) == 1
    assert ("Cases", "30") in found[0][1]


def test_tables_leave_out_what_the_log_does_not_tell(tmp_path):
    found = xray(read_log(written(tmp_path, GOOD), "ticket", "at", "team"))
    names = {row[0] for _, rows in tables(found) for row in rows}
    assert not any("division" in name or "Reopened" in name for name in names)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(0.009, "days", "13 min"), (0.5, "days", "12.0 h"), (3.14, "days", "3.1 days"), (30, "hours", "30.0 h")],
)
def test_durations_in_words(value, unit, words):
    assert duration(value, unit) == words
    assert duration(float("nan"), unit) == "–"


def test_starts_without_the_drawing_library():
    code = "import sys, experiments.xray.tables, experiments.xray.reading; sys.exit('altair' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=SAMPLE.parents[2], check=False).returncode == 0


def test_real_log(raw_log: Path):
    found = xray(read_log(raw_log, "case_id", "timestamp", "team", "org_line", "status"))
    assert (found.summary.handoffs, found.network.groups) == (9_454, 628)
    assert round(found.summary.reopened[0], 3) == 0.032
    assert ("G96", "G97", "255") in tables(found)[3][1]
