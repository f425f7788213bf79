"""What a comparison found, answer first: the sentence, who is ahead, and one table with a row for each policy."""

import math

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.cli.beside import Column, blocks, width_of
from experiments.cli.words import say
from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import difference, headline, mean_of
from experiments.comparing.intervals import judgement
from experiments.comparing.leading import ahead
from experiments.comparing.reported import SO_FAR, reported
from experiments.showing.counting import futures, weeks
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import shown, unit_beside
from sim.policies import load_policy

BRIEF = ("avoidable_handoffs", "satisfaction", "customers", "pay_so_far", "profit_so_far")
"""Columns: benefits, and beside them their price."""
STYLES = {1: "green", -1: "red", 0: ""}
"""How a clear difference is coloured: by whether it is better, worse, or neither."""
_NAME_LEAST, _NAME_MOST = 14, 34
_GAP = 2  # between columns


def show(found: Comparison, measures: list[str], lang: Lang, console: Console, sentence: str = "") -> None:
    """Print the answer: a sentence (default: the headline of the second policy), and the table.

    Measures that do not fit beside each other go into a second table, and so on.
    """
    console.print(Text(sentence or headline(found, min(1, len(found.ids) - 1), lang)), style="bold")
    if len(found.ids) > 2:
        console.print(Text(ahead(found, lang)))
    names = [Text(f"{letter(place)} {name}") for place, name in enumerate(names_of(found, lang))]
    columns = [_column(found, measure, lang) for measure in measures]
    for block in blocks(columns, console.width - _NAME_LEAST, _GAP):
        console.print()
        console.print(_table(names, block, console.width, lang))
    console.print()
    console.print(Text(_legend(found, lang)), style="dim")


def names_of(found: Comparison, lang: Lang) -> list[str]:
    """What the policies are called."""
    return [course.name.nl if lang == "nl" else course.name.en for course in found.courses]


def head(found: Comparison, lang: Lang) -> str:
    """What was run, in a sentence."""
    start = load_policy(found.scenario.run.start_policy).name
    return say(
        "compare_head", lang, scenario=found.scenario.name, futures=futures(found.replicates, lang), seed=found.seed,
        warmup=weeks(found.warmup, lang), start=start.nl if lang == "nl" else start.en,
        weeks=weeks(found.weeks, lang),
    )  # fmt: skip


def _column(found: Comparison, name: str, lang: Lang) -> Column:
    measure = reported()[name]
    label = measure.label_nl if lang == "nl" else measure.label
    title, unit = Text(label), unit_beside(label, measure.unit, lang)
    if unit and name not in SO_FAR:  # their labels say it
        title.append(f"\n{unit}", style="dim")
    return title, [_cell(found, place, name, lang) for place in range(len(found.ids))]


def _cell(found: Comparison, place: int, name: str, lang: Lang) -> Text:
    """A mean; under it the difference from the first policy, and in how many futures it goes that way."""
    measure = reported()[name]
    means = [mean_of(found, each, name) for each in range(len(found.ids))]
    scale = max((abs(mean) for mean in means if mean == mean), default=math.nan)  # one for all: as many decimals
    cell = Text(shown(means[place], measure.unit, scale, lang))
    if place == 0:
        return cell
    apart = difference(found, place, name)
    if apart.n == 0:
        return cell
    style = STYLES[judgement(apart, measure.better)] if apart.clear else "dim"
    cell.append(f"\n{shown(apart.mean, measure.unit, scale, lang, signed=True)}", style=style)
    if not apart.clear:
        return cell.append(f"\n{say('not_clear', lang)}", style="dim")
    count = apart.higher_in if apart.mean > 0 else apart.lower_in
    return cell.append(f"\n{say('often', lang, count=count, of=apart.n)}", style=style)


def _table(names: list[Text], block: list[Column], width: int, lang: Lang) -> Table:
    left = width - sum(width_of(column) + _GAP for column in block)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column(say("policy", lang), overflow="fold", max_width=min(max(left, _NAME_LEAST), _NAME_MOST))
    for column in block:
        table.add_column(column[0], justify="right", width=width_of(column), overflow="fold")
    for place, name in enumerate(names):
        table.add_row(name, *(cells[place] for _, cells in block))
    return table


def _legend(found: Comparison, lang: Lang) -> str:
    first, last = found.span("last_quarter")
    span = "brief_window_one" if last - first == 1 else "brief_window"
    parts = [head(found, lang), say(span, lang, weeks=weeks(last - first, lang))]
    if len(found.ids) > 1:
        legend = "brief_legend_one" if found.replicates == 1 else "brief_legend"
        parts.append(say(legend, lang, futures=futures(found.replicates, lang)))
    return " ".join((*parts, say("a_tool", lang)))
