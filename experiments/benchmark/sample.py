"""A short run of a small company, and a hash of all that it leaves: the same compiled and interpreted, or it is wrong.

`python -m experiments.benchmark.sample WEEKS` lives it and writes JSON; with NUMBA_DISABLE_JIT=1 it lives interpreted.
"""

import hashlib
import json
import sys

import numpy as np

from experiments.benchmark.children import ask_module
from experiments.benchmark.companies import decisions_of, seconds
from sim.company.scenario import Company, Scenario
from sim.simulation import Simulation

COMPANY = Company(units=2, divisions=2, employees=3)
POLICY = "gate-and-shared-target"  # volleys, hand-ons, tables and invitations all happen under it


def live_sample(weeks: int) -> dict[str, float | str]:
    """Live the small company for so many weeks; its hash, its decisions, and the seconds of the living alone."""
    scenario = Scenario(company=COMPANY)
    Simulation(scenario, POLICY, events=True).live(1)  # compiles, or reads from the disk, what is compiled
    run = Simulation(scenario, POLICY, events=True)
    took = seconds(lambda: run.live_weeks(weeks))
    return {"hash": hash_of(run), "decisions": decisions_of(run), "seconds": took}


def hash_of(run: Simulation) -> str:
    """Hash of every column of every table (of the unused rows, too) and of where the random streams are."""
    digest = hashlib.sha256()
    for name, rows in zip(run.world._fields, run.world, strict=True):
        table = np.asarray(rows)
        for column in table.dtype.names or (None,):
            values = table if column is None else table[column]
            digest.update(f"{name}.{column} {values.shape}".encode())
            digest.update(np.ascontiguousarray(values).tobytes())
    for stream in (each for luck in run.lucks for each in luck):
        digest.update(repr(stream.bit_generator.state).encode())
    return digest.hexdigest()


def compare_interpreted(weeks: int) -> dict[str, float | bool]:
    """Decisions a second with the compiler off, and whether the same sources and seed leave the same bits."""
    here = live_sample(weeks)
    there = ask_module("experiments.benchmark.sample", str(weeks), NUMBA_DISABLE_JIT="1")
    return {
        "decisions_per_second_interpreted": float(there["decisions"]) / float(there["seconds"]),
        "interpreted_is_identical": here["hash"] == there["hash"],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(live_sample(int(sys.argv[1]))))
