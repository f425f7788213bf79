"""Law 2: a price is the derivative of a person's whole expected pay with respect to the outcome of an act."""

import numpy as np
import pytest
from builders import CATALOGUE, company, policies, tree, unit
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.calendar import HOURS_A_WEEK
from sim.life.day import see_prices
from sim.pay.standings import doubt, expected_level, heads_in, left_of, rivals_of, weeks_of
from sim.policies import Policy, load_policy
from sim.policies.contract import expected_pay as promised
from sim.policies.terms import KINDS, NAMES
from sim.policies.vocabulary import Role, Scope
from sim.simulation import Simulation
from sim.tables import PRICE_NAMES, STANDING, Raw, World, rows

OWN, MATES, OUTSIDE = 0, 1, 2  # whose customer, or whose act
STEP = 1e-3


def standing(policy: Policy, seed: int, week: int = 6) -> World:
    """A company in week 6 of its first quarter: as many answers and solved problems as planned, all else by chance."""
    run = Simulation(company(2, 3, 4), policy)
    world, draw = run.world, np.random.default_rng(seed)
    c = world.company[0]
    months = week - 4
    c.hour = week * HOURS_A_WEEK
    c.period_began[0], c.period_ends[0] = 4 * HOURS_A_WEEK, 8 * HOURS_A_WEEK
    pace = c.pace / c.people
    pace[Raw.ANSWERS] = c.coverage * c.plan_problems
    pace[Raw.SCORES] = 8.0 * pace[Raw.ANSWERS]
    pace[[Raw.PROMOTERS, Raw.MENTIONS, Raw.NOMINATIONS, Raw.HELP]] = [0.3 * pace[Raw.ANSWERS], 0.1, 0.3, 0.5]
    counted = [Raw.ANSWERS, Raw.SOLVED]
    for table, heads in ((world.company, c.people), (world.units, world.units.heads),
                         (world.divisions, world.divisions.heads), (world.employees, 1)):  # fmt: skip
        a_week = np.multiply.outer(np.broadcast_to(heads, len(table)), pace)
        if "pace" in table.dtype.names:
            table.pace = a_week
        luck = draw.uniform(0.9, 1.1, (len(table), 3, len(pace)))
        luck[..., counted] = 1.0
        weeks = np.array([months, 4, 4])[None, :, None]
        table.books = a_week[:, None, :] * weeks * luck
    return world


def outcomes(world: World) -> dict[str, tuple[dict[Raw, float], int]]:
    """What one more of each act adds to the raw counts, and of whom.

    A point for a customer who answers adds 0.3 to promoters less detractors, and takes a fifth of the way to the most
    praise: tests/sim/policies/test_customer_metrics.py holds both against customers who answer.
    """
    c, p = world.company[0], world.parameters[0]
    point = {Raw.SCORES: c.coverage, Raw.PROMOTERS: c.coverage * 0.3,
             Raw.MENTIONS: c.coverage * p.mention_likely * 0.2}  # fmt: skip
    day = {Raw.DAYS: -1.0}
    help_given = {Raw.HELP: 1.0, Raw.NOMINATIONS: 1.0 / (p.meeting_hours + c.plan_hours / p.synergy)}
    return {
        "hour": ({Raw.SALES: p.sale_chance * p.sale_value}, OWN), "work": ({Raw.WORK: 1.0}, OWN),
        "desk": ({Raw.OFF_DESK: 1.0}, OWN), "help": (help_given, OWN),
        "own_point": (point, OWN), "unit_point": (point, MATES), "out_point": (point, OUTSIDE),
        "own_day": (day, OWN), "unit_day": (day, MATES), "out_day": (day, OUTSIDE),
    }  # fmt: skip


def copied(world: World) -> World:
    return World(*(table.copy() for table in world))


def add(tables: list[np.ndarray], outcome: dict[Raw, float], step: float) -> None:
    for table in tables:
        for k, amount in outcome.items():
            table.books[:, 0, k] += step * amount


