"""`siloscope compare`: policies side by side under the same luck."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.asking import Run, filed, typed
from experiments.cli.options import (
    DEFAULT_SCENARIO,
    ForceOption,
    JsonOption,
    LangOption,
    MeasuresOption,
    OutOption,
    SeedOption,
    SetOption,
    WeeksOption,
    chosen,
    policy_names,
    scenario_names,
)  # fmt: skip
from experiments.cli.printing import echo
from experiments.cli.words import say


def compare(
    context: typer.Context,
    policies: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="POLICY POLICY...", show_default=False, autocompletion=policy_names,
            help="Policies, or courses of policies, by name or file (.toml); the others are set against the first.",
        ),
    ] = None,
    question: Annotated[
        Path | None,
        typer.Option("--question", "-q", metavar="FILE", help="A question that the dashboard saved (.toml)."),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Option("--scenario", "-s", help="A scenario's name, or its file (.toml).",
                     show_default=DEFAULT_SCENARIO, autocompletion=scenario_names),
    ] = None,
    replicates: Annotated[
        int | None, typer.Option("--replicates", "-n", help="Futures, each with luck of its own.",
                                 show_default="the scenario's"),
    ] = None,
    weeks: WeeksOption = None,
    seed: SeedOption = None,
    settings: SetOption = None,
    measures: MeasuresOption = None,
    as_json: JsonOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    workers: Annotated[
        int | None, typer.Option(help="Futures that are lived at once; changes no result.", show_default="all cores")
    ] = None,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """Compare policies under the same luck: who wins, by how much, how surely, and how fast.

    The company warms up under the scenario's start policy. At the switch it
    forks: in every future, each policy meets the same customers with the same
    problems on the same days.

    [bold]Examples[/bold]

      siloscope compare sales-commission gate-and-shared-target
      siloscope compare sales-commission fair-salary --set choice.habit_strength=0
      siloscope compare sales-commission my-own.toml --json > found.json
      siloscope compare sales-commission own-satisfaction-target \
          --set own-satisfaction-target:manager.2.threshold=0.8
      siloscope compare desk-clearing fair-salary -s volvo-baseline --out found
      siloscope compare --question siloscope-question.toml --weeks 26
      siloscope compare sales-commission "gate-and-shared-target > sales-commission@26"

    The last one is a course: the first policy for 26 weeks, then the second. Put
    it in quotes, because a shell takes a bare > for a file to write to. A file
    with an id, names and [[steps]], each with a week and a policy, is a course too.

    --question takes policies and company from a file; --replicates, --weeks, --seed
    and --set go before what stands in it.

    --out writes weekly.parquet (a row for each policy, future and week),
    runs.parquet (for each policy, future and window), comparison.json and
    provenance.json.
    """
    from experiments.cli.console import stdout, waiting
    from experiments.comparing.compare import compare as find
    from experiments.comparing.reported import HEADLINES, reported
    from experiments.storing.folder import check_folder

    if not policies and question is None:
        raise typer.BadParameter("name two policies or more, or a file with --question FILE", context)
    names, run = policies or [], Run(replicates, weeks, seed)
    asked = typed(names, scenario, settings, run) if question is None else (
        filed(question, names, scenario, settings, run)
    )  # fmt: skip
    rows = chosen(measures, list(reported()), list(HEADLINES))
    if out is not None:
        check_folder(out, force)
    with waiting(say("preparing", lang), say("futures", lang)) as progress:
        found = find(
            asked.scenario, asked.courses, replicates=asked.run.replicates, seed=asked.run.seed, weeks=asked.run.weeks,
            workers=workers, progress=progress,
        )  # fmt: skip
    if as_json:
        echo(found.to_json())
    else:
        from experiments.cli.comparison_tables import show

        show(found, rows, lang, stdout())
    if out is not None:
        files = found.write(out, force=force)
        echo(say("written", lang, folder=out, files=", ".join(path.name for path in files)), err=True)
