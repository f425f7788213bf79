"""The benchmark of sweeps counts what it says, and changes nothing of what it watches; no test hangs on a speed."""

from pathlib import Path

import pytest

from experiments.benchmark import sweeps
from experiments.benchmark.inside import in_compiled, share_outside
from experiments.benchmark.one_sweep import measured
from experiments.benchmark.report import table
from experiments.comparing.compare import compare
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_to_toml


def test_a_clock_around_the_loops_changes_no_bit() -> None:
    asked = sweeps.tiny(200).question
    before = compare(asked.of_scenario, asked.of_courses, replicates=2, weeks=1, workers=1)
    with in_compiled() as clock:
        meanwhile = compare(asked.of_scenario, asked.of_courses, replicates=2, weeks=1, workers=1)
    assert before.rows.tobytes() == meanwhile.rows.tobytes()
    assert clock.seconds > 0.0
    counted = clock.seconds
    compare(asked.of_scenario, asked.of_courses, replicates=1, weeks=1, workers=1)
    assert clock.seconds == counted  # it is taken off again


def test_a_share_is_a_share() -> None:
    assert 0.0 < share_outside(sweeps.tiny(200), 3) < 1.0


def test_a_sweep_is_measured_whole(tmp_path: Path) -> None:
    file = tmp_path / "asked.toml"
    file.write_text(experiment_to_toml(sweeps.tiny(200)), encoding="utf-8")
    found = measured(file, tmp_path / "found", 1)
    assert found["failed"] == 0
    assert 0.0 < found["storing_seconds"] < found["seconds"]
    assert found["bytes"] == sum(path.stat().st_size for path in (tmp_path / "found").glob("*.parquet"))
    assert found["memory"] > 10e6


def test_figures_follow_from_what_four_sweeps_took(monkeypatch: pytest.MonkeyPatch) -> None:
    def swept(asked: Experiment, workers: int) -> dict[str, float]:
        units = asked.many * asked.replicates.most
        return {
            "seconds": units / workers, "cpu_seconds": units, "storing_seconds": units / 100, "bytes": 800.0 * units,
            "memory": 1e8 + units, "memory_worker": 1e8, "failed": 0,
        }  # fmt: skip

    monkeypatch.setattr(sweeps, "swept", swept)
    found = sweeps.measure(sweeps.Plan(200, 200, 2_000, 2, weeks=1))
    assert list(found) == [figure.key for figure in sweeps.FIGURES]
    assert (found["speed_up"], found["cpu_ratio"], found["storing_percent"]) == (2.0, 1.0, 1.0)
    assert (found["bytes_a_run"], found["million_gigabytes"]) == (400.0, 0.4)
    assert found["runs_per_second"] == 4.0
    assert found["million_cores"] == pytest.approx(1e6 / (36_000 * 2))
    assert table(found, "nl", sweeps.FIGURES, "Sweeps").row_count == len(sweeps.FIGURES)
