"""The page of a choice: its figures are those of --json, and it is safe from what users write."""

from dataclasses import replace
from html import escape
from pathlib import Path

import numpy as np
import pytest

from experiments.choosing.choose import made
from experiments.choosing.chosen import Chosen
from experiments.choosing.folder import write
from experiments.choosing.report import parts_of, report_of
from experiments.comparing.intervals import Floats
from experiments.comparing.reported import reported
from experiments.reporting.parts import Cell, Picture, Table
from experiments.reporting.render import page
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import shown, significant
from sim.compiled import source_hash
from tests.experiments.choosing.asked import Function, small

MARKUP = '<script>alert("1")</script><img src=x onerror=alert(2)> & {braces} $dollar'


def level(shares: tuple[float, ...]) -> Floats:
    """A high threshold costs profit and pleases customers."""
    return np.array([5.0 + 3.0 * shares[0] - shares[1], 1_000.0 * (1.0 - 0.5 * shares[0] + 0.2 * shares[2])])


@pytest.fixture(scope="module")
def found() -> Chosen:
    choice = small(policies='"sales-commission", ', limit='at_least = "today - 2000"')
    return made(choice, Function(choice, level, noise=0.05))


def text_of(cell: Cell | str) -> str:
    return cell if isinstance(cell, str) else cell.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_are_those_of_json(found: Chosen, lang: Lang) -> None:
    contracts = {str(each["number"]): each for each in found.as_json()["contracts"] if each["verdict"] == "front"}
    assert len(contracts) > 1
    table = next(part for part in parts_of(found, lang) if isinstance(part, Table))
    rows = {text_of(row[0]): row[2:] for row in table.rows}
    assert set(rows) == {"sales-commission", "gate-and-shared-target", *contracts}
    for name, told in contracts.items():
        for (measure, each), cell in zip(told["measures"].items(), rows[name], strict=False):
            unit, apart = reported()[measure].unit, [each[f"difference{end}"] for end in ("", "_low", "_high")]
            assert isinstance(cell, Cell)
            assert cell.text == shown(each["mean"], unit, each["mean"], lang)
            scale = max(map(abs, apart[1:]))
            assert all(shown(value, unit, scale, lang, signed=True) in cell.below for value in apart)
            assert (cell.tone == "neither") == (apart[1] <= 0.0 <= apart[2])
        numbers = [significant(value, lang=lang) for value in told["contract"].values()]
        assert list(rows[name][-len(numbers) :]) == numbers


def test_each_two_goals_have_a_picture_that_is_said_too(found: Chosen) -> None:
    (picture,) = (part for part in parts_of(found, "en") if isinstance(part, Picture))
    assert all(f"{each.number}: +" in picture.words or f"{each.number}: −" in picture.words for each in found.front)


def test_what_users_write_is_no_markup(found: Chosen, tmp_path: Path) -> None:
    mine = found._replace(choice=replace(found.choice, name=MARKUP, asks=MARKUP))
    text = page(report_of(tmp_path, mine))
    assert text.count(escape(MARKUP)) >= 3
    assert "<script>alert" not in text
    assert "<img" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_so_if_nothing_is_left(lang: Lang) -> None:
    choice = small(limit="at_least = 1e9")
    parts = tuple(parts_of(made(choice, Function(choice, level)), lang))
    assert not any(isinstance(part, Picture) for part in parts)
    said = "no contract that keeps the limits" if lang == "en" else "geen contract binnen de grenzen"
    assert any(said in str(part) for part in parts)


def test_it_shows_itself_and_tells_where_it_comes_from(found: Chosen, tmp_path: Path) -> None:
    write(tmp_path, found)
    alone, text = found._repr_html_(), page(report_of(tmp_path, found))
    assert "<html" not in alone
    assert alone.count('role="img"') == 2
    assert alone in text
    assert source_hash() in text
    assert "[goals]" in text
