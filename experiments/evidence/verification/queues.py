"""Long runs of desks as queues: nobody sells, so that who has no problem waits, and nothing else takes time."""

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.verification.bare import HOURS_A_WEEK, bare, contract
from sim.company.scenario import Scenario
from sim.log import EventKind
from sim.simulation import Simulation

RUNS = 20
WEEKS = 10_000
WARMUP = 200  # weeks


def desks(divisions: int, **switched_on: float) -> Scenario:
    """Divisions of one person each; effort is 1, and everyone does their own part of what lies on the desk."""
    still = {"selling": 0.0, "effort_base": 1.0, "hours_least": 0.0, "hours_mean": 2.0, "meaning": 1.0,
             "meaning_colleague": 1.0, "customers_per_employee": 40.0}  # fmt: skip
    return bare(1, divisions, **(still | switched_on))


def life(scenario: Scenario, replicate: int, weeks: int = WEEKS) -> Simulation:
    """One long life without variable pay, with a log."""
    run = Simulation(scenario, contract(), replicate=replicate, events=True, weeks=weeks)
    run.live_weeks(weeks)
    return run


def sojourns(run: Simulation) -> NDArray[np.float64]:
    """Working hours from arrival to solution of the problems that came after the warm-up and were solved."""
    events = run.events
    came, solved = events[events["kind"] == EventKind.ARRIVED], events[events["kind"] == EventKind.SOLVED]
    arrived = np.full(int(came["problem"].max()) + 1, np.nan)
    arrived[came["problem"]] = came["time"]
    began = arrived[solved["problem"]]
    hours: NDArray[np.float64] = (solved["time"] - began)[began >= WARMUP * HOURS_A_WEEK]
    return hours


def second_moment(scenario: Scenario) -> float:
    """E[S²] of the hours of a part: S = least + mean · difficulty · Exp(1), difficulty ~ Gamma with mean 1."""
    problems = scenario.problems
    least, mean = problems.hours_least, problems.hours_mean
    return least**2 + 2.0 * least * mean + 2.0 * mean**2 * (1.0 + 1.0 / problems.difficulty_shape)
