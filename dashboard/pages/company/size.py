"""How large a company is, and how long the dashboard will take for it."""

from typing import Literal, NamedTuple

from dashboard.engine.sharpening import AT_ONCE, MOST_WORK
from experiments.comparing.foreseeing import SECONDS_A_PERSON_WEEK
from experiments.comparing.jobs import cores
from experiments.comparing.question import Question
from experiments.comparing.question_file import LONGEST_QUERY, query_text, question_to_query
from sim.company.organisation import divisions_of, people_in
from sim.company.scenario import Scenario

Pace = Literal["quick", "slow", "too much"]

_WAIT = 1.0  # seconds until the first picture that nobody minds


class Size(NamedTuple):
    """What a company amounts to on its first Monday."""

    units: int
    divisions: int
    employees: int
    managers: int
    customers: int
    problems_a_week: float


class Cost(NamedTuple):
    """Seconds of waiting: until the first picture, until all futures are there; and what that means."""

    first: float
    all: float
    pace: Pace


def size_of(scenario: Scenario) -> Size:
    """The totals of a company."""
    divisions = list(divisions_of(scenario))
    employees = sum(division.employees for _, _, division in divisions)
    customers = round(scenario.customers.customers_per_employee * employees)
    return Size(
        units=1 + max(unit for unit, _, _ in divisions),
        divisions=len(divisions),
        employees=employees,
        managers=sum(division.managed for _, _, division in divisions),
        customers=customers,
        problems_a_week=customers * scenario.problems.problems_per_customer,
    )


def cost_of(question: Question) -> Cost:
    """How long comparing takes, about; a company that is known already takes no time at all."""
    scenario = question.of_scenario
    weeks = scenario.run.warmup_weeks + question.in_weeks
    work = people_in(scenario) * weeks * len(question.of_courses)
    a_future = work * SECONDS_A_PERSON_WEEK / cores()
    first, everything = a_future * min(AT_ONCE, question.in_futures), a_future * question.in_futures
    pace: Pace = "too much" if work * question.in_futures > MOST_WORK else "slow" if first > _WAIT else "quick"
    return Cost(first, everything, pace)


def fits_an_address(question: Question) -> bool:
    """Whether the link holds the whole question; one that is too long is cut off or refused by browsers and servers."""
    return len(query_text(question_to_query(question))) < LONGEST_QUERY
