"""What may happen to the folder of a sweep: each ends in one clear sentence, and the same call then goes on."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import experiments
from experiments.cli.app import app
from experiments.errors import RequestError
from experiments.sweeping import parts, units
from experiments.sweeping import sweep as sweeping
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.found import found_in
from experiments.sweeping.journal import FILE, Journal, at_work, locked
from experiments.sweeping.sweep import State, sweep
from tests.experiments.sweeping.asked import SMALL, small
from tests.experiments.sweeping.kills import rows

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small experiment, run without any accident."""
    folder = tmp_path_factory.mktemp("accidents") / "peace"
    sweep(small(), folder, where=engine(1))
    return folder


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part for each unit."""
    monkeypatch.setattr(sweeping, "PART_UNITS", 1)
    monkeypatch.setattr(sweeping, "TASK_SECONDS", 0.0)


@pytest.fixture
def half(tmp_path: Path, often: None) -> Path:
    """A sweep that was interrupted after seven units."""

    def stop(state: State) -> None:
        if state.done >= 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(small(), tmp_path / "half", where=engine(1), progress=stop)
    return tmp_path / "half"


def _mounted(place: Path, *words: str) -> bool:
    try:
        done = subprocess.run(["mount", "-t", "tmpfs", *words, "tmpfs", str(place)], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 kB, where one may be made."""
    place = tmp_path / "disk"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not _mounted(place, "-o", "size=40k"):
        pytest.skip("only an administrator of Linux can make a small disk; without one see the test with a stand-in")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _remount(place: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(place)], check=True)


def test_a_disk_that_is_full_again_and_again(disk: Path, peace: Path, often: None) -> None:
    """It grows by a little each time, so that it is full at ever other moments."""
    told = list[str]()
    for size in range(40, 2_000, 24):
        _remount(disk, f"size={size}k")
        try:
            sweep(small(), disk / "found", where=engine(1))
            break
        except RequestError as error:
            told.append(str(error))
    assert len(told) >= 3
    assert all("the disk is full; make room and run the same command again" in each for each in told), told
    assert rows(disk / "found") == rows(peace)


def test_a_folder_that_may_only_be_read(disk: Path, peace: Path, often: None) -> None:
    _remount(disk, "size=4m")
    sweep(small(), disk / "found", where=engine(1))
    _remount(disk, "ro")
    with pytest.raises(RequestError, match="cannot be written to"):
        sweep(small(), disk / "new", where=engine(1))
    with pytest.raises(RequestError, match="cannot be written to"):
        sweep(small(), disk / "found", where=engine(1))
    assert len(experiments.load(disk / "found")) == 36  # it can still be read
    assert found_in(disk / "found").units == 18


