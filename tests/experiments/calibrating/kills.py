"""Kills calibrations at random moments, parent or workers or all, until they are done; each must find the same.

python -m tests.experiments.calibrating.kills --kills 50
"""

import sys
from pathlib import Path

from experiments.calibrating import folder as folders
from experiments.calibrating.calibrate import DRAWS_LEAST, Calibration, calibrate
from experiments.sweeping.engines import Engine, engine
from sim.company.scenario import Run, Scenario
from tests.experiments.calibrating.logs import made_up, read, write
from tests.experiments.killing import Work, main

RUN = """
import sys
from pathlib import Path
from experiments.sweeping.engines import engine
from tests.experiments.calibrating.kills import calibrated
if __name__ == "__main__":
    calibrated(Path(sys.argv[1]), Path(sys.argv[2]), engine(2))
"""
FIT = ("problems.second_division", "choice.reluctance")
BASE = Scenario(run=Run(warmup_weeks=1))
BANK = "bank/draws-*.parquet"


def calibrated(log: Path, folder: Path, where: Engine) -> Calibration:
    """A small calibration from the file to the folder: four groups of two people."""
    found = calibrate(read(log), folder, base=BASE, people=8, keys=FIT, draws=DRAWS_LEAST, where=where)
    folders.write(folder, found, log)
    return found


def found_in(folder: Path) -> dict[str, bytes]:
    """All that does not say when it was made: the simulated logs, the figures, the plausible values."""
    names = [*folder.glob(BANK), folder / folders.FOUND, folder / folders.PLAUSIBLE]
    return {path.name: path.read_bytes() for path in sorted(names)}


def prepared(place: Path) -> Work:
    """The calibration, made in peace in this process."""
    log, folder = write(made_up(cases=300, weeks=4.0), place / "log.csv"), place / "in-peace"
    calibrated(log, folder, engine(1))
    found = found_in(folder)
    return Work(RUN, (str(log),), BANK, len(list(folder.glob(BANK))), found_in, found, last=folders.SCENARIO)


if __name__ == "__main__":
    sys.exit(main(__doc__, lambda place: [prepared(place)], kills=50))
