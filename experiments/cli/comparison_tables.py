"""All of a comparison as tables for the terminal: a mean and its interval, and under it the paired difference."""

import math

from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.cli.answer_table import STYLES, head, names_of
from experiments.cli.words import say
from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import Difference, Interval, judgement, sentence
from experiments.comparing.reported import Paired, Summary, reported
from experiments.comparing.windows import WINDOWS, Window
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import amount, number, shown, unit_beside
from sim.records.counts import Reported

_LABEL_WIDTH, _FIRST_WIDTH, _OTHER_WIDTH = 26, 20, 30


def show(found: Comparison, rows: list[str], lang: Lang, console: Console) -> None:
    """Print a comparison: what was run, a table a window, a legend, and how fast each policy worked."""
    first, names = found.ids[0], dict(zip(found.ids, names_of(found, lang), strict=True))
    heads = {policy: f"{letter(place)} {name}" for place, (policy, name) in enumerate(names.items())}
    console.print(Text(head(found, lang)))
    room = console.width - _LABEL_WIDTH - _FIRST_WIDTH
    at_once = max(1, room // (_OTHER_WIDTH + 3))
    others = found.ids[1:]
    groups = [others[i : i + at_once] for i in range(0, len(others), at_once)] or [()]
    summary, paired = found.summary(), found.paired()
    for window in WINDOWS:
        for group in groups:
            console.print()
            shown_here = {policy: heads[policy] for policy in (first, *group)}
            console.print(_table(summary, paired, shown_here, window, rows, lang))
    console.print(Text(say("legend", lang, against=names[first])), style="dim")
    console.print()
    console.print(say("change_title", lang), style="bold")
    for policy, (weeks, outcome) in found.changes().items():
        console.print(Text(say(outcome.value, lang, policy=names[policy], weeks=number(weeks, 0, lang))))
    console.print(say("change_note", lang), style="dim")


def _table(
    summary: Summary, paired: Paired, heads: dict[str, str], window: Window, rows: list[str], lang: Lang
) -> Table:
    known, policies = reported(), tuple(heads)
    table = Table(title=say(f"window_{window}", lang), title_justify="left", title_style="bold")
    table.add_column(say("measure", lang), max_width=_LABEL_WIDTH)
    for title in heads.values():
        table.add_column(Text(title), overflow="fold")
    for name in rows:
        measure = known[name]
        scale = _scale([summary[policy][window][name].mean for policy in policies])
        cells = [_value(summary[policies[0]][window][name], measure, scale, lang)]
        for policy in policies[1:]:
            cell = _value(summary[policy][window][name], measure, scale, lang)
            cells.append(cell.append("\n").append(_difference(paired[policy][window][name], measure, scale, lang)))
        table.add_row(_label(measure, lang), *cells)
    return table


def _label(measure: Reported, lang: Lang) -> Text:
    label = measure.label_nl if lang == "nl" else measure.label
    unit = unit_beside(label, measure.unit, lang)
    return Text.assemble(label, (f"\n{unit}" if unit else "", "dim"))


def _value(found: Interval, measure: Reported, scale: float, lang: Lang) -> Text:
    text = Text(shown(found.mean, measure.unit, scale, lang))
    if not math.isnan(found.half):
        text.append(f" ± {amount(found.half, measure.unit, scale, lang)}", style="dim")
    return text


def _difference(found: Difference, measure: Reported, scale: float, lang: Lang) -> Text:
    """The paired difference: in colour, but its sign and words say the same."""
    said = sentence(found, measure.better, lang, brief=not found.clear)
    if found.n == 0 or found.higher_in == found.lower_in == 0:
        return Text(said, style="dim")
    style = STYLES[judgement(found, measure.better)] if found.clear else "dim"
    return Text(f"{shown(found.mean, measure.unit, scale, lang, signed=True)} {said}", style=style)


def _scale(means: list[float]) -> float:
    return max((abs(mean) for mean in means if not math.isnan(mean)), default=math.nan)