def test_a_disk_that_is_full_at_any_write(half: Path, peace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is full, with a stand-in for the disk."""
    right, left = parts.pq.write_table, 3

    def full(*given: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(given[1]))
        right(*given, **named)

    monkeypatch.setattr(parts.pq, "write_table", full)
    before = len(experiments.load(half))
    with pytest.raises(RequestError, match=f"{half}: the disk is full"):
        sweep(small(), half, where=engine(1))
    assert len(experiments.load(half)) == before + 3 * 2
    assert not list(half.rglob("*.draft"))
    monkeypatch.setattr(parts.pq, "write_table", right)
    sweep(small(), half, where=engine(1))
    assert rows(half) == rows(peace)


def test_a_clock_that_was_set_back(half: Path, peace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is asked what comes after what: files of tomorrow and of 1990 are what they hold."""
    for number, path in enumerate(sorted(half.rglob("*"))):
        moment = time.time() + 1e6 if number % 2 else 631_152_000.0
        os.utime(path, (moment, moment))
    monkeypatch.setattr(time, "time", lambda: 631_152_000.0)
    sweep(small(), half, where=engine(1))
    assert rows(half) == rows(peace)


def test_a_torn_part_is_told_when_read_and_mended_when_run(half: Path, peace: Path) -> None:
    part = sorted((half / "parts").glob("part-*.parquet"))[1]
    part.write_bytes(part.read_bytes()[:50])
    with pytest.raises(RequestError, match=r"is damaged or gone .* run the sweep's own command again"):
        experiments.load(half)
    told: list[str] = []
    sweep(small(), half, where=engine(1), say=told.append)
    assert len(told) == 1
    assert rows(half) == rows(peace)


def test_a_folder_of_another_time_is_not_read_either(half: Path) -> None:
    base = sqlite3.connect(half / FILE)
    base.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    base.commit()
    base.close()
    for use in (experiments.load, found_in, Journal):
        with pytest.raises(RequestError, match="was written in format 0, and this program reads 1"):
            use(half)


def test_a_second_process_is_told_and_changes_nothing(half: Path, peace: Path, tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(experiment_to_toml(small()), encoding="utf-8")
    words = [sys.executable, "-m", "experiments", "sweep", str(file), "--out", str(half), "--workers", "1"]
    assert not at_work(half)
    with locked(half):
        assert at_work(half)
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "another process is at work in this folder" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(experiments.load(half)) == 14
    sweep(small(), half, where=engine(1))
    assert rows(half) == rows(peace)


def _typed(*words: str) -> tuple[int, str]:
    found = CliRunner(env={"COLUMNS": "200", "TERM": "dumb"}).invoke(app, list(words))
    return found.exit_code, found.stderr


def test_exit_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """0 well, 1 where units failed, 2 what cannot be run, 130 Ctrl-C; each with a sentence."""
    file, out = tmp_path / "small.toml", str(tmp_path / "out")
    for was, now, says in (
        ('"small-shop"', '"small-shp"', 'did you mean "small-shop"'),
        ("choice.meaning", "choice.meening", 'did you mean "choice.meaning"'),
        ("weeks = 4", "weeks = 0", "weeks"),
        ("low = 0.1", "low = -5", "is no range of it"),
    ):
        file.write_text(SMALL.replace(was, now), encoding="utf-8")
        code, said = _typed("sweep", str(file), "--dry-run")
        assert code == 2
        assert says in said
        assert len(said.splitlines()) == 1
    file.write_text(SMALL + "number = 2", encoding="utf-8")
    assert _typed("sweep", str(file))[0] == 2  # --out is missing
    assert _typed("sweep", str(tmp_path / "nothing.toml"), "--dry-run")[0] == 2

    right = units.live

    def leaves(job: Any) -> Any:
        raise KeyboardInterrupt

    def fails(job: Any) -> Any:
        raise ArithmeticError("out of luck")

    for live, code in ((leaves, 130), (fails, 1), (right, 1)):  # what failed stays so until it is asked for again
        monkeypatch.setattr(units, "live", live)
        assert _typed("sweep", str(file), "--out", out, "--workers", "1")[0] == code
    assert _typed("sweep", str(file), "--out", out, "--workers", "1", "--retry-failed")[0] == 0
    assert len(experiments.load(Path(out))) == 24
    assert "</html>" in (Path(out) / "report.html").read_text(encoding="utf-8")  # every experiment ends in a page


def test_a_dry_run_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL + "number = 2", encoding="utf-8")
    found = CliRunner().invoke(app, ["sweep", str(file), "--dry-run", "--json", "--workers", "1"])
    told = json.loads(found.stdout)
    assert (told["points"], told["units"]) == (6, 12)
    assert told["seconds"] > 0.0
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["runs-0000.parquet", "points.parquet"])
def test_a_pipe_among_the_results_is_refused_and_not_waited_for(peace: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(peace, folder)
    (folder / name).unlink()
    os.mkfifo(folder / name)
    for command in ("results", "report"):
        told = CliRunner().invoke(app, [command, str(folder), "--lang", "nl"])
        assert told.exit_code == 2
        assert f"{name}: is beschadigd of weg (het is geen gewoon bestand)" in " ".join(told.stderr.split())


def test_a_report_replaces_the_folders_own_and_no_page_of_somebody_else(peace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(peace, folder)
    for page in (folder / "report.html", tmp_path / "mine.html"):
        page.write_text("<p>of an older program, or of somebody else</p>")
    assert CliRunner().invoke(app, ["report", str(folder)]).exit_code == 0
    for command in ("report", "discover"):
        told = CliRunner().invoke(app, [command, str(folder), "--html", str(tmp_path / "mine.html")])
        assert told.exit_code == 2
        assert "none of our results" in told.stderr
    assert "somebody else" in (tmp_path / "mine.html").read_text()
