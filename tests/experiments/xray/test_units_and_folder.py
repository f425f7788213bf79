"""Times that are numbers, separators, standard input and the folder of an X-ray."""

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from experiments.cli.app import app
from experiments.given import files
from experiments.storing.folder import PROVENANCE
from experiments.xray import files as xray_files
from experiments.xray.figures import xray
from experiments.xray.opening import SEPARATORS, UPLOAD, opened, separator_of
from experiments.xray.order import SECONDS, UNIT_IN_WORDS
from experiments.xray.reading import Columns, log_in, read_log
from experiments.xray.refusing import LogRefusal
from experiments.xray.times import HOURS, NotATimeError, read_times

SAMPLE = Path(__file__).parents[3] / "experiments" / "examples" / "tickets.csv"
HEAD = "ticket,at,team\n"
COLUMNS = ("ticket", "at", "team")
NAMED = ("--case", "ticket", "--time", "at", "--group", "team")
_BEGAN = 1_456_700_000  # seconds after 1970: February 2016


def siloscope(*words: str, given: bytes | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "120", "TERM": "dumb"}).invoke(app, list(words), input=given)


def times(values: list[str], unit=None, commas: bool = False):
    return read_times(pd.Series(values, dtype="str"), None, commas, unit)


@pytest.mark.parametrize("unit", [unit for unit in SECONDS if unit != "h"])
@given(st.lists(st.integers(_BEGAN, _BEGAN + 10_000_000), min_size=1, max_size=9))
def test_the_same_moments_in_any_unit(unit, moments: list[int]) -> None:
    written = [repr(moment / SECONDS[unit]) for moment in moments]
    found, read = times(written, unit)
    dates, _ = times([str(pd.Timestamp(moment, unit="s", tz="UTC")) for moment in moments])
    assert read.read_as == UNIT_IN_WORDS[unit]
    assert (found - dates).abs().max() < pd.Timedelta("10us")


def test_hours_are_kept_as_they_are() -> None:
    for unit in (None, "h"):
        found, read = times(["0", "1.5", "400000"], unit)
        assert read.read_as == HOURS
        np.testing.assert_array_equal(found, [0, 1.5, 400_000])
    found, _ = times(["0,25", "3"], "d", commas=True)
    assert found.iloc[0] == pd.Timestamp("1970-01-01T06:00Z")


def test_a_comma_is_a_decimal_one_where_it_cannot_part_thousands() -> None:
    found, _ = times(["1,5", "2,125"])
    np.testing.assert_array_equal(found, [1.5, 2.125])
    with pytest.raises(NotATimeError):
        times(["1,500", "2,125"])
    np.testing.assert_array_equal(times(["1,500", "2,125"], commas=True)[0], [1.5, 2.125])


@pytest.mark.parametrize(
    ("values", "unit", "key", "at"),
    [
        (["0", str(_BEGAN)], None, "no hours", 1),
        ([str(_BEGAN * 1000)], None, "no hours", 0),
        (["20160229", "20160301"], None, "bare date", 0),
        (["42429.5", "42430.25"], None, "hours or days", 0),
        ([str(_BEGAN * 1000)], "s", "no moment", 0),
        (["1", "-9e15"], "ms", "no moment", 1),
        (["2026-01-05T09:00"], "s", "no number", 0),
        (["1", "x"], "s", "no time", 1),
        (["1", "inf"], "s", "no time", 1),
    ],
)
def test_numbers_that_cannot_be_are_refused_with_the_reason(values, unit, key: str, at: int) -> None:
    with pytest.raises(NotATimeError) as error:
        times(values, unit)
    assert (error.value.key, error.value.at) == (key, at)


@pytest.mark.parametrize(
    ("factor", "looks", "lijken"), [(1, "seconds", "seconden"), (1000, "milliseconds", "milliseconden")]
)
def test_a_refusal_says_which_unit_it_looks_like(factor: int, looks: str, lijken: str) -> None:
    file = opened(f"{HEAD}1,{_BEGAN * factor},A\n".encode(), "x.csv", UPLOAD)
    with pytest.raises(LogRefusal) as error:
        log_in(file, Columns(*COLUMNS))
    assert f"looks like {looks}: --time-unit" in error.value.why("en")
    assert f"lijken {lijken}: --time-unit" in error.value.why("nl")


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@given(st.lists(st.text("ab,;|\t .", min_size=1, max_size=8).filter(str.strip), min_size=3, max_size=6))
def test_a_separator_is_guessed_whatever_stands_in_quotes(sign: str, teams: list[str]) -> None:
    rows = "".join(f'{n}{sign}2026-01-0{n + 1}{sign}"{team}"\n' for n, team in enumerate(teams))
    assert opened(f"ticket{sign}at{sign}team\n{rows}".encode(), "x.csv").delimiter == sign


