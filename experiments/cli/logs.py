"""`siloscope xray`: what a real ticket log says about hand-offs."""

import json
from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.options import JsonOption, LangOption
from experiments.errors import RequestError
from experiments.xray.order import Order


def xray(
    log: Annotated[Path, typer.Argument(help="A CSV file; may be gzipped.", show_default=False)],
    case: Annotated[str, typer.Option(help="Column that says which ticket.", show_default=False)],
    time: Annotated[str, typer.Option(help="Column that says when.", show_default=False)],
    group: Annotated[str, typer.Option(help="Column that says which team.", show_default=False)],
    division: Annotated[str | None, typer.Option(help="Column that says which division the team belongs to.")] = None,
    status: Annotated[str | None, typer.Option(help="Column that says whether it is solved.")] = None,
    date_order: Annotated[
        Order | None,
        typer.Option(
            "--date-order",
            help="Order of day, month and year in dates such as 29/2/2016; ISO dates need none.",
            show_default="guessed, and said",
        ),
    ] = None,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Draw charts, and write the network, to this folder."),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """X-ray a real ticket log: hand-offs, returns, ping-pong, crossings and networks, as the model measures them.

    Commas, semicolons, tabs or bars may stand between the columns. Times are ISO
    (2016-02-29T01:23+01:00), or as 29/2/2016 01:23, or hours. An order of day and
    month that is guessed is told on stderr and in the JSON; where no day is above
    12, it must be said. "?", "-", "null", "n/a", "none" and "nan" count as blank.

    [bold]Examples[/bold]

      siloscope xray log.csv.gz --case ticket --time at --group team --out found
      siloscope xray log.csv --case id --time opened --group team --date-order dmy
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from experiments.cli.console import stdout
    from experiments.xray.figures import xray as measure
    from experiments.xray.reading import read_log
    from experiments.xray.tables import guessed, tables

    read = read_log(log, case, time, group, division, status, date_order)
    if read.times.guessed_from is not None:
        typer.echo(guessed(read.times, lang), err=True)
    try:
        found = measure(read)
    except ValueError as error:  # what the measures refuse in a log that could be read
        raise RequestError(f"{log}: {error}") from None
    console: Console = stdout()
    if as_json:
        typer.echo(json.dumps(found.to_dict(), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        for title, (head, *rows) in tables(found, lang):
            table = Table(title=title, title_justify="left", title_style="bold")
            for i, column in enumerate(head):
                table.add_column(column, justify="right" if i else "left")
            for row in rows:
                table.add_row(*(Text(cell) for cell in row))
            console.print(table)
    if out is not None:
        from experiments.xray.charts import draw  # a second to load, which only a drawing should pay for

        for path in draw(found, out):
            typer.echo(str(path), err=True)
