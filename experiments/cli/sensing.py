"""`siloscope sensitivity` and `siloscope discover`: what a conclusion hangs on, and where the favourite loses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from experiments.cli.options import JsonOption, LangOption
from experiments.cli.printing import echo
from experiments.cli.sweeps import FolderArgument
from experiments.cli.words import say
from experiments.showing.language import Lang
from experiments.storing.whole import write_whole

if TYPE_CHECKING:
    from experiments.sensing.sensitivity import Sensitivity
    from experiments.sensing.target import Kind

_MOST_ROWS = 20

MeasureOption = Annotated[
    str | None,
    typer.Option("--measure", "-m", metavar="NAME", help="One that the sweep kept.", show_default="satisfaction"),
]
WindowOption = Annotated[
    str | None,
    typer.Option("--window", metavar="NAME", help="week6 or last_quarter.", show_default="the last one kept"),
]
CompanyOption = Annotated[str | None, typer.Option(metavar="NAME", help="One of several companies of the sweep.")]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write all of it as one page that needs no network.")
]
CsvOption = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write all rows as CSV.")]


def sensitivity(
    folder: FolderArgument,
    of: Annotated[
        str, typer.Option("--of", metavar="KIND", help="difference, measure, first (does the favourite stay first?) or "
                          "ranking (do policies change places?).")
    ] = "difference",
    measure: MeasureOption = None,
    policy: Annotated[str | None, typer.Option(metavar="POLICY", help="Whose.", show_default="the last")] = None,
    against: Annotated[
        str | None, typer.Option(metavar="POLICY", help="Less that of this one.", show_default="the first")
    ] = None,
    window: WindowOption = None,
    company: CompanyOption = None,
    nowhere: Annotated[
        bool, typer.Option("--nowhere", help="Instead: which parameters move none of the numbers that were kept.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show every row, not the largest only.")] = False,
    picture: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the picture (.svg).")] = None,
    as_csv: CsvOption = None,
    html: HtmlOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """What a number, a difference or a ranking hangs on, from the folder of a sweep of design one, morris or sobol.

    What moves the answer is told apart from chance by what differs between
    the futures of a point; so sweep with two futures a point or more.

    [bold]Examples[/bold]

      siloscope sweep experiments/studies/what-it-hangs-on.toml --out hangs-on
      siloscope sensitivity hangs-on
      siloscope sensitivity hangs-on --measure profit --against sales-commission
      siloscope sensitivity hangs-on --of first --picture first.svg
      siloscope sensitivity hangs-on --html hangs-on.html
      siloscope sensitivity hangs-on --nowhere
    """
    from experiments.cli.console import stdout
    from experiments.sensing.sensitivity import sensitivity as analyse
    from experiments.sensing.tables import as_csv as csv_of
    from experiments.sensing.tables import as_json as json_of

    if nowhere:
        if given := [name for name, file in (("--picture", picture), ("--csv", as_csv), ("--html", html)) if file]:
            from experiments.errors import RequestError

            raise RequestError(f"--nowhere is a list in words, not a file; leave out {' and '.join(given)}")
        _nowhere(folder, company, as_json, lang)
        return
    found = analyse(
        folder, _kind(of), measure=measure, window=window, policy=policy, against=against, company=company
    )  # fmt: skip
    _write(as_csv, lambda: csv_of(found, lang))
    if picture is not None:
        from experiments.sensing.drawing import svg

        _write(picture, lambda: svg(found, lang))
    if html is not None:
        from experiments.reporting.render import write
        from experiments.sensing.pages.effects import report_of

        write(report_of(folder, found, lang), html)
    if as_json:
        echo(json.dumps(json_of(found, lang), indent=2, ensure_ascii=False))
        return
    from experiments.sensing.saying import asked, legend, says

    console = stdout()
    console.print(Text(asked(found.experiment, found.target, lang), style="bold"))
    for sentence in says(found, lang):
        console.print(Text(sentence))
    console.print()
    console.print(_table(found, everything, lang))
    console.print(Text(legend(found, lang), style="dim"))


def discover(
    folder: FolderArgument,
    favourite: Annotated[
        str | None, typer.Option(metavar="POLICY", help="Which is to win.", show_default="the last")
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="POLICY", help="Whom it meets.", show_default="the first")
    ] = None,
    measure: MeasureOption = None,
    window: WindowOption = None,
    company: CompanyOption = None,
    as_csv: CsvOption = None,
    html: HtmlOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:
    """Under which conditions the favourite loses, in words: boxes of parameters, found by PRIM.

    Takes the folder of any sweep, best of a Latin hypercube or a Sobol'
    design. A box is told only if it is no work of chance.

    [bold]Example[/bold]

      siloscope discover hangs-on --favourite gate-and-shared-target \\
          --against sales-commission --measure profit
    """
    from experiments.cli.console import stdout, waiting
    from experiments.sensing import boxes_said
    from experiments.sensing.boxes import discovered

    with waiting(say("discovering", lang), say("discovering", lang)) as bar:
        found = discovered(
            folder, favourite=favourite, against=against, measure=measure, window=window, company=company, progress=bar
        )
    _write(as_csv, lambda: boxes_said.as_csv(found))
    if html is not None:
        from experiments.reporting.render import write
        from experiments.sensing.pages.boxes import report_of

        write(report_of(folder, found, lang), html)
    if as_json:
        echo(json.dumps(boxes_said.as_json(found, lang), indent=2, ensure_ascii=False))
        return
    for sentence in boxes_said.says(found, lang):
        stdout().print(Text(sentence))


def _nowhere(folder: Path, company: str | None, as_json: bool, lang: Lang) -> None:
    from experiments.cli.console import stdout
    from experiments.sensing.nowhere import as_json as json_of
    from experiments.sensing.nowhere import nowhere

    told = json_of(nowhere(folder, company), lang)
    if as_json:
        echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for sentence in told["says"]:
        stdout().print(Text(sentence))


def _kind(given: str) -> "Kind":
    from experiments.errors import RequestError
    from experiments.sensing.target import KINDS
    from sim.datafiles.mistakes import nearest, on_one_line

    for each in KINDS:
        if each == given:
            return each
    raise RequestError(f'--of "{on_one_line(given)}" is not known; {nearest(given, KINDS)}')


def _write(path: Path | None, text: Callable[[], str]) -> None:
    """Write a file whole or not at all; the text is made only if it is asked for."""
    if path is None:
        return
    write_whole(path, text())


def _table(found: "Sensitivity", everything: bool, lang: Lang) -> Table:
    """The largest effects, with what the method knows of them."""
    from experiments.sensing.effects import Verdict
    from experiments.sensing.tables import head, texts

    table = Table(*head(found, lang))
    there = [each for each in found.ranked if each.verdict is not Verdict.STILL][:_MOST_ROWS]
    for each in found.ranked if everything else there:
        table.add_row(*map(Text, texts(found, each, lang)))
    return table
