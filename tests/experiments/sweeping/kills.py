"""Kills a sweep at random moments, parent or worker, until it is done; what it found must be what it finds in peace.

The long form, at least 200 kills over many small sweeps:

    python -m tests.experiments.sweeping.kills --kills 200
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.journal import Journal
from tests.experiments.sweeping.asked import small

RUN = """
import sys
from pathlib import Path
from experiments.sweeping import sweep as sweeping
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment_file import load_experiment
sweeping.PART_SECONDS, sweeping.TASK_SECONDS = 0.05, 0.02
if __name__ == "__main__":
    sweeping.sweep(load_experiment(Path(sys.argv[1])), Path(sys.argv[2]), where=engine(2), say=print)
"""
"""Small parts and small tasks, so that there is much to be killed in the middle of."""


def killed_until_done(file: Path, folder: Path, luck: random.Random, most: int = 40) -> int:
    """Run a sweep and kill it, again and again, until it ends by itself; returns the number of kills."""
    script = folder.with_suffix(".py")
    script.write_text(RUN)
    kills = 0
    while True:
        process = subprocess.Popen([sys.executable, str(script), str(file), str(folder)], stdout=subprocess.DEVNULL)
        if kills < most and _kill(process, luck):
            kills += 1
        if process.wait(300) == 0:
            return kills
        if process.returncode != -signal.SIGKILL:
            raise AssertionError(f"the sweep ended with {process.returncode}")


def rows(folder: Path) -> dict[str, bytes]:
    """The result files, byte by byte."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def _kill(process: subprocess.Popen[bytes], luck: random.Random) -> bool:
    """Kill the process or one of its workers at some moment; False if it was over before."""
    time.sleep(luck.uniform(0.0, 6.0) if luck.random() < 0.8 else luck.uniform(0.0, 1.0))
    if process.poll() is not None:
        return False
    try:
        workers = psutil.Process(process.pid).children(recursive=True)
        victim = luck.choice([psutil.Process(process.pid), *workers]) if workers else psutil.Process(process.pid)
        victim.send_signal(signal.SIGKILL)
    except psutil.Error:
        return False
    return True


def trial(place: Path, luck: random.Random, peace: dict[str, bytes], file: Path) -> int:
    """One sweep, killed until it is done and held against the one in peace; returns the number of kills."""
    folder = place / f"killed-{luck.randrange(10**9)}"
    kills = killed_until_done(file, folder, luck)
    assert rows(folder) == peace, f"{folder}: not what it is in peace"
    with Journal(folder) as journal:
        assert journal.counts() == (18, 0)
    return kills


def main() -> None:
    """The long form."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    luck, done, sweeps = random.Random(given.seed), 0, 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        file, peace = prepared(place)
        while done < given.kills:
            done += trial(place, luck, peace, file)
            sweeps += 1
            sys.stderr.write(f"{done} kills in {sweeps} sweeps: the same bytes each time\n")


def prepared(place: Path) -> tuple[Path, dict[str, bytes]]:
    """The experiment's file, and what it finds in peace."""
    from experiments.sweeping.engines import engine
    from experiments.sweeping.sweep import sweep

    file = place / "small.toml"
    file.write_text(experiment_to_toml(small()), encoding="utf-8")
    sweep(small(), place / "peace", where=engine(1))
    return file, rows(place / "peace")


if __name__ == "__main__":
    main()
