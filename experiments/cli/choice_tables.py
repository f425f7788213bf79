"""What a choice found, on the terminal: plain words first, then the contracts that show what there is to choose."""

import io
import math

from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.choosing.chosen import Chosen
from experiments.choosing.judging import Lived
from experiments.choosing.saying import story, title_of, way_of
from experiments.cli.console import Terminal
from experiments.cli.words import say
from experiments.comparing.reported import reported
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, shown, significant

_WIDE = 120  # signs of a line in a file


def show(found: Chosen, lang: Lang, console: Console) -> None:
    """Print what was asked, the story, the table, and how to read it."""
    console.print(Text(found.choice.name, style="bold"))
    if found.choice.asks:
        console.print(Text(found.choice.asks))
    for paragraph in story(found, lang):
        console.print()
        console.print(Text(paragraph))
    console.print()
    console.print(_table(found, lang))
    console.print(say("choose_legend", lang, policy=found.choice.changed), style="dim", markup=False)


def as_text(found: Chosen, lang: Lang) -> str:
    """The same for a file, wide enough for a screen."""
    text = io.StringIO()
    show(found, lang, Terminal(file=text, width=_WIDE))
    return text.getvalue()


def _table(found: Chosen, lang: Lang) -> Table:
    choice = found.choice
    picks = [each for each in found.front if each.number in found.picks and each.number]
    own = choice.today != choice.changed
    table = Table(title=say(f"window_{choice.window}", lang), title_justify="left", title_style="bold")
    table.add_column("", no_wrap=True)
    table.add_column(Text(f"{say('choose_today', lang)}\n{choice.today}"), overflow="fold")
    if own:
        table.add_column(Text(f"{say('choose_as_is', lang)}\n{choice.changed}"), overflow="fold")
    for each in picks:
        table.add_column(Text(f"{each.number}\n{title_of(found, each, lang)}"), overflow="fold")
    for place, key in enumerate(choice.keys):
        now = UNDEFINED if key.value is None else significant(key.value, lang=lang)
        values = [significant(each.row[place], lang=lang) for each in picks]
        label = f"{key.key}\n{getattr(key.label, lang)}"
        table.add_row(Text(label), *([UNDEFINED, now] if own else [now]), *values)
    table.add_section()
    for place, measure in enumerate(choice.measures):
        known, today = reported()[measure], found.today[place]
        label = known.label_nl if lang == "nl" else known.label
        shown_today = shown(today, known.unit, today, lang)
        others = [*([found.lived[0]] if own else []), *picks]
        table.add_row(Text(label), shown_today, *(_cell(found, each, place, lang) for each in others))
    return table


def _cell(found: Chosen, lived: Lived, place: int, lang: Lang) -> Text:
    """A level, and below it the difference from today's contract with half its interval."""
    measure = found.choice.measures[place]
    known, level, apart = reported()[measure], lived.levels[place], lived.apart[place]
    text = Text(shown(level.mean, known.unit, level.mean, lang))
    if math.isnan(apart.mean):
        return text
    style = {1: "green", -1: "red", 0: ""}[way_of(measure, apart)]
    scale = max(abs(apart.low), abs(apart.high))
    mean, half = shown(apart.mean, known.unit, scale, lang, signed=True), shown(apart.half, known.unit, scale, lang)
    return text.append(f"\n{mean}", style=style).append(f"\n± {half}", style=style)
