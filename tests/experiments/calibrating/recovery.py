"""Known parameters found again: logs that the model made, written as files, read as real ones, calibrated to.

    python -m tests.experiments.calibrating.recovery FOLDER [--draws 2000] [--logs 20] [--seed 2] [--workers 2]

Truths are drawn evenly from the plausible ranges, the company is known (as with --people). For each parameter: in how
many logs the 95 % interval holds the truth, and how wide it is compared with knowing the plausible range alone. The
same for the figures that were not fitted and for the held-out part. FOLDER keeps the bank; the same command goes on.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rich.console import Console
from rich.table import Table

from experiments.calibrating.bank import Bank, bank
from experiments.calibrating.calibration import TOLD, Learned, learn
from experiments.calibrating.figures import Floats, figures_of
from experiments.calibrating.measuring import FITTED, Measured, dimensions_of
from experiments.calibrating.setting import Setting
from experiments.calibrating.windows import in_weeks
from experiments.sweeping.engines import engine
from experiments.sweeping.sweep import State
from experiments.xray.reading import read_log
from sim.company.organisation import people_in
from sim.company.scenario import Company, Run, Scenario
from sim.parameters import declared

APART = 5_000_011
"""How far the luck of the truths is from that of the bank."""
COMPANY = Company(units=2, divisions=3, employees=6)


class Recovered(NamedTuple):
    """One log: its truth, shape (parameters,), and what was learnt of it."""

    truth: Floats
    learned: Learned


def setting(weeks: float = 20.0, cases: int = 2_000, seed: int = 7) -> Setting:
    """A company of 36 people whose log is known for so many weeks."""
    scenario = Scenario(company=COMPANY, run=Run(warmup_weeks=26))
    return Setting(scenario, dimensions_of(FITTED), weeks, cases, True, False, True, seed)


def recovered(known: Setting, lived: Bank, logs: int, apart: int = APART) -> Iterator[Recovered]:
    """Logs of fresh draws, through a file, each calibrated to with the bank; `apart` is their luck."""
    for number in range(logs):
        truth = known.elsewhere(apart).draw(number)
        yield Recovered(truth, learn(through_a_file(known.elsewhere(apart), truth, number), lived))


def through_a_file(known: Setting, truth: Floats, future: int) -> Measured:
    """A simulated log, written to a CSV file, read as a real one, and measured."""
    events = known.log(truth, future)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        events.to_csv(path, index=False)
        log = read_log(path, "case", "time", "group", "division", "status")
    weeks = in_weeks(log.events["time"], log.times.read_as)
    luck = np.random.default_rng([known.seed, future, 1])
    people = COMPANY.units * COMPANY.divisions * COMPANY.employees
    figures = figures_of(
        log.events, weeks, known.window, ended=known.ended, people=people, most=known.cases, luck=luck
    )  # fmt: skip
    return Measured(known, known.window, figures, known.cases, 0, 6, 6.0, float("nan"), 0, people_in(known.scenario))


def tables(found: list[Recovered], known: Setting) -> Iterator[Table]:
    """Coverage and width of each parameter, and coverage of the checks."""
    labels = {row.key: row.label.en for row in declared()}
    table = Table("parameter", "holds the truth", "mean width", "told in", title=f"{len(found)} logs")
    for place, each in enumerate(known.dimensions):
        fits = [one.learned.fits[place] for one in found]
        holds = sum(fit.low <= one.truth[place] <= fit.high for fit, one in zip(fits, found, strict=True))
        told = [fit.told for fit in fits]
        width = float(np.mean([fit.width for fit in fits]))
        table.add_row(labels[each.key], f"{holds} of {len(found)}", f"{width:.2f}", f"{sum(told)}")
    yield table
    checks = Table("checks", "hold", title=f"told: a width of {TOLD} or less")
    for name in ("not_fitted", "held_out"):
        each = [check.holds for one in found for check in getattr(one.learned, name)]
        checks.add_row(name, f"{sum(each)} of {len(each)}")
    checks.add_row("strange (above 0.99)", f"{sum(one.learned.strange > 0.99 for one in found)} of {len(found)}")
    yield checks


def main() -> None:
    """Fill the bank, make the logs, print the tables."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--draws", type=int, default=2_000)
    asked.add_argument("--logs", type=int, default=20)
    asked.add_argument("--seed", type=int, default=APART, help="of the truths: another proof with one bank")
    asked.add_argument("--workers", type=int, default=None)
    given = asked.parse_args()
    if given.seed < 1:
        asked.error("--seed must be 1 or more: 0 is the luck of the bank")
    console, known = Console(), setting()

    def tell(state: State) -> None:
        console.print(f"{state.done} of {state.most} draws, {state.seconds_left or 0:.0f} s left")

    lived = bank(known, given.draws, given.folder, engine(given.workers), tell)
    for table in tables([*recovered(known, lived, given.logs, given.seed)], known):
        console.print(table)


if __name__ == "__main__":
    main()
