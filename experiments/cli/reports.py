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
    pictures: Annotated[
        Path | None,
        typer.Option("--pictures", metavar="FOLDER", help="Write each picture too, as SVG and PNG, into this folder."),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """One page of what a sweep found, finished or not: it opens anywhere, without a network.

    The finding in plain words, pictures, tables, the design, what failed, and
    where it comes from.

    [bold]Examples[/bold]

      siloscope report load
      siloscope report load --html load.html --lang nl
      siloscope report load --pictures slides
    """
    from experiments.reporting.render import check_page, write
    from experiments.sweeping.mishaps import told
    from experiments.sweeping.report.made import report_of

    where = html or folder / REPORT
    if html is not None:
        check_page(html)
    found = report_of(folder, lang)
    with told(where.parent):
        echo(say("report_written", lang, path=write(found, where)))
    if pictures is not None:
        from experiments.reporting.saving import save_pictures

        echo(say("pictures_written", lang, many=len(save_pictures(found, pictures)), folder=pictures))
