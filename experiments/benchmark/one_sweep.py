"""A sweep in a fresh process, and what it took.

`python -m experiments.benchmark.one_sweep FILE FOLDER WORKERS` lives it and writes JSON.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import psutil

from experiments.benchmark.children import ask_module
from experiments.benchmark.memory import peak
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_to_toml, load_experiment
from experiments.sweeping.sweep import State, sweep

_GLANCE = 50  # results between two looks at the memory of workers
_GONE = 10.0  # seconds that workers have to leave, so that their time is counted


def swept(experiment: Experiment, workers: int) -> dict[str, float]:
    """Wall and processor seconds, seconds of storing, bytes on the disk, and bytes of memory at the most."""
    with tempfile.TemporaryDirectory(prefix="siloscope-") as place:
        file = Path(place) / "asked.toml"
        file.write_text(experiment_to_toml(experiment), encoding="utf-8")
        found = ask_module("experiments.benchmark.one_sweep", str(file), str(Path(place) / "found"), str(workers))
    return {key: float(value) for key, value in found.items()}


def measured(file: Path, folder: Path, workers: int) -> dict[str, float]:
    """Live the sweep of a file here, and measure it."""
    import resource  # not on every system

    largest, looks = 0, 0

    def look(_: State) -> None:
        nonlocal largest, looks
        looks += 1
        if looks % _GLANCE == 1:
            largest = max(largest, *_workers(), 0)

    begin = time.perf_counter()
    found = sweep(load_experiment(file), folder, where=engine(workers), progress=look)
    took = time.perf_counter() - begin
    psutil.wait_procs(psutil.Process().children(), timeout=_GONE)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "seconds": took,
        "cpu_seconds": sum(each.ru_utime + each.ru_stime for each in used),
        "storing_seconds": found.storing_seconds,
        "bytes": sum(path.stat().st_size for path in found.files),
        "memory": peak(),
        "memory_worker": largest,
        "failed": found.failed,
    }


def _workers() -> list[int]:
    """Bytes of memory of each worker now."""
    return [each.memory_info().rss for each in psutil.Process().children()]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
