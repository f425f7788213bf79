"""`siloscope report`: what an experiment found, as one page that anybody can open."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.options import LangOption
from experiments.cli.printing import echo
from experiments.cli.words import say

REPORT = "report.html"


def report(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", show_default=False, help="The folder of a sweep.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", show_default=f"{REPORT} in the folder", help="The page.")
    ] = None,
    lang: LangOption = "en",
) -> None:
    """One page of what a sweep found, finished or not: it opens anywhere, without a network.

    The finding in plain words, pictures, tables, the design, what failed, and
    where it comes from.

    [bold]Examples[/bold]

      siloscope report load
      siloscope report load --html load.html --lang nl
    """
    from experiments.reporting.render import check_page, write
    from experiments.sweeping.report.made import report_of

    if html is not None:
        check_page(html)
    path = write(report_of(folder, lang), html or folder / REPORT)
    echo(say("report_written", lang, path=path))
