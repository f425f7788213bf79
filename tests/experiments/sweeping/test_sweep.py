"""Sweeps: the same bytes on every engine and after every accident; what is wrong is said, and nothing is lost."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

import experiments
from experiments.cli.app import app
from experiments.comparing.compare import compare
from experiments.errors import RequestError
from experiments.sweeping import sweep as sweeping
from experiments.sweeping import units
from experiments.sweeping.engines import Engine, Here, engine
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.found import found_in
from experiments.sweeping.journal import FILE, Journal, locked
from experiments.sweeping.sweep import sweep
from tests.experiments.killing import trial
from tests.experiments.sweeping.asked import small
from tests.experiments.sweeping.kills import prepared, rows


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small experiment, run in this process."""
    folder = tmp_path_factory.mktemp("sweep") / "peace"
    sweep(small(), folder, where=engine(1))
    return folder


def copy(peace: Path, to: Path) -> Path:
    """A folder like that in peace, as it was before it was finished."""
    return Path(shutil.copytree(peace, to))


def half_done(folder: Path, monkeypatch: pytest.MonkeyPatch, experiment: Experiment | None = None) -> None:
    """A sweep that was interrupted after seven units, each in a part of its own."""
    monkeypatch.setattr(sweeping, "PART_UNITS", 1)
    monkeypatch.setattr(sweeping, "TASK_SECONDS", 0.0)
    seen: list[int] = []

    def stop(state: sweeping.State) -> None:
        seen.append(state.done)
        if state.done >= 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(experiment or small(), folder, where=engine(1), progress=stop)


def test_rows_are_what_compare_finds(peace: Path) -> None:
    found, experiment = experiments.load(peace), small()
    assert len(found) == 6 * 3 * 2
    for place in (0, 5):
        asked = experiment.at(experiment.point(place))
        whole = compare(asked.of_scenario, asked.of_courses, replicates=3, weeks=4)
        mine = found[found["point"] == place]
        for number, policy in enumerate(experiment.question.policies):
            values = mine[mine["policy"] == policy]["last_quarter.satisfaction"]
            assert np.array_equal(values, whole.measure("satisfaction", "last_quarter")[number], equal_nan=True)
    assert set(found["choice.meaning"]) == {0.1, 0.4, 0.7}
    assert found["error"].isna().all()


def test_futures_with_other_numbers_have_the_luck_of_those_numbers(peace: Path, tmp_path: Path) -> None:
    sweep(small("number = 2\nfirst = 1"), tmp_path / "later", where=engine(1))
    known, later = experiments.load(peace), experiments.load(tmp_path / "later")
    assert set(later["replicate"]) == {1, 2}
    same = known[known["replicate"] > 0].reset_index(drop=True)
    pd.testing.assert_frame_equal(same, later)


def test_two_workers_find_the_same_bytes(peace: Path, tmp_path: Path) -> None:
    sweep(small(), tmp_path / "two", where=engine(2))
    assert rows(tmp_path / "two") == rows(peace)


def test_a_sweep_that_is_over_is_not_lived_again(peace: Path) -> None:
    def refuse() -> Any:
        raise AssertionError("something is lived")

    assert sweep(small(), peace, where=Engine("none", 1, refuse)).units == 18


