"""A question: what is to be compared, in one schema for a page's address, a file and the command line.

Everything in it is text or a whole number, as a user gave it. What it means is found by `of_scenario` and `of_courses`,
which refuse what is wrong. Names are those of the catalogues or of what the question itself brings along; it never
reads a file, so a question from a stranger can be answered.
"""

import shlex
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from experiments.catalogue import load_scenario
from experiments.comparing.adjusting import adjusted, sorted_out
from experiments.comparing.compare import check_courses, check_number
from experiments.comparing.course import Course, parse_course
from experiments.errors import RequestError
from experiments.given.names import plain_scenario
from sim.company.file import parse_scenario, scenario_with
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import nearest, on_one_line
from sim.policies import Policy, catalogue
from sim.policies.reading import LARGEST, parse_policy

MOST_COURSES, MOST_SETTINGS, MOST_OWN = 8, 200, 20
MOST_FUTURES, MOST_WEEKS = 1_000, 520
FILE_NAME = "siloscope-question.toml"
"""What a question's file is called where nobody names it."""
_LONGEST = 2_000  # signs of the text of a course


@dataclass(frozen=True)
class Question:
    """What is compared: courses of policies in a scenario of which some values are set.

    `policies` are texts of courses ("sales-commission", "fair-salary > sales-commission@26"); the first is the one that
    the others are set against. `settings` hold keys and values as of --set. `own_scenario` is the text of a scenario's
    file and stands in the place of `scenario`; `own_policies` are texts of policies' files, to be named in `policies`.
    `weeks`, `seed` and `replicates` are the scenario's where they are None.
    """

    policies: tuple[str, ...] = ("sales-commission", "gate-and-shared-target")
    scenario: str = "six-weeks"
    settings: tuple[tuple[str, str], ...] = ()
    weeks: int | None = None
    seed: int | None = None
    replicates: int | None = None
    own_scenario: str = ""
    own_policies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is beyond all measure before anything is made of it. Raises RequestError."""
        for name, many, most in (
            ("policies", self.policies, MOST_COURSES), ("set", self.settings, MOST_SETTINGS),
            ("own policies", self.own_policies, MOST_OWN),
        ):  # fmt: skip
            if len(many) > most:
                raise RequestError(f"{name}: {len(many)} are given; the most is {most}")
        if self.weeks is not None:
            check_number("weeks", self.weeks, 1, MOST_WEEKS)
        if self.seed is not None:
            check_number("seed", self.seed, 0, 2**63 - 1)
        if self.replicates is not None:
            check_number("replicates", self.replicates, 1, MOST_FUTURES)
        if max(map(len, self.own_policies), default=0) > LARGEST:
            raise RequestError(f"own policies: one is longer than {LARGEST:,} signs, the most that one may have")

    def with_setting(self, key: str, value: str | None) -> "Question":
        """The question with a value set, or with a setting taken back (None)."""
        kept = dict(self.settings)
        kept.pop(key, None)
        if value is not None:
            kept[key] = value
        return self.replace(settings=tuple(sorted(kept.items())))

    def replace(self, **changes: Any) -> "Question":
        """The question with some fields changed."""
        return replace(self, **changes)

    @cached_property
    def base_scenario(self) -> Scenario:
        """The scenario before anything is set. Raises ScenarioError or RequestError."""
        if self.own_scenario:
            found = parse_scenario(self.own_scenario, "scenario", "own company", files=False)
        elif self.scenario.endswith(".toml"):
            raise RequestError(
                f'scenario "{on_one_line(self.scenario)}" is a file; a question brings its own text along'
            )
        else:
            found = load_scenario(self.scenario)
        return plain_scenario(found)

    @cached_property
    def of_scenario(self) -> Scenario:
        """The scenario with everything set. Raises ScenarioError or RequestError."""
        found = plain_scenario(scenario_with(self.base_scenario, sorted_out(dict(self.settings))[0], files=False))
        check_number("run.weeks", found.run.weeks, 1, MOST_WEEKS)  # a file may have more; who answers strangers may not
        return found

    @cached_property
    def own(self) -> dict[str, Policy]:
        """The policies that the question brings along, by id. Raises PolicyError or RequestError."""
        found: dict[str, Policy] = {}
        for text in self.own_policies:
            policy = parse_policy(text, "own policy")
            if policy.id in found:
                raise RequestError(f'own policy "{policy.id}" is given twice; every policy needs a name of its own')
            found[policy.id] = policy
        return found

    @cached_property
    def of_courses(self) -> tuple[Course, ...]:
        """The courses, with what is set in their contracts. Raises PolicyError or RequestError."""
        for text in self.policies:
            if len(text) > _LONGEST:
                raise RequestError(f"a course is {len(text):,} signs long; the most is {_LONGEST:,}")
        courses = tuple(parse_course(text, self.policy) for text in self.policies)
        check_courses(courses)
        for name in self._in_contracts:  # of one that is not compared now it may wait, but there must be such a policy
            self.unset_policy(name)
        for course in courses:
            course.stretches(self.in_weeks)
        return courses

    @property
    def in_weeks(self) -> int:
        """Weeks after the switch."""
        return self.of_scenario.run.weeks if self.weeks is None else self.weeks

    @property
    def in_futures(self) -> int:
        """How many futures are lived."""
        return self.of_scenario.run.replicates if self.replicates is None else self.replicates

    @property
    def with_seed(self) -> int:
        """The seed of all chance."""
        return self.of_scenario.run.seed if self.seed is None else self.seed

    def unset_policy(self, name: str) -> Policy:
        """A policy by name before anything is set in it: its own, or the catalogue's. Raises RequestError."""
        known = {**catalogue(), **self.own}
        if name not in known:
            raise RequestError(f'policy "{on_one_line(name)}" is not known; {nearest(name, known)}')
        return known[name]

    def policy(self, name: str) -> Policy:
        """A policy by name, with what is set in its contract. Raises PolicyError or RequestError."""
        policy, values = self.unset_policy(name), self._in_contracts.get(name)
        return adjusted(policy, values) if values else policy

    @cached_property
    def _in_contracts(self) -> dict[str, dict[str, str]]:
        """What is set in contracts, by the policy's id."""
        return sorted_out(dict(self.settings))[1]

    @property
    def command_needs_file(self) -> bool:
        """Whether the command reads the question from its file: words cannot say all of it."""
        return bool(self.own_policies or self.own_scenario) or len(self.policies) < 2

    @property
    def command(self) -> str:
        """The command that computes the same, for a shell, from FILE_NAME if it needs a file."""
        if self.command_needs_file:
            return shlex.join(["siloscope", "compare", "--question", FILE_NAME])
        words = ["siloscope", "compare", *self.policies, "--scenario", self.scenario]
        compared = {policy.id for course in self.of_courses for policy in course.policies}
        for key, text in self.settings:
            policy, colon, _ = key.rpartition(":")
            if not colon or policy.strip() in compared:
                words += ["--set", f"{key}={text}"]
        for name, value in (("replicates", self.replicates), ("weeks", self.weeks), ("seed", self.seed)):
            if value is not None:
                words += [f"--{name}", str(value)]
        return shlex.join(words)
