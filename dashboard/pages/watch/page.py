"""The page Watch: what is watched is chosen above, played in the browser, and explained beside it."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, cast

import solara

from dashboard.desk import Desk
from dashboard.engine.answers import Stop, use_answer
from dashboard.engine.fair import Urgency
from dashboard.engine.sharpening import ENGINE
from dashboard.pages.watch.asked import Asked, answered, asked_of
from dashboard.pages.watch.films import FILMS
from dashboard.pages.watch.stage import TEMPLATE, Stage
from dashboard.pages.watch.views import PanelView, Setup, words_in
from dashboard.pages.watch.wishes import Wish, hour_of, number_in, take_of, wish_of
from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.showing.language import Lang
from experiments.showing.looks import letter, look
from experiments.translating.refusals import refusal
from experiments.watching import Watching

type _Film = tuple[Question, Wish]


@solara.component
def Watch(desk: Desk) -> None:
    """One company, lived before one's eyes, under one or two policies."""
    wish = wish_of(desk.view.options, desk.question)
    film: _Film = (desk.question, wish)

    def make(stop: Stop) -> Iterator[Watching]:
        ENGINE.check(desk.question.replace(replicates=1, policies=desk.question.policies[:2]))
        lane = ENGINE.pool.lane(desk.session, Urgency.GLANCE)
        yield FILMS.get(take_of(wish, desk.question), lane, stop)

    made = use_answer(film, make)
    with solara.Div():
        large = made.value is not None and made.value.films[0]["tasks"] is None
        Setup(desk, wish, large, made.pending, refusal(made.mistake, desk.lang))
        if made.value is not None and made.key is not None:
            Watched(desk, made.value, made.key)


@solara.component
def Watched(desk: Desk, watching: Watching, film: _Film) -> None:
    """The stage and, beside it, what was asked of it."""
    _, wish = film
    asked, set_asked = solara.use_state(cast(Asked | None, None))
    words, lang = words_in(desk.lang), desk.lang
    key: tuple[_Film, Asked, Lang] | None = (film, asked, lang) if asked is not None else None

    def explain(_: Stop) -> Iterator[dict[str, Any]]:
        if asked is not None:
            yield answered(asked, watching, lang)

    found = use_answer(key, explain)
    fresh = found.value if found.key == key else None

    def ask(what: Literal["story", "why"]) -> Callable[[object], None]:
        def take(data: object) -> None:
            set_asked(_allowed(lambda: asked_of(what, data, watching)))

        return take

    def at(data: object) -> None:
        hour = _allowed(lambda: number_in(data, "hour", 0, watching.films[0]["hours"]))
        if hour is not None:
            desk.note(**{"watch.hour": f"{hour:g}"})

    places = list(wish.places)
    solara.use_effect(lambda: set_asked(None), [film])
    shown = asked if asked is not None and asked.film < len(places) else None
    with solara.Div(classes=["watch-page"]):
        Stage(
            template=TEMPLATE,
            films=list(watching.films),
            letters=[letter(place) for place in places],
            places=places,
            dashes=[" ".join(map(str, look(place).dash)) for place in places],
            words=words,
            lang=lang,
            start_hour=hour_of(desk.view.options),
            event_ask_story=ask("story"),
            event_ask_why=ask("why"),
            event_at=at,
        )
        PanelView(
            words=words,
            lang=lang,
            large=watching.films[0]["tasks"] is None,
            letter=letter(places[shown.film]) if shown else "",
            place=places[shown.film] if shown else 0,
            story=fresh if shown and shown.what == "story" else None,
            reason=fresh if shown and shown.what == "why" else None,
            pending=found.pending,
            mistake=refusal(found.mistake, lang),
            event_close=lambda _: set_asked(None),
        )


def _allowed[R](read: Callable[[], R]) -> R | None:
    """What a browser sent, or None if it cannot be meant: our own page sends nothing of the kind."""
    try:
        return read()
    except RequestError:
        return None
