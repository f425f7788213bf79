"""A contract under construction: what its file would say, and the moves that change it.

A draft may be wrong; that is what explaining.py tells at the field. A move with something that a browser should not
have sent (an unknown kind, a term that is not there, a text instead of a number) leaves the draft as it is.
"""

import json
import tomllib
from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, cast

from dashboard.pages.workshop.naming import free_id
from sim.datafiles.spelling import spelled
from sim.policies import Policy
from sim.policies.checks import LONGEST_LINE
from sim.policies.metrics import METRICS
from sim.policies.money import MONEY
from sim.policies.policy import NUMBERS
from sim.policies.ranges import range_of
from sim.policies.reading import policy_to_toml
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Above, Attribution, Period, Scope, word

ROLES = ("employee", "manager")
MOST_TERMS = 12
"""Terms of one role: nobody can read a contract with more."""
CHOICES: dict[str, tuple[str, ...]] = {
    "metric": tuple(METRICS),
    "scope": tuple(map(word, Scope)),
    "period": tuple(map(word, Period)),
    "above": tuple(word(code) for code in Above if code),
}
FIRST_METRICS = ("satisfaction", "sales")
"""What a new term is about: a condition is mostly about customers."""


@dataclass(frozen=True)
class Draft:
    """What the file would say, as JSON (so that drafts can be compared and kept), and the policy it was made from."""

    text: str
    origin: str

    @property
    def content(self) -> dict[str, Any]:
        """What the file would say; a copy."""
        return cast(dict[str, Any], json.loads(self.text))

    def to_toml(self) -> str:
        """The text of the file, whether or not the contract is a good one."""
        content, lines = self.content, []
        for key, value in content.items():
            if key in ROLES:
                continue
            for name, said in value.items() if isinstance(value, dict) else (("", value),):
                lines.append(f"{key}{'.' if name else ''}{name} = {spelled(said)}")
        for role in ROLES:
            lines += ["", f"[{role}]", *_lines(content[role])]
            for term in content[role].get("terms", []):
                lines += ["", f"[[{role}.terms]]", *_lines(term)]
        return "\n".join(lines) + "\n"


def _lines(table: dict[str, Any]) -> list[str]:
    return [f"{key} = {spelled(value)}" for key, value in table.items() if key != "terms"]


def draft_of(content: dict[str, Any], origin: str) -> Draft:
    """The draft with this content."""
    return Draft(json.dumps(content, ensure_ascii=False), origin)


def begun_from(policy: Policy, taken: Collection[str], names: tuple[str, str]) -> Draft:
    """A draft like a policy, under a name of its own; `names` are what it is called in English and Dutch."""
    content = tomllib.loads(policy_to_toml(policy))
    content["name"] = {"en": names[0], "nl": names[1]}
    content["id"] = free_id(names[0], taken)
    content["origin"] = "workshop"
    return draft_of(content, policy.id)


def reopened(policy: Policy) -> Draft:
    """A draft of a policy of the user's own, under the same name."""
    return draft_of(tomllib.loads(policy_to_toml(policy)), policy.id)


# ---------------------------------------------------------------------------------------------------------- moves


def named(draft: Draft, value: object, taken: Collection[str]) -> Draft:
    """Another name, the same in both languages."""
    if not isinstance(value, str) or len(value) > LONGEST_LINE:
        return draft
    content = draft.content
    content["name"] = {"en": value, "nl": value}
    content["id"] = free_id(value, taken)
    return draft_of(content, draft.origin)


def explained_as(draft: Draft, value: object) -> Draft:
    """Another meaning, the same in both languages."""
    if not isinstance(value, str) or len(value) > LONGEST_LINE:
        return draft
    return draft_of(draft.content | {"meaning": {"en": value, "nl": value}}, draft.origin)


def attributed(draft: Draft, value: object) -> Draft:
    """Another rule by which a problem counts."""
    if value not in tuple(map(word, Attribution)):
        return draft
    return draft_of(draft.content | {"attribution": value}, draft.origin)


def surveyed(draft: Draft, name: object, value: object) -> Draft:
    """Another number of the survey; None leaves it to the company."""
    content = draft.content
    if name not in ("coverage", "noise") or not (value is None or _is_number(value)):
        return draft
    survey = {key: was for key, was in content.get("survey", {}).items() if key != name}
    content["survey"] = survey | ({} if value is None else {str(name): value})
    return draft_of(content, draft.origin)


