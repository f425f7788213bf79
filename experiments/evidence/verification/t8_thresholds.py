"""T8, thresholds: a bonus for reaching T moves people only where it is in reach; a gate, all that is behind it.

Bonus B, level felt as normal with spread s. Who judges a month of work, which moves the level by m, weighs

    B · [Φ((e + m/2 - T)/s) - Φ((e - m/2 - T)/s)] / m,

which is (B/s)·φ((T - e)/s), the density of theory, where a month is a small step. A team's mean moves by m/N.
Sales paid β behind a gate on satisfaction: c·e_x = β·Pr(q ≥ T) and c·e_q = β·E[x]·(the same of the gate); both vanish
as Pr → 0.
"""

from collections.abc import Iterator

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from experiments.evidence.verification.bare import (
    A_MONTH,
    A_MONTH_SOLD,
    BARE,
    WEEKS_A_QUARTER,
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
from sim.calendar import WEEKS_A_MONTH
from sim.policies import Policy
from sim.simulation import Simulation
from sim.tables import Raw

SOURCE = "normal-noise threshold bonus (EVIDENCE.md T8)"
ROUNDS = 60  # quarters after which effort has settled
BONUS = 0.3  # salaries
WIDE = 3.0  # spread, in plans, of which a month moves a small part


def checks() -> Iterator[Check]:
    """Fixed points alone and in a team, the density, the path over a quarter, and the knock-out at five distances."""
    for target in (0.1, 0.8, 1.6):
        yield _settled(target, 1)
    for heads in (2, 4):
        yield _settled(0.4, heads)
    for target in (0.0, 2.0, 6.0):
        yield _density(target)
    yield from _quarter()
    for distance in (2.0, 1.0, 0.0, -1.5, -3.0):
        yield from _knock_out(distance)


def _target(target: float, heads: int) -> Policy:
    scope = "self" if heads == 1 else "division"
    return contract(term("employee", "target", "sales", scope, share=BONUS, threshold=target))


def _settled(target: float, heads: int) -> Check:
    """Effort that repeats itself if people expect of a quarter what they did in the last one."""
    scenario = bare(heads, money_weight=2.0)
    start = Simulation(scenario, _target(target, heads))
    effort = 1.0
    for _ in range(ROUNDS):
        quarter = start.fork()
        quarter.world.divisions.pace[:, Raw.SALES] *= effort
        quarter.adopt(_target(target, heads))
        effort = float(quarter.world.employees.effort.mean())
    spread, bonus = sales_spread(scenario, heads), hour_worth(scenario, BONUS, sharers=heads)
    fixed = float(brentq(lambda e: bonus * step(e - target, spread, A_MONTH_SOLD / heads) - e, 0.0, 10.0))
    who = "one person" if heads == 1 else f"a team of {heads}"
    statement = f"Effort of {who} under a bonus at {target:g} settles where ce = B·ΔPr(level ≥ T)/Δe for a month's Δe"
    return Check(f"T8-target-{target:g}-{heads}", statement, SOURCE, fixed, effort)


def _density(target: float) -> Check:
    """Effort under a target of so many plans, for who is at plan, where doubt is wide."""
    scenario = bare(1, money_weight=20.0, felt_drift_sales=WIDE)
    effort = Simulation(scenario, _target(target, 1)).world.employees.effort
    spread = sales_spread(scenario)
    expected = hour_worth(scenario, BONUS) * norm.pdf((1.0 - target) / spread) / spread
    statement = f"Where a month is a small step, effort under a bonus at {target:g} is (B/cs)·φ((T - 1)/s)"
    return Check(f"T8-density-{target:g}", statement, SOURCE, float(expected), float(effort.mean()))


def _quarter() -> Iterator[Check]:
    """The same week by week: where things stand follows from what was sold, and the spread from the time left.

    What of the coming month lies beyond the quarter's end falls into the next one.
    """
    scenario, heads, target = bare(4, money_weight=2.0, effort_base=1.0), 4, 1.2
    run = Simulation(scenario, _target(target, heads), weeks=WEEKS_A_QUARTER)
    plan, felt = float(run.world.company[0].plan_sales) * heads, []
    bonus, month = hour_worth(scenario, BONUS, sharers=heads), A_MONTH_SOLD / heads
    sold, pace, expected = 0.0, plan, []
    for week in range(1, WEEKS_A_QUARTER):
        run.live_weeks(1)
        felt.append(float(run.world.employees.effort.mean()) - 1.0)
        sold += run.weeks[-1].sold
        pace += BARE["pace_rate"] * (run.weeks[-1].sold - pace)
        left = WEEKS_A_QUARTER - week
        level = (sold + pace * left) / (plan * WEEKS_A_QUARTER)
        doubt = sales_spread(scenario, heads, left=left / WEEKS_A_QUARTER)
        now = min(left / WEEKS_A_MONTH, 1.0)
        price = now * step(level - target, doubt, now * month)
        if now < 1.0:
            price += (1.0 - now) * step(pace / plan - target, sales_spread(scenario, heads), (1.0 - now) * month)
        expected.append(bonus * price)
    ratio = np.array(felt) / np.array(expected)
    for name, worst in (("least", ratio.min()), ("most", ratio.max())):
        statement = f"Effort over ce = B·ΔPr(level ≥ T)/Δe in twelve weeks of standings, {name}"
        yield Check(f"T8-weeks-{name}", statement, SOURCE, 1.0, float(worst))


def _knock_out(distance: float) -> Iterator[Check]:
    """A commission behind a gate on the mean satisfaction of both divisions, so many spreads from where it is."""
    scenario = pair(coverage=0.5, money_weight=1.0, effort_cost=0.5, help_yield=1.5)
    spread = score_spread(scenario, heads=2)
    threshold = scenario.customers.satisfaction_start - distance * spread
    run = first_week(scenario, contract(
        term("employee", "rate", "sales", "self", share=BONUS),
        term("employee", "gate", "satisfaction", "unit", threshold=threshold),
    ))  # fmt: skip
    where = f"z = {distance:g} from a gate"
    effort = hour_worth(scenario, BONUS) * norm.cdf(distance) / 0.5
    statement = f"Selling effort at {where} is β·Pr(q ≥ T)/c"
    yield Check(f"T8-gate-own-{distance:g}", statement, SOURCE, effort, float(run.world.employees.effort.mean()) - 1.0)
    price = point_worth(scenario, BONUS * step(distance * spread, spread, A_MONTH / 2), sharers=2)
    statement = f"Points from the effort for quality at {where} follow β·E[x]·ΔPr(q ≥ T)/Δq"
    yield Check(f"T8-gate-quality-{distance:g}", statement, SOURCE, 1.5**2 * price, points_given(run))
