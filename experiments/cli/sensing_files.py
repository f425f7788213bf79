"""The files that `siloscope sensitivity` and `siloscope discover` write, each with where it comes from."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.showing.language import Lang
from experiments.storing.version import PROGRAM
from experiments.storing.whole import PICTURE, check_file, write_whole

if TYPE_CHECKING:
    from experiments.sensing.sensitivity import Sensitivity
    from experiments.sweeping.experiment import Experiment


def check(csv: Path | None, head: str, picture: Path | None = None, html: Path | None = None) -> None:
    """Refuse names of files before any work is done; `head` is how our tables begin. Raises RequestError."""
    from experiments.reporting.render import check_page

    if csv is not None:
        check_file(csv, head, ".csv")
    if picture is not None:
        check_file(picture, PROGRAM if picture.suffix.lower() == ".png" else PICTURE, ".svg", ".png")
    if html is not None:
        check_page(html)


def write_table(path: Path | None, folder: Path, experiment: "Experiment", text: Callable[[], str]) -> None:
    """Write a CSV if it is asked for, and where it comes from beside it."""
    if path is None:
        return
    from experiments.storing.inside import write_table as write
    from experiments.sweeping.report.origin import carried

    write(path, text(), carried(folder, experiment))


def draw(path: Path, folder: Path, found: "Sensitivity", lang: Lang) -> None:
    """Write the picture, of the kind that its name ends in; it says itself where it comes from."""
    from experiments.sensing.drawing import png, svg
    from experiments.storing.inside import in_png, in_svg
    from experiments.sweeping.report.origin import carried

    origin = carried(folder, found.experiment)
    write_whole(
        path, in_png(png(found, lang), origin) if path.suffix.lower() == ".png" else in_svg(svg(found, lang), origin)
    )
