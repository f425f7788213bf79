"""The companies that the benchmark lives, and what it counts in them."""

import time
from collections.abc import Callable

from sim.company.scenario import Company, Run, Scenario
from sim.simulation import Simulation
from sim.tables import Task

A_DIVISION = 10  # people, the manager included
DIVISIONS = 10  # in each unit


def company_of(people: int) -> Scenario:
    """A scenario of so many people, managers included, in divisions of ten and units of a hundred.

    Raises ValueError unless `people` is a multiple of ten.
    """
    divisions, rest = divmod(people, A_DIVISION)
    if rest or divisions < 1:
        raise ValueError(f"{people} people do not make divisions of {A_DIVISION}")
    units = -(-divisions // DIVISIONS)
    if units * DIVISIONS != divisions:
        return Scenario(company=Company(units=1, divisions=divisions, employees=A_DIVISION - 1), run=Run(weeks=1))
    return Scenario(company=Company(units=units, divisions=DIVISIONS, employees=A_DIVISION - 1), run=Run(weeks=1))


def decisions_of(run: Simulation) -> int:
    """Decisions taken so far: logit choices with a problem in view, and answers to invitations."""
    return int(run.world.weeks.decisions.sum())


def tasks_of(run: Simulation) -> int:
    """The same and the hours at an empty desk, in which people sell or idle."""
    weeks = run.world.weeks
    free = float(weeks.hours[:, [Task.SELLING, Task.IDLING]].sum())
    return decisions_of(run) + round(free) - int(weeks.sell.sum() + weeks.idle.sum())


def seconds(job: Callable[[], object]) -> float:
    """Wall time of a job."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start
