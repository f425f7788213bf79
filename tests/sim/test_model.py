"""The Mesa model: agents are windows on the tables, and may have a mind of their own."""

import mesa
import numpy as np
import pytest
from builders import bits, company, hours_are_conserved, nothing_is_lost, tree, unit, within_bounds

from sim import Choice, CompanyModel, Employee, Manager
from sim.model import Column
from sim.simulation import Simulation


class Thinker(Employee):
    """Decides in Python, by the rule."""

    def decide(self, see):
        return super().decide(see)


class Hermit(Employee):
    """Never asks anybody to a table, and never passes on."""

    def decide(self, see):
        return Choice.OWN_PART if see.hours_own > 0 else Choice.PASS_ON


def days(model: CompanyModel, count: int) -> CompanyModel:
    for _ in range(count):
        model.step()
    return model


def test_a_step_is_a_working_day():
    model = CompanyModel(company(), collect=False)
    model.step()
    assert model.simulation.hour == 8
    assert model.time == 1
    model.run_for(4)
    assert model.simulation.hour == 40
    assert len(model.simulation.weeks) == 1


def test_the_model_lives_the_life_of_the_simulation():
    model = days(CompanyModel(company(), "desk-clearing", rng=7, replicate=2), 15)
    run = Simulation(company(), "desk-clearing", seed=7, replicate=2)
    run.live(120)
    assert bits(model.simulation, ("weeks",)) == bits(run, ("weeks",))


def test_everybody_is_an_agent():
    model = CompanyModel(company(2, 3, 4))
    assert len(model.agents) == 24 + 6
    assert len(model.agents_by_type[Employee]) == 24
    assert len(list(model.managers)) == 6
    assert len(CompanyModel(company(2, 3, 4, managed=False)).agents) == 24


def test_agents_can_be_selected_grouped_and_added_up():
    model = days(CompanyModel(company(2, 3, 4)), 5)
    employees = model.agents.select(agent_type=Employee)
    world = model.simulation.world
    assert employees.agg("effort", np.mean) == pytest.approx(world.employees.effort.mean())
    assert employees.agg("pay", sum) == pytest.approx(world.employees.pay.sum())
    groups = employees.groupby("division")
    assert groups.count() == dict.fromkeys(range(6), 4)
    assert groups.agg("skill", np.mean)[2] == pytest.approx(world.employees.skill[8:12].mean())
    assert {agent.unit for agent in employees.select(lambda agent: agent.division >= 3)} == {1}


def test_an_agent_reads_and_writes_its_row_and_gives_python_numbers():
    model = CompanyModel(company())
    agent = next(iter(model.agents_by_type[Employee]))
    agent.skill = 1.75
    assert model.simulation.world.employees.skill[agent.index] == 1.75
    assert type(agent.skill) is float
    assert type(agent.division) is int
    for each in (*model.agents_by_type[Employee], *model.agents_by_type[Manager]):
        for name in [
            name for kind in type(each).__mro__ for name, value in vars(kind).items() if isinstance(value, Column)
        ]:
            assert type(getattr(each, name)) in (int, float)
    assert sum(agent.habits.values()) == pytest.approx(1.0)


def test_a_manager_knows_whom_to_trust():
    manager = next(iter(CompanyModel(company(2, 3, 4, trust_start=0.4)).managers))
    assert manager.trust == dict.fromkeys(range(1, 6), 0.4)
    assert manager.agenda_sales + manager.agenda_customer + manager.agenda_politics == pytest.approx(1.0)


def test_the_data_collector_collects_once_a_day():
    model = days(CompanyModel(company()), 3)
    frame = model.datacollector.get_model_vars_dataframe()
    assert list(frame.columns) == ["open_problems", "customers", "trust"]
    assert len(frame) == 3
    assert frame["customers"].iloc[-1] == model.customers
    assert CompanyModel(company(), collect=False).datacollector is None


def test_a_model_can_collect_what_a_student_wants():
    model = CompanyModel(company(), collect=False)
    model.datacollector = mesa.DataCollector(agenttype_reporters={Employee: {"effort": "effort"}})
    days(model, 2)
    assert len(model.datacollector.get_agenttype_vars_dataframe(Employee)) == 2 * 12


def test_a_subclass_that_leaves_the_decision_to_the_rule_gives_the_same_bits():
    plain, thinking = CompanyModel(company(2, 2, 2)), CompanyModel(company(2, 2, 2), employee_class=Thinker)
    days(plain, 30)
    days(thinking, 30)
    without = ("employees.decides_in_python",)
    assert bits(plain.simulation, without) == bits(thinking.simulation, without)


def test_one_division_may_have_a_mind_of_its_own():
    model = days(CompanyModel(company(2, 2, 3), employee_class={1: Hermit}), 20)
    theirs = model.simulation.world.employees.division == 1
    assert model.simulation.world.employees.decides_in_python.astype(bool).tolist() == theirs.tolist()
    hours = model.simulation.world.employees.hours
    assert hours[theirs, 3].sum() == 0.0
    assert hours[theirs, 1].sum() > 0.0
    nothing_is_lost(model.simulation)


