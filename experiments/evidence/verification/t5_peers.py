"""T5, peer pressure: shame adds to effort, and pressure towards a norm draws it there, however many share the proceeds.

Under T1's contract, with k the worth of an hour's sales: linear pressure κ gives e = (k/N + κ)/c, quadratic pressure
towards the norm e* gives e = (k/N + κe*)/(c + κ).
"""

from collections.abc import Iterator

from experiments.evidence.verification.bare import bare, contract, hour_worth, term
from experiments.evidence.verification.check import Check
from sim.company.scenario import Scenario
from sim.simulation import Simulation

SOURCE = "Kandel & Lazear 1992"
SHARE = 0.4
COST = 1.5
NORM = 1.2


def checks() -> Iterator[Check]:
    """Both forms at two strengths and two sizes."""
    for size in (2, 10):
        for pressure in (0.2, 2.0):
            shamed = bare(size, money_weight=2.0, effort_cost=COST, shame=pressure)
            pressed = bare(size, money_weight=2.0, effort_cost=COST, peer_pressure=pressure, effort_norm=NORM)
            share = hour_worth(shamed, SHARE, sharers=size)
            yield Check(
                f"T5-shame-{size}-{pressure:g}", f"Shame {pressure:g} among {size}: e = (k/N + κ)/c", SOURCE,
                (share + pressure) / COST, _effort(shamed),
            )  # fmt: skip
            yield Check(
                f"T5-norm-{size}-{pressure:g}", f"Norm, pressure {pressure:g} among {size}: e = (k/N + κe*)/(c + κ)",
                SOURCE, (share + pressure * NORM) / (COST + pressure), _effort(pressed),
            )  # fmt: skip


def _effort(scenario: Scenario) -> float:
    """Effort after four weeks of sharing company output."""
    run = Simulation(scenario, contract(term("employee", "rate", "sales", "company", share=SHARE)))
    run.live_weeks(4)
    return float(run.world.employees.effort.mean())
