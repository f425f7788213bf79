"""The numbers of a policy by name: what a slider, the command line or a sweep may move in a contract.

`manager.2.threshold` is a number of the manager's second term, counted from 1; `manager.pay` (or `manager.salary`,
whichever the contract has), `employee.pay`, `survey.coverage` and `survey.noise` are the rest. Where a role has two
terms that pay for the same thing at two scopes, `manager.1-2.mix` is the share of their money paid at the wider one.
"""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from experiments.showing.words import Words as Texts
from sim.parameters import Declared, declared
from sim.policies import Policy
from sim.policies.meanings import ROLES, SCOPES
from sim.policies.metrics import METRICS
from sim.policies.money import MONEY
from sim.policies.parts import Words
from sim.policies.policy import NUMBERS, Contract, Term
from sim.policies.ranges import range_of
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Role

SURVEY = {"coverage": "sight.coverage", "noise": "sight.survey_noise"}
"""The keys of a policy's survey, and the parameters that hold where it says nothing."""

_SAY = Texts(Path(__file__).with_name("words.toml"))
_MIX_UNIT = Words(en="share", nl="aandeel")


class ContractKey(NamedTuple):
    """One number of a policy. From `low` to `high` is allowed, within `likely` plausible.

    `value` is the policy's own; None where it leaves the number to the scenario. `part` says of what it is a number.
    """

    key: str
    part: Words
    label: Words
    meaning: Words
    unit: Words
    low: float
    high: float
    likely: tuple[float, float]
    value: float | None
    example: Words | None
    """What it is like, by an example from life."""


def keys_of(policy: Policy) -> tuple[ContractKey, ...]:
    """All numbers of a policy, in the order of its file, mixes after the terms that they mix."""
    found: list[ContractKey] = []
    for role, contract in zip(Role, policy.contracts, strict=True):
        found += [*_money(role, contract), *_numbers(role, contract), *_mixes(role, contract)]
    return (*found, *_survey(policy))


def term_in_brief(term: Term) -> Words:
    """A term in a few words: "Target bonus: satisfaction, whole unit"."""
    kind, metric, scope = KINDS[term.kind].label, METRICS[term.metric].label, SCOPES[term.scope].label
    return Words(en=f"{kind.en}: {metric.en}, {scope.en}", nl=f"{kind.nl}: {metric.nl}, {scope.nl}")


def mixed(contract: Contract) -> Iterator[tuple[int, int]]:
    """Places (from 0) of two terms that pay for the same thing at two scopes: first the narrower, then the wider."""
    terms = contract.terms
    for one, other in combinations(range(len(terms)), 2):
        if _apart_from_scope(terms[one]) == _apart_from_scope(terms[other]) and not terms[one].gates:
            narrow, wide = sorted((one, other), key=lambda place: terms[place].scope)
            if terms[narrow].scope != terms[wide].scope and _money_of(terms[narrow], terms[wide]):
                yield narrow, wide


def mix_name(narrow: int, wide: int) -> str:
    """How the mix of two terms (places from 0) is called within its role."""
    return f"{narrow + 1}-{wide + 1}.mix"


def mix_of(narrow: Term, wide: Term) -> float:
    """Share of the money of two terms that is paid at the wider scope."""
    return (wide.share or 0.0) / _money_of(narrow, wide)


def _money_of(narrow: Term, wide: Term) -> float:
    return (narrow.share or 0.0) + (wide.share or 0.0)


def _apart_from_scope(term: Term) -> dict[str, object]:
    """What must be equal for two terms to be mixed: everything but scope and money."""
    return term.model_dump(exclude={"scope", "share"})


def _money(role: Role, contract: Contract) -> Iterator[ContractKey]:
    for name, key in MONEY.items():
        value = getattr(contract, name)
        if value is not None and key.low is not None and key.high is not None:
            likely = key.likely or (key.low, key.high)
            yield ContractKey(
                f"{role.name.lower()}.{name}", ROLES[role].label, key.label, key.meaning, key.unit,
                key.low, key.high, likely, value, _example(name),
            )  # fmt: skip


def _numbers(role: Role, contract: Contract) -> Iterator[ContractKey]:
    for place, term in enumerate(contract.terms, start=1):
        keys, part = KINDS[term.kind].keys, term_in_brief(term)
        for name in NUMBERS:
            if name in keys:
                given = range_of(keys[name], METRICS[term.metric], term.above)
                yield ContractKey(
                    f"{role.name.lower()}.{place}.{name}", part, keys[name].label, keys[name].meaning, given.unit,
                    given.low, given.high, given.likely, getattr(term, name), _example(f"{term.kind}.{name}", name),
                )  # fmt: skip


def _mixes(role: Role, contract: Contract) -> Iterator[ContractKey]:
    for narrow, wide in mixed(contract):
        terms = contract.terms[narrow], contract.terms[wide]
        own, shared = (SCOPES[term.scope].label for term in terms)
        kind, metric = KINDS[terms[0].kind].label, METRICS[terms[0].metric].label
        yield ContractKey(
            f"{role.name.lower()}.{mix_name(narrow, wide)}",
            Words(en=f"{kind.en}: {metric.en}", nl=f"{kind.nl}: {metric.nl}"),
            Words(en=f"Share for the {shared.en}", nl=f"Deel voor: {shared.nl}"),
            Words(
                en=f"of the money for {metric.en}, how much is paid for the {shared.en} instead of the {own.en}",
                nl=f"hoeveel van het geld voor {metric.nl} voor de {shared.nl} is in plaats van voor de {own.nl}",
            ),
            _MIX_UNIT, 0.0, 1.0, (0.0, 1.0), mix_of(*terms), _example("mix"),
        )  # fmt: skip


@cache
def _declared(parameter: str) -> Declared:
    return next(row for row in declared() if row.key == parameter)


def _survey(policy: Policy) -> Iterator[ContractKey]:
    for name, parameter in SURVEY.items():
        row = _declared(parameter)
        yield ContractKey(
            f"survey.{name}", Words(en="survey", nl="enquête"), Words(en=row.label.en, nl=row.label.nl),
            Words(en=row.meaning.en, nl=row.meaning.nl), Words(en=row.unit.en, nl=row.unit.nl),
            row.low, row.high, (row.likely_low, row.likely_high), getattr(policy.survey, name),
            None if row.example is None else Words(en=row.example.en, nl=row.example.nl),
        )  # fmt: skip


def _example(*names: str) -> Words | None:
    """The example of the first of these names that has one."""
    key = next((f"example {name}" for name in names if _SAY.known(f"example {name}")), None)
    return None if key is None else Words(en=_SAY.say(key, "en"), nl=_SAY.say(key, "nl"))
