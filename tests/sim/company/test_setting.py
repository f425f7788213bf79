"""A parameter changed in mid-run: it counts as if the company had always had it, or it is refused with the reason."""

import numpy as np
import pytest
from builders import CATALOGUE, bits, company, scenarios, within_bounds
from hypothesis import given, settings
from hypothesis import strategies as st

from sim import CompanyModel, Simulation
from sim.calendar import HOURS_A_DAY, WEEKS_A_MONTH
from sim.company.checks import ScenarioError
from sim.company.people import FREE_RIDER
from sim.parameters import Declared, declared

FIXED = [row for row in declared() if "opening" in row.built_into]
FREE = [row for row in declared() if row not in FIXED]

# A small company in which every mechanism is at work, so that each parameter has something to move.
BUSY = company(
    2, 3, 3, sabotage=1.0, status=0.6, disputes=0.06, shared_sale=0.4, problems_per_customer=0.16, patience=10.0,
    stand_ins_queue=0.2, stand_ins_delay=2.0, stand_ins_most=0.2,
)  # fmt: skip

# What everybody reads off the prices after a change.
READ = {
    *(f"employees.{name}" for name in ("prices", "felt", "credit", "sells", "effort", "desk_effort", "help_effort")),
    *(f"managers.{name}" for name in ("prices", "felt", "credit", "expected", "behind", "contest")),
    "divisions.effort",
}
HOMES = {
    "people": {"employees.skill", "employees.kind", "employees.courtesy", "employees.reciprocity",
               "employees.money_weight", "employees.meaning_weight", "employees.in_group", "managers.money_weight",
               "managers.status_weight"},
    "plan": {f"company.plan_{name}" for name in ("problems", "sales", "margin", "hours", "parts")},
    "contract": {"company.coverage", "company.survey_noise", "terms.amount"},
}  # fmt: skip


def by_name(row: Declared) -> str:
    return row.key


def other_value(row: Declared, now: float) -> float:
    """The end of the likely range that is farther from today's value; of a rule out of several, the last one."""
    if row.likely_low == row.likely_high:
        return float(row.high)
    return max((row.likely_low, row.likely_high), key=lambda value: abs(value - now))


def differing(one: Simulation, other: Simulation) -> set[str]:
    """The columns in which two runs differ, as "employees.skill"."""
    return {
        f"{name}.{column}"
        for name in ("company", "units", "regions", "divisions", "managers", "employees", "customers", "problems",
                     "weeks", "terms")
        for column in getattr(one.world, name).dtype.names
        if not np.array_equal(getattr(one.world, name)[column], getattr(other.world, name)[column])
    }  # fmt: skip


# ---------------------------------------------------------------------------------------------- as if always so


@given(scenario=scenarios(), policy=st.sampled_from(CATALOGUE), row=st.sampled_from(FREE), data=st.data())
@settings(max_examples=120)
def test_set_at_the_opening_is_built_so(scenario, policy, row, data):
    value = data.draw(st.floats(row.likely_low, row.likely_high))
    seed = data.draw(st.integers(0, 9))
    run = Simulation(scenario, policy, seed=seed, weeks=3)
    survey = {"coverage": run.policy.survey.coverage, "survey_noise": run.policy.survey.noise}
    if survey.get(row.name) is not None and value != scenario.parameters()[row.name]:
        before = bits(run)
        with pytest.raises(ScenarioError, match=f"while {policy} sets it to"):
            run.set(**{row.name: value})
        assert bits(run) == before
        return
    run.set(**{row.name: value})
    built = Simulation(scenario.with_parameters(**{row.name: value}), policy, seed=seed, weeks=3)
    assert run.scenario == built.scenario
    without = ("divisions.trust",) if row.name == "trust_start" else ()  # trust is experience; it drifts there
    assert bits(run, without) == bits(built, without)


def test_a_company_of_several_regions_is_changed_as_a_whole():
    scenario, values = company(3, 20, 40), {"meaning": 0.7, "problems_per_customer": 0.1, "employee_salary": 2500.0}
    run = Simulation(scenario, "gate-and-shared-target", weeks=1)
    assert len(run.lucks) > 1
    run.set(**values)
    assert bits(run) == bits(Simulation(scenario.with_parameters(**values), "gate-and-shared-target", weeks=1))


