"""Measures the `volvo-baseline` scenario against the log that it stands for: does it still hand problems over so?

The target figures come from the incident log of Volvo IT (BPI Challenge 2013, doi
10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee) at the level of teams; a team there is a division here. The pay
scheme behind the log is unknown: this calibrates a start under sales commission, never the effect of a policy.

    python -m experiments.evidence.calibrate

`siloscope calibrate` reads parameters, with intervals, from this log or any other (docs/calibration.md).
"""

import sys
from dataclasses import dataclass

import numpy as np

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


def measured(scenario: Scenario, replicates: int, seed: int) -> dict[str, float]:
    """The measures of the targets, mean over replicates, in the half year after the warm-up."""
    runs = []
    for replicate in range(replicates):
        run = Simulation(scenario, replicate=replicate, seed=seed, weeks=WARMUP + WEEKS)
        run.live_weeks(WARMUP + WEEKS)
        runs.append(run)
    found = window(week_rows(runs), WARMUP, WARMUP + WEEKS, scenario.money.margin_rate)
    return {target.measure: float(np.nanmean(found[target.measure])) for target in TARGETS}


def main() -> int:
    """Check the committed scenario; returns 1 if a figure lies outside its tolerance."""
    from rich.console import Console
    from rich.table import Table

    scenario = load_scenario(SCENARIO)
    values = measured(scenario, replicates=30, seed=scenario.run.seed)
    table = Table("figure", "log", "accepted", "model", "verdict")
    for t in TARGETS:
        good = t.low <= values[t.measure] <= t.high
        accepted = f"{t.low:.3f}–{t.high:.3f}"
        table.add_row(t.measure, f"{t.every:.3f}", accepted, f"{values[t.measure]:.3f}", "well" if good else "off")
    Console().print(table)
    return 0 if all(t.low <= values[t.measure] <= t.high for t in TARGETS) else 1


if __name__ == "__main__":
    sys.exit(main())
