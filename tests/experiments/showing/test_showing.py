"""Numbers, words and colours: one place for each, and what all of them must hold to."""

import io
import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import experiments
from experiments.cli.console import Terminal
from experiments.comparing.reported import HEADLINES, reported
from experiments.showing import looks
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import (
    UNDEFINED,
    amount,
    chart_format,
    money,
    number,
    percent,
    plain,
    shown,
    significant,
    unit_of,
)
from experiments.showing.price_names import price_name
from sim.tables import PRICE_NAMES

ROOT = Path(experiments.__file__).parent
UNITS = sorted({each.unit for each in reported().values()})

reals = st.floats(-1e9, 1e9)


@given(reals, st.integers(0, 4), st.booleans())
def test_a_number_is_read_back_as_far_as_it_is_written(value: float, decimals: int, signed: bool) -> None:
    english, dutch = (number(value, decimals, lang, signed) for lang in LANGUAGES)
    assert english.translate(str.maketrans(",.", ".,")) == dutch
    found = float(english.replace(",", "").replace("−", "-"))
    assert found == round(value, decimals)
    assert (english[0] == "+") == (signed and found > 0)
    assert (english[0] == "−") == (found < 0)


@given(reals)
def test_a_plain_number_is_right_to_two_digits(value: float) -> None:
    found = float(plain(value).replace(",", "").replace("−", "-"))
    assert abs(found - value) <= max(0.0051 * abs(value) if abs(value) >= 1 else 0.0051, 0.0005)


@given(reals, st.integers(0, 2), st.sampled_from(LANGUAGES))
def test_money_is_written_as_the_language_does(value: float, decimals: int, lang: Lang) -> None:
    text = money(value, decimals, lang)
    assert text.startswith("€\u00a0") if lang == "nl" else text.removeprefix("−\u2060").startswith("€")
    assert re.sub("[€\u00a0\u2060]", "", text) == number(value, decimals, lang)
    assert amount(value, "€", value, lang) == re.sub("[€\u00a0\u2060]", "", money(value, 0, lang))


@given(reals, st.sampled_from(LANGUAGES))
def test_no_line_ends_within_money(value: float, lang: Lang) -> None:
    """By the rules of Unicode (UAX 14) a line may end between a sign and €, unless something joins them."""
    text = money(value, 2, lang, signed=True)
    assert not re.search(r"[+−]€|\s", text.replace("\u00a0", ""))
    file = io.StringIO()
    Terminal(file=file, width=80).print(text)
    assert file.getvalue() == text.replace("\u2060", "") + "\n"  # a terminal is spared the joiner


@pytest.mark.parametrize("unit", UNITS)
@given(value=st.floats(-1e6, 1e6), lang=st.sampled_from(LANGUAGES), signed=st.booleans())
def test_every_unit_is_shown_with_its_sign(unit: str, value: float, lang: Lang, signed: bool) -> None:
    text = shown(value, unit, value, lang, signed)
    assert ("€" in text) == unit.startswith("€")
    assert text.endswith("%") == (unit == "share" and not signed)
    assert re.fullmatch(r"([+−]\u2060?)?(€\u00a0?)?[+−]?[\d.,]+( \S+)?", text)
    assert bool(unit_of(unit, lang)) == (unit != "share")
    assert re.fullmatch(r"\$?,?\.\d[f%]|\$,\.0f", chart_format(unit, abs(value)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_undefined_is_a_dash(lang: Lang) -> None:
    assert {shown(math.nan, unit, 1.0, lang) for unit in UNITS} == {UNDEFINED}
    assert number(math.nan, 1, lang) == percent(math.nan) == significant(math.nan) == plain(math.nan) == UNDEFINED


def test_rows_are_measures() -> None:
    assert set(HEADLINES) <= set(reported())
    assert len(set(HEADLINES)) == len(HEADLINES)


def test_no_colour_is_written_anywhere_else() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {colour}"
        for path in ROOT.rglob("*.py") if path.name != "looks.py"
        for colour in re.findall(r'"#[0-9a-fA-F]{3,6}"', path.read_text(encoding="utf-8"))
    }  # fmt: skip
    assert found == set()


def test_colours_that_tell_apart_are_themselves_apart() -> None:
    for shades in ([each.light for each in looks.LOOKS], [each.dark for each in looks.LOOKS]):
        assert len(set(shades)) == len(looks.LOOKS)
    assert len({looks.BLUE, looks.ORANGE, looks.GREEN, looks.BLACK}) == 4
    assert len({(each.dash, each.width) for each in looks.LOOKS}) == len(looks.LOOKS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_price_has_a_name_of_its_own(lang: Lang) -> None:
    names = [price_name(name, lang) for name in PRICE_NAMES]
    assert len(set(names)) == len(PRICE_NAMES)