def concerned(world: World, role: Role, d: int, whose: int) -> list[np.ndarray]:
    """The tables in which an outcome counts: one's own act in all, a colleague's in those that we share."""
    if whose == OUTSIDE:
        return [world.company]
    u = world.divisions.unit[d]
    shared = [world.company, world.units[u : u + 1]]
    if whose == MATES:
        return shared
    i = world.divisions.first[d]
    mine = [world.employees[i : i + 1]] if role == Role.EMPLOYEE else []
    return [*shared, world.divisions[d : d + 1], *mine]


def expected_pay(world: World, role: Role, d: int, outcome: dict[Raw, float], whose: int, step: float) -> float:
    """Whole expected pay of the first employee or the manager of division d, given one more outcome times a step."""
    first, last = world.spans[role]
    plain, sds, others = levels_of(world, role, d)
    other, everywhere = copied(world), copied(world)
    add(concerned(other, role, d, whose), outcome, step)
    add([everywhere.company, everywhere.units, everywhere.divisions, everywhere.employees], outcome, step)
    levels, likewise = levels_of(other, role, d)[0], levels_of(everywhere, role, d)[0]
    rivals = np.zeros(len(plain), np.int64)
    standings = rows(STANDING, len(plain))
    for i, term in enumerate(world.terms[first:last]):
        if KINDS[NAMES[term.kind]].ranked:
            rivals[i] = rivals_of(world, role, d, term.scope)
            lonely = role == Role.EMPLOYEE and term.scope == Scope.SELF
            is_rival = (whose == MATES and term.scope < Scope.UNIT) or (whose == OUTSIDE and not lonely)
            if is_rival and rivals[i]:  # one of the rivals, all of one's own size, does what I could have done
                others[i] += (likewise[i] - plain[i]) / rivals[i]
    standings.level, standings.sd, standings.others, standings.rivals = levels, sds, others, rivals
    behind, open_chance = promised(world.terms, first, last, standings)
    return behind * open_chance


