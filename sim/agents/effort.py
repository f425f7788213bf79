"""How hard people work: where the marginal gain of effort meets its marginal cost c·e.

Limit cases: teams (Holmström 1982), help (Itoh 1991), tournaments with sabotage (Lazear & Rosen 1981, Lazear 1989),
peer pressure (Kandel & Lazear 1992). EVIDENCE T1, T3, T4, T5.
"""

from sim.compiled import rule
from sim.tables import Row


@rule
def between(low: float, value: float, high: float) -> float:
    """The value, kept within its bounds."""
    return min(max(value, low), high)


@rule
def own_effort(incentive: float, p: Row) -> float:
    """Effort at work: the base, plus what an hour pays and what peers press for, over its cost.

    Maximises (incentive + shame)·x - c·x²/2 - κ·(norm - e)²/2 over x = e - base.
    """
    pressed = incentive + p.shame + p.peer_pressure * (p.effort_norm - p.effort_base)
    return between(p.effort_least, p.effort_base + pressed / (p.effort_cost + p.peer_pressure), p.effort_most)


@rule
def help_effort(colleague: float, p: Row) -> float:
    """Effort in helping: h·δ over its cost, where δ is the price of a colleague's outcome; none if that is negative."""
    return between(0.0, p.help_yield * colleague / p.help_cost, p.help_most)


@rule
def sabotage(colleague: float, p: Row) -> float:
    """Effort in harming: only where a colleague's success costs me, and only if the model allows it at all."""
    return between(0.0, -p.sabotage * p.sabotage_yield * colleague / p.sabotage_cost, p.help_most)


@rule
def helps_rather(incentive: float, colleague: float, p: Row) -> bool:
    """With one joint cost, it is own work or help, whichever pays more (Itoh 1991)."""
    return p.help_yield * colleague > incentive
