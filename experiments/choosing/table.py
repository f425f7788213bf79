"""A table of contracts for a page: what each comes to, its paired difference from today's, and its numbers."""

import math

from experiments.choosing.chosen import Chosen
from experiments.choosing.judging import Lived, Verdict
from experiments.choosing.saying import difference, title_of, way_of
from experiments.choosing.words import say
from experiments.comparing.reported import reported
from experiments.reporting.parts import Cell, Table, Tone
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, shown, significant

_TONES: dict[int, Tone] = {1: "better", -1: "worse", 0: "neither"}


def table_of(found: Chosen, these: list[Lived], caption: str, lang: Lang) -> Table:
    """A row a contract under today's: what it comes to with its difference from today's, and its numbers."""
    choice = found.choice
    measures = [head_of(measure, lang) for measure in choice.measures]
    heads = (
        say("contract", lang),
        say("stands_for", lang),
        *measures,
        *(getattr(key.label, lang) for key in choice.keys),
    )
    own = choice.today != choice.changed
    now = tuple(UNDEFINED if key.value is None else significant(key.value, lang=lang) for key in choice.keys)
    means = [
        shown(mean, reported()[measure].unit, mean, lang)
        for measure, mean in zip(choice.measures, found.today, strict=True)
    ]  # fmt: skip
    today = (choice.today, say("today", lang), *means, *((UNDEFINED,) * len(now) if own else now))
    others = [found.lived[0], *these] if own else these
    return Table(caption, heads, (today, *(_row(found, each, now, lang) for each in others)))


def _row(found: Chosen, lived: Lived, now: tuple[str, ...], lang: Lang) -> tuple[Cell | str, ...]:
    told = title_of(found, lived, lang) or (
        "" if lived.verdict is Verdict.FRONT else say(f"verdict_{lived.verdict}", lang)
    )
    name = str(lived.number) if lived.number else found.choice.changed
    cells = [_cell(found, lived, place, lang) for place in range(len(found.choice.measures))]
    numbers = [
        kept if math.isnan(value) else significant(value, lang=lang) for value, kept in zip(lived.row, now, strict=True)
    ]
    return (name, told, *cells, *numbers)


def _cell(found: Chosen, lived: Lived, place: int, lang: Lang) -> Cell:
    measure, level, apart = found.choice.measures[place], lived.levels[place], lived.apart[place]
    text = shown(level.mean, reported()[measure].unit, level.mean, lang)
    if math.isnan(apart.mean):
        return Cell(text)
    return Cell(text, below=difference(measure, apart, lang), tone=_TONES[way_of(measure, apart)])


def head_of(measure: str, lang: Lang) -> str:
    """A measure as a head says it."""
    return reported()[measure].label_nl if lang == "nl" else reported()[measure].label