def levels_of(world: World, role: Role, d: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Felt level of each term, its doubt, and the mean of those that it is ranked among."""
    c, p, division = world.company[0], world.parameters[0], world.divisions[d]
    own = division.books if role == Role.MANAGER else world.employees[division.first].books
    heads = float(division.heads) if role == Role.MANAGER else 1.0
    found = []
    for term in world.terms[slice(*world.spans[role])]:
        n = heads_in(term.scope, heads, division, world.units[division.unit], c)
        field = Scope.UNIT if role == Role.EMPLOYEE and term.scope == Scope.SELF else Scope.COMPANY
        found.append((
            expected_level(world, d, own, heads, term.scope, term.period, term.metric),
            doubt(term.metric, n, weeks_of(c, term.period), left_of(c, term.period), c, p),
            expected_level(world, d, own, heads, field, term.period, term.metric),
        ))  # fmt: skip
    return tuple(np.array(found, float).reshape(-1, 3).T)


def assert_prices_are_slopes(world: World, role: Role, d: int) -> None:
    see_prices(world)
    row = world.managers[d] if role == Role.MANAGER else world.employees[world.divisions.first[d]]
    listed = {name: float(row.prices[name]) for name in PRICE_NAMES}
    slopes = {
        name: (expected_pay(world, role, d, *act, STEP) - expected_pay(world, role, d, *act, -STEP)) / (2 * STEP)
        for name, act in outcomes(world).items()
    }
    scale = max(map(abs, slopes.values()))
    for name in PRICE_NAMES:
        assert listed[name] == pytest.approx(slopes[name], rel=2e-3, abs=1e-5 * scale + 1e-6), name


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("policy", CATALOGUE)
def test_every_price_of_a_shipped_policy_is_the_slope_of_expected_pay(policy, role):
    for seed in range(2):
        assert_prices_are_slopes(standing(load_policy(policy), seed), role, seed)


@given(policy=policies(), role=st.sampled_from(Role), seed=st.integers(0, 999), d=st.integers(0, 5))
@settings(max_examples=30)
def test_every_price_of_any_policy_is_the_slope_of_expected_pay(policy, role, seed, d):
    assume(policy.survey.coverage is None or policy.survey.coverage > 0.02)
    assert_prices_are_slopes(standing(policy, seed), role, d)


def scored(kind: str, scope: str, coverage: float = 0.5, **numbers: float) -> Policy:
    """A policy that pays managers and employees for satisfaction."""
    text = {"en": "x", "nl": "x"}
    term = {"kind": kind, "metric": "satisfaction", "scope": scope, "period": "quarter", "share": 0.3, **numbers}
    contract = {"salary": 1.0, "terms": [term]}
    return Policy.model_validate({"id": "x", "origin": "x", "name": text, "meaning": text, "manager": contract,
                                  "survey": {"coverage": coverage}, "employee": contract})  # fmt: skip


@pytest.mark.parametrize("divisions", [1, 2, 5])
def test_sharing_a_score_with_other_divisions_divides_its_price_among_them(divisions):
    own, shared = (Simulation(company(2, divisions, 4), scored("rate", scope)).world for scope in ("division", "unit"))
    for table in ("managers", "employees"):
        mine, ours = getattr(own, table).prices, getattr(shared, table).prices
        np.testing.assert_allclose(ours.own_point, mine.own_point / divisions)
        np.testing.assert_allclose(ours.unit_point, ours.own_point)
        assert (mine.unit_point == 0.0).all()
        assert (ours.out_point == 0.0).all()


def test_a_share_of_what_is_done_together_weighs_by_the_number_of_people():
    world = Simulation(tree(unit("A", 2, 6), unit("B", 8)), scored("rate", "company")).world
    alone = Simulation(tree(unit("A", 2, 6), unit("B", 8)), scored("rate", "self")).world
    np.testing.assert_allclose(world.employees.prices.own_point, alone.employees.prices.own_point / 16)
    np.testing.assert_allclose(world.employees.prices.out_point, world.employees.prices.own_point)


def test_without_variable_pay_everything_is_worth_nothing():
    world = Simulation(company(), "fair-salary").world
    for table in (world.employees, world.managers):
        assert all((table.prices[name] == 0.0).all() for name in PRICE_NAMES)
        assert (table.credit == 0.0).all()


def test_a_score_that_no_customer_is_asked_for_has_no_price():
    world = Simulation(company(), scored("rate", "division", coverage=0.0)).world
    assert (world.managers.prices.own_point == 0.0).all()


def test_a_period_cut_short_by_a_change_of_policy_makes_an_hour_of_selling_worth_no_more():
    run = Simulation(company(), "sales-commission")
    before = run.world.managers.prices.hour.copy()
    run.live_weeks(2)
    run.adopt("sales-commission")
    np.testing.assert_allclose(run.world.managers.prices.hour, before)
    np.testing.assert_allclose(run.world.employees.prices.hour, run.world.employees.prices.hour[0])


def test_a_ranking_makes_a_colleague_s_success_a_loss():
    world = Simulation(company(2, 2, 3), scored("tournament", "division", winners=1.0)).world
    prices = world.managers.prices
    assert (prices.own_point > 0.0).all()
    np.testing.assert_allclose(prices.out_point, -prices.own_point / 3, rtol=1e-6)


def test_a_gate_is_worth_the_bonus_behind_it_when_in_reach_and_nothing_when_hopeless():
    def price(threshold: float) -> float:
        policy = scored("target", "division", threshold=threshold)
        return float(Simulation(company(1, 2, 12), policy).world.managers.prices.own_point[0])

    assert price(10.0) < 1e-3 * price(7.6)
    assert price(1.0) < 1e-3 * price(7.6)
