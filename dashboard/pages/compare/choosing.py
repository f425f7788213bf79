"""What a user chooses on the page: the policies, and where the sliders stand."""

from collections.abc import Callable
from concurrent.futures import wait
from threading import Thread
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.engine.sharpening import ENGINE
from dashboard.look.plain import component
from dashboard.pages.compare.levers import groups, known_keys
from dashboard.pages.compare.seen import picture_of
from dashboard.pages.compare.words import WORDS
from experiments.comparing.course import Course
from experiments.comparing.question import Question
from experiments.showing.language import Lang
from experiments.showing.looks import letter, look
from sim.policies import catalogue

MOST_POLICIES = 4


@component("policies.vue")
def PoliciesView(
    words: dict[str, str],
    chosen: list[dict[str, Any]],
    known: list[dict[str, str]],
    hero: int,
    most: int,
    event_add: Callable[[Any], None],
    event_remove: Callable[[Any], None],
    event_replace: Callable[[Any], None],
    event_tell: Callable[[Any], None],
) -> None:
    """The policies; see policies.vue."""


@component("levers.vue")
def LeversView(
    words: dict[str, str],
    groups: list[dict[str, Any]],
    lang: str,
    changed: bool,
    seen: int,
    of_picture: dict[str, Any],
    event_slide: Callable[[Any], None],
    event_move: Callable[[Any], None],
    event_reset: Callable[[Any], None],
) -> None:
    """The sliders; see levers.vue."""


def words_in(lang: Lang) -> dict[str, str]:
    """All words of the page in a language."""
    return {key: WORDS.all[key][lang] for key in WORDS.all}


@solara.component
def Policies(desk: Desk, hero: int) -> None:
    """Up to four policies, to be added, exchanged and removed."""
    question, lang = desk.question, desk.lang
    asked = list(question.policies)

    def ask(policies: list[str]) -> None:
        _ask(desk, question.replace(policies=tuple(policies)))

    def add(name: object) -> None:
        if isinstance(name, str) and name and len(asked) < MOST_POLICIES:
            desk.note(**{"compare.hero": str(len(asked))})
            ask([*asked, name])

    def remove(place: object) -> None:
        if _is_place(place, asked) and len(asked) > 1:
            desk.note(**{"compare.hero": None})
            ask([name for k, name in enumerate(asked) if k != place])

    def replace(given: object) -> None:
        if isinstance(given, dict) and _is_place(given.get("place"), asked) and isinstance(given.get("id"), str):
            ask([given["id"] if k == given["place"] else name for k, name in enumerate(asked)])

    def tell(place: object) -> None:
        if _is_place(place, asked):
            desk.note(**{"compare.hero": str(place)})

    PoliciesView(
        words=words_in(lang),
        chosen=[_policy(place, text, course, lang) for place, (text, course) in
                enumerate(zip(question.policies, question.of_courses, strict=True))],
        known=[{"id": name, "name": policy.name.nl if lang == "nl" else policy.name.en}
               for name, policy in {**catalogue(), **question.own}.items()],
        hero=hero,
        most=MOST_POLICIES,
        event_add=add,
        event_remove=remove,
        event_replace=replace,
        event_tell=tell,
    )  # fmt: skip


@solara.component
def Levers(desk: Desk, hero: int, try_out: Callable[[Question, int], None], seen: int) -> None:
    """The sliders; one that is back where it stood is no setting any more.

    One that still moves is tried out; when it is let go, it is asked. `seen` is the number of the try that is drawn.
    """
    question, lang = desk.question, desk.lang
    last = solara.use_ref(question)
    made = solara.use_memo(lambda: groups(question, hero, lang), [question, hero, lang])

    def moved(given: object) -> Question | None:
        if not isinstance(given, dict):
            return None
        key, value = given.get("key"), given.get("value")
        if not isinstance(value, int | float) or isinstance(value, bool) or key not in known_keys(question):
            return None
        usual = next((row["usual"] for group in made for row in group["levers"] if row["key"] == key), None)
        return question.with_setting(str(key), None if value == usual else f"{float(value):.6g}")

    def slide(given: object) -> None:
        tried = moved(given)
        number = given.get("number") if isinstance(given, dict) else None
        if tried is not None and isinstance(number, int) and not isinstance(number, bool):
            last.current = tried
            if ENGINE.remembered(tried) is not None:
                return try_out(tried, number)
            args = (tried, desk.session, lambda asked: try_out(asked, number), lambda: last.current is not tried)
            Thread(target=_glance, args=args, name="siloscope-glance", daemon=True).start()

    def move(given: object) -> None:
        asked = moved(given)
        if asked is not None:
            _ask(desk, asked)

    LeversView(
        words=words_in(lang), groups=made, lang=lang, changed=bool(question.settings), seen=seen,
        of_picture=picture_of(desk, question, hero), event_slide=slide, event_move=move,
        event_reset=lambda _: desk.change(question.replace(settings=())),
    )  # fmt: skip


def _glance(question: Question, session: str, then: Callable[[Question], None], stop: Callable[[], bool]) -> None:
    """Live the first futures of a question, and only then have it drawn: a page that is drawn twice comes later.

    One that is tried no longer is left.
    """
    coming = ENGINE.begin(question, session, stop)
    wait(coming)
    if coming and not stop():  # what cannot be answered is refused when the slider is let go
        then(question)


def _ask(desk: Desk, question: Question) -> None:
    ENGINE.begin(question, desk.session)
    desk.change(question)


def _policy(place: int, text: str, course: Course, lang: Lang) -> dict[str, Any]:
    mine, first = look(place), course.first
    return {
        "id": text, "letter": letter(place), "name": course.name.nl if lang == "nl" else course.name.en,
        "meaning": first.meaning.nl if lang == "nl" else first.meaning.en, "dash": list(mine.dash), "width": mine.width,
    }  # fmt: skip


def _is_place(given: object, asked: list[str]) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and 0 <= given < len(asked)
