"""How the model works, what it rests on, and what it cannot tell: one page with pictures."""

from pathlib import Path
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.pages.about import drawings
from dashboard.pages.about.drawings import drawn_words
from dashboard.pages.about.glossary import glossary
from dashboard.pages.about.telling import WORDS, evidence, limits, load_lines, load_paragraphs, say
from experiments.evidence.documents import loads
from experiments.showing.language import Lang
from experiments.storing.version import own_version

CSS = (Path(__file__).parent / "about.css").read_text(encoding="utf-8") + drawings.CSS

DRAWN = ("prices", "journey", "loop", "week", "futures")
"""Chapters that are words beside a drawing of the same name."""
CHAPTERS = (*DRAWN, "evidence", "limits", "glossary", "credits")


@component("opening.vue")
def Opening(title: str, lede: str, contents: str, chapters: list[dict[str, str]]) -> None:
    """Title, what this is, and ways to the chapters."""


@component("chapter.vue")
def Chapter(anchor: str, title: str, paragraphs: list[str]) -> None:
    """A heading with its paragraphs."""


@component("evidence.vue")
def Evidence(
    words: dict[str, str], numbers: dict[str, Any], firm: list[dict[str, Any]], verdicts: dict[str, Any],
    fits: list[dict[str, str]], checked: str, sources: list[dict[str, str]], absent: str,
) -> None:  # fmt: skip
    """What goes in, what was checked, what came out."""


@component("cards.vue")
def Cards(cards: list[dict[str, str]]) -> None:
    """Cards of a title and a text."""


@component("terms.vue")
def Terms(terms: list[dict[str, str]]) -> None:
    """A list of words and what they mean."""


@solara.component
def About(desk: Desk) -> None:
    """The page."""
    lang = desk.lang
    words = drawn_words(lang)
    solara.Style(CSS)
    chapters = [{"id": f"about-{key}", "title": say(key, lang)} for key in CHAPTERS]
    Opening(chapters=chapters, **{key: say(key, lang) for key in ("title", "lede", "contents")})
    for place, key in enumerate(DRAWN):
        with solara.Div(classes=["about-chapter", "pair", *(["turned"] if place % 2 else [])]):
            _chapter(key, lang)
            getattr(drawings, key.capitalize())(words=words)
    with solara.Div(classes=["about-chapter"]):
        _chapter("evidence", lang)
        Evidence(**evidence(lang))
    with solara.Div(classes=["about-chapter"]):
        _chapter("limits", lang)
        Cards(cards=limits(lang))
    if loads():
        with solara.Div(classes=["about-chapter", "pair"]):
            Chapter(anchor="about-load", title=say("load", lang), paragraphs=load_paragraphs(lang))
            drawings.Loads(words=words, lang=lang, **load_lines(lang))
    with solara.Div(classes=["about-chapter"]):
        _chapter("glossary", lang)
        Terms(terms=glossary(lang))
    with solara.Div(classes=["about-chapter"]):
        credits = [say("made_by", lang, version=own_version())]
        credits += [say(key, lang) for key in ("practice", "data", "built", "more")]
        Chapter(anchor="about-credits", title=say("credits", lang), paragraphs=credits)


def _chapter(key: str, lang: Lang) -> None:
    """The heading of a chapter, and its paragraphs: `key_1`, `key_2`, … or `key_said`."""
    names = [each for each in WORDS.all if each.removeprefix(f"{key}_") in ("1", "2", "3", "said")]
    Chapter(anchor=f"about-{key}", title=say(key, lang), paragraphs=[say(each, lang) for each in names])
