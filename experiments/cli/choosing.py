"""`siloscope choose`: which numbers of a contract to take, for several goals and within limits."""

import json
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.options import ClusterOption, JsonOption, LangOption, WorkersOption
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from experiments.choosing.choice import Choice

IN_WORDS = "found.txt"
"""The file of the folder with what the terminal shows."""


def choose(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="What to choose (.toml).")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Where all goes, and is gone on with.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many runs and how long, and run nothing.")
    ] = False,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """Search for the best numbers of a contract, and see what is left of the finds on fresh luck.

    The file says which numbers may change, what is wanted and within which
    limits. The contracts that are left go to the folder as files that
    siloscope compare takes, and report.html there tells all of it on one page.
    Run the same command again after Ctrl-C or a kill, and it goes on.

    [bold]Examples[/bold]

      siloscope choose gate.toml --dry-run
      siloscope choose gate.toml --out gate
      siloscope compare sales-commission gate/contracts/gate-03.toml
    """
    from experiments.choosing.choice_file import load_choice
    from experiments.choosing.choose import choose as make
    from experiments.cli.console import mending, stdout
    from experiments.cli.sweep_progress import Bar
    from experiments.sweeping.engines import engine

    choice = load_choice(file)
    where = engine(workers, cluster)
    if dry_run:
        _estimate(choice, where.workers, as_json, lang)
        return
    if out is None:
        raise RequestError("--out FOLDER is needed: what is lived goes there as it comes (or say --dry-run)")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    bar = Bar(lang)
    try:
        with bar:
            found = make(choice, out, where=where, progress=bar.show, say=mending(lang))
    except KeyboardInterrupt:
        echo(say("sweep_interrupted", lang, folder=out), err=True)
        raise
    from experiments.choosing.folder import also, in_a_line
    from experiments.choosing.fronts import write_pictures
    from experiments.choosing.report import report_of
    from experiments.cli.choice_tables import as_text, show
    from experiments.cli.reports import REPORT
    from experiments.reporting.render import write
    from experiments.sweeping.parts import write_text

    pictures = write_pictures(out, found, lang)
    write(report_of(out, found, lang), out / REPORT)
    write_text(out / IN_WORDS, f"{as_text(found, lang)}\n{in_a_line(choice)}\n")
    also(out, [*(path.name for path in pictures), REPORT, IN_WORDS])
    echo(say("choose_done", lang, folder=out), err=True)
    if as_json:
        echo(json.dumps(found.as_json(), indent=2, ensure_ascii=False))
    else:
        show(found, lang, stdout())


def _estimate(choice: "Choice", workers: int, as_json: bool, lang: Lang) -> None:
    """What it will take, from a few contracts lived here and now."""
    from experiments.choosing.rows import row_of
    from experiments.cli.sweep_progress import time_in_words
    from experiments.showing.numbers import number
    from experiments.sweeping.pilot import estimate

    middle = row_of(choice, (0.5,) * len(choice.dimensions))
    found = estimate(choice.experiment("pilot", [choice.as_is, middle], 0, 1))
    seconds = choice.most_units * found.seconds_a_unit / workers
    facts = {
        "contracts": choice.search.generation * choice.search.generations, "again": choice.fresh.most,
        "units": choice.most_units, "workers": workers,
    }  # fmt: skip
    if as_json:
        echo(json.dumps({**facts, "seconds": seconds}, indent=2))
        return
    units = number(choice.most_units, 0, lang)
    echo(say("choose_estimate", lang, **(facts | {"units": units}), time=time_in_words(seconds, lang)))
