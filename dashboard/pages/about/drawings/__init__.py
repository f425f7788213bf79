"""The drawings of the page: small pictures with few words, each a component of its own."""

from pathlib import Path
from typing import Any

from dashboard.look.plain import component
from dashboard.pages.facts import words_beside
from experiments.showing.language import Lang

_WORDS = words_beside(__file__)

CSS = (Path(__file__).parent / "drawings.css").read_text(encoding="utf-8")
"""How they look."""

type Said = dict[str, str]
"""Words by key, in one language."""


def drawn_words(lang: Lang) -> Said:
    """The words of all drawings."""
    return {key: _WORDS.say(key, lang) for key in _WORDS.all}


@component("prices.vue")
def Prices(words: Said) -> None:
    """The three prices that an employee weighs."""


@component("journey.vue")
def Journey(words: Said) -> None:
    """A problem that is volleyed, and one that comes to a table."""


@component("loop.vue")
def Loop(words: Said) -> None:
    """From contract to price list to behaviour to standing, and back."""


@component("week.vue")
def Week(words: Said) -> None:
    """Five days, and Friday afternoon."""


@component("futures.vue")
def Futures(words: Said) -> None:
    """What "in 29 of 30 futures" means."""


@component("loads.vue")
def Loads(words: Said, lang: Lang, loads: list[float], lines: list[dict[str, Any]]) -> None:
    """Avoidable hand-offs by load; a line a policy, with `name`, `letter`, `dash` and `values`."""
