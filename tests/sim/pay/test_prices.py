"""Law 2: what a price is bounded by, how it is shared, and where it is nothing. Their truth: test_settled_prices.py."""

import numpy as np
import pytest
from builders import company, policies, tree, unit
from hypothesis import given, settings
from hypothesis import strategies as st
from midquarter import ACTS, Who, standing

from sim.pay.outcomes import in_a_month
from sim.pay.prices import share_now
from sim.policies import Policy
from sim.policies.vocabulary import Role
from sim.simulation import Simulation
from sim.tables import PRICE_NAMES

WORST = 0.02  # of what is at stake: chances of three marks on one metric are not exact


@given(policy=policies(), role=st.sampled_from(Role), seed=st.integers(0, 999), week=st.integers(0, 12))
@settings(max_examples=60)
def test_a_month_of_anything_is_never_worth_more_than_what_is_at_stake(policy, role, seed, week):
    """Even in the last week of a quarter; where the month reaches into the next period, that one's stake counts too."""
    w, who = standing(policy, seed, week), Who(role, seed % 6)
    terms = w.terms[slice(*w.spans[role])]
    if terms.linear.any():
        return  # has no end
    listed, heads = who.prices(w)[0], who.own(w)[1]
    at_stake = sum(float(term.amount) * (1.0 + (share_now(w.company[0], term.period) < 1.0)) for term in terms)
    for name, price in listed.items():
        a_month = in_a_month(ACTS[name][0], heads, w.company[0], w.parameters[0])
        assert abs(price) * a_month <= (1.0 + WORST) * at_stake, name


def test_at_the_end_of_a_quarter_a_month_is_not_worth_more_than_one_bonus():
    """The trap: a month's work extrapolated over the one week that is left."""
    policy = scored("target", "division", threshold=8.2)
    for week in range(13):
        w, who = standing(policy, 3, week), Who(Role.MANAGER, 1)
        a_month = in_a_month(ACTS["own_point"][0], who.own(w)[1], w.company[0], w.parameters[0])
        assert 0.0 < who.prices(w)[0]["own_point"] * a_month < w.terms[1].amount


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
    """By a third among four, where chance decides so much that a month's worth hardly moves the odds."""
    world = Simulation(company(2, 2, 3, felt_drift=10.0), scored("tournament", "division", winners=1.0)).world
    prices = world.managers.prices
    assert (prices.own_point > 0.0).all()
    np.testing.assert_allclose(prices.out_point, -prices.own_point / 3, rtol=1e-3)


def test_a_gate_is_worth_the_bonus_behind_it_when_in_reach_and_nothing_when_hopeless():
    def price(threshold: float) -> float:
        policy = scored("target", "division", threshold=threshold)
        return float(Simulation(company(1, 2, 12), policy).world.managers.prices.own_point[0])

    assert price(10.0) < 1e-3 * price(7.6)
    assert price(1.0) < 1e-3 * price(7.6)
