"""How a ticket log is given to a command: its file, which column says what, and how its times and rows are written."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.xray.order import Order, Unit

LogArgument = Annotated[
    Path, typer.Argument(help="A CSV file, may be gzipped; - reads standard input.", show_default=False)
]
CaseOption = Annotated[str, typer.Option(help="Column that says which ticket.", show_default=False)]
TimeOption = Annotated[str, typer.Option(help="Column that says when.", show_default=False)]
GroupOption = Annotated[str, typer.Option(help="Column that says which team.", show_default=False)]
DivisionOption = Annotated[str | None, typer.Option(help="Column that says which division the team belongs to.")]
StatusOption = Annotated[str | None, typer.Option(help="Column that says whether it is solved.")]
DateOrderOption = Annotated[
    Order | None,
    typer.Option(
        "--date-order",
        help="Order of day, month and year in dates such as 29/2/2016; ISO dates need none.",
        show_default="guessed, and said",
    ),
]
TimeUnitOption = Annotated[
    Unit | None,
    typer.Option(
        "--time-unit",
        help="What numbers in the column of times count: seconds, milliseconds, minutes, hours or days.",
        show_default="h, if they can be hours",
    ),
]
SeparatorOption = Annotated[
    str | None,
    typer.Option(
        metavar="SIGN",
        help="What stands between the columns: a sign, or comma, semicolon, tab or bar.",
        show_default="guessed",
    ),
]