@pytest.mark.parametrize("left", [(), ("parts",), ("parts", "lock.sqlite", "journal.sqlite")])
def test_a_sweep_that_was_killed_before_it_had_its_file_goes_on(
    left: tuple[str, ...], peace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "begun"
    folder.mkdir()
    for name in left:
        if name == "parts":
            (folder / name).mkdir()
        else:
            sqlite3.connect(folder / name).close()
    (folder / ".experiment.toml.draft").write_text("version =")
    sweep(small(), folder, where=engine(1))
    assert rows(folder) == rows(peace)


def test_an_interrupted_sweep_goes_on(peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "half"
    half_done(folder, monkeypatch)
    assert 7 <= len(experiments.load(folder)) / 2 < 18
    sweep(small(), folder, where=engine(1))
    assert rows(folder) == rows(peace)
    assert not list((folder / "parts").iterdir())


def _remove(part: Path) -> None:
    part.unlink()


def _tear(part: Path) -> None:
    part.write_bytes(part.read_bytes()[:-40])


def _flip(part: Path) -> None:
    data = bytearray(part.read_bytes())
    data[len(data) // 2] ^= 0xFF
    part.write_bytes(bytes(data))


def _empty(part: Path) -> None:
    part.write_bytes(b"")


@pytest.mark.parametrize("harm", [_remove, _tear, _flip, _empty])
def test_a_part_that_was_harmed_is_lived_again(
    harm: Callable[[Path], None], peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, told = tmp_path / "harmed", list[str]()
    half_done(folder, monkeypatch)
    harm(sorted((folder / "parts").glob("part-*.parquet"))[2])
    sweep(small(), folder, where=engine(1), say=told.append)
    assert rows(folder) == rows(peace)
    assert any("lived again" in each for each in told)


def test_a_part_that_nobody_noted_is_taken_up(peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "noted"
    half_done(folder, monkeypatch)
    base = sqlite3.connect(folder / "journal.sqlite")
    last = base.execute("SELECT max(part) FROM parts").fetchone()[0]
    base.execute("DELETE FROM parts WHERE part = ?", (last,))
    base.execute("DELETE FROM units WHERE part = ?", (last,))
    base.commit()
    base.close()
    assert len(experiments.load(folder)) == 12
    sweep(small(), folder, where=engine(1))
    assert rows(folder) == rows(peace)


def test_without_its_journal_a_folder_is_taken_up_from_its_parts(
    peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lost"
    half_done(folder, monkeypatch)
    (folder / "journal.sqlite").write_bytes(b"this is no journal, it was one")
    with pytest.raises(RequestError, match="remove this file"):
        sweep(small(), folder, where=engine(1))
    for path in folder.glob("journal.sqlite*"):
        path.unlink()
    sweep(small(), folder, where=engine(1))
    assert rows(folder) == rows(peace)


@pytest.mark.parametrize("journal", ["gone", "damaged"])
def test_without_its_journal_a_finished_folder_is_read_and_not_lived_again(
    journal: str, peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sent"
    shutil.copytree(peace, folder)
    for path in folder.glob("journal.sqlite*"):
        path.unlink()
    if journal == "damaged":
        (folder / FILE).write_bytes(b"this is no journal, it was one")
        with pytest.raises(RequestError, match="remove this file, and run the command that began it"):
            found_in(folder)
        (folder / FILE).unlink()
    monkeypatch.setattr(units, "live", None)  # nothing can be lived
    pd.testing.assert_frame_equal(experiments.load(folder), experiments.load(peace))
    assert found_in(folder).units == 18
    assert not (folder / FILE).exists()  # who reads writes nothing
    found = sweep(small(), folder, where=engine(1))
    assert (found.units, found.failed, found.undecided) == (18, 0, 0)
    assert rows(folder) == rows(peace)
    with Journal(folder) as mine, Journal(peace) as theirs:
        assert (mine.counts(), mine.points(), mine.about("files")) == (
            theirs.counts(), theirs.points(), theirs.about("files")
        )  # fmt: skip


def test_without_journal_and_without_its_hashes_nothing_is_made_up(peace: Path, tmp_path: Path) -> None:
    """A large file that is not the one that was written is no result, and no folder without a journal is empty."""
    folder = tmp_path / "sent"
    shutil.copytree(peace, folder)
    for path in folder.glob("journal.sqlite*"):
        path.unlink()
    whole = (folder / "points.parquet").read_bytes()
    (folder / "points.parquet").write_bytes(whole[:-1])
    with pytest.raises(RequestError, match=r"journal\.sqlite: is gone; run the command that began it again"):
        found_in(folder)
    assert not (folder / FILE).exists()


def test_what_failed_nowhere_is_not_tried_again(peace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "live", None)
    before = rows(peace)
    found = sweep(small(), peace, where=engine(1), retry_failed=True)
    assert (found.units, found.failed) == (18, 0)
    assert rows(peace) == before


def test_another_process_in_the_folder_is_told(peace: Path) -> None:
    with locked(peace), pytest.raises(RequestError, match="another process"):
        sweep(small(), peace, where=engine(1))


def test_what_the_folder_is_not_is_said(peace: Path, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"holds another experiment .*number = 4"):
        sweep(small("number = 4"), peace, where=engine(1))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear all")
    with pytest.raises(RequestError, match="holds other things"):
        sweep(small(), tmp_path / "full", where=engine(1))
    (tmp_path / "file").write_text("")
    with pytest.raises(RequestError, match="is a file"):
        sweep(small(), tmp_path / "file", where=engine(1))
    with pytest.raises(RequestError, match="holds no sweep"):
        experiments.load(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("format", "was written in format"),
        ("model", "another version of the model"),
        ("content", "a scenario or policy that the experiment names has changed"),
    ],
)
def test_a_folder_of_another_time_is_refused(
    key: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "old"
    half_done(folder, monkeypatch)
    with Journal(folder) as journal:
        journal.note(**{key: "0"})
    with pytest.raises(RequestError, match=says):
        sweep(small(), folder, where=engine(1))


def test_a_run_that_fails_is_a_row_and_can_be_tried_again(
    peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = units.live

    def fails(job: Any) -> Any:
        if job.replicate == 1 and job.scenario.choice.meaning == 0.4:
            raise ArithmeticError("out of luck")
        return right(job)

    monkeypatch.setattr(units, "live", fails)
    found = sweep(small(), tmp_path / "fails", where=engine(1))
    assert (found.units, found.failed) == (18, 2)
    rows_found = experiments.load(tmp_path / "fails")
    bad = rows_found[rows_found["error"].notna()]
    assert bad["error"].unique().tolist() == ["ArithmeticError: out of luck"]
    assert bad["last_quarter.profit"].isna().all()
    assert bad["seed"].unique().tolist() == [small().question.with_seed]
    kept = [pd.read_parquet(next(folder.glob("runs-*.parquet"))) for folder in (tmp_path / "fails", peace)]
    assert kept[0]["key"].tolist() == kept[1]["key"].tolist()  # what failed is known by its key, too
    brief = found_in(tmp_path / "fails")
    assert brief.failed == 2
    told = (1, small().question.with_seed, "ArithmeticError: out of luck")
    assert [each[1:] for each in brief.failures] == [told] * 2
    words = ["results", str(tmp_path / "fails"), "--lang", "nl"]
    shown = CliRunner(env={"COLUMNS": "200"}).invoke(app, words).stdout
    assert f"MISLUKT: punt {brief.failures[0].place}, toekomst 1, seed" in shown
    assert "ArithmeticError: out of luck" in shown
    monkeypatch.setattr(units, "live", right)
    again = sweep(small(), tmp_path / "fails", where=engine(1), retry_failed=True)
    assert again.failed == 0
    pd.testing.assert_frame_equal(experiments.load(tmp_path / "fails"), experiments.load(peace))


class _Mortal(Here):
    """Breaks at every fourth task, as a pool of which a worker died."""

    count = 0

    def submit[R](self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        _Mortal.count += 1
        if _Mortal.count % 4 == 0:
            future: Future[R] = Future()
            future.set_exception(BrokenProcessPool("died"))
            return future
        return super().submit(fn, *args, **kwargs)


class _Deadly(Here):
    """Breaks whenever one unit is with it."""

    def submit[R](self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        if any((unit.place, unit.replicate) == (2, 1) for unit in args[0].units):
            future: Future[R] = Future()
            future.set_exception(BrokenProcessPool("died"))
            return future
        return super().submit(fn, *args, **kwargs)


def _engine_of(kind: type[Executor]) -> Engine:
    return Engine("test", 2, lambda: nullcontext(kind()))


def test_workers_that_die_take_nothing_with_them(peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "TASK_SECONDS", 0.0)
    found = sweep(small(), tmp_path / "mortal", where=_engine_of(_Mortal))
    assert found.breaks > 1
    assert found.failed == 0
    assert rows(tmp_path / "mortal") == rows(peace)


def test_a_unit_that_kills_its_worker_fails_alone(tmp_path: Path) -> None:
    found = sweep(small(), tmp_path / "deadly", where=_engine_of(_Deadly))
    assert (found.units, found.failed) == (18, 1)
    bad = experiments.load(tmp_path / "deadly").dropna(subset="error")
    assert (bad["point"].tolist(), bad["replicate"].tolist()) == ([2, 2], [1, 1])
    assert "died" in bad["error"].iloc[0]


def test_replicates_until_a_difference_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = 'measure = "satisfaction"\nwidth = 1.5\nleast = 5\nmost = 12'
    found = sweep(small(rule), tmp_path / "until", where=engine(1))
    half_done(tmp_path / "again", monkeypatch, small(rule))
    sweep(small(rule), tmp_path / "again", where=engine(2))
    assert rows(tmp_path / "again") == rows(tmp_path / "until")
    points = pd.read_parquet(tmp_path / "until" / "points.parquet")
    assert points["replicates"].between(5, 12).all()
    assert int((~points["decided"]).sum()) == found.undecided
    assert (points["replicates"][~points["decided"]] == 12).all()
    assert found.units == points["replicates"].sum()


def test_killed_at_random_it_finds_the_same(tmp_path: Path) -> None:
    """The short form; the long one is a command, see kills.py."""
    assert trial(tmp_path, random.Random(23), prepared(tmp_path), most=2).total() >= 1
