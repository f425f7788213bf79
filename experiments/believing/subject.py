"""What an assumption is about: a parameter of the scenario, or a number of the contract of one of the policies."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from experiments.comparing.contract_keys import SURVEY, ContractKey, keys_of
from experiments.comparing.course import Course
from sim.company.scenario import Scenario
from sim.parameters import Both, Declared, declared
from sim.policies import Policy, catalogue
from sim.policies.parts import Words


@dataclass(frozen=True, slots=True)
class ContractNumber:
    """A number of a policy, which the scenario knows nothing of; the same facts as a declared parameter has."""

    policy: str
    policy_name: Both
    short: Both
    """What it is called within its part."""
    part: Both
    """Of which policy, and of what in it."""
    meaning: Both
    unit: Both
    number: str
    low: float
    high: float
    likely_low: float
    likely_high: float
    default: float
    """What it is in the catalogue, or in a policy of the user's own."""

    @property
    def name(self) -> str:
        """The policy's id and the number's name, as for --set."""
        return f"{self.policy}:{self.number}"

    @property
    def label(self) -> Both:
        """What it is called among others: two policies may have the same part."""
        return Both(f"{self.short.en} ({self.part.en})", f"{self.short.nl} ({self.part.nl})")

    @property
    def key(self) -> str:
        """The same: there is no shorter name."""
        return self.name


type Subject = Declared | ContractNumber


def parameters() -> tuple[Declared, ...]:
    """The parameters that can be more or less; a switch cannot."""
    return tuple(row for row in declared() if row.is_quantity)


def contract_numbers(courses: Iterable[Course], scenario: Scenario) -> tuple[ContractNumber, ...]:
    """The numbers of all policies of the courses, each policy once."""
    policies = {policy.id: policy for course in courses for policy in course.policies}
    return tuple(each for policy in policies.values() for each in _numbers(policy, scenario))


def value_of(subject: Subject, scenario: Scenario, courses: Iterable[Course]) -> float:
    """What it is now, in this company and under these courses."""
    if isinstance(subject, Declared):
        return scenario.parameters()[subject.name]
    policy = next(each for course in courses for each in course.policies if each.id == subject.policy)
    return next(_value(row, scenario) for row in keys_of(policy) if row.key == subject.number)


def contracts_of(values: Mapping[Subject, float]) -> dict[str, dict[str, str]]:
    """The numbers of contracts among these, by policy and name: what `adjusted_courses` takes."""
    found: dict[str, dict[str, str]] = {}
    for subject, value in values.items():
        if isinstance(subject, ContractNumber):
            found.setdefault(subject.policy, {})[subject.number] = repr(value)
    return found


def _numbers(policy: Policy, scenario: Scenario) -> Iterator[ContractNumber]:
    before = {row.key: row for row in keys_of(catalogue().get(policy.id, policy))}
    for row in keys_of(policy):
        part = Both(f"{policy.name.en}, {row.part.en}", f"{policy.name.nl}, {row.part.nl}")
        yield ContractNumber(
            policy.id, _both(policy.name), _both(row.label), part, _both(row.meaning), _both(row.unit), row.key,
            row.low, row.high, *row.likely, default=_value(before.get(row.key, row), scenario),
        )  # fmt: skip


def _value(row: ContractKey, scenario: Scenario) -> float:
    """The policy's own number, or the scenario's where it leaves it to that."""
    if row.value is not None:
        return row.value
    return scenario.parameters()[SURVEY[row.key.removeprefix("survey.")].partition(".")[2]]


def _both(words: Words) -> Both:
    return Both(words.en, words.nl)
