"""What a comparison will take, before it is lived: seconds and bytes.

A short one is reckoned from the known pace. A longer one is measured: its company is opened and lives a few weeks here.
"""

from statistics import median
from time import thread_time
from typing import NamedTuple

from experiments.comparing.warmups import warm
from sim.calendar import DAYS_A_WEEK, HOURS_A_WEEK
from sim.company.organisation import divisions_of, people_in, places_in_market
from sim.company.scenario import Scenario
from sim.tables import CUSTOMER, DIVISION, EMPLOYEE, MANAGER, PROBLEM, WEEK

SECONDS_A_PERSON_WEEK = 9e-6
"""On one core. Measured: two policies, 20 futures, 26 + 52 weeks of 78 people take 0.87 s on two slow cores."""
_USUAL_CUSTOMERS = 28.0  # a head, at that pace
_WORTH_A_PILOT = 30.0  # seconds
_PILOT_WEEKS, _PILOT_SECONDS = 9, 3.0  # as many weeks, or fewer of a large company
_COPIES = 3.5  # of all rows, while a comparison is put together and its numbers are made


class Size(NamedTuple):
    """How much is lived: courses, futures, weeks after the switch, and how many futures at once."""

    courses: int
    futures: int
    weeks: int
    workers: int


class Cost(NamedTuple):
    """Seconds of waiting, and bytes of memory at the most."""

    seconds: float
    bytes: float


def foreseen(scenario: Scenario, size: Size, free: float) -> Cost:
    """What it will take, about. With less than `free` bytes needed, a long one is measured with a pilot."""
    rough = Cost(_seconds(scenario, size, _known_pace(scenario)), _bytes(scenario, size))
    if rough.seconds < _WORTH_A_PILOT or rough.bytes > free:
        return rough
    return rough._replace(seconds=_seconds(scenario, size, _measured_pace(scenario)))


def company_bytes(scenario: Scenario, weeks: int) -> float:
    """Bytes of one company's tables, with room for so many weeks in all, once problems wait as long as they do."""
    plan = list(divisions_of(scenario))
    heads = sum(division.employees for _, _, division in plan)
    return float(
        CUSTOMER.itemsize * places_in_market(scenario, heads)
        + EMPLOYEE.itemsize * heads
        + (DIVISION.itemsize + MANAGER.itemsize) * len(plan)
        + PROBLEM.itemsize * (256 + 1.25 * heads + _waiting(scenario, heads))
        + WEEK.itemsize * weeks
    )


def _waiting(scenario: Scenario, heads: int) -> float:
    """Problems that pile up where more come in than can be done, until customers give up."""
    problems = scenario.problems
    come = problems.problems_per_customer * scenario.customers.customers_per_employee * heads
    done = heads * HOURS_A_WEEK / (problems.hours_least + problems.hours_mean)
    return max(0.0, come - done) * problems.patience / DAYS_A_WEEK


def _bytes(scenario: Scenario, size: Size) -> float:
    weeks = scenario.run.warmup_weeks + size.weeks
    at_once = min(size.workers, size.futures) * (1 + size.courses)  # the one that forks, and all its forks
    rows = WEEK.itemsize * weeks * size.courses * size.futures
    return at_once * company_bytes(scenario, weeks) + _COPIES * rows


def _seconds(scenario: Scenario, size: Size, seconds_a_week: float) -> float:
    weeks = scenario.run.warmup_weeks + size.weeks * size.courses
    return seconds_a_week * weeks * size.futures / min(size.workers, size.futures)


def _known_pace(scenario: Scenario) -> float:
    """Seconds a week of the company, on one core."""
    crowd = max(1.0, scenario.customers.customers_per_employee / _USUAL_CUSTOMERS)
    return SECONDS_A_PERSON_WEEK * people_in(scenario) * crowd


def _measured_pace(scenario: Scenario) -> float:
    """The same, measured on one future.

    The median week, in time of the processor: a week that loads rules for the first time does not count, nor does what
    else the machine does meanwhile.
    """
    begun = scenario.model_copy(update={"run": scenario.run.model_copy(update={"warmup_weeks": 1})})
    company = warm(begun, scenario.run.seed, 0, weeks=_PILOT_WEEKS)
    weeks: list[float] = []
    while len(weeks) < _PILOT_WEEKS and sum(weeks) < _PILOT_SECONDS:
        start = thread_time()
        company.live_weeks(1)
        weeks.append(thread_time() - start)
    return median(weeks)