@pytest.mark.parametrize("row", FREE, ids=by_name)
def test_a_change_counts(row):
    """Set in week 3, it shows in the rows of the five weeks after, under some policy; belief, after a new contract."""
    now = BUSY.parameters()[row.name]
    for policy in ("peer-nomination", *CATALOGUE):
        run = Simulation(BUSY, policy, weeks=8)
        run.live_weeks(3)
        other = run.fork()
        try:
            other.set(**{row.name: other_value(row, now)})
        except ScenarioError:
            continue
        for each in (run, other):
            if row.name.startswith("belief_") and row.section == "money":
                each.adopt("gate-and-shared-target")
            each.live_weeks(5)
        within_bounds(other)
        if any(column.startswith("weeks.") for column in differing(run, other)):
            return
    pytest.fail(f"setting {row.key} to {other_value(row, now)} changed nothing")


def test_courtesy_set_in_mid_run_makes_people_come():
    run = Simulation(company(2, 3, 12, problems_per_customer=0.14), "fair-salary", weeks=20)
    run.live_weeks(4)
    rude = run.fork()
    rude.set(courtesy=0.0)
    run.set(courtesy=3.0)
    share = []
    for each in (rude, run):
        each.live_weeks(8)
        k = each.weeks[4:]
        share.append((k.came_in + k.came_out).sum() / (k.asked_in + k.asked_out).sum())
    assert share[0] + 0.2 < share[1]


# ------------------------------------------------------------------------------------------------ nothing else moves


@given(scenario=scenarios(), policy=st.sampled_from(CATALOGUE), hours=st.integers(0, 130))
@settings(max_examples=20)
def test_what_is_already_so_changes_no_bit(scenario, policy, hours):
    run = Simulation(scenario, policy, weeks=4)
    run.live(hours)
    before = bits(run)
    run.set(**scenario.parameters())
    assert bits(run) == before
    assert run.scenario == scenario


@pytest.mark.parametrize("row", FREE, ids=by_name)
def test_there_and_back_on_a_friday_leaves_no_trace(row):
    run = Simulation(BUSY, "fair-salary", weeks=8)
    run.live_weeks(3)
    before = bits(run)
    run.set(**{row.name: other_value(row, BUSY.parameters()[row.name])})
    assert bits(run) != before
    run.set(**{row.name: BUSY.parameters()[row.name]})
    assert bits(run) == before


@pytest.mark.parametrize("row", FREE, ids=by_name)
def test_a_change_is_written_where_the_declaration_says_and_nowhere_else(row):
    run = Simulation(BUSY, "sales-commission", weeks=8)
    run.live_weeks(3)
    other = run.fork()
    other.set(**{row.name: other_value(row, BUSY.parameters()[row.name])})
    moved = differing(run, other) - READ
    for home, columns in HOMES.items():
        assert bool(moved & columns) == (home in row.built_into), home
    assert moved <= set().union(*(HOMES[home] for home in row.built_into))


def test_a_fork_changes_alone():
    run = Simulation(BUSY, "sales-commission", weeks=8)
    run.live_weeks(2)
    other, before = run.fork(), bits(run)
    other.set(meaning=0.8, employee_salary=4000.0, second_division=0.7, authority=0.0)
    other.live_weeks(1)
    assert bits(run) == before
    assert run.scenario == BUSY
    assert other.fork().scenario == other.scenario != BUSY


def test_everybody_keeps_their_own_luck():
    run = Simulation(company(2, 5, 40), "fair-salary", weeks=1)
    people = run.world.employees
    skill, meaning, kind = people.skill.copy(), people.meaning_weight.copy(), people.kind.copy()
    run.set(skill_spread=0.3, meaning=0.7)
    assert np.array_equal(np.argsort(people.skill), np.argsort(skill))
    np.testing.assert_allclose(people.meaning_weight, 2.0 * meaning, rtol=1e-12)
    run.set(free_riders=0.2)
    assert not ((people.kind == FREE_RIDER) & (kind != FREE_RIDER)).any()
    assert np.array_equal(people.kind == 0, kind == 0)


