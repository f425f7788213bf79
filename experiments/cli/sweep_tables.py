"""What a sweep found as tables for the terminal: one a window, a row a measure, the policies against the first."""

import math

from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.cli.words import say
from experiments.comparing.reported import reported
from experiments.showing.language import Lang
from experiments.showing.numbers import shown
from experiments.sweeping.brief import Brief, InBrief

_COLOURS = {1: "green", -1: "red", 0: ""}


def show(found: InBrief, lang: Lang, console: Console) -> None:
    """Print what was found: what was asked, then the tables, then how to read them."""
    console.print(Text(found.name, style="bold"))
    if found.asks:
        console.print(Text(found.asks))
    key = "results_head_failed" if found.failed else "results_head"
    console.print(say(key, lang, points=found.points, units=found.units, failed=found.failed), markup=False)
    policies = list(dict.fromkeys(row.policy for row in found.rows))
    for window in dict.fromkeys(row.number.partition(".")[0] for row in found.rows):
        console.print()
        console.print(_table(found, window, policies, lang))
    if len(policies) > 1:
        console.print(say("results_legend", lang, against=policies[0]), style="dim", markup=False)


def _table(found: InBrief, window: str, policies: list[str], lang: Lang) -> Table:
    table = Table(title=say(f"window_{window}", lang), title_justify="left", title_style="bold")
    table.add_column(say("measure", lang))
    for policy in policies:
        table.add_column(Text(policy), overflow="fold")
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
            value.append("\n").append(_against(row, known.unit, known.better, scale, found.points, lang))
        table.add_row(Text(label), *values)
    return table


def _against(row: Brief, unit: str, better: int, scale: float, points: int, lang: Lang) -> Text:
    """The mean difference, and at how many points it clearly goes which way."""
    if math.isnan(row.difference):
        return Text("")
    up = row.higher >= row.lower
    many = row.higher if up else row.lower
    said = say("results_higher" if up else "results_lower", lang, count=many, of=points)
    way = (better if up else -better) if many else 0
    return Text(f"{shown(row.difference, unit, scale, lang, signed=True)}, {said}", style=_COLOURS[way])
