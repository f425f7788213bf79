"""The page Silo map. What goes where is computed here; matrix and network are drawn in the browser."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.engine.answers import Stop, use_answer
from dashboard.engine.fair import Urgency
from dashboard.engine.sharpening import ENGINE
from dashboard.look.assembled import assembled
from dashboard.look.plain import component
from dashboard.pages.facts import words_beside
from dashboard.pages.silo_map.living import MAPS, Wanted
from experiments.mapping import SiloMap, shown
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.translating.refusals import refusal

WORDS = words_beside(__file__)
TEMPLATE = assembled(
    Path(__file__).with_name("map.vue"), ["../../look/pictures.js", "pictures.js", "map.js"], ["map.css"]
)
CHOICES = ("kind", "course", "window", "view")
_LONGEST = 20


@component("map.vue")
def MapView(
    template: str,
    words: Mapping[str, str],
    lang: str,
    found: Mapping[str, Any] | None,
    courses: list[Mapping[str, Any]],
    chosen: Mapping[str, str],
    status: str,
    busy: bool,
    mistake: str,
    event_choose: Callable[[Any], None],
) -> None:
    """Matrices, networks and what is said of them; see map.vue."""


@solara.component
def SiloMapPage(desk: Desk) -> None:
    """Who hands problems to whom and who helps whom, before and after the switch."""
    question, lang = desk.question, desk.lang

    def make(stop: Stop) -> Iterator[SiloMap]:
        ENGINE.check(question)
        wanted = Wanted(
            question.of_scenario, question.of_courses, question.with_seed, question.in_weeks, question.in_futures
        )
        lane = ENGINE.pool.lane(desk.session, Urgency.SHARPEN)
        yield from MAPS.sharpen(wanted, lane, stop)

    made = use_answer(question, make)
    found = made.value if made.key == question else None

    def choose(data: object) -> None:
        name, value = (data.get("key"), data.get("value")) if isinstance(data, dict) else (None, None)
        if name in CHOICES and isinstance(value, str) and len(value) <= _LONGEST:
            desk.note(**{f"silo_map.{name}": value})

    MapView(
        template=TEMPLATE,
        words={key: WORDS.all[key][lang] for key in WORDS.all},
        lang=lang,
        found=solara.use_memo(lambda: shown(found, len(desk.courses), lang) if found else None, [found, lang]),
        courses=[
            {"letter": letter(place), "name": course.name.nl if lang == "nl" else course.name.en, "place": place}
            for place, course in enumerate(desk.courses)
        ],
        chosen={name: desk.view.options.get(f"silo_map.{name}", "") for name in CHOICES},
        status=status(found, question.in_futures, made.pending, lang),
        busy=made.pending,
        mistake=refusal(made.mistake, lang),
        event_choose=choose,
    )


def status(found: SiloMap | None, wanted: int, pending: bool, lang: Lang) -> str:
    """How far it is."""
    if not pending:
        return WORDS.say("of_futures", lang, count=found.futures) if found else ""
    if found is None:
        return WORDS.say("beginning", lang)
    return WORDS.say("so_far", lang, count=found.futures, of=wanted)
