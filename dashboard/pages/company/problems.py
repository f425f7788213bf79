"""What is wrong with a company while it is being shaped, said at the field, in the page's language.

The rules are those of sim/company/scenario.py, which has the last word: a draft without a problem here makes a company.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import ValidationError

from dashboard.pages.company.draft import Draft, DraftUnit, company_in, walk
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from experiments.translating.refusals import refusal
from sim.company.checks import bound, one_line
from sim.company.scenario import LINE, PEOPLE_MOST, Company, DivisionPlan

_LONGEST = int(bound(DivisionPlan.model_fields["name"], "max_length") or 60)


class Problem(NamedTuple):
    """A wrong field: the place of its row ("" for the company), the field, and what would be right."""

    place: str
    field: str
    text: str


class _Speaker:
    """Says problems in one language."""

    def __init__(self, words: Words, lang: Lang) -> None:
        self._words, self._lang = words, lang

    def __call__(self, place: str, field: str, key: str, **values: object) -> Problem:
        return Problem(place, field, self._words.say(f"problem {key}", self._lang, **values))

    def refusal(self, text: str) -> str:
        return refusal(text, self._lang)

    def count(self, value: int) -> str:
        return number(value, 0, self._lang)


def problems(draft: Draft, words: Words, lang: Lang) -> list[Problem]:
    """Everything that is wrong with a draft, in the order of its rows; none: it is a company."""
    say = _Speaker(words, lang)
    found = [*_name("", draft.name, say)]
    found += [*_tree(draft, say)] if draft.tree else [*_numbers(draft, say)]
    if not found:
        found += _last_word(draft, say)
    return found


def _tree(draft: Draft, say: _Speaker) -> Iterator[Problem]:
    yield from _twice(((str(i), unit.name) for i, unit in enumerate(draft.tree)), "unit", say)
    divisions: list[tuple[str, str]] = []
    for place, unit in walk(draft.tree):
        yield from _name(place, unit.name, say)
        yield from _unit(place, unit, say)
        divisions += [(f"{place}.d{i}", each.name) for i, each in enumerate(unit.divisions)]
    yield from _twice(divisions, "division", say)


def _unit(place: str, unit: DraftUnit, say: _Speaker) -> Iterator[Problem]:
    if not unit.divisions and not unit.units:
        yield say(place, "name", "empty unit")
    yield from _twice(((f"{place}.u{i}", each.name) for i, each in enumerate(unit.units)), "unit", say)
    for i, division in enumerate(unit.divisions):
        yield from _name(f"{place}.d{i}", division.name, say)
        yield from _count(f"{place}.d{i}", "employees", division.employees, PEOPLE_MOST, say)


def _numbers(draft: Draft, say: _Speaker) -> Iterator[Problem]:
    for key in ("units", "divisions", "employees"):
        most = int(bound(Company.model_fields[key], "le") or PEOPLE_MOST)
        yield from _count("", key, getattr(draft.numbers, key), most, say)


def _count(place: str, field: str, value: int | None, most: int, say: _Speaker) -> Iterator[Problem]:
    if value is None or not 1 <= value <= most:
        yield say(place, field, "count", most=say.count(most))


def _name(place: str, name: str, say: _Speaker) -> Iterator[Problem]:
    if not name.strip():
        yield say(place, "name", "blank")
    elif not re.search(
        LINE.replace(r"\P{Cc}", r"[^\x00-\x1f\x7f-\x9f]").replace(r"\p{Cc}", r"\x00-\x1f\x7f-\x9f"), name
    ):
        yield say(place, "name", "lines")
    elif len(name) > _LONGEST:
        yield say(place, "name", "long", most=_LONGEST)


def _twice(named: Iterable[tuple[str, str]], what: str, say: _Speaker) -> Iterator[Problem]:
    """The second and further of several that are called the same."""
    seen: set[str] = set()
    for place, name in named:
        if name in seen and name.strip():
            yield say(place, "name", f"same {what}")
        seen.add(name)


def _last_word(draft: Draft, say: _Speaker) -> list[Problem]:
    try:
        company_in(draft)
    except ValidationError as error:
        people = sum(d.employees or 0 for _, unit in walk(draft.tree) for d in unit.divisions) if draft.tree else 0
        if people > PEOPLE_MOST or not draft.tree:
            return [say("", "people", "people", most=say.count(PEOPLE_MOST))]
        return [say("", "people", "other", reason=say.refusal(one_line(error, Company)))]
    return []
