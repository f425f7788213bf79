"""`siloscope compare`: policies side by side under the same luck."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.asking import Run, filed, typed
from experiments.cli.completing import policy_names, scenario_names
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
    YesOption,
    chosen,
)  # fmt: skip
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from experiments.comparing.comparison import Comparison


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
        typer.Option("--scenario", "-s", help="A scenario's name, or its file (.toml); - reads standard input.",
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
    details: Annotated[
        bool, typer.Option("--details", help="All headlines, two windows, intervals, and the weeks to change.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page about the second policy (.html).")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Write all measures as a table (.csv).")
    ] = None,
    as_json: JsonOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    yes: YesOption = False,
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
      siloscope compare sales-commission fair-salary --set choice.meaning=0
      siloscope compare sales-commission my-own.toml --json > found.json
      siloscope compare sales-commission own-satisfaction-target \\
          --set own-satisfaction-target:manager.2.threshold=0.8
      siloscope compare desk-clearing fair-salary -s volvo-baseline --out found
      siloscope compare sales-commission my-own.toml -s mine.toml --html mine.html
      siloscope compare sales-commission fair-salary --details
      siloscope compare --question siloscope-question.toml --weeks 26
      siloscope compare fair-salary "desk-clearing > fair-salary@26"

    The last one is a course: the first policy for 26 weeks, then the second. Put
    it in quotes, because a shell takes a bare > for a file to write to. A file
    with an id, names and [\\[steps]], each with a week and a policy, is a course too.

    --question takes policies and company from a file; --replicates, --weeks, --seed
    and --set go before what stands in it.

    The answer comes first: a sentence, and one table of the last quarter, with all
    pay and profit since the switch. What takes more than ten minutes, or half of
    the free memory, is asked for first; --yes answers.

    --out writes weekly.parquet (a row for each policy, future and week),
    runs.parquet (for each policy, future and window), comparison.json and
    provenance.json.
    """
    from experiments.cli.answer_table import BRIEF
    from experiments.cli.console import waiting
    from experiments.cli.foreseeing import agree
    from experiments.comparing.as_csv import COLUMNS
    from experiments.comparing.compare import checked
    from experiments.comparing.compare import compare as find
    from experiments.comparing.foreseeing import Size
    from experiments.comparing.jobs import cores
    from experiments.comparing.reported import HEADLINES, reported
    from experiments.storing.folder import check_folder
    from experiments.storing.whole import PAGE, check_file

    if not policies and question is None:
        raise typer.BadParameter("name two policies or more, or a file with --question FILE", context)
    names, run = policies or [], Run(replicates, weeks, seed)
    asked = typed(names, scenario, settings, run) if question is None else (
        filed(question, names, scenario, settings, run)
    )  # fmt: skip
    rows = chosen(measures, list(reported()), list(HEADLINES if details else BRIEF))
    for path, ending, mark in ((html, ".html", PAGE), (csv, ".csv", ",".join(COLUMNS))):
        if path is not None:
            check_file(path, mark, ending)
    if out is not None:
        check_folder(out, force)
    futures, length, _ = checked(asked.scenario, asked.courses, *asked.run, workers)
    agree(asked.scenario, Size(len(asked.courses), futures, length, workers or cores()), yes, lang)
    with waiting(say("preparing", lang), say("futures", lang)) as progress:
        found = find(
            asked.scenario, asked.courses, replicates=asked.run.replicates, seed=asked.run.seed, weeks=asked.run.weeks,
            workers=workers, progress=progress,
        )  # fmt: skip
    if as_json:
        echo(found.to_json())
    else:
        _show(found, rows, details, lang)
    _write_table(found, csv, lang)
    _write_page(found, html, lang)
    if out is not None:
        files = found.write(out, force=force)
        echo(say("written", lang, folder=out, files=", ".join(path.name for path in files)), err=True)


def _show(found: "Comparison", rows: list[str], details: bool, lang: Lang) -> None:
    from rich.text import Text

    from experiments.cli.answer_table import show
    from experiments.cli.comparison_tables import show as show_all
    from experiments.cli.console import stdout

    if details:
        show_all(found, rows, lang, stdout())
        return
    show(found, rows, lang, stdout())
    stdout().print(Text(say("compare_more", lang)), style="dim")


def _write_table(found: "Comparison", path: Path | None, lang: Lang) -> None:
    """All measures as CSV, if that was asked for."""
    from experiments.comparing.as_csv import to_csv
    from experiments.comparing.reported import reported
    from experiments.storing.inside import write_table

    if path is not None:
        write_table(path, to_csv(found, list(reported()), lang), found.provenance())
        echo(say("csv_written", lang, path=path), err=True)


def _write_page(found: "Comparison", path: Path | None, lang: Lang) -> None:
    """The page about the second policy, or about the only one, if it was asked for."""
    if path is None:
        return
    from experiments.cli.console import waiting
    from experiments.page.page import render
    from experiments.page.words import say as say_on_page
    from experiments.storing.whole import write_whole

    with waiting(say_on_page("drawing", lang), say_on_page("drawing", lang)):
        write_whole(path, render(found, found.ids[min(1, len(found.ids) - 1)], lang))
    echo(say("report_written", lang, path=path), err=True)
