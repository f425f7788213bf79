"""Two colleagues, each a division: every problem needs both, and they always sit down together.

What the guest's helping effort adds to the score of the other's customer, or sabotage takes off, can so be read from
what customers say. Their score is 5 without either.
"""

from experiments.evidence.verification.bare import HOURS_A_WEEK, bare
from sim.company.scenario import Scenario
from sim.policies import Policy
from sim.simulation import Simulation


def pair(**switched_on: float) -> Scenario:
    """The two of them; they come whatever it costs, because they trust and answer like with like."""
    together = {"second_division": 1.0, "customers_per_employee": 20.0, "coverage": 1.0, "belief_table": 7.1,
                "meaning": 1.0, "trust_start": 1.0, "reciprocity": 10.0, "courtesy": 10.0,
                "effort_base": 1.0}  # fmt: skip
    return bare(1, 2, **(together | switched_on))


def first_week(scenario: Scenario, policy: Policy) -> Simulation:
    """Their first week until Friday afternoon: prices are still those of its beginning, standings the plan."""
    run = Simulation(scenario, policy)
    run.live(HOURS_A_WEEK - 1)
    return run


def points_given(run: Simulation) -> float:
    """Points that a guest's effort added to a score, in the first week; NaN if not all was solved at tables."""
    week = run.world.weeks[0]
    if week.solved == 0 or week.own_part + week.pass_on > 0:
        return float("nan")
    return float(week.scores / week.solved) - run.scenario.customers.score_best