def paid(draft: Draft, role: object, name: object, value: object) -> Draft:
    """Another salary, or another way to say it: one of MONEY with a number."""
    content = draft.content
    if role not in ROLES or name not in MONEY or not _is_number(value):
        return draft
    terms = content[str(role)].get("terms", [])
    content[str(role)] = {str(name): value} | ({"terms": terms} if terms else {})
    return draft_of(content, draft.origin)


def added(draft: Draft, role: object, kind: object) -> Draft:
    """One more term of a kind, with the numbers that one begins with; in the period of the others."""
    content = draft.content
    if role not in ROLES or kind not in KINDS or len(content[str(role)].get("terms", [])) >= MOST_TERMS:
        return draft
    facts, terms = KINDS[str(kind)], content[str(role)].setdefault("terms", [])
    metric = FIRST_METRICS[0] if facts.gate else FIRST_METRICS[1]
    term: dict[str, Any] = {
        "kind": kind,
        "metric": metric if metric in facts.metrics else facts.metrics[0],
        "scope": word(Scope.SELF if role == "employee" else Scope.DIVISION),
        "period": terms[0]["period"] if terms else word(Period.QUARTER),
    }
    if facts.gate:
        term["above"] = word(Above.START)
    terms.append(_fitted(term))
    return draft_of(content, draft.origin)


def removed(draft: Draft, role: object, place: object) -> Draft:
    """Without a term (its place counted from 0)."""
    content = draft.content
    if not _is_there(content, role, place):
        return draft
    del content[str(role)]["terms"][place]
    return draft_of(content, draft.origin)


def shifted(draft: Draft, role: object, place: object, by: object) -> Draft:
    """A term one place up (-1) or down (1)."""
    content = draft.content
    if by not in (-1, 1) or not _is_there(content, role, place):
        return draft
    terms, there = content[str(role)]["terms"], cast(int, place) + by
    if not 0 <= there < len(terms):
        return draft
    terms[cast(int, place)], terms[there] = terms[there], terms[cast(int, place)]
    return draft_of(content, draft.origin)


def set_in(draft: Draft, role: object, place: object, name: object, value: object) -> Draft:
    """One key of a term: a choice, a number, or None for `above`. What no longer fits is replaced by what is usual."""
    content = draft.content
    if not _is_there(content, role, place):
        return draft
    term = content[str(role)]["terms"][place]
    if name in NUMBERS:
        if not _is_number(value) or name not in KINDS[term["kind"]].keys:
            return draft
        term[name] = value
        return draft_of(content, draft.origin)
    known = tuple(KINDS) if name == "kind" else CHOICES.get(str(name), ())
    if value is None and name == "above":
        term.pop("above", None)
    elif isinstance(value, str) and value in known:
        term[name] = value
    else:
        return draft
    anew = NUMBERS if name in ("kind", "metric", "above") else ()
    content[str(role)]["terms"][place] = _fitted({key: was for key, was in term.items() if key not in anew})
    return draft_of(content, draft.origin)


def _fitted(term: dict[str, Any]) -> dict[str, Any]:
    """The term with everything that its kind asks for and nothing else."""
    fitted, facts = deepcopy(term), KINDS[term["kind"]]
    if fitted["metric"] not in facts.metrics:
        fitted["metric"] = facts.metrics[0]
    if facts.ranked:
        fitted.pop("above", None)
        if fitted["scope"] == word(Scope.COMPANY):
            fitted["scope"] = word(Scope.DIVISION)
    above = Above[fitted["above"].upper()] if "above" in fitted else None
    for name in NUMBERS:
        if name not in facts.keys:
            fitted.pop(name, None)
        elif name not in fitted:
            fitted[name] = range_of(facts.keys[name], METRICS[fitted["metric"]], above).usual
    return fitted


def _is_there(content: dict[str, Any], role: object, place: object) -> bool:
    if role not in ROLES or not isinstance(place, int) or isinstance(place, bool):
        return False
    return 0 <= place < len(content[str(role)].get("terms", []))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
