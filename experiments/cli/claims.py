"""`siloscope claims`: do the patterns hold by other rules of decision, in other companies, with other numbers?"""

import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.options import ClusterOption, JsonOption, LangOption, WorkersOption
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from experiments.claiming.asked import Asked


def claims(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Where all goes, and is gone on with.")
    ] = None,
    draws: Annotated[
        int | None, typer.Option(min=2, help="Draws of the uncertain numbers; more can be added later.",
                                 show_default="200; with --print all there are")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", help="own, logit, reinforcement or imitation; default: all.")
    ] = None,
    size: Annotated[
        list[str] | None, typer.Option("--size", help="A company: six-weeks, small or large; default: all.")
    ] = None,
    pattern: Annotated[list[str] | None, typer.Option("--pattern", help="Print this pattern only, such as P2.")] = None,
    seed: Annotated[int, typer.Option(help="Where all chance comes from.")] = 1,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    only_print: Annotated[bool, typer.Option("--print", help="Live nothing; print what the folder has.")] = False,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """Put the claims to the test: four rules of decision, three companies, and draws of all that is uncertain.

    Every claim of the patterns comes out as holding, failing or undecided,
    with the share of draws in which it is right and its 95 % interval.
    Run the same command again after Ctrl-C or a kill, and it goes on; with
    more draws it adds them. The folder gets report.html.

    [bold]Examples[/bold]

      siloscope claims --out claims --draws 20
      siloscope claims --out claims --draws 200 --size small
      siloscope claims --out claims --print --pattern P2
    """
    from experiments.claiming.asked import DRAWS, MOST_DRAWS, Asked
    from experiments.claiming.results import results_in
    from experiments.cli.claim_tables import show, wanted
    from experiments.cli.console import stdout

    if out is None:
        raise RequestError("--out FOLDER is needed: what is lived goes there as it comes")
    usual = Asked(draws=MOST_DRAWS if only_print else DRAWS)
    asked = Asked(
        draws or usual.draws, tuple(rule) if rule else usual.rules, tuple(size) if size else usual.sizes, seed
    )
    shown = wanted(pattern)
    if not only_print:
        _live(asked, out, workers, cluster, lang)
    found = results_in(out, asked)
    if not only_print:
        from experiments.claiming.report import folder_page, report_of
        from experiments.reporting.render import write

        written = write(report_of(found, sys.argv[1:], lang), folder_page(out))
        echo(say("report_written", lang, path=written), err=True)
    if as_json:
        echo(json.dumps(found.as_json(), indent=2, ensure_ascii=False))
    else:
        show(found, shown, lang, stdout())


def _live(asked: "Asked", out: Path, workers: int | None, cluster: str | None, lang: Lang) -> None:
    """Live what is missing, with a bar; what was lived before Ctrl-C stays."""
    from experiments.claiming.run import run
    from experiments.cli.sweep_progress import Bar
    from experiments.sweeping.engines import engine

    where = engine(workers, cluster)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    bar = Bar(lang)
    try:
        with bar:
            run(asked, out, where=where, progress=bar.show)
    except KeyboardInterrupt:
        echo(say("sweep_interrupted", lang, folder=out), err=True)
        raise