def test_what_was_changed_by_hand_stays_unless_it_is_what_is_set():
    run = Simulation(company(), "fair-salary", weeks=1)
    people = run.world.employees
    people.courtesy[0] = people.in_group[0] = 0.9
    run.set(courtesy=0.1)
    assert people.in_group[0] == 0.9
    assert set(people.courtesy.tolist()) <= {0.0, 0.1, 0.9 if people.kind[0] == FREE_RIDER else 0.1}


# --------------------------------------------------------------------------------------------- plan and contract


def test_the_plan_follows_for_the_customers_of_the_opening():
    run = Simulation(company(2, 2, 6, leave=0.2, come=0.0), "sales-commission", weeks=9)
    planned = float(run.world.company[0].plan_problems)
    run.live_weeks(8)
    assert run.world.company[0].customers < 28 * 24 / 2
    run.set(problems_per_customer=2 * 0.136)
    assert run.world.company[0].plan_problems == pytest.approx(2 * planned, rel=1e-12)


def test_a_new_salary_is_paid_from_now_on_and_the_books_stay_open():
    run = Simulation(company(), "sales-commission", weeks=4)
    run.live_weeks(2)
    amounts, books, before = run.world.terms.amount.copy(), run.world.employees.books.copy(), run.weeks.base_pay[-1]
    began = run.world.company[0].period_began.copy()
    run.set(employee_salary=4500.0, manager_salary=9000.0)
    np.testing.assert_allclose(run.world.terms.amount, 1.5 * amounts, rtol=1e-12)
    assert np.array_equal(run.world.employees.books, books)
    assert np.array_equal(run.world.company[0].period_began, began)
    run.live_weeks(1)
    assert run.weeks.base_pay[-1] == pytest.approx(1.5 * before, rel=1e-12)


def test_a_policy_that_is_adopted_later_finds_the_new_values():
    run = Simulation(company(), "sales-commission", weeks=4)
    run.live_weeks(1)
    run.set(coverage=0.8, manager_salary=7000.0)
    assert run.world.company[0].coverage == 0.8
    run.adopt("gate-and-shared-target")
    assert run.world.company[0].coverage == 0.6
    run.adopt("fair-salary")
    assert run.world.company[0].coverage == 0.8
    run.live_weeks(1)
    c, (employee, manager) = run.world.company[0], (contract.pay for contract in run.policy.contracts)
    assert c.salary.tolist() == [employee, manager]  # nothing variable in it
    assert run.weeks.base_pay[-1] == pytest.approx((12 * employee * 3000.0 + 4 * manager * 7000.0) / WEEKS_A_MONTH)


# ---------------------------------------------------------------------------------------------------- refused


@pytest.mark.parametrize("row", FIXED, ids=by_name)
def test_what_is_fixed_at_the_opening_is_refused_with_the_reason(row):
    run = Simulation(BUSY, "fair-salary", weeks=2)
    before, value = bits(run), other_value(row, row.default)
    with pytest.raises(ScenarioError) as error:
        run.set(meaning=0.7, **{row.name: value})
    assert str(error.value) == f"{row.key} = {value!r} is fixed when the company opens; start a new run with it"
    assert bits(run) == before
    assert run.scenario == BUSY


@pytest.mark.parametrize(
    ("name", "value", "parts"),
    [
        ("triag", 0.5, ["triag", '"problems.triage"']),
        ("triage", 1.5, ["problems.triage = 1.5", "a number from 0 to 1 (chance)"]),
        ("courtesy", float("nan"), ["together.courtesy = nan", "a number from 0 to 10"]),
        ("coverage", 0.9, ["sight.coverage = 0.9", "while gate-and-shared-target sets it to 0.6"]),
    ],
)
def test_a_wrong_value_is_refused_as_in_a_file(name, value, parts):
    run = Simulation(BUSY, "gate-and-shared-target", weeks=2)
    before = bits(run)
    with pytest.raises(ScenarioError) as error:
        run.set(**{name: value})
    assert all(part in str(error.value) for part in parts)
    assert bits(run) == before


def test_a_mesa_model_is_changed_too():
    model = CompanyModel(company(), "fair-salary")
    model.run_for(HOURS_A_DAY)
    model.set(money_weight=0.5, manager_money=1.0)
    assert {agent.money_weight for agent in model.agents} == {0.5, 1.0}
    assert model.company == model.simulation.scenario
    assert model.company.choice.money_weight == 0.5
