"""Whether people work when nothing makes them: what they do with an hour that nobody needs."""

import math

import pytest
from builders import company

from sim.simulation import Simulation
from sim.tables import Task

NOTHING_TO_HANDLE = {"customers_per_employee": 0.0}
CARES_FOR_NOTHING = {"duty": 0.0, "toil": 0.0}
WEEKS = 12


def lived(policy: str, **values: float) -> Simulation:
    run = Simulation(company(2, 2, 10, **values), policy, weeks=WEEKS)
    run.live_weeks(WEEKS)
    return run


def idle_hours(run: Simulation) -> float:
    """Of the hours that were idled or sold in, the share that was idled."""
    hours = run.weeks.hours.sum(axis=0)
    return hours[Task.IDLING] / (hours[Task.IDLING] + hours[Task.SELLING])


def close_to(share: float, out_of: float):
    """That share, as far as so many hours can tell (four standard errors)."""
    return pytest.approx(share, abs=4.0 * math.sqrt(share * (1.0 - share) / out_of))


def test_who_cares_for_nothing_idles_as_much_as_sells_where_nothing_pays():
    free = lived("fair-salary", **NOTHING_TO_HANDLE, **CARES_FOR_NOTHING)
    assert idle_hours(free) == close_to(0.5, WEEKS * 40 * 40)
    busy = lived("fair-salary", **CARES_FOR_NOTHING).weeks
    left = busy.sell.sum() + busy.idle.sum()  # hours for which a problem in view was left
    assert left > 500
    assert busy.idle.sum() / left == close_to(0.5, left)


@pytest.mark.parametrize("duty", [0.4, 1.3])
def test_duty_makes_idling_rarer_by_the_rule(duty):
    run = lived("fair-salary", **NOTHING_TO_HANDLE, duty=duty)
    expected = 1.0 / (1.0 + math.exp(duty / run.world.parameters[0].temperature))
    assert idle_hours(run) == close_to(expected, WEEKS * 40 * 40)


def test_the_price_of_an_hour_makes_idling_rarer_duty_or_not():
    for values in (CARES_FOR_NOTHING, {"duty": 0.4}):
        shares = [
            idle_hours(lived(policy, **values)) for policy in ("fair-salary", "half-commission", "sales-commission")
        ]
        assert shares[0] > shares[1] > shares[2]


def test_who_idles_sells_nothing_in_that_hour():
    """Sales come from the hours of selling, at the chance that an hour's effort and skill give."""
    values = {**NOTHING_TO_HANDLE, "skill_spread": 0.0, "peer_pressure": 0.0, "effort_base": 1.0}
    idle, keen = (lived("fair-salary", duty=duty, **values) for duty in (0.0, 10.0))
    hours = [run.weeks.hours[:, Task.SELLING].sum() for run in (idle, keen)]
    sold = [run.weeks.sales_made.sum() for run in (idle, keen)]
    assert hours[0] < 0.6 * hours[1]
    rate = sold[1] / hours[1]
    assert sold[0] == pytest.approx(rate * hours[0], abs=4.0 * math.sqrt(2.0 * rate * hours[0]))


def test_with_toil_and_without_duty_problems_are_left_lying():
    """What S3 asks: under a salary, service stands on people's own norms, and can fail."""
    dutiful, careless = (lived("fair-salary", duty=duty, toil=0.4, meaning=0.0) for duty in (1.3, 0.0))
    done = [run.weeks.solved.sum() / run.weeks.arrived.sum() for run in (dutiful, careless)]
    assert done[1] < done[0]
    assert idle_hours(careless) > 3.0 * idle_hours(dutiful)


def test_nobody_is_kept_from_a_problem_by_idling_where_there_is_nothing_to_sell():
    run = lived("fair-salary", selling=0.0, **CARES_FOR_NOTHING)
    assert run.weeks.idle.sum() == 0
    assert run.weeks.hours[:, Task.IDLING].sum() == 0.0
