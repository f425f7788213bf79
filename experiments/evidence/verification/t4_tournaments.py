"""T4, tournaments: effort follows the prize times the density of a tie, and a rival's success costs just as much.

One prize W among n whose levels are felt as normal with spread σ: effort W·κ_n/(σ·c), where κ_n is the density, in
spreads, at which one passes the best of the n - 1 others. People judge a month of work. But for one check the spread is
wide, so that a month is a small step, and its price the density. In a ranking by satisfaction a point for the only
rival's customer is worth -W·g(0), with g(0) = κ_2/σ; a team bonus worth τ a point turns sabotage into help where
τ > W·g(0).
"""

from collections.abc import Iterator
from math import inf, sqrt

from scipy.integrate import quad
from scipy.stats import norm

from experiments.evidence.verification.bare import (
    A_MONTH_SOLD,
    bare,
    contract,
    hour_worth,
    point_worth,
    sales_spread,
    score_spread,
    step,
    term,
)
from experiments.evidence.verification.check import Check
from experiments.evidence.verification.pair import first_week, pair, points_given
from sim.simulation import Simulation

SOURCE = "Lazear & Rosen 1981"
SABOTAGE = "Lazear 1989; Drago & Garvey 1998"
PRIZE = 0.5  # salaries
WIDE = 3.0  # spread, in plans or in points, of which a month moves a small part
YIELD, COST = 0.5, 0.8  # the same for help and for sabotage


def checks() -> Iterator[Check]:
    """Rankings of employees in six sizes, of managers in two, and the switch from help to sabotage."""
    for rivals in (2, 3, 5, 10, 20, 50):
        yield _among_employees(rivals)
    yield _by_the_month()
    for rivals in (2, 5):
        yield _among_managers(rivals)
    for bonus in (0.0, 0.5, 1.0, 1.5, 3.0):
        yield _with_team_bonus(bonus, 1.0)
    for bonus in (0.5, 1.5):
        yield _with_team_bonus(bonus, 0.0)


def kappa(n: int) -> float:
    """Density, in spreads, at which one of n equals passes the best of the others: ∫ φ(y)² (n-1) Φ(y)^(n-2) dy."""
    return float(quad(lambda y: norm.pdf(y) ** 2 * (n - 1) * norm.cdf(y) ** (n - 2), -inf, inf)[0])


def _among_employees(n: int) -> Check:
    scenario = bare(n, money_weight=2.0, felt_drift_sales=WIDE)
    policy = contract(term("employee", "tournament", "sales", "self", share=PRIZE, winners=1.0))
    effort = Simulation(scenario, policy).world.employees.effort
    expected = hour_worth(scenario, PRIZE * kappa(n) / sales_spread(scenario, division=n))
    return Check(f"T4-{n}", f"One prize among {n} gives effort W·κ_{n}/(σc)", SOURCE, expected, float(effort.mean()))


def _by_the_month() -> Check:
    """Two whose sales are less in doubt than what a month of them moves: what counts is the chance to win by it."""
    scenario = bare(2, money_weight=2.0, felt_drift_sales=0.1)
    policy = contract(term("employee", "tournament", "sales", "self", share=PRIZE, winners=1.0))
    effort = Simulation(scenario, policy).world.employees.effort
    won = step(0.0, sqrt(2.0) * sales_spread(scenario, division=2), A_MONTH_SOLD)
    statement = "Where a month may decide between two, effort is W·ΔPr(win)/(cΔe)"
    return Check("T4-month-2", statement, SOURCE, hour_worth(scenario, PRIZE * won), float(effort.mean()))


def _among_managers(n: int) -> Check:
    """Managers' stakes reach their people by authority; agendas are as when nothing pays."""
    scenario = bare(3, n, manager_money=2.0, money_weight=2.0, authority=1.0, felt_drift_sales=WIDE)
    policy = contract(term("manager", "tournament", "sales", "division", share=PRIZE, winners=1.0))
    effort = Simulation(scenario, policy).world.employees.effort
    expected = hour_worth(scenario, PRIZE * kappa(n) / sales_spread(scenario, heads=3))
    statement = f"One prize among {n} managers: their people's effort, at full authority, is W·κ_{n}/(σc)"
    return Check(f"T4-managers-{n}", statement, SOURCE, expected, float(effort.mean()))


def _with_team_bonus(ratio: float, sabotage: float) -> Check:
    """A ranking by satisfaction, and a team bonus of τ = ratio · W·g(0) for the mean of both divisions."""
    scenario = pair(help_yield=YIELD, help_cost=COST, sabotage_yield=YIELD, sabotage_cost=COST,
                    sabotage=sabotage, felt_drift=WIDE, money_weight=2.5)  # fmt: skip
    tie = PRIZE * kappa(2) / score_spread(scenario)
    ranking = term("employee", "tournament", "satisfaction", "self", share=PRIZE, winners=1.0)
    team = term("employee", "rate", "satisfaction", "unit", share=2.0 * ratio * tie)  # two share it
    run = first_week(scenario, contract(ranking, team))
    scale = YIELD**2 * point_worth(scenario, tie) / COST
    if sabotage:
        words, expected = "turns from sabotage (points below 0) into help", (ratio - 1.0) * scale
    else:
        words, expected = "is max(0, h(τ - W·g(0))/c_b) where none sabotages", max(ratio - 1.0, 0.0) * scale
    statement = f"Help between rivals with a team bonus τ = {ratio:g}·W·g(0) {words}"
    return Check(
        f"T4-{'sabotage' if sabotage else 'help'}-{ratio:g}",
        statement,
        SABOTAGE,
        expected,
        points_given(run),
        scale=scale,
    )
