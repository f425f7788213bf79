"""The frame: header and menu. It keeps the browser's address, title and language true to the view."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.pages.facts import PageFacts
from dashboard.state.view import THEMES, address, read
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.words import Words
from experiments.translating.refusals import refusal

_NAMES: dict[Lang, str] = {"en": "English", "nl": "Nederlands"}


@component("shell.vue")
def ShellView(
    words: dict[str, str],
    menu: list[dict[str, Any]],
    address: str,
    lang: str,
    languages: list[dict[str, str]],
    theme: str,
    themes: list[dict[str, str]],
    can_undo: bool,
    can_redo: bool,
    mistake: str,
    event_go: Callable[[str], None],
    event_came: Callable[[str], None],
    event_speak: Callable[[str], None],
    event_colour: Callable[[str], None],
    event_undo: Callable[[Any], None],
    event_redo: Callable[[Any], None],
) -> None:
    """Header, menu and messages; see shell.vue."""


@solara.component
def Shell(desk: Desk, pages: tuple[PageFacts, ...], page: PageFacts, words: Words) -> None:
    """The frame around `page`."""
    view, lang = desk.view, desk.lang

    def go(path: object) -> None:
        if any(each.path == path for each in pages):
            desk.show(page=cast(str, path))

    def came(where: object) -> None:
        path, _, query = str(where).partition("?")
        desk.arrive(*read(path, query))

    def speak(chosen: object) -> None:
        if chosen in LANGUAGES:
            desk.show(lang=chosen)

    def colour(chosen: object) -> None:
        if chosen in THEMES:
            desk.show(theme=chosen)

    ShellView(
        words={key: words.say(key, lang) for key in words.all},
        menu=[
            {"path": each.path, "label": each.words.say("menu", lang), "here": each is page,
             "address": address(replace(view, page=each.path))}
            for each in pages
        ],
        address=address(view),
        lang=lang,
        languages=[{"code": each, "name": _NAMES[each]} for each in LANGUAGES],
        theme=view.theme,
        themes=[{"code": each, "name": words.say(f"theme_{each}", lang)} for each in THEMES],
        can_undo=bool(desk.history.before),
        can_redo=bool(desk.history.after),
        mistake=refusal(desk.mistake, lang),
        event_go=go,
        event_came=came,
        event_speak=speak,
        event_colour=colour,
        event_undo=lambda _: desk.undo(),
        event_redo=lambda _: desk.redo(),
    )  # fmt: skip
