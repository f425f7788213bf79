"""What each price of a receipt is called, wherever receipts or reasons are shown in full.

The page of receipts has names of its own, shorter, for a till is narrow.
"""

from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.words import Words

_WORDS = Words(Path(__file__).with_name("words.toml"))


def price_name(name: str, lang: Lang) -> str:
    """The name of one of PRICE_NAMES, of one more of it.

    >>> price_name("hour", "en"), price_name("own_point", "nl")
    ('An hour of selling', 'Een punt meer: onze eigen klant')
    """
    return _WORDS.say(f"price {name}", lang)
