"""Law 5 and reproducibility: one seed gives one set of bits, and the same customers under every policy."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from builders import CATALOGUE, ROW_NUMBERS, bits, company, free_rows, scenarios
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.log import EventKind
from sim.simulation import Simulation

NO_MARKET = {"leave": 0.0, "leave_given_up": 0.0, "come": 0.0}
MADE = ["customer", "owner", "front", "parts", "arrived", "gives_up_at", "hours", "luck_score", "luck_answer",
        "luck_survey", "luck_leave", "luck_mention"]  # fmt: skip


def arrivals(run: Simulation) -> dict[int, tuple[float, int]]:
    """When and where each problem came in, by its number."""
    lines = run.events[run.events["kind"] == EventKind.ARRIVED]
    return {
        int(n): (float(t), int(d)) for n, t, d in zip(lines["problem"], lines["time"], lines["division"], strict=True)
    }


def lived(policy: str, weeks: int = 6, seed: int = 3, **values: float) -> Simulation:
    run = Simulation(company(2, 2, 3, **values), policy, seed=seed, events=True)
    run.live_weeks(weeks)
    return run


def made(run: Simulation) -> dict[int, tuple[bytes, ...]]:
    """How each open problem was made, by its number."""
    rows = np.delete(run.world.problems, free_rows(run.world)).view(np.recarray)
    return {int(row.id): tuple(np.asarray(row[name]).tobytes() for name in MADE) for row in rows}


@pytest.mark.parametrize("policy", CATALOGUE)
def test_the_same_problems_come_at_the_same_time_to_the_same_door_under_every_policy(policy):
    one, other = arrivals(lived("fair-salary", weeks=20)), arrivals(lived(policy, weeks=20))
    common = one.keys() & other.keys()
    assert len(common) > 0.9 * len(one) > 0
    assert {n: one[n] for n in common} == {n: other[n] for n in common}


@pytest.mark.parametrize("policy", CATALOGUE)
def test_if_nobody_leaves_or_comes_then_all_arrivals_are_the_same(policy):
    assert arrivals(lived("fair-salary", weeks=20, **NO_MARKET)) == arrivals(lived(policy, weeks=20, **NO_MARKET))


@pytest.mark.parametrize("policy", CATALOGUE)
def test_a_problem_is_made_the_same_and_carries_the_same_luck_under_every_policy(policy):
    one, other = Simulation(company(2, 2, 3), "fair-salary"), Simulation(company(2, 2, 3), policy)
    compared = set()
    for _ in range(60):
        one.live(5)
        other.live(5)
        first, second = made(one), made(other)
        common = first.keys() & second.keys()
        assert {n: first[n] for n in common} == {n: second[n] for n in common}
        compared |= common
    assert len(compared) > 50


def test_the_decisions_of_people_do_not_change_what_customers_come_with():
    assert arrivals(lived("sales-commission", **NO_MARKET)) == arrivals(
        lived("sales-commission", temperature=50.0, skill_spread=0.0, **NO_MARKET)
    )


@given(scenario=scenarios(), policy=st.sampled_from(CATALOGUE), seed=st.integers(0, 2**63 - 1))
@settings(max_examples=25)
def test_the_same_arguments_give_the_same_bits(scenario, policy, seed):
    one, other = Simulation(scenario, policy, seed=seed), Simulation(scenario, policy, seed=seed)
    one.live_weeks(3)
    for _ in range(6):
        other.live(20)
    # Only the order in which problems are numbered differs, and the last digit of sums over the company.
    assert bits(one, ROW_NUMBERS) == bits(other, ROW_NUMBERS)
    for name in one.weeks.dtype.names:
        np.testing.assert_allclose(one.weeks[name], other.weeks[name], rtol=1e-12)
    assert np.array_equal(one.weeks, other.weeks)


def test_another_seed_or_another_future_is_another_life():
    runs = [Simulation(company(), seed=1), Simulation(company(), seed=2), Simulation(company(), seed=1, replicate=1)]
    for run in runs:
        run.live_weeks(1)
    assert len({bits(run) for run in runs}) == 3


@pytest.mark.parametrize("policy", ["gate-and-shared-target", "ranking-tournament", "customer-scorecard"])
def test_a_fork_and_its_original_live_on_to_the_same_bits(policy):
    run = Simulation(company(2, 2, 3), "sales-commission", events=True)
    run.live(93)
    other = run.fork()
    assert bits(run) == bits(other)
    for each in (run, other):
        each.adopt(policy)
        each.live_weeks(15)
    assert bits(run) == bits(other)


def test_what_a_fork_does_leaves_the_original_alone():
    run = Simulation(company(2, 2, 3), events=True)
    run.live_weeks(2)
    before = bits(run)
    other = run.fork()
    other.adopt("gate-and-shared-target")
    other.live_weeks(8)
    assert bits(run) == before


@given(order=st.permutations(["sales-commission", "ranking-tournament", "peer-nomination", "customer-scorecard"]))
@settings(max_examples=6)
def test_the_order_in_which_forks_adopt_their_policies_does_not_matter(order):
    run = Simulation(company(2, 2, 2))
    run.live_weeks(3)
    forks = {policy: run.fork() for policy in sorted(order)}
    for policy in order:
        forks[policy].adopt(policy)
    for policy in reversed(order):
        forks[policy].live_weeks(5)
    alone = run.fork()
    alone.adopt(order[0])
    alone.live_weeks(5)
    assert bits(forks[order[0]]) == bits(alone)


def test_any_number_of_threads_gives_the_same_bits():
    def future(number: int) -> str:
        run = Simulation(company(2, 2, 3), CATALOGUE[number % len(CATALOGUE)], replicate=number)
        run.live_weeks(12)
        return bits(run)

    one_by_one = [future(number) for number in range(16)]
    for workers in (2, 5):
        with ThreadPoolExecutor(workers) as pool:
            assert list(pool.map(future, range(16))) == one_by_one


def test_a_large_company_lives_the_same_life_day_by_day_as_week_by_week():
    one, other = (Simulation(company(5, 10, 50), "customer-scorecard", events=True) for _ in range(2))
    one.live_weeks(1)
    for _ in range(5):
        other.live(8)
    # Only the order in which problems are numbered differs, and the last digit of sums over the company.
    assert bits(one, ROW_NUMBERS) == bits(other, ROW_NUMBERS)
    for name in one.weeks.dtype.names:
        np.testing.assert_allclose(one.weeks[name], other.weeks[name], rtol=1e-12)
