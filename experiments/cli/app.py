"""The commands put together: `siloscope`, its help and its version.

Those that open a browser (`dashboard`, `serve`, `demo`) are added by the room of the dashboard, which we do not know.
"""

from typing import Annotated

import typer

from experiments.cli import (
    choosing,
    comparing,
    flips,
    logs,
    policies,
    receipts,
    reports,
    running,
    scenarios,
    sensing,
    sweeps,
    work,
)  # fmt: skip
from experiments.cli.failures import EXIT_CODES, Group
from experiments.cli.options import LangOption
from experiments.storing.version import own_version

app = typer.Typer(
    name="siloscope",
    cls=Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    policies.policies, receipts.receipt, running.run, comparing.compare, sweeps.results, reports.report,
    sensing.sensitivity, sensing.discover, flips.flips, choosing.choose, logs.xray, work.bench, work.warm_up,
):  # fmt: skip
    app.command()(command)
app.add_typer(policies.policy, name="policy")
app.add_typer(scenarios.scenario, name="scenario")
app.add_typer(sweeps.sweep, name="sweep")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"siloscope {own_version()}")
        raise typer.Exit


@app.callback()
def siloscope(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
    lang: LangOption = "en",
) -> None:
    """How reward policies make departments volley customer problems, or sit down at one table.

    [bold]Start with[/bold]

      siloscope dashboard                         [dim]the whole of it, in your browser[/dim]
      siloscope policies                          [dim]what there is to choose from[/dim]
      siloscope receipt gate-and-shared-target    [dim]what it really pays for[/dim]
      siloscope compare sales-commission gate-and-shared-target

    Every command has examples: siloscope compare --help
    """
