"""What a calibration found, on the terminal: plain words first, then each parameter, then the figures."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.calibrating import tables
from experiments.calibrating.calibrate import Calibration
from experiments.calibrating.saying import alarm, more, read, say, told
from experiments.reporting import parts
from experiments.showing.language import Lang

_FEW, _WIDE = 4, 110
"""Columns that fit on any terminal, and signs a line that are enough for more."""


def show(found: Calibration, lang: Lang, console: Console) -> None:
    """Print the words and the tables."""
    console.print(Text(say("title", lang, name=found.name), style="bold"))
    if warning := alarm(found, lang):
        console.print(Text(warning, style="red"))
    for paragraph in (told(found, lang), *more(found, lang), read(found, lang)):
        console.print(Text(paragraph))
    for table in (
        tables.parameters(found, lang), tables.fitted(found, lang),
        tables.checks(found, found.learned.not_fitted, say("not_fitted", lang), lang),
        tables.checks(found, found.learned.held_out, say("held_out", lang), lang),
    ):  # fmt: skip
        if table.rows:
            console.print(_of(table, console.width))


def _of(table: parts.Table, width: int) -> Table:
    """On a narrow terminal the names of a wide table give way, but none of their words is cut."""
    narrow = len(table.head) > _FEW and width < _WIDE
    longest = max(len(word) for name, *_ in table.rows for word in _text(name).split())
    shown = Table(
        title=table.caption, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0)
    )  # fmt: skip
    for place, head in enumerate(table.head):
        shown.add_column(
            head, justify="right" if place else "left", overflow="fold",
            width=None if place or not narrow else max(longest, len(head)),
        )  # fmt: skip
    for row in table.rows:
        name, *cells = row
        shown.add_row(Text(_text(name)), *(_cell(cell) for cell in cells))
    return shown


def _text(cell: parts.Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text


def _cell(cell: parts.Cell | str) -> Text:
    if isinstance(cell, str):
        return Text(cell)
    return Text(f"{cell.text}\n{cell.small}" if cell.small else cell.text)
