"""Finds the parameters of the `volvo-baseline` scenario: a starting regime that hands problems over as a real log does.

The target figures come from the incident log of Volvo IT (BPI Challenge 2013, doi
10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee) at the level of teams; a team there is a division here. The pay
scheme behind the log is unknown: this calibrates a start under sales commission, never the effect of a policy.

    python -m experiments.evidence.calibrate        search, about five minutes; prints the best parameters
    python -m experiments.evidence.calibrate --check  measure the committed scenario against the log
"""

import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import differential_evolution

from experiments.catalogue import load_scenario
from sim.company.scenario import Scenario
from sim.records.measures import window
from sim.simulation import Simulation, week_rows

SCENARIO = "volvo-baseline"
WARMUP, WEEKS = 26, 26


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of the log: over all cases, and over those from April 2012 on; their distance is one tolerance."""

    measure: str
    every: float
    late: float | None = None

    @property
    def low(self) -> float:
        """Lowest accepted value: 15 % below, or the span of the two columns if that is wider."""
        return min(self.every * 0.85, self.every if self.late is None else self.late)

    @property
    def high(self) -> float:
        """Highest accepted value."""
        return max(self.every * 1.15, self.every if self.late is None else self.late)


TARGETS = (
    Target("handoffs_per_problem", 1.252, 1.12),
    Target("no_handoff_share", 0.494, 0.512),
    Target("one_handoff_share", 0.234, 0.233),
    Target("two_handoffs_share", 0.129, 0.128),
    Target("more_handoffs_share", 0.143, 0.127),
    Target("return_share", 0.348),
    Target("pingpong_share", 0.156, 0.139),
)

SEARCHED = {
    "second_division": (0.1, 0.7),
    "third_division": (0.0, 0.8),
    "triage": (0.6, 1.0),
    "right_address": (0.3, 1.0),
    "difficulty_shape": (0.15, 3.0),
    "duty": (0.6, 2.4),
    "pressure_queue": (0.0, 0.5),
    "reluctance": (0.0, 0.6),
    "habit_strength": (0.2, 1.6),
}
"""What the search may set; everything else keeps its default."""


def measured(scenario: Scenario, replicates: int, seed: int) -> dict[str, float]:
    """The measures of the targets, mean over replicates, in the half year after the warm-up."""
    runs = []
    for replicate in range(replicates):
        run = Simulation(scenario, replicate=replicate, seed=seed, weeks=WARMUP + WEEKS)
        run.live_weeks(WARMUP + WEEKS)
        runs.append(run)
    found = window(week_rows(runs), WARMUP, WARMUP + WEEKS, scenario.money.margin_rate)
    return {target.measure: float(np.nanmean(found[target.measure])) for target in TARGETS}


def distance(values: NDArray[np.float64], scenario: Scenario) -> float:
    """Sum of squared distances to the log, in tolerances."""
    found = measured(scenario.with_parameters(**dict(zip(SEARCHED, map(float, values), strict=True))), 3, seed=7)
    return sum(((found[t.measure] - t.every) / (0.15 * t.every)) ** 2 for t in TARGETS)


def search(scenario: Scenario, generations: int = 25, seed: int = 1) -> dict[str, float]:
    """The best parameters found by differential evolution, rounded to three digits."""
    best = differential_evolution(
        distance, list(SEARCHED.values()), args=(scenario,), maxiter=generations, popsize=6, seed=seed, polish=False,
        tol=1e-4,
    )  # fmt: skip
    return {name: round(float(value), 3) for name, value in zip(SEARCHED, best.x, strict=True)}


def main(arguments: list[str]) -> int:
    """Search, or check the committed scenario; returns 1 if a figure lies outside its tolerance."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    scenario = load_scenario(SCENARIO)
    if "--check" not in arguments:
        found = search(Scenario(name=SCENARIO, company=scenario.company, run=scenario.run))
        console.print(found)
        scenario = scenario.with_parameters(**found)
    values = measured(scenario, replicates=30, seed=scenario.run.seed)
    table = Table("figure", "log", "accepted", "model", "verdict")
    for t in TARGETS:
        good = t.low <= values[t.measure] <= t.high
        accepted = f"{t.low:.3f}–{t.high:.3f}"
        table.add_row(t.measure, f"{t.every:.3f}", accepted, f"{values[t.measure]:.3f}", "well" if good else "off")
    console.print(table)
    return 0 if all(t.low <= values[t.measure] <= t.high for t in TARGETS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
