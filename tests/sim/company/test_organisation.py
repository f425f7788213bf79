"""How a company is built: its tree, its people, its partners, its customers."""

import numpy as np
import pytest
from builders import company, nothing_is_lost, scenarios, tree, unit, within_bounds
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.company.organisation import divisions_of
from sim.simulation import Simulation
from sim.tables import PARTNERS_MOST, World


def built(scenario, seed: int = 1) -> World:
    return Simulation(scenario, "fair-salary", seed=seed).world


@given(scenario=scenarios(), seed=st.integers(0, 99))
@settings(max_examples=40)
def test_everybody_has_a_place_in_the_tree(scenario, seed):
    world = built(scenario, seed)
    plan = list(divisions_of(scenario))
    divisions = world.divisions
    assert [division.employees for _, _, division in plan] == divisions.heads.tolist()
    assert [number for number, _, _ in plan] == divisions.unit.tolist()
    assert divisions.heads.sum() == len(world.employees) == world.company[0].people
    for d in range(len(divisions)):
        theirs = np.flatnonzero(world.employees.division == d)
        assert theirs.tolist() == list(range(divisions.first[d], divisions.first[d] + divisions.heads[d]))
    assert np.bincount(divisions.unit).tolist() == world.units.divisions.tolist()
    assert np.bincount(divisions.unit, divisions.heads).tolist() == world.units.heads.tolist()


@given(scenario=scenarios(), seed=st.integers(0, 99))
@settings(max_examples=40)
def test_a_new_company_keeps_the_laws(scenario, seed):
    run = Simulation(scenario, "fair-salary", seed=seed)
    nothing_is_lost(run)
    within_bounds(run)
    assert run.world.company[0].open == 0


@pytest.mark.parametrize("shape", [(1, 1, 1), (1, 2, 1), (2, 3, 1), (1, 40, 1), (40, 1, 1), (3, 20, 1), (10, 4, 1)])
def test_a_division_works_with_others_of_its_unit_and_outside_never_with_itself(shape):
    world = built(company(*shape))
    divisions, count = world.divisions, len(world.divisions)
    for d in range(count):
        known = divisions.partners[d, : divisions.partners_known[d]]
        assert len(known) == min(count - 1, PARTNERS_MOST)
        assert len(set(known.tolist())) == len(known)
        assert d not in known
        assert ((known >= 0) & (known < count)).all()
        inside = divisions.unit[known] == divisions.unit[d]
        mates, others = shape[1] - 1, count - shape[1]
        assert inside.sum() == min(mates, max(PARTNERS_MOST // 2, PARTNERS_MOST - others))


def test_units_below_a_unit_count_on_and_their_names_show_the_way():
    scenario = tree(unit("A", 2, 1, below=(unit("B", 3), unit("C", below=(unit("D", 1, 1),)))), unit("E", 4))
    assert [(number, name) for number, name, _ in divisions_of(scenario)] == [
        (0, "A"), (0, "A"), (1, "A / B"), (2, "A / C / D"), (2, "A / C / D"), (3, "E"),
    ]  # fmt: skip
    run = Simulation(scenario, "fair-salary")
    assert run.unit_names == ["A", "A", "A / B", "A / C / D", "A / C / D", "E"]
    assert run.division_names == ["A0", "A1", "B0", "D0", "D1", "E0"]


def test_larger_divisions_have_more_customers():
    world = built(tree(unit("A", 10, 20, 30), customers_per_employee=50.0))
    share = np.bincount(world.customers.division, minlength=3) / len(world.customers)
    np.testing.assert_allclose(share, [1 / 6, 2 / 6, 3 / 6], atol=0.01)
    assert np.count_nonzero(world.customers.present) == world.company[0].customers == 3000


@pytest.mark.parametrize("market", [1.0, 1.2, 3.0])
def test_a_company_without_customers_has_none(market):
    run = Simulation(company(1, 2, 2, customers_per_employee=0.0, market=market), "sales-commission")
    assert run.world.company[0].customers == 0
    run.live_weeks(3)
    assert run.weeks.arrived.sum() == 0


def test_people_differ_as_the_scenario_says():
    world = built(company(2, 5, 200, conditional=0.5, free_riders=0.3, reciprocity=2.0, skill_spread=0.2))
    people = world.employees
    kinds = np.bincount(people.kind, minlength=3) / len(people)
    np.testing.assert_allclose(kinds, [0.5, 0.3, 0.2], atol=0.05)
    assert {kind: set(people.reciprocity[people.kind == kind].tolist()) for kind in range(3)} == {
        0: {2.0}, 1: {0.0}, 2: {1.0}
    }  # fmt: skip
    assert people.skill.mean() == pytest.approx(1.0, abs=0.03)
    assert np.log(people.skill).std() == pytest.approx(0.2, abs=0.02)
    free_riders = people.meaning_weight[people.kind == 1].mean()
    share = world.parameters[0].selfish_meaning
    assert free_riders == pytest.approx(share * people.meaning_weight[people.kind == 0].mean(), rel=0.1)


def test_with_a_spread_of_zero_all_are_alike():
    people = built(company(2, 2, 5, skill_spread=0.0, meaning_spread=0.0, conditional=1.0, free_riders=0.0)).employees
    assert np.ptp(people.skill) == np.ptp(people.meaning_weight) == np.ptp(people.reciprocity) == 0.0
    assert people.skill[0] == 1.0


def test_who_works_there_depends_on_the_seed_and_not_on_the_policy():
    one, other = (Simulation(company(), policy, seed=5).world for policy in ("fair-salary", "ranking-tournament"))
    for name in ("skill", "kind", "meaning_weight", "reciprocity", "free_at"):
        assert np.array_equal(one.employees[name], other.employees[name])
    assert np.array_equal(one.divisions.partners, other.divisions.partners)
    assert not np.array_equal(one.employees.skill, built(company(), seed=6).employees.skill)


def test_a_division_without_a_manager_has_nobody_who_presses():
    world = built(company(1, 2, 3, managed=False))
    assert not world.managers.present.any()
    assert (world.managers.money_weight == 0.0).all()
