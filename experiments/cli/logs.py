"""`siloscope xray`: what a real ticket log says about hand-offs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.log_options import (
    CaseOption,
    DateOrderOption,
    DivisionOption,
    GroupOption,
    LogArgument,
    SeparatorOption,
    StatusOption,
    TimeOption,
    TimeUnitOption,
)
from experiments.cli.options import ForceOption, JsonOption, LangOption
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang
from experiments.xray.order import Order, Unit

if TYPE_CHECKING:
    from experiments.xray.figures import Xray
    from experiments.xray.opening import Opened
    from experiments.xray.reading import Columns

_FIGURE = "0123456789−–"
"""What a figure begins with; a name may stand beside another one."""
_READ, _HUNDRED = 60, 100
"""Hundredths of the work that are done when a log is read, of all."""


def xray(
    log: LogArgument,
    case: CaseOption,
    time: TimeOption,
    group: GroupOption,
    division: DivisionOption = None,
    status: StatusOption = None,
    date_order: DateOrderOption = None,
    time_unit: TimeUnitOption = None,
    separator: SeparatorOption = None,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Draw charts, and write the network, to this folder."),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """X-ray a real ticket log: hand-offs, returns, ping-pong, crossings and networks, as the model measures them.

    Commas, semicolons, tabs or bars may stand between the columns. Times are ISO
    (2016-02-29T01:23+01:00), or as 29/2/2016 01:23, or numbers: working hours, or
    what --time-unit says, counted from 1970 or from anywhere. An order of day and
    month that is guessed is told on stderr and in the JSON; where no day is above
    12, it must be said. "?", "-", "null", "n/a", "none" and "nan" count as blank.

    [bold]Examples[/bold]

      siloscope xray log.csv.gz --case ticket --time at --group team --out found
      siloscope xray log.csv --case id --time at --group team --date-order dmy
      siloscope xray log.csv --case id --time epoch --group team --time-unit s
      zcat log.csv.gz | siloscope xray - --case id --time at --group team --json

    --out writes charts (PNG and SVG), the network for Gephi (handoffs.graphml),
    xray.json and provenance.json.
    """
    from experiments.storing.folder import check_folder
    from experiments.xray.reading import Columns, open_log
    from experiments.xray.tables import guessed

    if out is not None:
        check_folder(out, force)
    columns = Columns(case, time, group, division, status)
    file = open_log(log, separator)
    found = _measured(file, columns, date_order, time_unit, lang)
    if found.times.guessed_from is not None:
        echo(guessed(found.times, lang), err=True)
    if as_json:
        from experiments.xray.files import as_json as json_of

        echo(json_of(found))
    else:
        _show(found, lang)
    if out is not None:
        from experiments.xray.files import write_xray  # a second to load, which only a drawing should pay for

        files = write_xray(found, file, columns, out, force, lang)
        echo(say("written", lang, folder=out, files=", ".join(path.name for path in files)), err=True)


def _measured(file: "Opened", columns: "Columns", order: Order | None, unit: Unit | None, lang: Lang) -> "Xray":
    """The figures, with a bar while they are waited for. Raises RequestError for a log that cannot be measured."""
    from experiments.cli.console import waiting
    from experiments.xray.figures import xray as measure
    from experiments.xray.reading import log_in

    with waiting(say("log_reading", lang), say("log_reading", lang)) as bar:
        read = log_in(file, columns, order, lambda share: bar(int(_READ * share), _HUNDRED), unit)
        bar.say(say("log_measuring", lang, groups=read.events["group"].nunique(), events=len(read.events)))
        bar(_READ, _HUNDRED)
        try:
            return measure(read, lambda share: bar(_READ + int((_HUNDRED - _READ) * share), _HUNDRED))
        except ValueError as error:  # what the measures refuse in a log that could be read
            raise RequestError(f"{file.source}: {error}") from None


def _show(found: "Xray", lang: Lang) -> None:
    """The figures as tables."""
    from rich.table import Table
    from rich.text import Text

    from experiments.cli.console import stdout
    from experiments.xray.tables import tables

    console = stdout()
    for title, (head, *rows) in tables(found, lang):
        table = Table(title=title, title_justify="left", title_style="bold")
        for place, column in enumerate(head):
            figures = place > 0 and all(row[place][:1] in _FIGURE for row in rows)
            table.add_column(column, justify="right" if figures else "left")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
