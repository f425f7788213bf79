"""The commands put together: `siloscope`, its help and its version."""

from typing import Annotated

import typer

from experiments.cli import comparing, logs, policies, receipts, running, scenarios, work
from experiments.cli.failures import EXIT_CODES, Group
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
    policies.policies, receipts.receipt, running.run, comparing.compare, logs.xray, work.demo, work.bench, work.warm_up,
):  # fmt: skip
    app.command()(command)
app.add_typer(policies.policy, name="policy")
app.add_typer(scenarios.scenario, name="scenario")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"siloscope {own_version()}")
        raise typer.Exit


@app.callback()
def siloscope(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """How reward policies make departments volley customer problems, or sit down at one table.

    [bold]Start with[/bold]

      siloscope policies                          [dim]what there is to choose from[/dim]
      siloscope receipt gate-and-shared-target    [dim]what it really pays for[/dim]
      siloscope compare sales-commission gate-and-shared-target

    Every command has examples: siloscope compare --help
    """
