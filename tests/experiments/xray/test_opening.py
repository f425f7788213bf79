"""Opening a log from bytes: limits, hostile files, and reasons in both languages; and guessing its columns."""

import gzip
import pickle
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.warmups import Stopped
from experiments.xray import apart
from experiments.xray.apart import measured
from experiments.xray.figures import xray
from experiments.xray.guessing import NEEDED, guess
from experiments.xray.opening import NO_LIMITS, UPLOAD, Limits, opened
from experiments.xray.reading import Columns, LogError, log_in, read_log
from experiments.xray.refusing import LogRefusal, WordKey

EXAMPLES = Path(__file__).parents[3] / "experiments" / "examples"
HEAD = "ticket,at,team\n"
GOOD = HEAD + "1,2026-01-05T09:00+01:00,A\n1,2026-01-05T10:00+01:00,B\n"
COLUMNS = Columns("ticket", "at", "team")


def test_bytes_and_files_are_read_the_same():
    path = EXAMPLES / "tickets.csv"
    columns = Columns("ticket", "at", "team", "department", "state")
    log = log_in(opened(path.read_bytes(), "mine.csv", UPLOAD), columns)
    assert log.events.equals(read_log(path, *columns).events)


@pytest.mark.parametrize(
    ("raw", "limits", "key"),
    [
        (b"x" * 101, Limits(bytes=100), "large"),
        (gzip.compress(b"x" * 1_000_000, mtime=0), Limits(bytes=10_000), "large inside"),
        (gzip.compress(GOOD.encode(), mtime=0)[:-4], UPLOAD, "damaged"),
        (gzip.compress(GOOD.encode(), mtime=0)[:12] + b"?" * 30, UPLOAD, "damaged"),
        (b"PK\x03\x04 a sheet", UPLOAD, "spreadsheet"),
        (b"\x89PNG\0\0", UPLOAD, "no text"),
        (b"a,b\n\xff\n", UPLOAD, "no utf-8"),
        (b"", UPLOAD, "empty"),
        (HEAD.encode(), UPLOAD, "no events"),
        (GOOD.encode() + b"1,2026-01-05," + b"A" * 200 + b"\n", Limits(line=100), "long line"),
        (GOOD.encode(), Limits(columns=2), "many columns"),
        (GOOD.encode(), Limits(rows=1), "many rows"),
        (GOOD.encode() + b'1,2026-01-05,"A\n', UPLOAD, "no csv"),
        (b"ticket,at,team\n1,1/2/2016,A\n", UPLOAD, "order unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_log_is_refused_with_a_reason_in_both_languages(raw, limits, key):
    with pytest.raises(LogRefusal) as error:
        log_in(opened(raw, "mine.csv", limits), COLUMNS)
    assert error.value.key == key
    english, dutch = error.value.why("en"), error.value.why("nl")
    assert english != dutch
    assert str(error.value) == f"mine.csv: {english}"


def test_a_packed_file_of_several_parts_is_read_whole():
    raw = gzip.compress(HEAD.encode()) + gzip.compress(GOOD.removeprefix(HEAD).encode()) + b"\0" * 8
    for limits in (NO_LIMITS, UPLOAD):
        assert opened(raw, "mine.csv.gz", limits).text == GOOD


def test_an_order_of_dates_is_said_in_the_language_of_the_sentence():
    refusal = LogRefusal("x", "no time so", row=1, column="'at'", value="'y'", order=WordKey("order dmy"))
    assert "day/month/year" in refusal.why("en")
    assert "dag/maand/jaar" in refusal.why("nl")


@given(st.text(max_size=300) | st.text(alphabet='"=\n\r,;|\t<a{}0', max_size=300))
def test_any_text_is_guessed_measured_or_refused(text):
    try:
        file = opened(text.encode(), "any.csv", UPLOAD)
        found = guess(file)
        assert set(found.values()) <= set(file.header())
        assert len(set(found.values())) == len(found)
        if all(role in found for role in NEEDED):
            xray(log_in(file, Columns(**found)))
    except (LogError, UnicodeEncodeError):
        pass


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "SR Number;Change Date+Time;Status;Sub Status;Involved ST;Org line 3;Owner Country\n"
            "1-3;2010-03-31T16:00:56+01:00;Accepted;In Progress;V30;Org line A2;France\n"
            "1-3;2010-03-31T16:01:56+01:00;Completed;Resolved;V31;Org line A2;France\n",
            {"case": "SR Number", "time": "Change Date+Time", "group": "Involved ST", "division": "Org line 3",
             "status": "Status"},
        ),
        (
            "Nummer|Gewijzigd op|Behandelgroep|Afdeling|Status\n"
            "12|31-1-2026 12:00|A|X|Open\n12|1-2-2026 12:00|B|X|Opgelost\n",
            {"case": "Nummer", "time": "Gewijzigd op", "group": "Behandelgroep", "division": "Afdeling",
             "status": "Status"},
        ),
        (
            "case\ttime\tgroup\n1\t0,5\tA\n1\t2,5\tB\n",
            {"case": "case", "time": "time", "group": "group"},
        ),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_names_and_contents(text, roles):
    file = opened(text.encode(), "x.csv")
    assert guess(file) == roles
    assert xray(log_in(file, Columns(**roles))).summary.handoffs == 1


@pytest.mark.parametrize("name", ["tickets.csv", "incidents.csv"])
def test_columns_of_the_examples_are_guessed(name):
    file = opened((EXAMPLES / name).read_bytes(), name)
    assert list(guess(file)) != []
    assert set(guess(file)) == {"case", "time", "group", "division", "status"}
    assert xray(log_in(file, Columns(**guess(file)))).summary.handoffs == 29


# ---------------------------------------------------------------------------------------------- in a process of its own


def test_a_large_log_gives_the_same_in_a_process_of_its_own(monkeypatch):
    file = opened((EXAMPLES / "tickets.csv").read_bytes(), "tickets.csv")
    columns = Columns("ticket", "at", "team", "department", "state")
    here = measured(file, columns, None, lambda: False)
    monkeypatch.setattr(apart, "SMALL", 0)
    told: list[float] = []
    there = measured(file, columns, None, lambda: False, told.append)
    assert there.to_dict() == here.to_dict()
    assert told
    with pytest.raises(LogRefusal) as error:
        measured(file, columns._replace(case="ticked"), None, lambda: False)
    assert error.value.key == "column mistyped"
    assert error.value.why("nl") == "er is geen kolom 'ticked'; bedoelt u 'ticket'?"
    left = Event()
    left.set()
    with pytest.raises(Stopped):
        measured(file, columns, None, left.is_set)


def test_what_travels_between_processes_can_be_pickled():
    file = opened((EXAMPLES / "tickets.csv").read_bytes(), "tickets.csv")
    found = measured(file, Columns("ticket", "at", "team"), None, lambda: False)
    assert pickle.loads(pickle.dumps(found)).to_dict() == found.to_dict()
