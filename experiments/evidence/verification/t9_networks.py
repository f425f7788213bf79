"""T9, desks in a network: hand-offs make a Jackson network, and each desk is then a queue of its own.

Problems come to division j at rate γ_j; a second and a third division are needed with given chances and drawn evenly,
so the flow through a desk is λ_j = γ_j + Σ_i λ_i p_ij. With exponential work of mean 1/μ, W = Σ ρ_j/(1 - ρ_j) / Σ γ.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.verification.bare import contract
from experiments.evidence.verification.check import Check, Mean
from experiments.evidence.verification.queues import RUNS, desks, life, sojourns
from sim.company.scenario import Scenario
from sim.simulation import Simulation

SOURCE = "Jackson 1957"


def checks() -> Iterator[Check]:
    """Two and three desks, from some hand-offs to a tour of all of them."""
    yield _network(2, 0.5, 0.0)
    yield _network(3, 1.0, 0.0)
    yield _network(3, 0.5, 0.5)


def _network(divisions: int, second: float, third: float) -> Check:
    visits = 1.0 + second * (1.0 + third)
    scenario = desks(divisions, problems_per_customer=0.25 / visits, second_division=second, third_division=third)
    own = np.bincount(_customers(scenario), minlength=divisions) * 0.25 / visits / 40.0
    onward = second * (1.0 + third) / (divisions - 1)  # to each other division
    load = 2.0 * (own + onward * (own.sum() - own))
    seen = Mean.of([float(sojourns(life(scenario, replicate)).mean()) for replicate in range(RUNS)])
    statement = f"Sojourn in {divisions} desks with {visits:g} visits a problem is Σρ/(1 - ρ)/Σγ (hours)"
    expected = float((load / (1.0 - load)).sum() / own.sum())
    return Check(f"T9-jackson-{divisions}-{visits:g}", statement, SOURCE, expected, seen.value, seen.error)


def _customers(scenario: Scenario) -> NDArray[np.int32]:
    """The division of each customer, as the model seats them."""
    division: NDArray[np.int32] = Simulation(scenario, contract()).world.customers.division
    return division
