"""The form of a contract, as plain values for the browser: made from the kinds, metrics and words that there are.

A new file among the kinds of term or the metrics appears here without an edit.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.pages.workshop.draft import MOST_TERMS, ROLES, Draft
from dashboard.pages.workshop.explaining import Wrong
from dashboard.pages.workshop.units import in_hundredths, spoken
from experiments.comparing.contract_keys import SURVEY
from experiments.showing.language import Lang
from experiments.showing.words import Words
from sim.company.scenario import Scenario
from sim.parameters import declared
from sim.policies.kind import OF_SALARY
from sim.policies.meanings import ABOVES, ATTRIBUTIONS, PERIODS, SCOPES, Said
from sim.policies.meanings import ROLES as ROLES_SAID
from sim.policies.metrics import METRICS
from sim.policies.money import MONEY
from sim.policies.parts import Words as Texts
from sim.policies.policy import NUMBERS
from sim.policies.ranges import Range, range_of
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Above, Role, Scope, word


def form(draft: Draft, wrong: Sequence[Wrong], scenario: Scenario, words: Words, lang: Lang) -> dict[str, Any]:
    """All that the form shows."""
    content = draft.content
    at = {each.where: each.text for each in reversed(wrong)}  # the first mistake of a field is the one to mend
    fields: set[str] = set()
    shown = {
        "id": content.get("id", ""),
        "name": content["name"].get(lang, ""), "meaning": content["meaning"].get(lang, ""),
        "attribution": _choice(
            "attribution", content.get("attribution", "owner"), _said(ATTRIBUTIONS, lang), at, fields, words, lang
        ),
        "survey": [_survey(name, content.get("survey", {}), scenario, at, fields, lang) for name in SURVEY],
        "roles": [_role(role, content[role], at, fields, words, lang) for role in reversed(ROLES)],
        "kinds": [_option(name, kind.label, kind.meaning, lang) for name, kind in KINDS.items()],
    }  # fmt: skip
    names = {name: at.get(f"{name}.{lang}", at.get(name, "")) for name in ("name", "meaning")}
    fields |= {f"{name}.{lang}" for name in names} | set(names)
    return shown | {"wrong": names, "elsewhere": [each.text for each in wrong if each.where not in fields]}


def _role(
    role: str, contract: Mapping[str, Any], at: Mapping[str, str], fields: set[str], words: Words, lang: Lang
) -> dict[str, Any]:
    said = ROLES_SAID[Role[role.upper()]]
    money = next((name for name in MONEY if name in contract), "pay")
    key = MONEY[money]
    likely = key.likely or (0.0, 1.0)
    given = Range(key.low or 0.0, key.high or 1.0, likely, key.usual or 1.0, key.unit)
    terms = contract.get("terms", [])
    fields |= {f"{role}.terms", f"{role}.salary", f"{role}.pay"}
    return {
        "role": role, "label": getattr(said.label, lang), "meaning": getattr(said.meaning, lang),
        "money": _slider(
            money, key.label, key.meaning, given, contract.get(money), at.get(f"{role}.{money}", ""), lang
        ),
        "moneys": [_option(name, each.label, each.meaning, lang) for name, each in MONEY.items()],
        "terms": [_term(role, place, term, at, fields, words, lang) for place, term in enumerate(terms)],
        "wrong": at.get(f"{role}.terms", ""), "full": len(terms) >= MOST_TERMS,
    }  # fmt: skip


def _term(
    role: str, place: int, term: Mapping[str, Any], at: Mapping[str, str], fields: set[str], words: Words, lang: Lang
) -> dict[str, Any]:
    kind, path = KINDS[term["kind"]], f"{role}.{place + 1}"
    here = {name.removeprefix(f"{path}."): text for name, text in at.items() if name.startswith(f"{path}.")}
    choices = [
        ("kind", {name: Said(each.label, each.meaning) for name, each in KINDS.items()}),
        ("metric", {name: Said(METRICS[name].label, METRICS[name].meaning) for name in kind.metrics}),
        ("scope", {word(code): said for code, said in SCOPES.items() if not (kind.ranked and code == Scope.COMPANY)}),
        ("period", {word(code): said for code, said in PERIODS.items()}),
    ]
    if not kind.ranked:
        choices.append(("above", {word(code) if code else "": said for code, said in ABOVES.items()}))
    above = Above[term["above"].upper()] if term.get("above") else None
    numbers = [
        _slider(
            name, key.label, key.meaning, range_of(key, METRICS[term["metric"]], above), term.get(name),
            here.get(name, ""), lang,
        )
        for name in NUMBERS if (key := kind.keys.get(name)) is not None
    ]  # fmt: skip
    for each in numbers:
        if above is not None and each["level"]:
            each["help"] = f"{each['help']}, {getattr(ABOVES[above].label, lang)}"
    told = {name for name, _ in choices} | {each["name"] for each in numbers}
    fields |= {f"{path}.{name}" for name in told}
    return {
        "place": place, "title": _title(term, lang), "gate": kind.gate,
        "choices": [
            _choice(name, term.get(name, ""), _options(options, lang), here, set(), words, lang)
            for name, options in choices
        ],
        "numbers": numbers,
    }  # fmt: skip


def _title(term: Mapping[str, Any], lang: Lang) -> str:
    kind, metric, scope = KINDS[term["kind"]], METRICS[term["metric"]], SCOPES[Scope[term["scope"].upper()]]
    return f"{getattr(kind.label, lang)}: {getattr(metric.label, lang)}, {getattr(scope.label, lang)}"


def _choice(
    name: str, value: object, options: list[dict[str, str]], at: Mapping[str, str], fields: set[str], words: Words,
    lang: Lang,
) -> dict[str, Any]:  # fmt: skip
    fields.add(name)
    return {
        "name": name, "label": words.say(f"field_{name}", lang), "value": value or "", "options": options,
        "wrong": at.get(name, ""),
        "help": next((each["meaning"] for each in options if each["value"] == (value or "")), ""),
    }  # fmt: skip


def _slider(
    name: str, label: Texts, meaning: Texts, given: Range, value: float | None, wrong: str, lang: Lang
) -> dict[str, Any]:
    """A number with its likely range; `scale` is what a number is multiplied with where it is shown as per cent."""
    hundredths = in_hundredths(given.unit)
    scale, likely = 100.0 if hundredths else 1.0, given.likely
    return {
        "name": name, "label": getattr(label, lang), "help": getattr(meaning, lang), "value": value,
        "low": given.low * scale, "high": given.high * scale, "likely": [end * scale for end in likely], "scale": scale,
        "step": _step((likely[1] - likely[0]) * scale), "unit": spoken(given.unit, lang), "wrong": wrong,
        "usual": given.usual * scale, "level": given.unit is not OF_SALARY and name in ("threshold", "cap"),
    }  # fmt: skip


def _survey(
    name: str, survey: Mapping[str, Any], scenario: Scenario, at: Mapping[str, str], fields: set[str], lang: Lang
) -> dict[str, Any]:
    row = next(row for row in declared() if row.key == SURVEY[name])
    given = Range(
        row.low, row.high, (row.likely_low, row.likely_high), row.default, Texts(en=row.unit.en, nl=row.unit.nl)
    )
    texts = [Texts(en=each.en, nl=each.nl) for each in (row.label, row.meaning)]
    fields.add(f"survey.{name}")
    own = survey.get(name)
    slider = _slider(name, texts[0], texts[1], given, own, at.get(f"survey.{name}", ""), lang)
    return slider | {"own": own is not None, "theirs": scenario.parameters()[row.name]}


def _step(width: float) -> float:
    """A step of which about a hundred make the width, out of 1, 2 and 5 times a power of ten.

    >>> [_step(width) for width in (2.0, 40.0, 0.6, 150.0)]
    [0.02, 0.5, 0.005, 2.0]
    """
    size = 1e-6
    while True:
        for part in (1.0, 2.0, 5.0):
            if width / (part * size) <= 120.0:
                return float(f"{part * size:.6g}")
        size *= 10.0


def _said(given: Mapping[Any, Said], lang: Lang) -> list[dict[str, str]]:
    return _options({word(code): said for code, said in given.items()}, lang)


def _options(given: Mapping[str, Said], lang: Lang) -> list[dict[str, str]]:
    return [_option(name, said.label, said.meaning, lang) for name, said in given.items()]


def _option(name: str, label: Texts, meaning: Texts, lang: Lang) -> dict[str, str]:
    text = str(getattr(label, lang))
    return {"value": name, "label": text[:1].upper() + text[1:], "meaning": str(getattr(meaning, lang))}


def starts(policies: Iterable[tuple[str, Texts]], lang: Lang) -> list[dict[str, str]]:
    """Policies that one may begin from."""
    return [{"value": name, "label": getattr(label, lang)} for name, label in policies]
