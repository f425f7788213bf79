"""Measures the dashboard in a real browser, and prints what it finds.

python -m dashboard.benchmark slider      # a move of a slider, against the echo of an empty one; opening and reloading
python -m dashboard.benchmark crowd       # many visitors at once, each moving a slider every few seconds
python -m dashboard.benchmark cycles      # pages opened and closed: what stays in memory
python -m dashboard.benchmark beside-map  # a slider moved while somebody else draws a long map
"""

from typing import Annotated

import typer

from dashboard.benchmark import beside_map as maps
from dashboard.benchmark import crowd as crowds
from dashboard.benchmark import cycles as rounds
from dashboard.benchmark import slider as sliders

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@app.command()
def slider(moves: Annotated[int, typer.Option(min=5)] = 40) -> None:
    """Time moves of a slider against the echo."""
    typer.echo(sliders.measure(moves))


@app.command()
def crowd(
    visitors: Annotated[int, typer.Option(min=1)] = 30,
    real: Annotated[int, typer.Option(min=0, help="How many of them have a real browser, on these cores too.")] = 2,
    minutes: Annotated[float, typer.Option(min=0.1)] = 10.0,
    pause: Annotated[float, typer.Option(min=0.5, help="Seconds between two moves of one browser.")] = 5.0,
) -> None:
    """Time moves of many who look at once."""
    typer.echo(crowds.measure(visitors, min(real, visitors), minutes, pause))


@app.command()
def cycles(times: Annotated[int, typer.Option(min=10)] = 50) -> None:
    """Open and close a page again and again."""
    typer.echo(rounds.measure(times))


@app.command(name="beside-map")
def beside_map(moves: Annotated[int, typer.Option(min=4)] = 30) -> None:
    """Time moves of a slider beside somebody else's long map."""
    typer.echo(maps.measure(moves))


if __name__ == "__main__":
    app()
