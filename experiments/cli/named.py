"""What a command names: a company, a policy or a course by its name or its file, or "-" for standard input.

Only a command has a standard input of its own: a name in an address or in a file never reads that of the server.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from experiments.given.files import STANDARD_INPUT, name_of, text_in

if TYPE_CHECKING:
    from experiments.comparing.course import Course, CourseLike
    from sim.company.scenario import Scenario
    from sim.policies import Policy

_INPUT = Path(STANDARD_INPUT)
_SOURCE = name_of(_INPUT)


def scenario_named(name: str) -> "Scenario":
    """The scenario. Raises ScenarioError, or RequestError."""
    from experiments.catalogue import load_scenario

    return scenario_come_in() if name == STANDARD_INPUT else load_scenario(name)


def scenario_come_in() -> "Scenario":
    """The scenario on standard input. Raises ScenarioError, or RequestError."""
    from sim.company.file import LARGEST, parse_scenario

    return parse_scenario(text_in(_INPUT, LARGEST), _SOURCE, _SOURCE)


def policy_named(name: str) -> "Policy":
    """The policy; that on standard input may have any id. Raises PolicyError, or RequestError."""
    from sim.policies import load_policy
    from sim.policies.reading import LARGEST, parse_policy

    return parse_policy(text_in(_INPUT, LARGEST), _SOURCE) if name == STANDARD_INPUT else load_policy(name)


def course_named(name: "CourseLike") -> "Course":
    """The course. Raises PolicyError, or RequestError."""
    from experiments.comparing.course import course_in, load_course
    from sim.policies.reading import LARGEST

    return course_in(text_in(_INPUT, LARGEST), _SOURCE) if name == STANDARD_INPUT else load_course(name)
