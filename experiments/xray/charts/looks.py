"""What the charts of an X-ray share: their size, their words, and how two kinds of points are told apart."""

from pathlib import Path
from typing import Literal

import altair as alt

from experiments.showing.words import Words

type Chart = alt.LayerChart | alt.FacetChart

WIDTH, HEIGHT = 560, 300

say = Words(Path(__file__).with_name("words.toml")).say


def told_apart(
    column: str, names: list[str], colours: list[str], title: str, corner: Literal["top-right", "bottom"]
) -> tuple[alt.Color, alt.Shape]:
    """Two kinds of points, told apart by colour and by shape, in one legend."""
    legend = alt.Legend(title=title, orient=corner, labelLimit=320)
    colour = alt.Color(f"{column}:N", scale=alt.Scale(domain=names, range=colours), sort=names, legend=legend)
    shapes = alt.Scale(domain=names, range=["circle", "diamond"])
    return colour, alt.Shape(f"{column}:N", scale=shapes, sort=names, legend=legend)
