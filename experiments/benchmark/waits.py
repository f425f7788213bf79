"""What people wait for: a comparison inside a running program, and the first table after typing the command."""

import statistics
import tempfile

from experiments.benchmark.children import run_python
from experiments.benchmark.companies import seconds
from experiments.comparing.compare import compare
from sim.company.scenario import Scenario

POLICIES = ("sales-commission", "gate-and-shared-target")
REPLICATES = 20
COMMAND = ["-m", "experiments", "compare", *POLICIES, "--replicates", "4"]


def compare_seconds(scenario: Scenario, rounds: int, replicates: int = REPLICATES) -> float:
    """Wall time of a comparison of two policies on all cores, up to and with its figures; the best of some rounds."""
    return min(
        seconds(lambda: compare(scenario, POLICIES, replicates=replicates).to_json()) for _ in range(max(rounds, 1))
    )


def first_table_seconds(rounds: int) -> float:
    """From typing a command to its table, the compiled code being on disk; the median of some rounds."""
    run_python(COMMAND)
    return statistics.median(seconds(lambda: run_python(COMMAND)) for _ in range(rounds))


def cold_seconds() -> float:
    """The same on a machine that has never compiled it."""
    with tempfile.TemporaryDirectory(prefix="siloscope-") as folder:
        return seconds(lambda: run_python(COMMAND, SILOSCOPE_CACHE=folder))
