"""Reports: any list of parts becomes one safe page, and its charts say without colour what they say with it."""

import re
from html import unescape
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as Tree

import pandas as pd
import pytest

from experiments.errors import RequestError
from experiments.reporting import charts
from experiments.reporting.charts import Axes
from experiments.reporting.parts import (
    NARROW,
    SMALL,
    WIDE,
    Answer,
    Bullets,
    Cell,
    Facts,
    Fold,
    Gallery,
    Heading,
    Key,
    Paragraph,
    Part,
    Picture,
    Size,
    Source,
    Table,
)  # fmt: skip
from experiments.reporting.render import Report, fragment, page, write
from experiments.showing.drawing import Chart, draw

UNSAFE = "<b>\"quoted\"</b> & 'more' \x07$x {y}"
SHOWN = UNSAFE.replace("\x07", " ")
AXES = Axes(UNSAFE, UNSAFE)
STATES = pd.DataFrame({"state": ["ahead", "behind", "undecided"], "mean": [1.0, -1.0, 0.1]}).assign(
    low=lambda rows: rows["mean"] - 0.5, high=lambda rows: rows["mean"] + 0.5, x=[1.0, 10.0, 100.0], rank=[3, 1, 2],
    name=[UNSAFE, "b", "c"],
)  # fmt: skip
CURVES = pd.concat([STATES.assign(place=place) for place in (0, 2)])
CELLS = pd.DataFrame({"x": [1.0, 10.0, 2.0], "y": [1.0, 1.0, 2.0], "text": ["+1.0", "−1.0", "(0.1)"]}).assign(
    x_text=["1", "10", "2"], y_text=["1", "1", "2"], colour=charts.tint("ahead", 1.0)
)  # fmt: skip
DRAWN = {
    "curves": lambda size: charts.curves(CURVES, AXES._replace(logarithmic=True), size, zero=True),
    "strip": lambda size: charts.strip(STATES, AXES, size),
    "by name": lambda size: charts.by_name(STATES, AXES, size),
    "scatter": lambda size: charts.scatter(STATES, AXES, size),
    "cells": lambda size: charts.cells(CELLS, AXES, size),
}


def picture(size: Size) -> Chart:
    return charts.scatter(STATES, AXES, size)


PARTS: tuple[Part, ...] = (
    Heading(UNSAFE), Answer(UNSAFE), Paragraph(UNSAFE, "alarm"), Bullets((UNSAFE,)), Facts(((UNSAFE, UNSAFE),)),
    Table(UNSAFE, (UNSAFE, UNSAFE), ((UNSAFE, Cell(UNSAFE, UNSAFE, UNSAFE, "worse")),)), Key(((UNSAFE, UNSAFE),)),
    Picture(UNSAFE, UNSAFE, picture, UNSAFE), Gallery((Picture(UNSAFE, UNSAFE, picture),)), Source(UNSAFE),
    Fold(UNSAFE, (Paragraph(UNSAFE),)),
)  # fmt: skip


def texts(svg: str) -> list[str]:
    return ["".join(each.itertext()) for each in Tree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_these_are_all_the_kinds_of_parts() -> None:
    assert {type(part) for part in PARTS} == set(get_args(Part.__value__))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_no_text_of_a_part_is_markup(part: Part) -> None:
    html = fragment([part])
    assert "<b>" not in html
    assert "\x07" not in html
    assert SHOWN in unescape(html)


def test_what_is_no_part_is_refused() -> None:
    with pytest.raises(TypeError, match="str is no part of a report"):
        fragment(["words"])  # type: ignore[list-item]


def test_a_page_is_whole_and_in_its_language() -> None:
    html = page(Report(UNSAFE, UNSAFE, PARTS, "nl"))
    assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert html.count("<h1>") == html.count("</html>") == 1
    assert "Bewaar" in html
    assert "<b>" not in html
    assert "prefers-color-scheme: dark" in html
    assert len(re.findall("<script", html)) == 1
    assert len(re.findall('data-name="figure-[12]"', html)) == 2


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    report = Report("a", "b", (Paragraph("c"),))
    path = write(report, tmp_path / "page.html")
    assert path.read_text() == page(report)
    broken = Report("a", "b", (Picture("t", "w", lambda _: 1 / 0),))  # type: ignore[arg-type, return-value]
    with pytest.raises(ZeroDivisionError):
        write(broken, path)
    assert path.read_text() == page(report)
    for place, problem in (
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "page.html", "no folder"),
        (tmp_path / "a.toml", "in .html"),
    ):
        with pytest.raises(RequestError, match=problem):
            write(report, place)
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("kind", DRAWN)
def test_a_chart_is_drawn_in_every_size_and_language(kind: str) -> None:
    for size, lang in ((WIDE, "en"), (NARROW, "nl"), (SMALL, "en")):
        svg = draw(DRAWN[kind](size), lang, size.font)
        root = Tree.fromstring(svg)
        assert size.width <= float(root.attrib["width"]) <= 1.5 * size.width + 90
        assert any("quoted" in text for text in texts(svg))


def test_states_are_told_apart_without_colour() -> None:
    """Each state has a shape of its own, and what is undecided is hollow."""
    for chart in (charts.strip(STATES, AXES, WIDE), charts.scatter(STATES, AXES, WIDE)):
        svg = draw(chart, "en", WIDE.font)
        marks = [each for each in Tree.fromstring(svg).iter() if each.get("aria-roledescription") == "point"]
        assert len(marks) == 3
        assert len({each.get("d") for each in marks}) == 3
        hollow = [each.get("fill-opacity") == "0" for each in marks]
        assert sum(hollow) == 1


def test_cells_stand_in_the_order_of_their_numbers_and_are_written_where_there_is_room() -> None:
    wide = texts(draw(charts.cells(CELLS, AXES, WIDE), "en", WIDE.font))
    assert [each for each in wide if each in ("1", "2", "10")][:3] == ["1", "2", "10"]
    assert {"+1.0", "−1.0", "(0.1)"} <= set(wide)
    tight = texts(draw(charts.cells(CELLS, AXES, Size(60, 200, 13)), "en", 13))
    assert "+1.0" not in tight


def test_a_cell_is_the_stronger_the_larger_its_difference() -> None:
    shades = [charts.tint("behind", share) for share in (0.0, 0.5, 1.0, 7.0)]
    assert sorted(shades, reverse=True) == shades
    assert shades[2] == shades[3]
    assert charts.tint("undecided", 0.0) == charts.tint("undecided", 1.0)
