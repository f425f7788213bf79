"""A policy with other numbers: "gate-and-shared-target:manager.2.threshold" = 0.7 changes one number of a contract.

The policy keeps its id and everything else, and is checked as its file would be. See contract_keys.py for the names.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from experiments.comparing.contract_keys import keys_of, mix_name, mixed
from experiments.comparing.course import Course, Step
from experiments.errors import RequestError
from sim.datafiles.mistakes import Location, nearest, on_one_line, short
from sim.policies import Policy
from sim.policies.checks import PolicyError
from sim.policies.reading import policy_to_toml

type Contracts = Mapping[str, Mapping[str, str]]
"""Which numbers change: by the id of a policy and the name of a number, as text."""


def sorted_out(settings: Mapping[str, str]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Settings of the scenario, and those of contracts: whatever has the id of a policy and a colon before its key.

    >>> sorted_out({"choice.meaning": "2", "fair-salary:manager.salary": "1.1"})
    ({'choice.meaning': '2'}, {'fair-salary': {'manager.salary': '1.1'}})
    """
    scenario: dict[str, str] = {}
    contracts: dict[str, dict[str, str]] = {}
    for key, value in settings.items():
        policy, colon, name = key.rpartition(":")
        if colon:
            contracts.setdefault(policy.strip(), {})[name.strip()] = value
        else:
            scenario[key] = value
    return scenario, contracts


def adjusted_courses(courses: Sequence[Course], contracts: Contracts) -> tuple[Course, ...]:
    """The courses with the numbers of their policies changed.

    Raises RequestError for a policy that is in none of them, and PolicyError for a number that cannot be.
    """
    known = [policy.id for course in courses for policy in course.policies]
    for policy, values in contracts.items():
        if policy not in known:
            key = f"{policy}:{next(iter(values), '')}"
            raise RequestError(f"{on_one_line(key)}: no policy with that name is asked for; {nearest(policy, known)}")
    return tuple(
        replace(course, steps=tuple(Step(step.week, _of(step.policy, contracts)) for step in course.steps))
        for course in courses
    )


def adjusted(policy: Policy, values: Mapping[str, str | float]) -> Policy:
    """The policy with these numbers, mixes last. Raises PolicyError for an unknown key or a number that cannot be."""
    content = tomllib.loads(policy_to_toml(policy))
    known = [row.key for row in keys_of(policy)]
    mixes: dict[str, float] = {}
    for key, given in values.items():
        if key not in known:
            raise PolicyError(f"{policy.id}:{on_one_line(key)}: is no number of this policy; {nearest(key, known)}")
        value = _number(f"{policy.id}:{key}", given)
        if key.endswith(".mix"):
            mixes[key] = value
        else:
            _put(content, key, value)
    changed = _checked(policy.id, content)
    return _with_mixes(changed, mixes) if mixes else changed


def _of(policy: Policy, contracts: Contracts) -> Policy:
    return adjusted(policy, contracts[policy.id]) if policy.id in contracts else policy


def _number(key: str, given: str | float) -> float:
    try:
        return float(given)
    except ValueError:
        raise PolicyError(f"{key} = {short(given)} must be a number, with a point for its decimals") from None


def _put(content: dict[str, Any], key: str, value: float) -> None:
    """Write a number to its place in what a file says."""
    table, *middle, name = key.split(".")
    part = content.setdefault(table, {})
    if middle:
        part = part["terms"][int(middle[0]) - 1]
    part[name] = value


def _with_mixes(policy: Policy, mixes: Mapping[str, float]) -> Policy:
    """The policy with the money of two terms parted anew."""
    content = tomllib.loads(policy_to_toml(policy))
    for role in ("employee", "manager"):
        contract = getattr(policy, role)
        for narrow, wide in mixed(contract):
            key = f"{role}.{mix_name(narrow, wide)}"
            if key not in mixes:
                continue
            if not 0.0 <= mixes[key] <= 1.0:
                raise PolicyError(f"{policy.id}:{key} = {mixes[key]:g} must be a number from 0 to 1")
            terms = content[role]["terms"]
            money = terms[narrow]["share"] + terms[wide]["share"]
            terms[wide]["share"] = mixes[key] * money
            terms[narrow]["share"] = money - terms[wide]["share"]
    return _checked(policy.id, content)


def _checked(policy: str, content: dict[str, Any]) -> Policy:
    """The policy that a file with this content would be."""
    try:
        return Policy.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise PolicyError(f"{policy}:{_place(first['loc'])}{first['msg']}") from None


def _place(location: Location) -> str:
    """The start of a key, from where pydantic found a mistake in it; the message goes on with the rest."""
    steps = [step + 1 if isinstance(step, int) else step for step in location if step != "terms"]
    whole = len(steps) > 1 and isinstance(steps[-1], str)  # then the message begins with what stands there
    return ".".join(map(str, steps)) + (" " if whole else "." if steps else "")
