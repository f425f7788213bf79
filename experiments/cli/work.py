"""`siloscope bench` and `siloscope warm-up`: how fast all this is, and set-up."""

import json
from typing import Annotated

import typer

from experiments.cli.options import JsonOption, LangOption
from experiments.cli.printing import echo


def bench(
    as_json: JsonOption = False,
    quick: Annotated[bool, typer.Option("--quick", help="Half a minute instead of two; noisier.")] = False,
    against: Annotated[
        bool, typer.Option("--check", help="Hold the figures against the committed baseline; exit 1 if they are worse.")
    ] = False,
    lang: LangOption = "en",
) -> None:
    """Measure the speed: decisions a second, company-years a second, seconds and memory by size.

    [bold]Examples[/bold]

      siloscope bench

      siloscope bench --quick --check
    """
    from experiments.benchmark.bench import check, check_table, measure, table
    from experiments.cli.console import stderr, stdout, waiting
    from experiments.cli.failures import FAILED
    from experiments.cli.words import say

    with waiting(say("preparing", lang), say("benchmark_steps", lang)) as progress:
        found = measure(quick=quick, progress=progress)
    if as_json:
        echo(json.dumps(found, indent=2))
    else:
        stdout().print(table(found, lang))
    if against:
        held = check(found)
        stderr().print(check_table(held, lang))
        if not all(one.passes for one in held):
            raise typer.Exit(FAILED)


def warm_up(lang: LangOption = "en") -> None:
    """Compile the rules now, once for each version, so that nobody waits later. `make setup` does it.

    [bold]Example[/bold]

      siloscope warm-up
    """
    from experiments.cli.console import compiling
    from sim.warm_up import warm_up as compile_all

    with compiling(lang) as progress:
        compile_all(progress)
