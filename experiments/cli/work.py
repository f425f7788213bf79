"""`siloscope demo` and `siloscope bench`: the job of `make run`, and how fast all this is."""

import json
from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.options import JsonOption, LangOption

FOLDER = Path("out/six-weeks")


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the page goes.")] = Path(
        "out/six-weeks"
    ),
    lang: LangOption = "en",
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other things too.")] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Run the six-weeks case and write the page that shows it: curves, receipts and plain sentences.

    [bold]Example[/bold]

      siloscope demo
    """
    from experiments.demo import demo as show

    show(out, lang, force=force, open_page=open_page)


def bench(as_json: JsonOption = False) -> None:
    """Measure the speed: decisions a second, company-years a second, seconds and memory by size.

    [bold]Example[/bold]

      siloscope bench --json
    """
    from experiments.bench import as_text, measure

    found = measure()
    typer.echo(json.dumps(found, indent=2) if as_json else as_text(found))