def test_a_sign_that_is_only_in_the_header_is_none() -> None:
    text = "ticket;at;team, or group, or queue, or desk\n1;0,5;A\n1;1,5;B\n"
    file = opened(text.encode(), "x.csv")
    assert file.delimiter == ";"
    assert xray(log_in(file, Columns("ticket", "at", "team, or group, or queue, or desk"))).summary.handoffs == 1


def test_a_separator_can_be_said() -> None:
    assert {separator_of(name, "x") for name in SEPARATORS} == {",", ";", "\t", "|", " "}
    assert separator_of("^", "x") == "^"
    for wrong in ("", "ab", '"', "\n", "a", "7"):
        with pytest.raises(LogRefusal):
            separator_of(wrong, "x")


def test_a_spreadsheet_s_unicode_text_is_read() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace(",", "\t")
    columns = Columns(*COLUMNS, "department", "state")
    found = log_in(opened(text.encode("utf-16"), "x.txt", UPLOAD), columns)
    pd.testing.assert_frame_equal(found.events, read_log(SAMPLE, *columns).events)


def test_many_small_packed_parts_take_no_longer_than_their_content() -> None:
    raw = gzip.compress((HEAD + "1,2026-01-05,A\n").encode()) + gzip.compress(b"", mtime=0) * 20_000
    assert opened(raw, "x.csv.gz", UPLOAD).text.startswith(HEAD)


def test_a_log_may_come_in_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = json.loads(siloscope("xray", str(SAMPLE), *NAMED, "--json").stdout)
    raw = gzip.compress(SAMPLE.read_bytes())
    result = siloscope("xray", "-", *NAMED, "--json", given=raw)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == expected
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw), closed=False))
    assert xray(read_log("-", *COLUMNS)).to_dict() == expected


def test_a_folder_is_written_whole_and_says_where_it_comes_from(tmp_path: Path) -> None:
    out = tmp_path / "found"
    words = ("xray", str(SAMPLE), *NAMED, "--json", "--out", str(out))
    result = siloscope(*words)
    assert result.exit_code == 0, result.output
    note = json.loads((out / PROVENANCE).read_text(encoding="utf-8"))
    assert {path.name for path in out.iterdir()} == {*note["files"], PROVENANCE}
    assert note["log"]["name"] == SAMPLE.name
    assert note["columns"] == {"case": "ticket", "time": "at", "group": "team"}
    assert str(SAMPLE.parent) not in json.dumps(note)
    assert json.loads((out / "xray.json").read_text(encoding="utf-8")) == json.loads(result.stdout)


def test_a_folder_of_others_is_left_alone_unless_forced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(xray_files, "writers", lambda found, lang: {"a.svg": lambda path: path.write_text("x")})
    words = ("xray", str(SAMPLE), *NAMED, "--out", str(tmp_path))
    refused = siloscope(*words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--force" in refused.stderr
    assert siloscope(*words, "--force").exit_code == 0
    assert siloscope(*words).exit_code == 0  # our own may be replaced
    assert {path.name for path in tmp_path.iterdir()} == {"mine.txt", "a.svg", "xray.json", PROVENANCE}


def test_nothing_is_left_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(xray_files, "writers", lambda found, lang: {"a.svg": fail})
    result = siloscope("xray", str(SAMPLE), *NAMED, "--out", str(tmp_path / "found"))
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert [*tmp_path.iterdir()] == []


def test_a_log_of_thousands_of_groups_tells_how_far_it_is() -> None:
    rows = "".join(f"{n // 2},{n}.5,Team {n}\n" for n in range(3_000))
    told: list[float] = []
    log = log_in(opened((HEAD + rows).encode(), "x.csv"), Columns(*COLUMNS), tell=told.append)
    measured: list[float] = []
    found = xray(log, measured.append)
    assert measured == sorted(measured)
    assert len(measured) > 10  # each try at the circles is told, which take longest
    assert max(measured) < 1.0
    assert (found.summary.handoffs, found.network.groups) == (1_500, 3_000)
    assert told == sorted(told)
    assert told[0] < 0.01


def test_large_figures_are_written_in_full(tmp_path: Path) -> None:
    rows = (f"{ticket},2026-01-{step + 1:02d},{'AB'[step % 2]}\n" for ticket in range(1_200) for step in range(3))
    log = tmp_path / "log.csv"
    log.write_text(HEAD + "".join(rows))
    for lang, mark in (("en", ","), ("nl", ".")):
        told = siloscope("xray", str(log), *NAMED, "--lang", lang).stdout
        assert told.count(f" 1{mark}200 ") == 4, "cases, those with two hand-offs, and two kinds of hand-off"
        assert "e+" not in told
