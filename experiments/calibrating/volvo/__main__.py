"""How the values of `volvo-baseline` lie to what its log tells; with --log, both are made anew from the log.

python -m experiments.calibrating.volvo [--log LOG.csv --out FOLDER] [--draws 2000] [--workers 2]
"""

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from experiments.calibrating.calibrate import DRAWS
from experiments.calibrating.volvo.applying import apply
from experiments.calibrating.volvo.held import figures, kept, values
from experiments.catalogue import CALIBRATED
from experiments.sweeping.engines import engine
from experiments.sweeping.sweep import State


def main() -> None:
    """Find it anew if asked for, and print what stands."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--log", type=Path, help="the log of the BPI Challenge 2013, incidents, as CSV")
    asked.add_argument("--out", type=Path, help="a folder for all that is found")
    asked.add_argument("--draws", type=int, default=DRAWS)
    asked.add_argument("--workers", type=int, default=None)
    given = asked.parse_args()
    if (given.log is None) != (given.out is None):
        asked.error("give --log and --out together, or neither")
    console = Console()

    def tell(state: State) -> None:
        console.print(f"{state.done} of {state.most} simulated logs, {state.seconds_left or 0:.0f} s left")

    if given.log is not None:
        apply(given.log, given.out, engine(given.workers), given.draws, tell)
    show(console)


def show(console: Console) -> None:
    """The scenario's values and figures beside what was found."""
    found = kept()
    table = Table("parameter", CALIBRATED, "log allows (95 %)", "", title=f"{found['draws']} simulated logs")
    for each in values(found):
        verdict = ("inside" if each.inside else "OUTSIDE") + ("" if each.told else ", cannot be told")
        table.add_row(each.key.partition(".")[2], f"{each.value:.3g}", f"{each.low:.3g} to {each.high:.3g}", verdict)
    console.print(table)
    beside = Table("fitted figure", "log", CALIBRATED)
    for row in figures(found):
        beside.add_row(row.figure, *(f"{value:.3f}" for value in row[1:]))
    console.print(beside)


if __name__ == "__main__":
    main()
