"""The charts of an X-ray: each file of this folder makes one kind from the figures; `draw` writes them to files.

What a colour says is also written.
"""

from functools import partial
from pathlib import Path
from typing import Literal

import vl_convert

from experiments.showing.language import Lang
from experiments.showing.looks import SUBTITLE
from experiments.showing.numbers import CHART_LOCALES
from experiments.showing.printable import all_printable
from experiments.storing.folder import Writer
from experiments.xray.charts.counts import handoffs_chart, pass_on_chart
from experiments.xray.charts.looks import Chart
from experiments.xray.charts.times import time_chart
from experiments.xray.charts.who import heat_chart
from experiments.xray.figures import Xray
from sim.records.networks import write_graphml


def draw(found: Xray, out_dir: Path | str, lang: Lang = "en") -> list[Path]:
    """Write every chart this log allows as PNG and SVG, and the network as GraphML; returns the files in order."""
    out_dir = Path(out_dir)
    out_dir.mkdir(parents=True, exist_ok=True)
    files = writers(found, lang)
    for name, write in files.items():
        write(out_dir / name)
    return [out_dir / name for name in files]


def writers(found: Xray, lang: Lang) -> dict[str, Writer]:
    """The same files by name, each with what writes it; a file has the same name in every language."""
    charts = {"handoffs": handoffs_chart(found, lang), "passed-on-again": pass_on_chart(found, lang)}
    if found.has_status:
        charts["time-to-solve"] = time_chart(found, lang)
    if found.summary.handoffs:
        charts["who-to-whom"] = heat_chart(found, lang)
    files: dict[str, Writer] = {}
    for name, chart in charts.items():
        for kind in ("png", "svg"):
            files[f"{name}.{kind}"] = partial(_save, chart, lang, kind)
    files["handoffs.graphml"] = partial(write_graphml, found.graph)
    return files


def _save(chart: Chart, lang: Lang, kind: Literal["png", "svg"], path: Path) -> None:
    styled = chart.configure_view(stroke=None).configure_axis(
        grid=False, labelFontSize=12, titleFontSize=13, titleFontWeight="normal", labelLimit=220
    )
    styled = styled.configure_title(anchor="start", fontSize=16, subtitleFontSize=12, subtitleColor=SUBTITLE, offset=14)
    spec, locale = all_printable(styled.to_dict()), CHART_LOCALES[lang]
    if kind == "png":
        path.write_bytes(vl_convert.vegalite_to_png(spec, scale=2, format_locale=locale))
    else:
        path.write_text(vl_convert.vegalite_to_svg(spec, format_locale=locale), encoding="utf-8")
