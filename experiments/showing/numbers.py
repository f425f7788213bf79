"""How numbers are written, wherever they are shown: terminal, page, charts and generated documentation."""

import math
from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.printable import WORD_JOINER
from experiments.showing.words import Words

UNDEFINED = "–"
"""What stands for a number that is not defined (NaN)."""

CHART_LOCALES = {
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""]},
    "nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€\u00a0", ""]},
}
"""The same for the axes of charts, as Vega wants it; it knows one place for the minus, before the €."""

_SWAPPED = str.maketrans(",.", ".,")
_WORDS = Words(Path(__file__).with_name("words.toml"))


def number(value: float, decimals: int = 2, lang: Lang = "en", signed: bool = False) -> str:
    """A number as people write it; NaN is an en dash, minus is a real minus.

    >>> number(1234.5, 1), number(1234.5, 1, "nl"), number(-0.35, signed=True), number(0.1, signed=True)
    ('1,234.5', '1.234,5', '−0.35', '+0.10')
    >>> number(-0.001), number(math.nan)
    ('0.00', '–')
    """
    if math.isnan(value):
        return UNDEFINED
    value = round(value, decimals) + 0.0  # no minus before a zero
    text = f"{value:{'+' if signed and value else ''},.{decimals}f}".replace("-", "−")
    return text.translate(_SWAPPED) if lang == "nl" else text


def plain(value: float, signed: bool = False) -> str:
    """A number of any size with about three digits that say something.

    >>> plain(0.6123), plain(-0.0512, signed=True), plain(12345.6), plain(31.44)
    ('0.61', '−0.051', '12,346', '31.4')
    """
    size = abs(value)
    places = 0 if size == 0.0 else 3 if size < 0.0995 else 2 if size < 9.995 else 1 if size < 999.5 else 0
    return number(value, places, signed=signed)


def significant(value: float, digits: int = 6, lang: Lang = "en") -> str:
    """A number with at most so many digits, without zeros at its end.

    >>> significant(0.5), significant(2500000.0), significant(0.61234, 3, "nl")
    ('0.5', '2.5e+06', '0,612')
    """
    text = UNDEFINED if math.isnan(value) else f"{value:,.{digits}g}"
    return text.translate(_SWAPPED) if lang == "nl" else text


def percent(share: float, decimals: int = 1, lang: Lang = "en") -> str:
    """A share as per cent, with a blank before the sign as everywhere here.

    >>> percent(0.1234), percent(0.1234, lang="nl"), percent(math.nan)
    ('12.3 %', '12,3 %', '–')
    """
    return UNDEFINED if math.isnan(share) else f"{number(100.0 * share, decimals, lang)} %"


def money(value: float, decimals: int = 2, lang: Lang = "en", signed: bool = False) -> str:
    """An amount in euro, as the language writes it (CLDR): the sign before the €, or in Dutch after it.

    No line ends within an amount: what joins sign, € and digits takes no room, or is a blank that does not break.

    >>> money(-2.0).replace(WORD_JOINER, ""), money(1234.5, 0, "nl", signed=True).replace("\N{NO-BREAK SPACE}", " ")
    ('−€2.00', '€ +1.234')
    """
    text = number(value, decimals, lang, signed)
    if text == UNDEFINED:
        return text
    if lang == "nl":
        return f"€\N{NO-BREAK SPACE}{text}"
    return f"{text[0]}{WORD_JOINER}€{text[1:]}" if text[0] in "+−" else f"€{text}"


def duration(value: float, unit: str, lang: Lang = "en") -> str:
    """A time to solve in words; `unit` is days, or hours of work, which stay hours. NaN: "–".

    >>> duration(0.009, "days"), duration(3.14, "days"), duration(30.0, "hours"), duration(3.14, "days", "nl")
    ('13 min', '3.1 days', '30.0 h', '3,1 dagen')
    """
    if math.isnan(value):
        return UNDEFINED
    hours = value * 24 if unit == "days" else value
    if hours < 1:
        return f"{number(hours * 60, 0, lang)} min"
    in_hours = hours < 24 or unit == "hours"
    return f"{number(hours if in_hours else hours / 24, 1, lang)} {_WORDS.say('h' if in_hours else 'days', lang)}"


# ---------------------------------------------------------------------------------------------- values of a measure


def decimals(unit: str, scale: float) -> int:
    """How many decimals say something of a measure in that unit whose values are about as large as `scale`."""
    if unit == "share" or unit.startswith("€") or math.isnan(scale):
        return 0
    return 2 if abs(scale) < 20 else 1 if abs(scale) < 100 else 0


def shown(value: float, unit: str, scale: float, lang: Lang, signed: bool = False) -> str:
    """A measure's value with its sign of unit: shares as per cent (`signed`: percentage points), money as euro."""
    if math.isnan(value):
        return UNDEFINED
    places = decimals(unit, scale)
    if unit == "share":
        sign = _WORDS.say("points", lang) if signed else "%"
        return f"{number(100.0 * value, places, lang, signed)} {sign}"
    return (money if unit.startswith("€") else number)(value, places, lang, signed)


def amount(value: float, unit: str, scale: float, lang: Lang) -> str:
    """The same without the €, where a heading or the number before it says that it is money."""
    if unit.startswith("€") and not math.isnan(value):
        return number(value, decimals(unit, scale), lang)
    return shown(value, unit, scale, lang)


def unit_of(unit: str, lang: Lang) -> str:
    """A measure's unit as a heading says it; empty where the cells say it themselves."""
    if unit == "share":
        return ""
    key = f"unit {unit}"
    return _WORDS.say(key, lang) if _WORDS.known(key) else unit


def unit_beside(label: str, unit: str, lang: Lang) -> str:
    """The same beside a measure's label; empty where the label says it too.

    >>> unit_beside("Hand-offs per problem", "per problem", "en"), unit_beside("Profit", "€ a week", "nl")
    ('', '€ per week')
    """
    said = unit_of(unit, lang)
    return "" if said.lower() in label.lower() else said


def chart_format(unit: str, length: float) -> str:
    """The format, in Vega's signs, of an axis in that unit that is `length` long."""
    if unit == "share":
        return ".0%" if length > 0.04 else ".1%"
    if unit.startswith("€"):
        return "$,.0f"
    places = 2 if length < 0.5 else 1 if length < 5 else 0
    return f",.{places}f"
