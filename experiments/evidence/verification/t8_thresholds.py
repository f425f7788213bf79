"""T8, thresholds: a bonus for reaching T moves people only where it is in reach; a gate, all that is behind it.

Bonus B, level felt as normal with spread s: c·e = (B/s)·φ((T - e)/s); for a team's mean c·e = B/(N·s_N)·φ((T - e)/s_N).
Sales paid β behind a gate on satisfaction: c·e_x = β·Pr(q ≥ T) and c·e_q = β·E[x]·φ(z)/s; both vanish as Pr → 0.
"""

from collections.abc import Iterator
from math import sqrt

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from experiments.evidence.verification.bare import (
    BARE,
    WEEKS_A_QUARTER,
    bare,
    contract,
    hour_worth,
    point_worth,
    sales_spread,
    term,
)
from experiments.evidence.verification.check import Check
from experiments.evidence.verification.pair import first_week, pair, points_given
from sim.company.scenario import Scenario
from sim.policies import Policy
from sim.policies.metrics.satisfaction import SCORE_SPREAD
from sim.simulation import Simulation
from sim.tables import Raw

SOURCE = "normal-noise threshold bonus (EVIDENCE.md T8)"
ROUNDS = 60  # quarters after which effort has settled
BONUS = 0.3  # salaries


def checks() -> Iterator[Check]:
    """Fixed points alone and in a team, the path over a quarter, and the knock-out at five distances."""
    for target in (0.1, 0.8, 1.6):
        yield _settled(target, 1)
    for heads in (2, 4):
        yield _settled(0.4, heads)
    yield from _quarter()
    for distance in (2.0, 1.0, 0.0, -1.5, -3.0):
        yield from _knock_out(distance)


def _target(target: float, heads: int) -> Policy:
    scope = "self" if heads == 1 else "division"
    return contract(term("employee", "target", "sales", scope, share=BONUS, threshold=target))


def _settled(target: float, heads: int) -> Check:
    """Effort that repeats itself if people expect of a quarter what they did in the last one."""
    scenario = bare(heads, money_weight=100.0)
    start = Simulation(scenario, _target(target, heads))
    effort = 1.0
    for _ in range(ROUNDS):
        quarter = start.fork()
        quarter.world.divisions.pace[:, Raw.SALES] *= effort
        quarter.adopt(_target(target, heads))
        effort = float(quarter.world.employees.effort.mean())
    spread, bonus = sales_spread(scenario, heads), hour_worth(scenario, BONUS, sharers=heads)
    fixed = float(brentq(lambda e: bonus / spread * norm.pdf((target - e) / spread) - e, 0.0, 10.0))
    who = "one person" if heads == 1 else f"a team of {heads}"
    statement = f"Effort of {who} under a bonus at {target:g} settles where ce = (B/Ns)·φ((T - e)/s)"
    return Check(f"T8-target-{target:g}-{heads}", statement, SOURCE, fixed, effort)


def _quarter() -> Iterator[Check]:
    """The same week by week: where things stand follows from what was sold, and the spread from the time left."""
    scenario, heads, target = bare(4, money_weight=100.0, effort_base=1.0), 4, 1.2
    run = Simulation(scenario, _target(target, heads), weeks=WEEKS_A_QUARTER)
    plan, felt = float(run.world.company[0].plan_sales) * heads, []
    spread, bonus = sales_spread(scenario, heads), hour_worth(scenario, BONUS, sharers=heads)
    sold, pace, expected = 0.0, plan, []
    for week in range(1, WEEKS_A_QUARTER):
        run.live_weeks(1)
        felt.append(float(run.world.employees.effort.mean()) - 1.0)
        sold += run.weeks[-1].sold
        pace += BARE["pace_rate"] * (run.weeks[-1].sold - pace)
        left = (WEEKS_A_QUARTER - week) / WEEKS_A_QUARTER
        level, doubt = (sold + pace * (WEEKS_A_QUARTER - week)) / (plan * WEEKS_A_QUARTER), spread * sqrt(left)
        expected.append(bonus / doubt * norm.pdf((target - level) / doubt))
    ratio = np.array(felt) / np.array(expected)
    for name, worst in (("least", ratio.min()), ("most", ratio.max())):
        statement = f"Effort over ce = (B/Ns)·φ((T - level)/s) in twelve weeks of standings, {name}"
        yield Check(f"T8-weeks-{name}", statement, SOURCE, 1.0, float(worst))


def _knock_out(distance: float) -> Iterator[Check]:
    """A commission behind a gate on the mean satisfaction of both divisions, so many spreads from where it is."""
    scenario = pair(coverage=0.5, money_weight=4.0, effort_cost=0.5, help_yield=1.5)
    spread = _spread(scenario)
    threshold = scenario.customers.satisfaction_start - distance * spread
    run = first_week(scenario, contract(
        term("employee", "rate", "sales", "self", share=BONUS),
        term("employee", "gate", "satisfaction", "unit", threshold=threshold),
    ))  # fmt: skip
    where = f"z = {distance:g} from a gate"
    effort = hour_worth(scenario, BONUS) * norm.cdf(distance) / 0.5
    statement = f"Selling effort at {where} is β·Pr(q ≥ T)/c"
    yield Check(f"T8-gate-own-{distance:g}", statement, SOURCE, effort, float(run.world.employees.effort.mean()) - 1.0)
    price = point_worth(scenario, BONUS * norm.pdf(distance) / spread, sharers=2)
    statement = f"Points from the effort for quality at {where} follow β·E[x]·φ(z)/s"
    yield Check(f"T8-gate-quality-{distance:g}", statement, SOURCE, 1.5**2 * price, points_given(run))


def _spread(scenario: Scenario) -> float:
    """How unsure people are, as a quarter begins, of the satisfaction of both divisions at its end (sd, points)."""
    answers = scenario.sight.coverage * scenario.customers.customers_per_employee * 2 * WEEKS_A_QUARTER
    return sqrt(SCORE_SPREAD**2 / answers + scenario.sight.felt_drift**2)
