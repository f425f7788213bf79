"""The receipt: the model's own price list at a standing, counted from the scenario's start."""

import pytest

from sim.company.scenario import Company, Scenario
from sim.pay.standings import see_standings
from sim.policies import Policy, catalogue, load_policy
from sim.policies.vocabulary import Role
from sim.receipt import IN_REACH, Till, in_reach, receipt, stand
from sim.simulation import Simulation
from sim.tables import PRICE_NAMES

SMALL = Scenario(name="small", company=Company(units=2, divisions=2, employees=4))
START = SMALL.customers.satisfaction_start
OWN_TARGET, GATE = load_policy("own-satisfaction-target"), load_policy("own-satisfaction-gate")


@pytest.mark.parametrize("delay", [0, 2, 12])
@pytest.mark.parametrize("week", [0, 1, 6, 12])
def test_a_standing_is_what_people_expect_above_the_start(delay: int, week: int) -> None:
    world = Simulation(SMALL.with_parameters(survey_delay=delay), OWN_TARGET, weeks=1).world
    stand(world, START + 0.3, 0.9, week)
    division = world.divisions[0]
    see_standings(world, Role.MANAGER, 0, division.books, float(division.heads), True)
    sales, satisfaction = world.standings[:2]
    assert sales.level == pytest.approx(0.9)
    assert satisfaction.level == pytest.approx(0.3)  # the target counts from the start
    assert satisfaction.later == pytest.approx(0.3)


def test_the_standing_is_a_little_above_the_start_if_nothing_is_said() -> None:
    printed = receipt(OWN_TARGET, SMALL, Role.MANAGER)
    assert (printed.start, printed.satisfaction) == (START, START + IN_REACH)
    assert printed == receipt(OWN_TARGET, SMALL, Role.MANAGER, satisfaction=START + IN_REACH)
    assert in_reach(SMALL.with_parameters(satisfaction_start=9.9)) == 10.0


@pytest.mark.parametrize("policy", catalogue().values(), ids=lambda policy: policy.id)
def test_a_till_prints_the_same_whatever_it_printed_before(policy: Policy) -> None:
    till = Till(policy, SMALL)
    for score, sales, week in ((2.0, 0.3, 12), (START + 0.6, 1.4, 0), (9.9, 0.0, 5), (START + 0.4, 1.0, 6)):
        for role in Role:
            alone = receipt(policy, SMALL, role, satisfaction=score, sales=sales, week=week)
            assert till.receipt(role, satisfaction=score, sales=sales, week=week) == alone


def test_only_the_distance_from_the_start_counts() -> None:
    higher = SMALL.with_parameters(satisfaction_start=START + 1.0)
    for policy in (OWN_TARGET, GATE):
        here, there = receipt(policy, SMALL, Role.MANAGER), receipt(policy, higher, Role.MANAGER)
        assert dict(there.lines)["own_point"] == pytest.approx(dict(here.lines)["own_point"])


def test_a_target_pays_most_in_reach_and_never_more_than_its_bonus() -> None:
    threshold, share = OWN_TARGET.manager.terms[1].threshold, OWN_TARGET.manager.terms[1].share
    assert threshold is not None
    assert share is not None
    bonus = share * 3 * SMALL.money.manager_salary
    paid = [
        dict(receipt(OWN_TARGET, SMALL, Role.MANAGER, satisfaction=START + above, week=week).a_month)["own_point"]
        for week in (0, 6, 12) for above in (-2.0, threshold, 2.4)
    ]  # fmt: skip
    for hopeless, in_view, safe in zip(paid[::3], paid[1::3], paid[2::3], strict=True):
        assert in_view > 2.0 * max(hopeless, safe)
    assert 0.0 < max(paid) <= 2.0 * bonus  # a month at a quarter's end is part of two quarters


def test_the_answers_of_the_latest_weeks_are_waited_for() -> None:
    def price(delay: float) -> float:
        company = SMALL.with_parameters(survey_delay=delay)
        return dict(receipt(OWN_TARGET, company, Role.MANAGER, satisfaction=START, week=10).lines)["own_point"]

    assert price(8.0) > 1.2 * price(0.0)  # the less is known, the more is still to be won


def test_a_month_is_all_that_one_does_in_it() -> None:
    printed = receipt(load_policy("sales-commission"), SMALL, Role.EMPLOYEE)
    assert [name for name, _ in printed.lines] == list(PRICE_NAMES) == [name for name, _ in printed.a_month]
    assert dict(printed.a_month)["hour"] == pytest.approx(40 * 52 / 12 * dict(printed.lines)["hour"])


@pytest.mark.parametrize("policy", catalogue().values(), ids=lambda policy: policy.id)
def test_base_and_bonus_come_to_what_was_agreed_when_the_contract_began(policy: Policy) -> None:
    salaries = {Role.MANAGER: SMALL.money.manager_salary, Role.EMPLOYEE: SMALL.money.employee_salary}
    for role, salary in salaries.items():
        printed = receipt(policy, SMALL, role, satisfaction=START, week=0)
        agreed = policy.contracts[role].pay or 0.0
        assert printed.base + printed.variable == pytest.approx(agreed * salary, rel=0.02)


@pytest.mark.parametrize(
    "standing", [{"satisfaction": 10.1}, {"satisfaction": float("nan")}, {"sales": -1.0}, {"week": 13}]
)
def test_a_standing_that_cannot_be_is_refused(standing: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be from 0"):
        receipt(OWN_TARGET, SMALL, Role.MANAGER, **standing)  # type: ignore[arg-type]
