"""What the benchmark found, as a table to read."""

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table

from experiments.benchmark.figures import Figure, Found, figures
from experiments.benchmark.machine import NAMES
from experiments.benchmark.regression import Held
from experiments.showing.numbers import number, significant

WIDTH = 120


def table(found: Found, of: Sequence[Figure] | None = None, title: str = "Speed of Siloscope") -> Table:
    """Each figure (of all, or of those given) that was measured, its bar, and in words whether it clears it."""
    line = ", ".join(f"{name.replace('_', ' ')} {found.get(name)}" for name in NAMES)
    drawn = _empty(title, line, "Figure", "Measured", "Bar")
    for figure in figures() if of is None else of:
        value = figure.of(found)
        if value is not None:
            drawn.add_row(figure.says, shown(value, figure), bar_of(figure), figure.verdict(value))
    return drawn


def check_table(held: Sequence[Held]) -> Table:
    """Figures against the committed baseline, and in words whether they pass."""
    drawn = _empty(
        "Against the baseline", "docs/speed.md says how to renew it", "Figure", "Measured", "Baseline", "Limit"
    )
    for one in held:
        figure = one.figure
        measured = "not measured" if one.measured is None else shown(one.measured, figure)
        limit = f"{'≤' if figure.at_most else '≥'} {shown(one.limit, figure)}"
        drawn.add_row(figure.says, measured, shown(one.baseline, figure), limit, "ok" if one.passes else "worse")
    return drawn


def as_text(found: Found) -> str:
    """The table of figures as plain text."""
    console = Console(file=StringIO(), width=WIDTH, color_system=None)
    with console.capture() as captured:
        console.print(table(found))
    return captured.get().rstrip("\n")


def _empty(title: str, caption: str, first: str, *numbers: str) -> Table:
    drawn = Table(title=title, caption=caption, title_justify="left", caption_justify="left")
    drawn.add_column(first)
    for heading in numbers:
        drawn.add_column(heading, justify="right")
    drawn.add_column("")
    return drawn


def shown(value: float | bool, figure: Figure) -> str:
    """A value with its unit; truth as a word."""
    if isinstance(value, bool) or not figure.unit:
        return "yes" if value else "no"
    return f"{number(value, figure.decimals)} {figure.unit}"


def bar_of(figure: Figure) -> str:
    """A figure's bar; empty if it has none."""
    if figure.bar is None:
        return ""
    return f"{'≤' if figure.at_most else '≥'} {significant(figure.bar)} {figure.unit}" if figure.unit else "yes"
