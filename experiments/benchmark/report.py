"""What the benchmark found, as a table to read."""

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table

from experiments.benchmark.figures import WORDS, Figure, Found, figures
from experiments.benchmark.machine import NAMES
from experiments.benchmark.regression import Held
from experiments.showing.language import Lang
from experiments.showing.numbers import number, significant

WIDTH = 120


say = WORDS.say


def table(found: Found, lang: Lang = "en", of: Sequence[Figure] | None = None, title: str | None = None) -> Table:
    """Each figure (of all, or of those given) that was measured, its bar, and in words whether it clears it."""
    line = ", ".join(_of_machine(name, found.get(name), lang) for name in NAMES)
    heads = (say(key, lang) for key in ("figure", "measured", "bar"))
    drawn = _empty(say("speed", lang) if title is None else title, line, *heads)
    for figure in figures() if of is None else of:
        value = figure.of(found)
        if value is not None:
            drawn.add_row(
                figure.says(lang), shown(value, figure, lang), bar_of(figure, lang), _verdict(figure, value, lang)
            )
    return drawn


def check_table(held: Sequence[Held], lang: Lang = "en") -> Table:
    """Figures against the committed baseline, and in words whether they pass."""
    heads = (say(key, lang) for key in ("figure", "measured", "baseline", "limit"))
    drawn = _empty(say("against", lang), say("renew", lang), *heads)
    for one in held:
        figure = one.figure
        measured = say("not measured", lang) if one.measured is None else shown(one.measured, figure, lang)
        limit = shown(one.limit, figure, lang)
        limit = f"{'≤' if figure.at_most else '≥'} {limit}" if figure.unit else limit
        verdict = say("ok" if one.passes else "worse", lang)
        drawn.add_row(figure.says(lang), measured, shown(one.baseline, figure, lang), limit, verdict)
    return drawn


def as_text(found: Found, lang: Lang = "en") -> str:
    """The table of figures as plain text."""
    console = Console(file=StringIO(), width=WIDTH, color_system=None)
    with console.capture() as captured:
        console.print(table(found, lang))
    return captured.get().rstrip("\n")


def _empty(title: str, caption: str, first: str, *numbers: str) -> Table:
    drawn = Table(title=title, caption=caption, title_justify="left", caption_justify="left")
    drawn.add_column(first)
    for heading in numbers:
        drawn.add_column(heading, justify="right")
    drawn.add_column("")
    return drawn


def shown(value: float | bool, figure: Figure, lang: Lang) -> str:
    """A value with its unit; truth as a word."""
    if isinstance(value, bool) or not figure.unit:
        return say("yes" if value else "no", lang)
    return f"{number(value, figure.decimals, lang)} {_unit(figure, lang)}"


def bar_of(figure: Figure, lang: Lang) -> str:
    """A figure's bar; empty if it has none."""
    if figure.bar is None:
        return ""
    if not figure.unit:
        return say("yes", lang)
    return f"{'≤' if figure.at_most else '≥'} {significant(figure.bar, lang=lang)} {_unit(figure, lang)}"


def _unit(figure: Figure, lang: Lang) -> str:
    """Its unit in words, where it is not a sign."""
    key = f"unit {figure.unit}"
    return say(key, lang) if WORDS.known(key) else figure.unit


def _verdict(figure: Figure, value: float | bool, lang: Lang) -> str:
    """Whether it clears its bar, in words; empty where it has none."""
    verdict = figure.verdict(value)
    return say(verdict, lang) if verdict else ""


def _of_machine(name: str, value: object, lang: Lang) -> str:
    """What it was measured on: a name, which packages bring themselves, and a value."""
    called = say(name, lang) if WORDS.known(name) else name
    return f"{called} {number(value, 2, lang) if isinstance(value, float) else value}"
