"""`siloscope xray`: what a real ticket log says about hand-offs."""

import json
from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.options import JsonOption
from experiments.errors import RequestError


def xray(
    log: Annotated[Path, typer.Argument(help="A CSV file; may be gzipped.", show_default=False)],
    case: Annotated[str, typer.Option(help="Column that says which ticket.", show_default=False)],
    time: Annotated[str, typer.Option(help="Column that says when.", show_default=False)],
    group: Annotated[str, typer.Option(help="Column that says which team.", show_default=False)],
    division: Annotated[str | None, typer.Option(help="Column that says which division the team belongs to.")] = None,
    status: Annotated[str | None, typer.Option(help="Column that says whether it is solved.")] = None,
    as_json: JsonOption = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Draw charts, and write the network, to this folder."),
    ] = None,
) -> None:
    """X-ray a real ticket log: hand-offs, returns, ping-pong, crossings and networks, as the model measures them.

    [bold]Example[/bold]

      siloscope xray log.csv.gz --case ticket --time at --group team --out found
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from experiments.cli.console import stdout
    from experiments.xray import xray as logs

    frame = logs.read_log(log, case, time, group, division, status)
    try:
        found = logs.xray(frame)
    except ValueError as error:  # what the measures refuse in a log that could be read
        raise RequestError(f"{log}: {error}") from None
    console: Console = stdout()
    if as_json:
        typer.echo(json.dumps(found.to_dict(), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        for title, (head, *rows) in logs.tables(found):
            table = Table(title=title, title_justify="left", title_style="bold")
            for i, column in enumerate(head):
                table.add_column(column, justify="right" if i else "left")
            for row in rows:
                table.add_row(*(Text(cell) for cell in row))
            console.print(table)
    if out is not None:
        for path in logs.draw(found, out):
            typer.echo(str(path), err=True)
