"""A course: which policy is in force from which week on. A single policy is the shortest course.

A course has two written forms. As text: `gate-and-shared-target > sales-commission@26`, where policies are names of the
catalogue or paths ending in .toml, and a policy without @ begins at the switch, week 0. As a small file, for courses
with a name of their own: see course_file.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from experiments.comparing.course_file import CourseContent, content_of, course_content, toml_of_course
from experiments.errors import RequestError
from experiments.given.names import plain, plain_policy
from sim.company.scenario import WEEKS_MOST
from sim.policies import Policy, load_policy
from sim.policies.parts import Words
from sim.policies.reading import parse_policy

MOST_WEEKS = WEEKS_MOST
"""As many weeks as one may ask for after the switch: as many as a scenario's file may."""


@dataclass(frozen=True, slots=True)
class Step:
    """From the end of `week` on, counted from the switch (0), the policy is in force."""

    week: int
    policy: Policy


class Stretch(NamedTuple):
    """The policy of one stretch of a course, and the week after the switch that ends it."""

    policy: Policy
    ends: int


@dataclass(frozen=True, slots=True)
class Course:
    """What a company does over time: steps in order of their weeks, the first at the switch.

    Courses with the same content are equal. Raises RequestError for steps that are no course.
    """

    id: str
    name: Words
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """Refuse steps that are out of order, and names that read as others."""
        for where, text in (("id", self.id), ("name.en", self.name.en), ("name.nl", self.name.nl)):
            plain(where, text)
        for step in self.steps:
            plain_policy(step.policy)
        if not self.steps:
            raise RequestError(f'course "{self.id}" has no steps; give it one at week 0 at least')
        first = self.steps[0]
        if first.week != 0:
            raise RequestError(
                f'course "{self.id}": step 1 ({first.policy.id}): week = {first.week} must be 0, the switch'
            )
        for number, (before, step) in enumerate(pairwise(self.steps), start=2):
            if not before.week < step.week <= MOST_WEEKS:
                raise RequestError(
                    f'course "{self.id}": step {number} ({step.policy.id}): week = {step.week} must be from '
                    f"{before.week + 1:,} to {MOST_WEEKS:,}, after the step before it; write it as {step.policy.id}@26"
                )

    @classmethod
    def of(cls, *steps: Step) -> "Course":
        """The course of these steps, called after them: a single policy lends it its own id and name."""
        name = [steps[0].policy.name.en] if steps else [""]
        naam = [steps[0].policy.name.nl] if steps else [""]
        for step in steps[1:]:
            name.append(f"after {step.week} week{'s' if step.week > 1 else ''} {step.policy.name.en}")
            naam.append(f"na {step.week} {'weken' if step.week > 1 else 'week'} {step.policy.name.nl}")
        words = Words.model_construct(en=", ".join(name), nl=", ".join(naam))
        return cls(" > ".join(map(_spelled, steps)), words, steps)

    @property
    def first(self) -> Policy:
        """The policy from the switch on."""
        return self.steps[0].policy

    @property
    def policies(self) -> tuple[Policy, ...]:
        """Its policies, each once, in the order in which they are first adopted."""
        return tuple(dict.fromkeys(step.policy for step in self.steps))

    @property
    def text(self) -> str:
        """The steps as one line; reading it gives them again, if the policies are in the catalogue."""
        return " > ".join(map(_spelled, self.steps))

    def stretches(self, weeks: int) -> Iterator[Stretch]:
        """The stretches of the first so many weeks. Raises RequestError if a step is never reached."""
        last = self.steps[-1]
        if last.week >= weeks:
            raise RequestError(
                f'course "{self.id}": {last.policy.id} comes at week {last.week}, but week {weeks} is the last; '
                f"let it come sooner, or ask for more weeks"
            )
        ends = (*(step.week for step in self.steps[1:]), weeks)
        return map(Stretch, (step.policy for step in self.steps), ends)

    def policy_in(self, week: int) -> Policy:
        """The policy in force in a week after the switch, counted from 1."""
        return next(step.policy for step in reversed(self.steps) if step.week < week)


type CourseLike = Course | Policy | str | Path
"""A course, a policy, a name of the catalogue, the text of a course, or the path of a file of either."""


def load_course(given: CourseLike) -> Course:
    """The course that is meant. Raises PolicyError for a policy that cannot be read, RequestError for a bad course."""
    if isinstance(given, Course):
        return given
    if isinstance(given, Policy):
        return Course.of(Step(0, given))
    if str(given).endswith(".toml") and ">" not in str(given):
        return read_course(Path(given))
    return parse_course(str(given))


def parse_course(text: str, policy_of: Callable[[str], Policy] = load_policy) -> Course:
    """The course that a line of text says; `policy_of` finds a policy by name. Raises PolicyError or RequestError."""
    return Course.of(*(_step(part.strip(), text, policy_of) for part in text.split(">")))


def read_course(path: Path) -> Course:
    """The course in a file; a policy's file is told by its keys and read as the shortest course.

    Paths in a course's file are seen from its folder. Raises PolicyError or RequestError.
    """
    content = course_content(path)
    return Course.of(Step(0, load_policy(path))) if content is None else _of_file(content, str(path), path.parent)


def course_in(text: str, source: str) -> Course:
    """The same of the text of such a file; `source` names it in errors, and paths in it are seen from here."""
    content = content_of(text, source)
    if content is None:
        return Course.of(Step(0, parse_policy(text, source)))
    return _of_file(content, source, Path())


def _of_file(content: CourseContent, source: str, beside: Path) -> Course:
    steps = []
    for step in content.steps:
        named = beside / step.policy if step.policy.endswith(".toml") else step.policy
        steps.append(Step(step.week, load_policy(named)))
    try:
        return Course(content.id, content.name, tuple(steps))
    except RequestError as error:
        raise RequestError(f"{source}: {error}") from None


def course_to_toml(course: Course) -> str:
    """The course as the text of a file; reading it gives an equal course, if the policies are in the catalogue."""
    return toml_of_course(course.id, course.name, [(step.week, step.policy.id) for step in course.steps])


def _spelled(step: Step) -> str:
    return f"{step.policy.id}@{step.week}" if step.week else step.policy.id


def _step(part: str, text: str, policy_of: Callable[[str], Policy]) -> Step:
    """One step of a text, such as `sales-commission@26`."""
    name, at, week = part.rpartition("@")
    if not at or part.endswith(".toml"):  # a path may hold an @ too
        name, week = part, "0"
    if not name.strip():
        raise RequestError(f'course "{text}": a policy is missing; write it as first > second@26')
    if not week.strip().isdecimal() or len(week.strip()) > 9:
        raise RequestError(
            f'course "{text}": week "{week.strip()}" must be a whole number of weeks after the switch, as in {name}@26'
        )
    return Step(int(week), policy_of(name.strip()))