def test_what_an_agent_sees_is_what_it_decides_on():
    seen = []

    class Watcher(Employee):
        def decide(self, see):
            utilities = self.utilities(see)
            seen.append((see, utilities))
            return max(utilities, key=utilities.get)

    days(CompanyModel(company(2, 2, 2), employee_class=Watcher), 5)
    assert len(seen) > 10
    for see, utilities in seen:
        assert set(utilities) == set(Choice)
        assert (utilities[Choice.TABLE] == -np.inf) == (see.others_needed == 0 or not see.can_ask)
        assert 0.0 <= see.chance_all_come <= 1.0


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("scenario", [company(1, 1, 2), company(2, 2, 2), company(1, 2, 2, selling=0.0)])
def test_a_choice_that_cannot_be_made_breaks_nothing(scenario, choice):
    class Stubborn(Employee):
        def decide(self, see):
            return choice

    model = CompanyModel(scenario, employee_class=Stubborn, collect=False)
    start = model.simulation.world.employees.hours.copy()
    try:
        days(model, 10)
    except ValueError as error:
        assert choice.name.lower() in str(error).lower()  # noqa: PT017
        return
    nothing_is_lost(model.simulation)
    hours_are_conserved(model.simulation, start)
    within_bounds(model.simulation)
    if len(model.simulation.world.divisions) == 1:
        assert model.simulation.world.weeks.handoffs.sum() == 0
    if not scenario.work.selling:
        assert model.simulation.world.weeks.sold.sum() == 0.0


def test_two_models_share_nothing():
    one, other = CompanyModel(company()), CompanyModel(company(), rng=99)
    untouched = bits(other.simulation)
    days(one, 10)
    assert bits(other.simulation) == untouched
    first, second = (next(iter(model.agents_by_type[Employee])) for model in (one, other))
    first.skill = 9.0
    assert second.skill != 9.0
    days(other, 10)
    alone = days(CompanyModel(company(), rng=99), 10)
    assert bits(other.simulation) == bits(alone.simulation)


def test_a_model_may_change_its_policy():
    model = days(CompanyModel(company(), "sales-commission"), 5)
    model.adopt("gate-and-shared-target")
    assert model.simulation.policy.id == "gate-and-shared-target"
    days(model, 5)
    nothing_is_lost(model.simulation)


EXTREMES = {
    "one person": tree(unit("A", 1, managed=False)),
    "one division": company(1, 1, 6),
    "uneven": tree(unit("A", 1, 9), unit("B", 2)),
    "nested": tree(unit("A", 2, below=(unit("B", 1, 1, below=(unit("C", 3),)),)), unit("D", 2)),
    "no customers": company(1, 2, 3, customers_per_employee=0.0),
    "no problems": company(1, 2, 3, problems_per_customer=0.0),
    "no money": company(1, 2, 3, money_weight=0.0, manager_money=0.0, sale_chance=0.0, spend=0.0),
    "nothing sold": company(1, 2, 3, selling=0.0, sale_value=0.0),
    "no patience": company(1, 2, 3, patience=0.1),
    "many problems": company(1, 2, 3, problems_per_customer=5.0),
}


@pytest.mark.parametrize("policy", ["ranking-tournament", "customer-scorecard", "gate-and-shared-target"])
@pytest.mark.parametrize("name", EXTREMES)
def test_companies_at_the_edge_live(name, policy):
    model = CompanyModel(EXTREMES[name], policy)
    start = model.simulation.world.employees.hours.copy()
    days(model, 70)
    nothing_is_lost(model.simulation)
    hours_are_conserved(model.simulation, start)
    within_bounds(model.simulation)
    if name == "no problems":
        assert model.open_problems == model.simulation.weeks.arrived.sum() == 0


def test_five_thousand_people_live_some_days():
    model = CompanyModel(company(20, 10, 25), "customer-scorecard", events=True)
    start = model.simulation.world.employees.hours.copy()
    model.run_for(6)
    assert len(model.agents) == 5000 + 200
    nothing_is_lost(model.simulation)
    hours_are_conserved(model.simulation, start)
    within_bounds(model.simulation)


class Counting(Employee):
    """Counts its own decisions, as a student's agent might."""

    taken = 0

    def decide(self, see):
        self.taken += 1
        return super().decide(see)


def test_a_model_forks_with_all_that_its_agents_remember():
    model = CompanyModel(company(2, 2, 2), employee_class={0: Counting})
    model.run_for(3)
    other = model.fork()
    before = [agent.taken for agent in model.agents if isinstance(agent, Counting)]
    model.run_for(4)
    assert [agent.taken for agent in other.agents if isinstance(agent, Counting)] == before
    assert all(agent.model is other for agent in other.agents)
    other.run_for(4)
    assert bits(model.simulation) == bits(other.simulation)
    assert model.datacollector.get_model_vars_dataframe().equals(other.datacollector.get_model_vars_dataframe())
    other.adopt("fair-salary")
    assert model.simulation.policy.id != other.simulation.policy.id
    assert model.rng.random() == other.rng.random()
