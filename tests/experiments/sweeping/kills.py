"""Kills sweeps at random moments, parent or workers or all, until they are done; each must find what it finds in peace.

The long form, at least 200 kills over many small sweeps:

    python -m tests.experiments.sweeping.kills --kills 200
"""

import sys
from pathlib import Path

from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.journal import Journal
from tests.experiments.killing import Work, main
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
ASKED = ("number = 3", 'measure = "satisfaction"\nwidth = 1.5\nleast = 5\nmost = 8')
"""The experiments: so many futures, or until a difference is known."""


def prepared(place: Path, asked: str = ASKED[0]) -> Work:
    """The experiment, lived in peace in this process."""
    from experiments.sweeping.engines import engine
    from experiments.sweeping.sweep import sweep

    experiment: Experiment = small(asked)
    name = f"asked-{ASKED.index(asked)}"
    file, folder = place / f"{name}.toml", place / f"{name}-in-peace"
    file.write_text(experiment_to_toml(experiment), encoding="utf-8")
    sweep(experiment, folder, where=engine(1))
    files, counts = found(folder)
    return Work(
        RUN, (str(file),), "parts/part-*.parquet", counts[0] // 3, found, (files, counts), last="runs-0000.parquet"
    )  # fmt: skip


def found(folder: Path) -> tuple[dict[str, bytes], tuple[int, int]]:
    """The result files, and how many units are lived and failed."""
    with Journal(folder) as journal:
        return rows(folder), journal.counts()


def rows(folder: Path) -> dict[str, bytes]:
    """The result files, byte by byte."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


if __name__ == "__main__":
    sys.exit(main(__doc__, lambda place: [prepared(place, asked) for asked in ASKED], kills=200))
