"""Charts become pictures: SVG for a page, PNG for slides, in the house's style and the language's numbers."""

from typing import Any

import altair as alt
import vl_convert

from experiments.showing.language import Lang
from experiments.showing.looks import GRID, INK, SOFT, look
from experiments.showing.numbers import CHART_LOCALES
from experiments.showing.printable import all_printable

type Chart = alt.Chart | alt.LayerChart


def told_apart(count: int, thick: float) -> tuple[alt.Color, alt.StrokeDash, alt.StrokeWidth]:
    """What tells the lines of so many policies apart; widths are multiplied by `thick`."""
    looks, places = [look(place) for place in range(count)], list(range(count))
    colours = alt.Scale(domain=places, range=[each.light for each in looks])
    dashes = alt.Scale(domain=places, range=[list(each.dash or (1, 0)) for each in looks])
    widths = alt.Scale(type="ordinal", domain=places, range=[each.width * thick for each in looks])
    return (
        alt.Color("place:N", scale=colours, legend=None),
        alt.StrokeDash("place:N", scale=dashes, legend=None),
        alt.StrokeWidth("place:N", scale=widths, legend=None),
    )


def draw(chart: Chart, lang: Lang, font: int) -> str:
    """The chart as SVG text."""
    return vl_convert.vegalite_to_svg(_spec(chart, font), format_locale=CHART_LOCALES[lang])


def as_png(svg: str, times: int) -> bytes:
    """A picture as PNG, so many pixels for each of its own."""
    return vl_convert.svg_to_png(svg, scale=times)


def paint(chart: Chart, title: str, below: str | list[str], lang: Lang, font: int) -> bytes:
    """The chart as a PNG picture, with a title and what is `below` it, in a line or in several."""
    head = alt.Title(
        title, subtitle=below, anchor="start", fontSize=round(1.5 * font), subtitleFontSize=font, subtitlePadding=10,
        offset=16,
    )  # fmt: skip
    whole = chart.properties(title=head, padding=24)
    return vl_convert.vegalite_to_png(_spec(whole, font), scale=2, format_locale=CHART_LOCALES[lang])


def _spec(chart: Chart, font: int) -> dict[str, Any]:
    """The chart in the house's style, as Vega-Lite, without signs that would end the process."""
    styled: Chart = (
        chart.configure(font="Arial, Helvetica, sans-serif")  # first: it begins anew
        .configure_view(stroke=None)
        .configure_title(color=INK)
        .configure_axis(
            labelFontSize=font, titleFontSize=font, titleFontWeight="normal", labelColor=INK, titleColor=INK,
            domainColor=SOFT, tickColor=SOFT, gridColor=GRID, labelPadding=6, titlePadding=8,
        )
    )  # fmt: skip
    with alt.data_transformers.disable_max_rows():  # a fine map has more than altair would draw unasked
        spec: dict[str, Any] = all_printable(styled.to_dict())
    return spec
