"""Maps without lives: a question of a small company, and points whose verdicts are given by a rule."""

from collections.abc import Callable, Mapping

from experiments.believing.asked import LOOKS, Asked
from experiments.believing.belief_map import BeliefMap
from experiments.believing.lattice import Node, Steps, first_blocks
from experiments.believing.looking import Point, Verdict
from experiments.comparing.intervals import Difference
from sim.company.scenario import Company, Run, Scenario

SMALL = Scenario(
    name="small",
    company=Company(units=1, divisions=2, employees=3),
    run=Run(warmup_weeks=3, weeks=8, replicates=5, seed=7),
)
COARSE = Steps(2, 4, 8)


def question(
    measure: str = "satisfaction",
    steps: Steps = COARSE,
    looks: tuple[int, ...] = LOOKS,
    second: str = "sales-commission",
) -> Asked:
    """The small company's question."""
    return Asked.about(
        SMALL, "fair-salary", second, "problems_per_customer", "meaning", measure=measure, steps=steps, looks=looks
    )


def drawn_by(rule: Callable[[int, int], Verdict], asked: Asked, finished: bool = True) -> BeliefMap:
    """The map in which every node was looked at, and found as the rule says."""
    points: Mapping[Node, Point] = {
        (x, y): Point(
            (x, y), *asked.values((x, y)), rule(x, y), Difference(0.5, 0.1, 0.9, 4, higher_in=4, lower_in=0),
            7.5, 7.0, 1, more=False,
        )
        for x, y in asked.steps.nodes
    }  # fmt: skip
    return BeliefMap(asked, points, first_blocks(asked.steps), len(points), len(points), len(points), finished)
