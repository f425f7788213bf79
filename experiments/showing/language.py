"""The languages of all visible words, and how each writes numbers."""

import math
from typing import Literal

Lang = Literal["en", "nl"]

_SWAPPED = str.maketrans(",.", ".,")


def number(value: float, decimals: int = 2, lang: Lang = "en", signed: bool = False) -> str:
    """A number as people write it; NaN is an en dash, minus is a real minus.

    >>> number(1234.5, 1), number(1234.5, 1, "nl"), number(-0.35, signed=True), number(0.1, signed=True)
    ('1,234.5', '1.234,5', '−0.35', '+0.10')
    >>> number(-0.001), number(math.nan)
    ('0.00', '–')
    """
    if math.isnan(value):
        return "–"
    value = round(value, decimals) + 0.0  # no minus before a zero
    text = f"{value:{'+' if signed and value else ''},.{decimals}f}".replace("-", "−")
    return text.translate(_SWAPPED) if lang == "nl" else text
