"""Kills tests of the claims at random moments, parent or workers or all, until they are done; each must find the same.

What is lived is made up, so that there is much to kill in a short time: it is the folder that is put to the test.

    python -m tests.experiments.claiming.kills --kills 100
"""

import sys
import time
from pathlib import Path

from experiments.claiming import run as runs
from experiments.claiming.asked import Asked
from experiments.claiming.folder import rows_in
from experiments.claiming.results import results_in
from experiments.claiming.units import Done, Task
from experiments.sweeping.engines import Engine, engine
from experiments.sweeping.journal import Journal
from tests.experiments.claiming.made_up import live
from tests.experiments.killing import Work, main

RUN = """
import sys
from pathlib import Path
from experiments.sweeping.engines import engine
from tests.experiments.claiming.kills import tested
if __name__ == "__main__":
    tested(Path(sys.argv[1]), engine(2))
"""
ASKED = Asked(draws=40, rules=("own", "imitation"), sizes=("small",))
_PARTS = "parts/part-*.parquet"


def slowly(task: Task) -> Done:
    """Made up, but not in no time."""
    time.sleep(0.02)
    return live(task)


def tested(folder: Path, where: Engine) -> None:
    """The test, with a part for nearly each unit."""
    before = runs.PART_SECONDS, runs.live_task
    runs.PART_SECONDS, runs.live_task = 0.03, slowly
    try:
        runs.run(ASKED, folder, where=where)
    finally:
        runs.PART_SECONDS, runs.live_task = before


def found_in(folder: Path) -> tuple[list[str], object, tuple[int, int]]:
    """Every row as text, what follows from all, and how many units are lived and failed."""
    with Journal(folder) as journal:
        counts = journal.counts()
    return sorted(map(repr, rows_in(folder))), results_in(folder, ASKED).as_json(), counts


def prepared(place: Path) -> Work:
    """The test, lived in peace in this process."""
    folder = place / "in-peace"
    tested(folder, engine(1))
    return Work(RUN, (), _PARTS, len(list(folder.glob(_PARTS))), found_in, found_in(folder))


if __name__ == "__main__":
    sys.exit(main(__doc__, lambda place: [prepared(place)], kills=100))
