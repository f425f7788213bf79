"""A Dask cluster as an engine: the same bytes though a worker dies, and in words what is wrong with a cluster."""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from experiments.calibrating.bank import bank
from experiments.errors import RequestError
from experiments.sweeping import cluster, planning
from experiments.sweeping import sweep as sweeping
from experiments.sweeping.engines import Engine, Here, engine
from experiments.sweeping.sweep import State, sweep
from tests.experiments.calibrating import kills as calibrations
from tests.experiments.calibrating.logs import made_up, write
from tests.experiments.claiming import kills as claims
from tests.experiments.sweeping.asked import small
from tests.experiments.sweeping.kills import rows
from tests.experiments.sweeping.machines import Machines, machines


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler and two workers."""
    with machines(tmp_path_factory.mktemp("machines"), 2) as started:
        yield started


def test_versions_that_differ_are_told(two: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "program", lambda: f"process {os.getpid()}")
    with pytest.raises(RequestError, match=r"worker tcp://.* has another version of siloscope \(process "):
        engine(cluster=two.address)


def test_a_worker_without_us_is_told(two: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    def program() -> str:
        raise ModuleNotFoundError("No module named 'experiments'")

    monkeypatch.setattr(cluster, "program", program)
    with pytest.raises(RequestError, match="cannot load siloscope"):
        engine(cluster=two.address)


def test_what_its_user_raises_is_no_fault_of_the_cluster(two: Machines) -> None:
    with pytest.raises(OSError, match="no room"), engine(cluster=two.address).start():
        raise OSError("no room")


def test_claims_are_the_same_there(two: Machines, tmp_path: Path) -> None:
    claims.tested(tmp_path / "here", engine(1))
    claims.tested(tmp_path / "there", engine(cluster=two.address))
    assert claims.found_in(tmp_path / "there") == claims.found_in(tmp_path / "here")


def test_simulated_logs_are_the_same_there(two: Machines, tmp_path: Path) -> None:
    """The bank of a calibration, which is all that it lives but for the last choice."""
    setting = calibrations.measured(write(made_up(cases=300, weeks=4.0), tmp_path / "log.csv")).setting
    here = bank(setting, 40, tmp_path / "here", engine(1))
    there = bank(setting, 40, tmp_path / "there", engine(cluster=two.address))
    assert here.figures.tobytes() == there.figures.tobytes()
    assert rows(tmp_path / "here") == rows(tmp_path / "there")


def test_a_worker_that_is_killed_changes_nothing(
    two: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last test here: one of the two workers is dead after it."""
    sweep(small(), tmp_path / "peace", where=engine(1))
    monkeypatch.setattr(sweeping, "TASK_SECONDS", 0.0)
    where = engine(cluster=two.address)
    assert (where.name, where.workers) == ("dask", 2)

    def kill(state: State) -> None:
        if state.done >= 4 and two.workers[0].poll() is None:
            two.kill_worker(0)

    found = sweep(small(), tmp_path / "killed", where=where, progress=kill)
    assert two.workers[0].poll() is not None
    assert (found.units, found.failed) == (18, 0)
    assert rows(tmp_path / "killed") == rows(tmp_path / "peace")


@pytest.mark.long
def test_workers_that_come_and_go_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten workers die at random moments, and as many come."""
    asked, luck = small("number = 40"), random.Random(3)
    sweep(asked, tmp_path / "peace", where=engine(1))
    monkeypatch.setattr(sweeping, "TASK_SECONDS", 0.0)
    moments = sorted(luck.sample(range(2, 220), 10))
    with machines(tmp_path / "machines", 2) as started:

        def kill(state: State) -> None:
            if moments and state.done >= moments[0]:
                moments.pop(0)
                alive = [number for number, worker in enumerate(started.workers) if worker.poll() is None]
                started.add_worker()
                started.kill_worker(luck.choice(alive))

        found = sweep(asked, tmp_path / "killed", where=engine(cluster=started.address), progress=kill)
    assert not moments
    assert (found.units, found.failed) == (240, 0)
    assert rows(tmp_path / "killed") == rows(tmp_path / "peace")


@pytest.mark.long
def test_a_calibration_is_the_same_though_a_worker_dies(tmp_path: Path) -> None:
    """From the log to the files, a worker killed when a third of the logs are lived."""
    log = write(made_up(cases=300, weeks=4.0), tmp_path / "log.csv")
    calibrations.calibrated(log, tmp_path / "peace", engine(1))
    with machines(tmp_path / "machines", 2) as started:

        def kill(state: State) -> None:
            if 3 * state.done >= state.most and started.workers[0].poll() is None:
                started.kill_worker(0)

        calibrations.calibrated(log, tmp_path / "killed", engine(cluster=started.address), kill)
        assert started.workers[0].poll() is not None
    assert calibrations.found_in(tmp_path / "killed") == calibrations.found_in(tmp_path / "peace")


@pytest.mark.long
def test_workers_on_this_machine(tmp_path: Path) -> None:
    sweep(small(), tmp_path / "peace", where=engine(1))
    sweep(small(), tmp_path / "local", where=engine(2, "local"))
    assert rows(tmp_path / "local") == rows(tmp_path / "peace")


@pytest.mark.parametrize(
    ("address", "says"),
    [("big-machine", 'give "local", or the address'), ("tcp://127.0.0.1:9", "no scheduler answers there")],
)
def test_a_cluster_that_is_none(address: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(RequestError, match=says):
        engine(cluster=address)


def test_without_dask_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RequestError, match=r'pip install "siloscope\[cluster\]"'):
        engine(cluster="tcp://127.0.0.1:9")


def test_a_worker_of_another_version_ends_the_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that joined when the sweep had begun: each task says whose it is."""
    monkeypatch.setattr(planning, "program", lambda: "another")
    with pytest.raises(RequestError, match="a worker has another version"):
        sweep(small(), tmp_path / "other", where=Engine("test", 1, lambda: nullcontext(Here())))
    monkeypatch.undo()
    assert sweep(small(), tmp_path / "other", where=engine(1)).failed == 0
