"""Measure the speed and the size of Siloscope: `siloscope bench`. What each figure means is in docs/speed.md.

In a program: `found = measure(quick=True)` gives all figures by key, as the JSON has them; `table(found)` is a table
for a rich console, and `check(found)` holds them against the committed baseline.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from experiments.benchmark.figures import SIZES, derived, figures, missed
from experiments.benchmark.machine import machine
from experiments.benchmark.memory import memory
from experiments.benchmark.pace import Effort, paces
from experiments.benchmark.regression import check
from experiments.benchmark.report import as_text, check_table, table
from experiments.benchmark.sample import compare_interpreted
from experiments.benchmark.sizes import times
from experiments.benchmark.waits import cold_seconds, compare_seconds, first_table_seconds
from experiments.catalogue import load_scenario
from experiments.comparing.jobs import Progress

__all__ = ["FULL", "QUICK", "Plan", "as_text", "check", "check_table", "measure", "table"]

SCENARIO = "six-weeks"

type Job = Callable[[], Mapping[str, float | bool]]


@dataclass(frozen=True)
class Plan:
    """How much is measured; less is quicker and noisier."""

    rounds: int = 7  # of each way of deciding
    effort: Effort = field(default_factory=Effort)
    sample_weeks: int = 3  # lived compiled and interpreted
    sizes: tuple[int, ...] = SIZES
    windows: int | None = None  # timed for each size; None: as many as the size allows
    compare_rounds: int = 5
    replicates: int = 20
    commands: int = 3  # times that the command is typed; 0: not at all
    cold: bool = True  # whether to compile everything anew, once


FULL = Plan()
QUICK = Plan(
    rounds=3, effort=Effort(60, 10, 1, 30), sample_weeks=1, windows=2, compare_rounds=2, commands=1, cold=False
)


def measure(*, quick: bool = False, plan: Plan | None = None, progress: Progress | None = None) -> dict[str, object]:
    """Measure everything, in about two minutes; `quick`: half a minute, nothing compiled anew, and noisier.

    The answer has the machine, every figure by key (None: not measured), and the keys of those that miss their bar.
    `progress(done, steps)` is called in between. Whatever else runs meanwhile spoils the figures.
    """
    plan = plan or (QUICK if quick else FULL)
    here = machine()
    found: dict[str, float | bool] = {}
    jobs = jobs_of(plan)
    for done, job in enumerate(jobs):
        if progress is not None:
            progress(done, len(jobs))
        found.update(job())
    if progress is not None:
        progress(len(jobs), len(jobs))
    found.update(derived(found))
    values = {figure.key: found.get(figure.key) for figure in figures()}
    return {**here, "quick": quick, **values, "missed": missed(values)}


def jobs_of(plan: Plan) -> list[Job]:
    """What is measured, in order. The first compiles what is not compiled yet."""
    scenario = load_scenario(SCENARIO)
    jobs: list[Job] = [
        partial(compare_interpreted, plan.sample_weeks),
        partial(paces, scenario, plan.rounds, plan.effort),
    ]
    for people in plan.sizes:
        jobs += [partial(times, people, plan.windows), partial(memory, people)]
    jobs.append(lambda: {"compare_seconds": compare_seconds(scenario, plan.compare_rounds, plan.replicates)})
    if plan.commands:
        jobs.append(lambda: {"first_table_seconds": first_table_seconds(plan.commands)})
    if plan.cold:
        jobs.append(lambda: {"first_table_cold_seconds": cold_seconds()})
    return jobs
