"""Pages of a sensitivity and of boxes: their figures are those of --json, and they are safe from what users write."""

from dataclasses import replace
from html import escape

import numpy as np
import pytest

from experiments.comparing.intervals import Floats
from experiments.reporting.parts import NARROW, WIDE, Cell, Fold, Part, Size, Table
from experiments.reporting.render import Report, page
from experiments.sensing import boxes_drawn
from experiments.sensing.boxes import Box, Discovery, Limit, discovered_of
from experiments.sensing.boxes_said import as_json as json_of_boxes
from experiments.sensing.pages import boxes, effects
from experiments.sensing.saying import say, value
from experiments.sensing.sensitivity import Sensitivity, sensitivity_of
from experiments.sensing.tables import as_json
from experiments.sensing.target import target_of
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import percent, significant
from tests.experiments.sensing.made import KEYS, answers_of, experiment_of

MARKUP = '<script>alert("1")</script><img src=x onerror=alert(2)> & {braces} $dollar'
SIZES = {"one": 1, "morris": 8, "sobol": 16}


def slope(shares: Floats) -> Floats:
    """The first raises it, the second lowers it, and the third does nothing at all."""
    return 2.0 * shares[:, 0] - shares[:, 1]


def moved(design: str, noise: float = 0.0) -> Sensitivity:
    experiment = experiment_of(design, SIZES[design])
    return sensitivity_of(answers_of(experiment, slope, noise), target_of(experiment))


@pytest.fixture(scope="module")
def lost() -> Discovery:
    """A box of two limits, as PRIM might have found it."""
    experiment, nan = experiment_of("latin", 200), float("nan")
    limits = Limit(KEYS[0], 0.7, nan, 4e-13, 0.0), Limit(KEYS[1], nan, 0.4, 0.0, 7e-3)
    box = Box(limits, inside=25, lost=20, coverage=20 / 27, density=0.8, fit=0.7)
    values = np.random.default_rng(3).uniform(size=(200, len(experiment.dimensions)))
    wins = np.where(box.holds(values, [each.key for each in experiment.dimensions]), -1, 1).astype(np.int8)
    return Discovery(experiment, "small-shop", target_of(experiment), 200, 27, 19, (box,), None, values, wins)


def rows_of(parts: tuple[Part, ...]) -> list[tuple[Cell | str, ...]]:
    """The rows of all tables, folded ones too."""
    inside = [part for each in parts if isinstance(each, Fold) for part in each.parts]
    return [row for part in (*parts, *inside) if isinstance(part, Table) for row in part.rows]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("design", SIZES)
def test_figures_of_effects_are_those_of_json(design: str, lang: Lang) -> None:
    found = moved(design)
    told, rows = as_json(found, lang)["effects"], rows_of(tuple(effects.parts_of(found, lang)))
    assert len(rows) == len(told) == 3
    for row, each in zip(rows, told, strict=True):
        sizes = [
            percent(each[name], 0) if design == "sobol" else value(found, each[name], lang)
            for name in ("size", "low", "high")
        ]
        assert str(row[0]).startswith(each["name"])
        assert row[2] == f"{sizes[0]} ({sizes[1]} … {sizes[2]})"
        assert row[-1] == say(f"verdict_{each['verdict']}", lang)
    assert rows[-1][-1] == say("verdict_still", lang)


@pytest.mark.parametrize("design", SIZES)
def test_every_design_is_drawn_and_shows_itself(design: str) -> None:
    text = moved(design, noise=0.01 if design == "morris" else 0.0)._repr_html_()
    assert text.count('role="img"') == 2
    assert "<html" not in text
    assert ("With these not a digit changes" in text) == (design != "morris")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_of_boxes_are_those_of_json(lost: Discovery, lang: Lang) -> None:
    (box,) = json_of_boxes(lost, lang)["boxes"]
    parts = tuple(boxes.parts_of(lost, lang))
    shares, *limits = rows_of(parts)
    figures = (str(box["inside"]), str(box["lost"]), percent(box["coverage"], 0), percent(box["density"], 0))
    assert shares[1:] == figures
    assert any(box["says"] in str(part) for part in parts)
    chances = {each["key"]: max(each["chance_low"], each["chance_high"]) for each in box["limits"]}
    assert len(limits) == len(chances)
    for row in limits:
        assert isinstance(row[1], Cell)
        assert row[-1] == significant(chances[row[1].small], 1, lang)
        assert row[2:4].count("–") == 1


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_box_is_drawn_around_the_points_that_it_holds(lost: Discovery, width: Size) -> None:
    drawn = boxes_drawn.chart(lost, 0, "nl", width).to_dict()
    (points,) = (rows for rows in drawn["datasets"].values() if len(rows) > 1)
    (frame,) = (rows[0] for rows in drawn["datasets"].values() if len(rows) == 1)
    assert boxes_drawn.sides(lost, lost.boxes[0]) == (KEYS[0], KEYS[1])
    for each in points:
        held = frame["left"] <= each["x"] <= frame["right"] and frame["low"] <= each["mean"] <= frame["high"]
        assert held == (each["state"] == "behind")
    (limit,) = lost.boxes[0].limits[:1]
    one = lost._replace(boxes=(lost.boxes[0]._replace(limits=(limit,)),))
    assert boxes_drawn.sides(one, one.boxes[0]) == (KEYS[0], KEYS[1])


def test_without_a_box_the_page_says_why() -> None:
    experiment = experiment_of("latin", 20)
    found = discovered_of(answers_of(experiment, lambda shares: 1.0 + shares[:, 0]), target_of(experiment))
    parts = tuple(boxes.parts_of(found, "en"))
    assert not rows_of(parts)
    assert "It never loses" in found._repr_html_()


def test_what_users_write_is_no_markup(lost: Discovery) -> None:
    mine = replace(lost.experiment, name=MARKUP, asks=MARKUP, companies=("small-shop",))
    for parts in (
        boxes.parts_of(lost._replace(experiment=mine, company=MARKUP), "en"),
        effects.parts_of(replace(moved("one"), experiment=replace(mine, design="one"), company=MARKUP), "en"),
    ):
        text = page(Report(MARKUP, MARKUP, tuple(parts)))
        assert text.count(escape(MARKUP)) >= 4
        assert "<script>alert" not in text
        assert "<img" not in text
