"""What `siloscope compare` is asked: policies and options as typed, or a question's file with options beside it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from experiments.cli.options import DEFAULT_SCENARIO, courses_of, scenario_of, values_of
from experiments.errors import RequestError

if TYPE_CHECKING:
    from experiments.comparing.course import Course
    from sim.company.scenario import Scenario


class Run(NamedTuple):
    """How many futures are lived, for how many weeks, with which luck; None: as the scenario says."""

    replicates: int | None
    weeks: int | None
    seed: int | None


class Asked(NamedTuple):
    """What is compared, looked through."""

    scenario: "Scenario"
    courses: "tuple[Course, ...]"
    run: Run


def typed(policies: list[str], scenario: str | None, settings: list[str] | None, run: Run) -> Asked:
    """What the words of a command ask. Raises RequestError, PolicyError or ScenarioError."""
    if len(policies) < 2:
        raise RequestError("name two policies or more to compare; for one alone there is: siloscope run --policy NAME")
    company = scenario_of(DEFAULT_SCENARIO if scenario is None else scenario, settings)
    return Asked(company, courses_of(policies, settings), run)


def filed(file: Path, policies: list[str], scenario: str | None, settings: list[str] | None, run: Run) -> Asked:
    """What a question's file asks; numbers and values that are typed beside it go before its own.

    Raises RequestError for a file that is no question, and for policies or a scenario beside it.
    """
    from experiments.comparing.question import MOST_FUTURES, MOST_WEEKS
    from experiments.comparing.question_file import read_question

    for said, given in (("POLICY", policies[0] if policies else None), ("--scenario", scenario)):
        if given is not None:
            raise RequestError(f"{said} {given} and --question {file} both say what is compared; leave one of them out")
    question = read_question(file)
    # A question may ask for less than somebody at a command line: its own numbers stay within its limits.
    limits = {"replicates": MOST_FUTURES, "weeks": MOST_WEEKS}
    typed_too = {name: value for name, value in run._asdict().items() if value is not None}
    question = question.replace(
        **{name: min(value, limits.get(name, value)) for name, value in typed_too.items()}
    )  # fmt: skip
    for key, value in values_of(settings).items():
        question = question.with_setting(key, value)
    lived = Run(question.in_futures, question.in_weeks, question.with_seed)
    return Asked(question.of_scenario, question.of_courses, lived._replace(**typed_too))
