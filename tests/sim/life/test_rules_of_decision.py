"""A company lives by any of the rules of decision; the model's own leaves the memory of the others alone."""

import numpy as np
import pytest
from builders import bits, company, nothing_is_lost, within_bounds

from sim import CompanyModel, Employee, Manager, Simulation
from sim.agents.deciding import Rule
from sim.calendar import HOURS_A_DAY

MEMORY = ("brought", "coming_brought", "fared", "at_stake")
EVERY = pytest.mark.parametrize("rule", Rule)


class Ordinary(Employee):
    """Leaves everything to the rule of the company."""

    def decide(self, see):
        return super().decide(see)

    def comes(self, see):
        return super().comes(see)


class OrdinaryManager(Manager):
    """Likewise."""

    def decide(self, see):
        return super().decide(see)


def by(rule: Rule, *sizes: int, **values: float):
    return company(*(sizes or (2, 2, 5)), rule=float(rule), **values)


def lived(rule: Rule, weeks: int = 20, replicate: int = 0, **values: float) -> Simulation:
    run = Simulation(by(rule, **values), "sales-commission", replicate=replicate, weeks=weeks)
    run.live_weeks(weeks)
    return run


@EVERY
def test_nothing_is_lost_and_all_stays_within_bounds(rule):
    run = lived(rule)
    nothing_is_lost(run)
    within_bounds(run)
    people, managers = run.world.employees, run.world.managers
    assert people.way.sum(axis=1) == pytest.approx(1.0)
    assert managers.way.sum(axis=1) == pytest.approx(1.0)
    assert ((people.comes >= 0.0) & (people.comes <= 1.0)).all()


@EVERY
def test_the_same_luck_gives_the_same_life(rule):
    assert bits(lived(rule, 6)) == bits(lived(rule, 6))
    assert bits(lived(rule, 6)) != bits(lived(rule, 6, replicate=1))


@EVERY
def test_only_who_lives_from_memory_has_one(rule):
    people = lived(rule, 6).world.employees
    remembers = rule in (Rule.REINFORCEMENT, Rule.IMITATION)
    assert [bool(people[column].any()) for column in MEMORY] == [remembers] * len(MEMORY)
    assert (len(np.unique(people.way, axis=0)) > 1) == (rule == Rule.IMITATION)


def test_at_first_all_rules_meet_the_same_problems():
    arrived = {tuple(lived(rule, 3).weeks.arrived.tolist()) for rule in Rule}
    assert len(arrived) == 1


@EVERY
def test_who_leaves_the_decision_to_the_rule_gives_the_same_bits(rule):
    scenario, hours = by(rule, 1, 2, 2), 6 * HOURS_A_DAY
    asked = CompanyModel(scenario, employee_class=Ordinary, manager_class=OrdinaryManager, collect=False)
    asked.run_for(hours // HOURS_A_DAY)
    plain = Simulation(scenario)
    plain.live(hours)
    without = (
        "employees.decides_in_python", "employees.comes_in_python", "managers.decides_in_python", "company.asked",
    )  # fmt: skip
    assert bits(asked.simulation, without) == bits(plain, without)


def test_without_habit_the_own_rule_is_best_response():
    """Where managers have nothing to weigh, too: no agenda moves."""
    still = {"habit_strength": 0.0, "agenda_rate": 0.0}
    own, other = (lived(rule, 10, **still) for rule in (Rule.OWN, Rule.LOGIT))
    for column in ("own_part", "pass_on", "table", "sell", "came_in", "came_out", "sold"):
        assert own.weeks[column].sum() == pytest.approx(other.weeks[column].sum(), rel=0.02)


@pytest.mark.parametrize("rule", [Rule.REINFORCEMENT, Rule.IMITATION])
def test_what_pays_is_found_without_knowing_any_price(rule):
    """Idling costs a conscience and brings nothing: whoever learns from what choices brought leaves it."""
    run = lived(rule, 60, duty=3.0)
    early, late = run.weeks[:10], run.weeks[-10:]
    share = [week.idle.sum() / (week.idle.sum() + week.own_part.sum()) for week in (early, late)]
    assert share[1] < 0.7 * share[0]
