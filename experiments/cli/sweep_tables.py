"""What a sweep found as tables for the terminal: one a window, a row a measure, the policies against the first."""

import math
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.cli.words import say
from experiments.comparing.reported import reported
from experiments.showing.language import Lang
from experiments.showing.numbers import shown
from experiments.sweeping.brief import Brief, InBrief, differs

MOST_FAILURES = 10
_COLOURS = {1: "green", -1: "red", 0: ""}


def show(found: InBrief, names: Mapping[str, str], lang: Lang, console: Console) -> None:
    """Print what was found: what was asked, what failed, then the tables, then how to read them.

    `names` are those of the policies, by id.
    """
    console.print(Text(found.name, style="bold"))
    if found.asks:
        console.print(Text(found.asks))
    key = "results_head_failed" if found.failed else "results_head"
    console.print(say(key, lang, points=found.points, units=found.units, failed=found.failed), markup=False)
    for each in found.failures[:MOST_FAILURES]:
        console.print(Text(say("results_failure", lang, **each._asdict())))
    if len(found.failures) > MOST_FAILURES:
        console.print(say("results_failures_more", lang, many=len(found.failures) - MOST_FAILURES), markup=False)
    if found.undecided:
        console.print(say("sweep_undecided", lang, undecided=found.undecided), markup=False)
    for window in dict.fromkeys(row.number.partition(".")[0] for row in found.rows):
        console.print()
        console.print(_table(found, window, names, lang))
    if len(found.policies) > 1:
        console.print(say("results_legend", lang, against=names[found.policies[0]]), style="dim", markup=False)


def _table(found: InBrief, window: str, names: Mapping[str, str], lang: Lang) -> Table:
    table = Table(title=say(f"window_{window}", lang), title_justify="left", title_style="bold")
    table.add_column(say("measure", lang))
    for policy in found.policies:
        table.add_column(Text(names[policy]), overflow="fold")
    cells: dict[str, list[Brief]] = {}
    for row in found.rows:
        at, _, measure = row.number.partition(".")
        if at == window:
            cells.setdefault(measure, []).append(row)
    for measure, rows in cells.items():
        known = reported()[measure]
        scale = found.scale(f"{window}.{measure}")
        label = known.label_nl if lang == "nl" else known.label
        values = [Text(shown(row.mean, known.unit, scale, lang)) for row in rows]
        for value, row in zip(values[1:], rows[1:], strict=True):
            value.append("\n").append(_against(found, row, known.better, lang))
        table.add_row(Text(label), *values)
    return table


def _against(found: InBrief, row: Brief, better: int, lang: Lang) -> Text:
    """The mean difference with its interval, and at how many points it clearly goes which way."""
    if math.isnan(row.difference):
        return Text("")
    up = row.higher >= row.lower
    many = row.higher if up else row.lower
    said = say("results_higher" if up else "results_lower", lang, count=many, of=found.points)
    way = (better if up else -better) if many else 0
    return Text(f"{differs(found, row, lang)}, {said}", style=_COLOURS[way])
