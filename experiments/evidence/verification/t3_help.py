"""T3, help: one helps as far as a colleague's outcome pays oneself, and not at all where it does not.

Own selling is worth β an hour, a point for a colleague's customer δ. With separate costs, own effort is a = β/c and
helping effort b = hδ/c_b, which adds h·b points. With one joint cost it is all or nothing: help if hδ > β.
"""

from collections.abc import Iterator

from experiments.evidence.verification.bare import contract, hour_worth, point_worth, term
from experiments.evidence.verification.check import Check
from experiments.evidence.verification.pair import first_week, pair, points_given

SOURCE = "Itoh 1991; Drago & Garvey 1998"
SELLING = 0.2  # salaries for planned sales
YIELD, HELP_COST = 0.5, 0.8


def checks() -> Iterator[Check]:
    """Help at four prices of a colleague's point, then the switch under a joint cost."""
    for caring in (0.0, 0.1, 0.4, 1.5):
        yield from _separate(caring)
    for caring in (0.05, 0.9, 1.1, 4.0):
        yield from _joint(caring)


def _pay(selling: float, caring: float) -> tuple[str, str]:
    """A commission of one's own, and pay for the mean satisfaction of both divisions' customers."""
    return (
        term("employee", "rate", "sales", "self", share=selling),
        term("employee", "rate", "satisfaction", "unit", share=caring),
    )


def _separate(caring: float) -> Iterator[Check]:
    scenario = pair(money_weight=0.5, effort_cost=2.0, help_yield=YIELD, help_cost=HELP_COST)
    run = first_week(scenario, contract(*_pay(SELLING, caring)))
    people, colleague = run.world.employees, point_worth(scenario, caring, sharers=2)
    statement = f"Help is hδ/c_b, and adds h·b points (δ = {colleague:.2g})"
    yield Check(f"T3-help-{caring:g}", statement, SOURCE, YIELD**2 * colleague / HELP_COST, points_given(run))
    statement = f"Own effort is β/c whatever help pays (δ = {colleague:.2g})"
    own = hour_worth(scenario, SELLING) / 2.0
    yield Check(f"T3-own-{caring:g}", statement, SOURCE, own, float(people.effort.mean()) - 1.0)


def _joint(ratio: float) -> Iterator[Check]:
    """With hδ = ratio · β."""
    scenario = pair(money_weight=1.0, effort_cost=HELP_COST, help_yield=YIELD, help_cost=HELP_COST, joint_effort=1.0)
    own = hour_worth(scenario, SELLING)
    caring = ratio * own / YIELD / point_worth(scenario, 1.0, sharers=2)
    run = first_week(scenario, contract(*_pay(SELLING, caring)))
    helps = ratio > 1.0
    words = f"with hδ = {ratio:g}β and one joint cost"
    added = YIELD * ratio * own / HELP_COST
    yield Check(
        f"T3-joint-help-{ratio:g}", f"Points from help {words}", SOURCE, added if helps else 0.0, points_given(run),
        scale=added,
    )  # fmt: skip
    selling, effort = own / HELP_COST, float(run.world.employees.effort.mean()) - 1.0
    yield Check(
        f"T3-joint-own-{ratio:g}", f"Own effort {words}", SOURCE, 0.0 if helps else selling, effort, scale=selling
    )
