"""The file of a course: what it is called in both languages, and [[steps]], each with a week and a policy.

id = "there-and-back"
name.en = "There and back"
name.nl = "Heen en terug"

[[steps]]
week = 0                             # weeks after the switch
policy = "gate-and-shared-target"    # a name of the catalogue, or a path seen from this file

[[steps]]
week = 26
policy = "sales-commission"
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationError

from experiments.errors import RequestError
from sim.datafiles.mistakes import asked_for
from sim.datafiles.reading import DataFileError, parse_toml, read_text
from sim.datafiles.spelling import spelled
from sim.policies.checks import one_line
from sim.policies.parts import Line, Part, Words
from sim.policies.reading import LARGEST


def _whole(given: Any) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or given < 0:
        raise asked_for(given, "must be a whole number of weeks after the switch, which is at week 0")
    return given


def _steps(given: Any) -> list[Any]:
    if not isinstance(given, list):
        raise asked_for(given, "must be a list; write each of its steps under double brackets, [[steps]]")
    return given


class StepContent(Part):
    """A step as it is written down."""

    week: Annotated[int, BeforeValidator(_whole)]
    policy: Line


class CourseContent(Part):
    """A course as it is written down."""

    id: Line
    name: Words
    steps: Annotated[tuple[StepContent, ...], BeforeValidator(_steps)]


def course_content(path: Path) -> CourseContent | None:
    """What a course's file says; None for another file, and for one that is no TOML. Raises RequestError."""
    try:
        text = read_text(path, DataFileError, LARGEST)
    except DataFileError:
        return None  # whoever reads it as a policy then says what is wrong
    return content_of(text, str(path))


def content_of(text: str, source: str) -> CourseContent | None:
    """The same of a text; `source` names it in errors."""
    try:
        content = parse_toml(text, source, DataFileError)
    except DataFileError:
        return None
    if "steps" not in content:
        return None
    try:
        return CourseContent.model_validate(content)
    except ValidationError as error:
        raise RequestError(f"{source}: {one_line(error)}") from None


def toml_of_course(course: str, name: Words, steps: Sequence[tuple[int, str]]) -> str:
    """The text of a file; `steps` are weeks and the names of policies."""
    lines = [f"id = {spelled(course)}", f"name.en = {spelled(name.en)}", f"name.nl = {spelled(name.nl)}"]
    for week, policy in steps:
        lines += ["", "[[steps]]", f"week = {week}", f"policy = {spelled(policy)}"]
    return "\n".join(lines) + "\n"
