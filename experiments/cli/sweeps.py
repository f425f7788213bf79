"""`siloscope sweep` and `siloscope results`: experiments that run for hours, and what they found."""

import json
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from experiments.cli.failures import FAILED
from experiments.cli.options import ClusterOption, JsonOption, LangOption, WorkersOption, speaks
from experiments.cli.printing import echo
from experiments.cli.sweep_progress import Bar, time_in_words
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from experiments.sweeping.experiment import Experiment

FolderArgument = Annotated[Path, typer.Argument(metavar="FOLDER", show_default=False, help="The folder of a sweep.")]
MOST_ON_A_PAGE = 100_000
"""Runs of which a page is made unasked: it reads all of them, and takes a millisecond a point."""
_MB = 1e6


class Sweeps(TyperGroup):
    """`sweep FILE` is short for `sweep run FILE`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that was named, or else `run`."""
        if args and args[0] not in self.commands:
            args = ["run", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Options of `run` may stand before the file."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


sweep = typer.Typer(cls=Sweeps, no_args_is_help=True, help="Many companies by design, each in many futures.")
sweep.callback()(speaks)


@sweep.command("run")
def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="The experiment (.toml).")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Where results go, and are gone on with.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many runs, how long and how large, and run nothing.")
    ] = False,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Live what failed before once more.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """Run an experiment, or go on with one that was interrupted: the same command does both.

    Ctrl-C, a kill or a power cut lose nothing that was written: results go to
    the folder as they arrive, and report.html there tells all of it on one page.
    A run that fails is a row with its error, and makes the exit code 1.

    [bold]Examples[/bold]

      siloscope sweep load.toml --dry-run
      siloscope sweep load.toml --out load
      siloscope sweep load.toml --out load --cluster tcp://big-machine:8786
      siloscope sweep status load
      siloscope results load
      siloscope report load
    """
    from experiments.cli.console import mending
    from experiments.showing.numbers import number
    from experiments.sweeping.engines import engine
    from experiments.sweeping.experiment_file import load_experiment
    from experiments.sweeping.sweep import sweep as live

    experiment = load_experiment(file)
    where = engine(workers, cluster)
    if dry_run:
        _estimate(experiment, where.workers, as_json, lang)
        return
    if out is None:
        raise RequestError("--out FOLDER is needed: results go there as they arrive (or say --dry-run)")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    bar = Bar(lang)
    try:
        with bar:
            found = live(
                experiment, out, where=where, progress=bar.show, retry_failed=retry_failed,
                say=mending(lang),
            )  # fmt: skip
    except KeyboardInterrupt:
        echo(say("sweep_interrupted", lang, folder=out), err=True)
        raise
    page = _page(out, found.units * len(experiment.question.policies), lang)
    said = [say("sweep_done", lang, units=number(found.units, 0, lang))]
    if found.failed:
        said.append(say("sweep_failed", lang, failed=number(found.failed, 0, lang)))
    if found.undecided:
        said.append(say("sweep_undecided", lang, undecided=number(found.undecided, 0, lang)))
    said.append(say("sweep_found" if page else "sweep_found_large", lang, folder=out, page=page))
    echo(" ".join(said), err=True)
    if as_json:
        files = [path.name for path in (*found.files, *([page] if page else []))]
        echo(json.dumps({**found._asdict(), "files": files}, indent=2))
    if found.failed:
        raise typer.Exit(FAILED)


@sweep.command()
def status(folder: FolderArgument, as_json: JsonOption = False, lang: LangOption = "en") -> None:
    """How far a sweep is, also while it runs.

    [bold]Example[/bold]

      siloscope sweep status load
    """
    from experiments.sweeping.journal import at_work
    from experiments.sweeping.load import experiment_in
    from experiments.sweeping.recalled import reading

    experiment = experiment_in(folder)
    with reading(folder) as journal:
        units, failed = journal.counts()
        points, undecided = journal.points(), journal.undecided()
        over = journal.about("files") is not None
    facts = {
        "name": experiment.name, "points": experiment.many, "points_done": len(points), "units": units,
        "most_units": experiment.many * experiment.replicates.most, "failed": failed,
        "undecided": undecided, "finished": over, "at_work": at_work(folder),
    }  # fmt: skip
    if as_json:
        echo(json.dumps(facts, indent=2))
    else:
        echo(say("sweep_status_over" if over else "sweep_status", lang, **facts))
        if not over:
            echo(say("sweep_at_work" if facts["at_work"] else "sweep_at_rest", lang))


def results(folder: FolderArgument, as_json: JsonOption = False, lang: LangOption = "en") -> None:
    """What a sweep found: each policy's numbers over all points, and how often it beats the first.

    [bold]Example[/bold]

      siloscope results load
    """
    from experiments.cli.console import stdout
    from experiments.sweeping.found import found_in
    from experiments.sweeping.load import experiment_in
    from experiments.sweeping.saying import policy_names

    found = found_in(folder)
    if as_json:
        echo(json.dumps(found.as_json(), indent=2))
        return
    from experiments.cli.sweep_tables import show

    show(found, policy_names(experiment_in(folder).question, lang), lang, stdout())


def _page(folder: Path, runs: int, lang: Lang) -> Path | None:
    """The page of what was found, which stands in the folder; None where so many runs would fill the memory."""
    if runs > MOST_ON_A_PAGE:
        return None
    from experiments.cli.console import waiting
    from experiments.cli.reports import REPORT
    from experiments.reporting.render import write
    from experiments.sweeping.mishaps import told
    from experiments.sweeping.report.made import report_of

    with told(folder), waiting(say("report_drawing", lang), say("report_drawing", lang)):
        return write(report_of(folder, lang), folder / REPORT)


def _estimate(experiment: "Experiment", workers: int, as_json: bool, lang: Lang) -> None:
    from experiments.showing.numbers import number
    from experiments.sweeping.pilot import estimate

    found = estimate(experiment)
    facts = {
        "points": found.points, "units": found.most_units, "least_units": found.least_units,
        "seconds": found.most_units * found.seconds_a_unit / workers, "workers": workers,
        "megabytes": found.most_units * found.bytes_a_unit / _MB,
    }  # fmt: skip
    if as_json:
        echo(json.dumps(facts, indent=2))
        return
    many = (found.least_units, found.most_units)
    low, high = (time_in_words(units * found.seconds_a_unit / workers, lang) for units in many)
    points, least, most = (number(count, 0, lang) for count in (found.points, *many))
    key = "sweep_estimate" if found.least_units == found.most_units else "sweep_estimate_until"
    told = {"low": low, "high": high, "workers": workers, "megabytes": number(facts["megabytes"], 1, lang)}
    echo(say(key, lang, points=points, units=most, least=least, **told))
