"""Whose score a problem counts in, by the attribution rule of the policy: when it ends, and as people reckon before."""

from sim.agents.learning import said_lately, took_lately
from sim.compiled import rule
from sim.policies.vocabulary import Attribution
from sim.tables import Row, Treatment

EVERYBODY = -1  # who touched it


@rule
def credited(problem: Row, attribution: int) -> int:
    """The division in whose score a problem counts; EVERYBODY if it counts in that of all who touched it."""
    if attribution == Attribution.OWNER:
        return int(problem.owner)
    if attribution == Attribution.LAST:
        return int(problem.at)
    return EVERYBODY


@rule
def is_credited(problem: Row, d: int, attribution: int) -> bool:
    """Whether a problem that division d touched counts in its score."""
    one = credited(problem, attribution)
    if one == EVERYBODY:
        return True
    return bool(one == d)


@rule
def credits(problem: Row, d: int, attribution: int, is_last_part: bool) -> tuple[float, float, float, float]:
    """Chance that the problem counts as ours if we sell, do our part, pass it on or call a table."""
    if attribution == Attribution.OWNER:
        ours = 1.0 if problem.owner == d else 0.0
        return ours, ours, ours, ours
    if attribution == Attribution.LAST:
        return 1.0, (1.0 if is_last_part else 0.0), 0.0, 1.0
    return 1.0, 1.0, 1.0, 1.0


@rule
def level_of(division: Row, attribution: int) -> tuple[float, float]:
    """Score and days that a way of working is held against: see `outcome` in agents/employee.py.

    Only attribution to the last lets the choice decide in whose mean the problem counts.
    """
    if attribution == Attribution.LAST:
        return said_lately(division), took_lately(division)
    return division.believed_score[Treatment.VOLLEYED], division.believed_days[Treatment.VOLLEYED]
