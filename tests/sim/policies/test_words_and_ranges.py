"""Every word of a contract is told in both languages, and every number of it has a plausible range."""

import ast
from collections.abc import Iterator, Mapping
from enum import IntEnum
from pathlib import Path

import pytest

from sim.datafiles.mistakes import wrong
from sim.policies import Policy, catalogue
from sim.policies.kind import Key
from sim.policies.meanings import ABOVES, ATTRIBUTIONS, PERIODS, ROLES, SCOPES, Said
from sim.policies.metrics import METRICS
from sim.policies.money import MONEY
from sim.policies.parts import Words
from sim.policies.policy import NUMBERS, Term
from sim.policies.ranges import range_of
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Above, Attribution, Period, Role, Scope

VOCABULARY: list[tuple[type[IntEnum], Mapping[IntEnum, Said]]] = [
    (Scope, SCOPES), (Period, PERIODS), (Above, ABOVES), (Role, ROLES), (Attribution, ATTRIBUTIONS),
]  # type: ignore[list-item]  # fmt: skip
LABEL_MOST = 45
HERE = Path(__file__).parents[3] / "sim" / "policies"


def _in_both_languages(label: Words, meaning: Words) -> None:
    for words in (label, meaning):
        assert all(text and text == text.strip() for text in (words.en, words.nl))
    assert max(len(label.en), len(label.nl)) <= LABEL_MOST
    assert meaning.en != meaning.nl


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_and_its_numbers_are_told_in_both_languages(kind: str) -> None:
    _in_both_languages(KINDS[kind].label, KINDS[kind].meaning)
    for key in KINDS[kind].keys.values():
        _in_both_languages(key.label, key.meaning)
        assert key.unit.en != key.unit.nl


@pytest.mark.parametrize(("codes", "said"), VOCABULARY, ids=lambda given: getattr(given, "__name__", ""))
def test_every_word_of_the_vocabulary_is_told_in_both_languages(
    codes: type[IntEnum], said: Mapping[IntEnum, Said]
) -> None:
    assert list(said) == list(codes)
    for each in said.values():
        _in_both_languages(*each)


@pytest.mark.parametrize("key", MONEY.values(), ids=list(MONEY))
def test_money_is_told_and_has_a_plausible_range(key: Key) -> None:
    _in_both_languages(key.label, key.meaning)
    assert key.likely is not None
    assert key.usual is not None
    assert key.likely[0] <= key.usual <= key.likely[1]


def _numbers() -> Iterator[tuple[str, str, str, Above | None]]:
    for kind, facts in KINDS.items():
        for metric in facts.metrics:
            for name in facts.keys:
                for above in (None,) if facts.ranked else (None, Above.START, Above.LAST):
                    yield kind, metric, name, above


@pytest.mark.parametrize(("kind", "metric", "name", "above"), list(_numbers()))
def test_what_is_likely_is_allowed_and_holds_what_one_begins_with(
    kind: str, metric: str, name: str, above: Above | None
) -> None:
    found = range_of(KINDS[kind].keys[name], METRICS[metric], above)
    assert found.low <= found.likely[0] <= found.usual <= found.likely[1] <= found.high
    assert found.likely[0] < found.likely[1]


@pytest.mark.parametrize(("kind", "metric", "above"), dict.fromkeys((k, m, a) for k, m, _, a in _numbers()))
def test_what_one_begins_with_is_a_good_term(kind: str, metric: str, above: Above | None) -> None:
    numbers = {name: range_of(key, METRICS[metric], above).usual for name, key in KINDS[kind].keys.items()}
    asked = {} if above is None else {"above": above.name.lower()}
    given = {"kind": kind, "metric": metric, "scope": "division", "period": "quarter", **numbers, **asked}
    assert Term.model_validate(given).metric == metric


@pytest.mark.parametrize("policy", catalogue().values(), ids=lambda policy: policy.id)
def test_what_the_catalogue_holds_is_likely(policy: Policy) -> None:
    for role in policy.contracts:
        for term in role.terms:
            for name in NUMBERS:
                value = getattr(term, name)
                if value is not None:
                    low, high = range_of(KINDS[term.kind].keys[name], METRICS[term.metric], term.above).likely
                    assert low <= value <= high, (name, term)
        for name, key in MONEY.items():
            value = getattr(role, name)
            if value is not None and key.likely is not None:
                assert key.likely[0] <= value <= key.likely[1]


def test_every_refusal_names_the_rule_that_is_broken() -> None:
    """A page says the same in another language, so it must know which rule it was."""
    calls = [
        (file.name, call)
        for file in sorted(HERE.glob("*.py"))
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    ]
    refusals = [(file, call) for file, call in calls if call.func.id in ("wrong", "asked_for")]  # type: ignore[attr-defined]
    assert len(refusals) > 15
    for file, call in refusals:
        place = 3 if call.func.id == "wrong" else 2  # type: ignore[attr-defined]
        assert len(call.args) > place, f"{file}:{call.lineno} names no reason"


def test_an_error_keeps_its_facts_beside_its_line() -> None:
    error = wrong("share", 11, "must be less", "out_of_bounds", {"low": 0.0})
    assert error.message() == "share = 11 must be less"
    assert error.context == {
        "text": error.message(), "key": "share", "reason": "out_of_bounds", "facts": {"low": 0.0}
    }  # fmt: skip
