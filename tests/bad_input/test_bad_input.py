"""The short form of `python -m tests.bad_input`, and that its judge would see what it looks for."""

import gzip
import time
from pathlib import Path
from random import Random

import pytest

from experiments.xray.opening import FILE
from tests.bad_input.cases import SECONDS, tried
from tests.bad_input.entries import DOORS
from tests.bad_input.judging import Hang, complaint, half_written, within
from tests.bad_input.mutating import mutated
from tests.bad_input.processes import of_kind, read_in_part
from tests.bad_input.seeds import BOMB

_SHORT, _LONG = 150, 20_000


@pytest.mark.parametrize("cases", [_SHORT, pytest.param(_LONG, marks=pytest.mark.long)])
def test_bad_input_ends_in_one_clear_line_or_in_work_well_done(cases: int, tmp_path: Path) -> None:
    wrong = [case for case in (tried(number, 0, tmp_path) for number in range(cases)) if case.wrong]
    assert not wrong


@pytest.mark.parametrize("number", range(2))
def test_so_it_does_in_processes_of_their_own(number: int) -> None:
    assert of_kind(number, 0).wrong == ""


def test_a_reader_who_leaves_hears_nothing_more() -> None:
    assert read_in_part(("policies",)).wrong == ""


@pytest.mark.parametrize(
    ("code", "out", "err", "raised", "said"),
    [
        (0, "well", "", None, ""),
        (2, "", "siloscope: no such policy\n", SystemExit(2), ""),
        (1, "", "", ValueError("x"), "raised ValueError"),
        (1, "", "Traceback (most recent call last):", None, "a traceback"),
        (3, "", "", None, "exit code 3"),
        (0, "a\x1b[31m", "", None, "obeys"),
        (0, "a\u202e", "", None, "obeys"),
        (2, "", "what?\n", None, "without a word of ours"),
        (2, "", "siloscope: a\nb\n", None, "more than one line"),
    ],
)
def test_the_judge_sees(code: int, out: str, err: str, raised: BaseException | None, said: str) -> None:
    found = complaint(code, out, err, raised)
    assert said in found
    assert bool(said) == bool(found)


def test_the_judge_sees_what_hangs_and_what_is_half_written(tmp_path: Path) -> None:
    with pytest.raises(Hang), within(0.05):
        time.sleep(60)
    (tmp_path / "out").mkdir()
    assert half_written(tmp_path, set()) == ""
    (tmp_path / "out" / "a.png").touch()
    assert "half of a folder" in half_written(tmp_path, set())
    assert half_written(tmp_path, {"out"}) == ""
    (tmp_path / ".out-x").touch()
    assert "a draft" in half_written(tmp_path, {"out"})


def test_cases_are_the_same_each_time_and_differ_from_one_another() -> None:
    good = DOORS["policy"].good[0]
    assert mutated(good, Random(1)) == mutated(good, Random(1))
    assert len({mutated(good, Random(number)) for number in range(50)}) > 40
    assert SECONDS > 1


def test_the_bomb_is_larger_inside_than_what_is_read() -> None:
    assert len(BOMB) < 1_000_000 < (FILE.bytes or 0)
    assert len(gzip.decompress(BOMB[: len(BOMB) // 40])) * 40 > (FILE.bytes or 0)
