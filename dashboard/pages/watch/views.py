"""The parts of the page that are drawn in the browser around the stage: what is watched, and what is explained."""

from collections.abc import Callable, Mapping
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.pages.facts import words_beside
from dashboard.pages.watch.wishes import Wish, starts
from experiments.comparing.question import Question
from experiments.showing.language import Lang
from experiments.showing.looks import letter

WORDS = words_beside(__file__)
FUTURES_OFFERED = 50


@component("setup.vue")
def SetupView(
    words: Mapping[str, str],
    courses: list[str],
    letters: list[str],
    wish: Mapping[str, int],
    starts: list[Mapping[str, Any]],
    futures: int,
    large: bool,
    pending: bool,
    mistake: str,
    event_choose: Callable[[Any], None],
) -> None:
    """What is watched; see setup.vue."""


@component("panel.vue")
def PanelView(
    words: Mapping[str, str],
    lang: str,
    large: bool,
    letter: str,
    place: int,
    story: Mapping[str, Any] | None,
    reason: Mapping[str, Any] | None,
    pending: bool,
    mistake: str,
    event_close: Callable[[Any], None],
) -> None:
    """A problem's story, or what a person saw and weighed; see panel.vue."""


@solara.component
def Setup(desk: Desk, wish: Wish, large: bool, pending: bool, mistake: str) -> None:
    """Which policies, which future and from when; kept in the address."""

    def choose(data: object) -> None:
        name, value = (data.get("key"), data.get("value")) if isinstance(data, dict) else (None, None)
        if name in ("left", "right", "from", "future"):
            desk.note(**{f"watch.{name}": str(value)[:9], "watch.hour": None})

    SetupView(
        words=words_in(desk.lang),
        courses=[course.name.nl if desk.lang == "nl" else course.name.en for course in desk.courses],
        letters=[letter(place) for place in range(len(desk.courses))],
        wish={"left": wish.left, "right": wish.right, "from": wish.first_week, "future": wish.future + 1},
        starts=beginnings(desk.question, desk.lang),
        futures=min(FUTURES_OFFERED, desk.question.in_futures),
        large=large,
        pending=pending,
        mistake=mistake,
        event_choose=choose,
    )


def beginnings(question: Question, lang: Lang) -> list[Mapping[str, Any]]:
    """When a film can begin, in words."""
    first, *later = starts(question)
    found: list[Mapping[str, Any]] = [{"week": first, "text": WORDS.say("from_switch", lang)}]
    return found + [{"week": week, "text": WORDS.say("from_week", lang, week=week + 1)} for week in later]


def words_in(lang: Lang) -> dict[str, str]:
    """All words of the page in a language."""
    return {key: WORDS.all[key][lang] for key in WORDS.all}
