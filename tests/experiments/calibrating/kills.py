"""Kills calibrations at random moments, parent or workers or all, until they are done; each must find the same.

    python -m tests.experiments.calibrating.kills --kills 50

In turn a whole calibration, from the log to the files, and a bank of simulated logs that are made up, so that there is
much to kill in a short time.
"""

import sys
import time
from pathlib import Path

import numpy as np

from experiments.calibrating import bank as banking
from experiments.calibrating import folder as folders
from experiments.calibrating.bank import PART_DRAWS
from experiments.calibrating.calibrate import DRAWS_LEAST, Calibration, calibrate
from experiments.calibrating.figures import COLUMNS, Floats
from experiments.calibrating.measuring import Measured, measure
from experiments.calibrating.setting import Setting
from experiments.sweeping.engines import Engine, engine
from experiments.sweeping.parts import sha256
from experiments.sweeping.sweep import Progress
from sim.company.scenario import Run, Scenario
from tests.experiments.calibrating.logs import made_up, read, write
from tests.experiments.killing import Work, main

RUN = """
import sys
from pathlib import Path
from experiments.sweeping.engines import engine
from tests.experiments.calibrating import kills
if __name__ == "__main__":
    kills.{what}(Path(sys.argv[1]), Path(sys.argv[2]), engine(2))
"""
FIT = ("problems.second_division", "choice.reluctance")
PEOPLE = 8
BASE = Scenario(run=Run(warmup_weeks=1))
LOST = 3 * PART_DRAWS + 4
"""A draw that cannot be lived, of those that are made up."""
_DRAWS = 60 * PART_DRAWS
_PARTS = "draws-*.parquet"


def measured(log: Path) -> Measured:
    """What a small calibration lives: four groups of two people."""
    return measure(read(log), BASE, people=PEOPLE, keys=FIT)


def calibrated(log: Path, folder: Path, where: Engine, progress: Progress | None = None) -> Calibration:
    """The same from the file to the folder."""
    found = calibrate(
        read(log), folder, base=BASE, people=PEOPLE, keys=FIT, draws=DRAWS_LEAST, where=where, progress=progress
    )  # fmt: skip
    folders.write(folder, found, sha256(log))
    return found


def banked(log: Path, folder: Path, where: Engine) -> None:
    """Its bank alone, of logs that are made up."""
    before, banking.live_part = banking.live_part, slowly
    try:
        banking.bank(measured(log).setting, _DRAWS, folder, where)
    finally:
        banking.live_part = before


def slowly(setting: Setting, place: int) -> Floats:
    """Made up, but not in no time."""
    time.sleep(0.02)
    return cheap(setting, place)


def cheap(setting: Setting, place: int) -> Floats:
    """A part that costs nothing: each figure is the number of the draw."""
    draws = place * PART_DRAWS + np.arange(PART_DRAWS)
    drawn = np.stack([setting.draw(draw) for draw in draws.tolist()])
    figures = np.repeat(draws[:, None], len(COLUMNS), axis=1)
    return np.column_stack([draws != LOST, drawn, figures]).astype(float)


def found_in(folder: Path) -> dict[str, bytes]:
    """All that does not say when it was made: the simulated logs, the figures, the plausible values."""
    names = [*parts_in(folder / "bank"), folder / folders.FOUND, folder / folders.PLAUSIBLE]
    return {path.name: path.read_bytes() for path in names}


def parts_of_bank(folder: Path) -> dict[str, bytes]:
    """The simulated logs of a bank."""
    return {path.name: path.read_bytes() for path in parts_in(folder)}


def parts_in(bank: Path) -> list[Path]:
    """The files of a bank that hold simulated logs."""
    return sorted(bank.glob(_PARTS))


def prepared(place: Path) -> Work:
    """The calibration, made in peace in this process."""
    log, folder = write(made_up(cases=300, weeks=4.0), place / "log.csv"), place / "in-peace"
    calibrated(log, folder, engine(1))
    many = len(parts_in(folder / "bank"))
    return Work(
        RUN.format(what="calibrated"), (str(log),), f"bank/{_PARTS}", many, found_in, found_in(folder),
        last=folders.SCENARIO,
    )  # fmt: skip


def prepared_bank(place: Path) -> Work:
    """The bank, made in peace in this process."""
    log, folder = write(made_up(cases=60, weeks=4.0), place / "log-of-bank.csv"), place / "bank-in-peace"
    banked(log, folder, engine(1))
    many = len(parts_in(folder))
    return Work(RUN.format(what="banked"), (str(log),), _PARTS, many, parts_of_bank, parts_of_bank(folder))


if __name__ == "__main__":
    sys.exit(main(__doc__, lambda place: [prepared_bank(place), prepared(place)], kills=50))
