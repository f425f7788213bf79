"""The pictures of a report as files, SVG and PNG, each with where it comes from."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from experiments.reporting.origin import every, origin_of
from experiments.reporting.parts import SMALL, WIDE, Gallery, Part, Picture, Size
from experiments.reporting.render import Report
from experiments.showing.svg import alone
from experiments.storing.inside import Origin, in_png, in_svg
from experiments.storing.whole import write_whole

_SHARP = 2  # pixels of a PNG for each of the page


def save_pictures(report: Report, folder: Path) -> list[Path]:
    """Write each picture of a report as figure-1.svg, figure-1.png and so on; returns the paths, none if it has none.

    They are called and counted as the page's own buttons do. Raises OSError.
    """
    from experiments.showing.drawing import draw  # charts take a second to load

    folder.mkdir(parents=True, exist_ok=True)
    origin, paths = origin_of(report.title, report.parts), list[Path]()
    for number, (picture, size) in enumerate(_pictures(report.parts), start=1):
        svg = alone(draw(picture.draw(size), report.lang, size.font), picture.title, picture.words, picture.note)
        paths += save(folder / f"figure-{number}", svg, {"picture": picture.title, **origin})
    return paths


def save(place: Path, svg: str, origin: Origin) -> list[Path]:
    """Write a picture as PLACE.svg and PLACE.png, each with its origin; returns both paths. Raises OSError."""
    from experiments.showing.drawing import as_png

    svg_path, png_path = (place.with_name(f"{place.name}.{kind}") for kind in ("svg", "png"))
    return [write_whole(svg_path, in_svg(svg, origin)), write_whole(png_path, in_png(as_png(svg, _SHARP), origin))]


def _pictures(these: Iterable[Part]) -> Iterator[tuple[Picture, Size]]:
    for part in every(these):
        if isinstance(part, Picture):
            yield part, WIDE
        elif isinstance(part, Gallery):
            yield from ((each, SMALL) for each in part.pictures)
