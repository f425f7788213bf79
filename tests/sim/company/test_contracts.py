"""A new contract: how far it is believed, and what it changes when nobody believes it."""

import numpy as np
import pytest
from builders import CATALOGUE, bits, company

from sim.policies import Policy, load_policy
from sim.policies.vocabulary import Above, Role
from sim.simulation import Simulation
from sim.tables import PRICE_NAMES

DEAF = {"belief_announced": 0.0, "belief_weekly": 0.0, "belief_payday": 0.0}
FAITHFUL = {"belief_announced": 1.0}
# Pay is paid whether believed or not, and is written down. Disputes are over pay that is paid.
MONEY = ("terms", "spans", "references", "company.agreed", "company.salary", "company.belief", "weeks.bonus",
         "weeks.base_pay", *(f"{table}.{column}" for table in ("employees", "managers")
                             for column in ("prices", "before", "credit", "pay")),
         "managers.expected", "managers.behind")  # fmt: skip


def like_a_salary(name: str) -> Policy:
    """A policy with the surveys and the credit of a fair salary."""
    salary = load_policy("fair-salary")
    return load_policy(name).model_copy(update={"survey": salary.survey, "attribution": salary.attribution})


def felt(run: Simulation) -> np.ndarray:
    """What everybody feels, shape (people, prices)."""
    return np.array([
        [row.felt[name] for name in PRICE_NAMES] for table in (run.world.employees, run.world.managers) for row in table
    ])  # fmt: skip


# ---------------------------------------------------------------------------------------------- believed or not


@pytest.mark.parametrize("policy", CATALOGUE)
def test_a_contract_that_nobody_believes_changes_nothing_but_what_is_paid(policy):
    """After a salary, which has no prices that could move: the same life, bit by bit."""
    run = Simulation(company(2, 2, 4, disputes=0.0, **DEAF), "fair-salary", weeks=30)
    run.live_weeks(4)
    deaf, untold = run.fork(), run.fork()
    deaf.adopt(like_a_salary(policy))
    untold.adopt("fair-salary")
    for each in (deaf, untold):
        each.live_weeks(26)
    assert bits(deaf, MONEY) == bits(untold, MONEY)
    if policy != "fair-salary":
        assert not np.array_equal(deaf.world.terms, untold.world.terms)


@pytest.mark.parametrize("policy", [name for name in CATALOGUE if name != "fair-salary"])
def test_a_contract_that_is_believed_is_felt_in_full_on_its_first_day(policy):
    """As by a company that has never known another, and stands just there."""
    run = Simulation(company(2, 2, 4, **FAITHFUL), "fair-salary", weeks=14)
    run.live_weeks(13)
    run.adopt(like_a_salary(policy))
    assert run.world.company[0].belief.tolist() == [1.0, 1.0]
    told = felt(run)
    for table in (run.world.employees, run.world.managers):
        table.before = np.zeros_like(table.before)
    run.set(belief_weekly=0.01)  # everybody reads the prices again
    np.testing.assert_allclose(felt(run), told, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.6, 1.0])
def test_on_its_first_day_a_contract_is_felt_as_far_as_it_is_believed(share):
    """From a salary, where only meaning is felt, towards the same with the contract's prices on top."""

    def after(belief: float) -> np.ndarray:
        run = Simulation(company(2, 2, 4, status=0.0, belief_announced=belief), "fair-salary", weeks=14)
        run.live_weeks(13)
        run.adopt(like_a_salary("sales-commission"))
        return felt(run)

    nothing, all_of_it = after(0.0), after(1.0)
    np.testing.assert_allclose(after(share), nothing + share * (all_of_it - nothing), rtol=1e-9, atol=1e-12)


def test_belief_grows_with_weeks_and_with_paydays():
    values = {"belief_announced": 0.25, "belief_weekly": 0.1, "belief_payday": 0.5}
    run = Simulation(company(2, 2, 4, **values), "fair-salary", weeks=30)
    run.live_weeks(4)
    run.adopt("sales-commission")  # a month for employees, a quarter for managers
    doubt = [0.75, 0.75]
    for week in range(5, 27):
        run.live_weeks(1)
        payday = [week in (8, 13, 17, 21, 26), week in (13, 26)]
        doubt = [each * 0.9 * (0.5 if paid else 1.0) for each, paid in zip(doubt, payday, strict=True)]
        np.testing.assert_allclose(1.0 - run.world.company[0].belief, doubt, rtol=1e-9)


def test_only_who_gets_another_contract_has_to_believe_it():
    run = Simulation(company(2, 2, 4), "sales-commission", weeks=9)
    run.live_weeks(8)
    run.adopt("managers-flat")  # the employees keep theirs
    assert run.world.company[0].belief[Role.EMPLOYEE] == 1.0
    assert run.world.company[0].belief[Role.MANAGER] == run.world.parameters[0].belief_announced


def test_who_half_believes_when_the_next_contract_comes_remembers_what_was_believed():
    run = Simulation(company(2, 2, 4, belief_announced=0.5, belief_weekly=0.0, belief_payday=0.0), "fair-salary")
    run.live_weeks(13)
    run.adopt("sales-commission")
    price = run.world.employees.prices.hour.copy()
    run.adopt("fair-salary")
    np.testing.assert_allclose(run.world.employees.before.hour, 0.5 * price)
    assert (run.world.employees.prices.hour == 0.0).all()


# ------------------------------------------------------------------------------------------------ the same again

STANDING = [name for name in CATALOGUE if (load_policy(name).terms(3000.0, 6000.0).above == Above.NOWHERE).all()]


@pytest.mark.parametrize("belief", [0.3, 1.0])
@pytest.mark.parametrize("policy", STANDING)
def test_the_same_contract_again_changes_no_felt_price(policy, belief):
    """When the books have just been closed, so that nothing is settled early: no news, whatever is believed."""
    run = Simulation(company(2, 2, 4, belief_announced=belief), "fair-salary", weeks=54)
    run.live_weeks(45)
    run.adopt(policy)
    run.live_weeks(7)  # to the end of the year
    before, belief_then = felt(run), run.world.company[0].belief.copy()
    for _ in range(3):
        run.adopt(policy)
    np.testing.assert_allclose(felt(run), before, rtol=1e-9, atol=1e-12)
    assert np.array_equal(run.world.company[0].belief, belief_then)


def test_announcing_the_same_contract_every_day_is_no_proof_that_it_pays():
    run = Simulation(company(2, 2, 4, belief_weekly=0.0), "fair-salary", weeks=9)
    run.live_weeks(8)
    run.adopt("sales-commission")
    for _ in range(5):
        run.adopt("sales-commission")
    assert run.world.company[0].belief.tolist() == [run.world.parameters[0].belief_announced] * 2
