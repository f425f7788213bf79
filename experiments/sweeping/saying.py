"""An experiment in words: what its policies and its dimensions are called, and how it is set up."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from experiments.comparing.contract_keys import keys_of
from experiments.comparing.question import Question
from experiments.comparing.reported import label_of, reported
from experiments.comparing.side_by_side import window_name
from experiments.showing.language import Lang
from experiments.showing.numbers import number, shown, significant
from experiments.showing.words import Words
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.sizes import sizes
from experiments.sweeping.stopping import Fixed, Until
from sim.parameters import declared

say = Words(Path(__file__).with_name("words.toml")).say
_LEAST_DIGITS, _MOST_DIGITS = 3, 6
_MOST_VALUES = 8  # of a list that are named one by one


class Named(NamedTuple):
    """What a dimension is called, and in what unit it is."""

    label: str
    unit: str

    @property
    def axis(self) -> str:
        """The same at an axis."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


def dimension_name(question: Question, key: str, lang: Lang) -> Named:
    """The name of what a key stands for; of a number of a contract with the policy that it belongs to."""
    policy, colon, name = key.rpartition(":")
    if key in sizes():
        return Named(_in(sizes()[key].label, lang), _in(sizes()[key].unit, lang))
    if not colon:
        row = next(row for row in declared() if row.key == key)
        return Named(_in(row.label, lang), _in(row.unit, lang))
    found = next(row for row in keys_of(question.unset_policy(policy)) if row.key == name)
    whose = _in(question.unset_policy(policy).name, lang)
    return Named(
        f"{_in(found.label, lang)} ({whose}, {_in(found.part, lang)})", _in(found.unit, lang)
    )  # fmt: skip


def policy_names(question: Question, lang: Lang) -> dict[str, str]:
    """What the policies are called, by the texts that the question has for them."""
    courses = zip(question.policies, question.of_courses, strict=True)
    return {text: _in(course.name, lang) for text, course in courses}


def value_text(value: float, lang: Lang) -> str:
    """A value of a dimension; one that is left as it is, is "–"."""
    return significant(value, _MOST_DIGITS, lang)


def value_texts(values: Iterable[float], lang: Lang) -> dict[float, str]:
    """Values of one dimension with as few digits as tell them apart.

    >>> value_texts([0.1, 0.178333, 0.178444], "nl")
    {0.1: '0,1', 0.178333: '0,1783', 0.178444: '0,1784'}
    """
    each = list(dict.fromkeys(values))
    for digits in range(_LEAST_DIGITS, _MOST_DIGITS + 1):
        texts = [significant(value, digits, lang) for value in each]
        if len(set(texts)) == len(texts):
            break
    return dict(zip(each, texts, strict=True))


def design_facts(
    question: Question,
    companies: Sequence[str],
    dimensions: Sequence[Dimension],
    design: tuple[str, int],
    rule: Fixed | Until,
    lang: Lang,
) -> tuple[tuple[str, str], ...]:
    """How an experiment is set up, as pairs of a term and what is to be said of it.

    `design` is its kind and the number of points.
    """  # fmt: skip
    kind, points = design
    rows = [
        (say("policies", lang), "; ".join(policy_names(question, lang).values())),
        (say("companies", lang), ", ".join(companies) or _company(question, lang)),
        (say("points", lang), say(f"design_{kind}", lang, points=number(points, 0, lang))),
    ]
    rows += [
        (dimension_name(question, each.key, lang).axis, f"{_range(each, lang)} [{each.key}]") for each in dimensions
    ]
    fixed = ", ".join(f"{key} = {text}" for key, text in question.settings)
    return (
        *rows,
        *([(say("fixed", lang), fixed)] if fixed else []),
        (say("futures", lang), _futures(rule, lang)),
        (say("luck", lang), say("same_luck", lang, seed=question.with_seed)),
        (say("weeks", lang), say("weeks_after", lang, weeks=question.in_weeks)),
    )


def _company(question: Question, lang: Lang) -> str:
    return say("own_company", lang, name=question.of_scenario.name) if question.own_scenario else question.scenario


def _range(dimension: Dimension, lang: Lang) -> str:
    if dimension.values and len(dimension.values) <= _MOST_VALUES:
        return " · ".join(value_text(each, lang) for each in dimension.values)
    low, high = value_text(dimension.low, lang), value_text(dimension.high, lang)
    return say("range_logarithmic" if dimension.logarithmic else "range", lang, low=low, high=high)


def _futures(rule: Fixed | Until, lang: Lang) -> str:
    if isinstance(rule, Fixed):
        return say("futures_one" if rule.number == 1 else "futures_fixed", lang, number=number(rule.number, 0, lang))
    known = reported()[rule.measure]
    return say(
        "futures_until", lang, least=rule.least, most=rule.most, window=window_name(rule.window, lang).lower(),
        measure=label_of(rule.measure, lang),
        width=shown(rule.width, known.unit, rule.width, lang, signed=True).removeprefix("+"),
    )  # fmt: skip


def _in(both: object, lang: Lang) -> str:
    """The text of a pair of languages."""
    return str(getattr(both, lang))
