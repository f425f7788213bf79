"""Renews docs/claims.md from the folder of a test: `python -m experiments.claiming FOLDER`."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.claiming.page import PAGE, page
from experiments.claiming.results import results_in
from experiments.errors import RequestError
from experiments.showing.markdown import refresh


def main(folder: Annotated[Path, typer.Argument(help="The folder that siloscope claims wrote to.")]) -> None:
    """Write the page of the documentation from what was lived."""
    try:
        found = results_in(folder)
    except RequestError as error:
        raise typer.BadParameter(str(error)) from None
    refresh(PAGE, page(found))


if __name__ == "__main__":
    typer.run(main)
