"""The page: what is asked above, the finding in a sentence, and the map while it is drawn."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from string import Formatter
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.assembled import assembled
from dashboard.look.plain import component
from dashboard.pages.believe.background import Drawing, use_map
from dashboard.pages.believe.choosing import chosen, with_point
from dashboard.pages.believe.controls import Controls
from dashboard.pages.believe.showing import cells, frame, measure
from dashboard.pages.facts import words_beside
from experiments.believing.asked import Asked
from experiments.believing.belief_map import BeliefMap
from experiments.believing.saying import says
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.translating.refusals import refusal

WORDS = words_beside(__file__)
TEMPLATE = assembled(Path(__file__).with_name("map.vue"), ["../../look/pictures.js", "map.js"], ["map.css"])
_FIELDS = {
    key: [field for _, field, _, _ in Formatter().parse(texts["en"]) if field] for key, texts in WORDS.all.items()
}


@component("head.vue")
def Head(
    words: dict[str, str],
    finding: str,
    mistake: str,
    progress: dict[str, Any],
    event_stop: Callable[[Any], None],
    event_go_on: Callable[[Any], None],
) -> None:
    """Title, finding, and how far it is; see head.vue."""


@component("map.vue")
def MapView(
    template: str,
    words: dict[str, str],
    lang: str,
    finding: str,
    cells: dict[str, Any],
    frame: dict[str, Any],
    measure: dict[str, Any],
    file: dict[str, Any],
    event_go: Callable[[Any], None],
    event_data: Callable[[Any], None],
) -> None:
    """The map, and what is said of a point; see map.vue. `template` is TEMPLATE."""


@solara.component
def Believe(desk: Desk) -> None:
    """Where one course beats another, over two assumptions."""
    lang = desk.lang
    words = {key: WORDS.say(key, lang, **{field: f"{{{field}}}" for field in _FIELDS[key]}) for key in WORDS.all}
    choice = solara.use_memo(lambda: chosen(desk), [desk.view.question, desk.view.options])
    drawing, stop, go_on = use_map(choice.asked, desk.session)
    now = drawing.found if drawing.found is not None and drawing.found.asked == choice.asked else None
    finding = solara.use_memo(lambda: "" if now is None else says(now, lang), [now, lang])
    Head(
        words=words,
        finding=finding,
        mistake=refusal(choice.mistake or drawing.mistake, lang),
        progress=_progress(drawing, now, lang),
        event_stop=lambda _: stop(),
        event_go_on=lambda _: go_on(),
    )
    Controls(desk, choice, words)
    if choice.asked is not None:
        _Map(desk, choice.asked, now, words, finding)


@solara.component
def _Map(desk: Desk, asked: Asked, found: BeliefMap | None, words: dict[str, str], finding: str) -> None:
    """The map and what belongs to it."""
    lang = desk.lang
    text, set_text = solara.use_state(("", 0))

    def go(node: object) -> None:
        place = _node(node, asked.steps.finest)
        if place is not None:
            desk.change(with_point(desk.question, asked, place))
            desk.show(page="")

    def data(_: object) -> None:
        if found is not None:
            made = found.frame().to_csv(index=False)
            set_text(lambda last: (made, last[1] + 1))

    looks = {"looks": len(asked.looks), "least": asked.looks[0], "most": asked.looks[-1]}
    MapView(
        template=TEMPLATE,
        words={**words, "how_1": WORDS.say("how_1", lang, **looks), "how_2": WORDS.say("how_2", lang, **looks)},
        lang=lang,
        finding=finding,
        cells=solara.use_memo(lambda: cells(found), [found]),
        frame=solara.use_memo(lambda: frame(desk, asked), [asked, lang, desk.view.question]),
        measure=measure(asked, found, lang),
        file={"name": "beliefs.csv", "text": text[0], "count": text[1]},
        event_go=go,
        event_data=data,
    )


def _progress(drawing: Drawing, found: BeliefMap | None, lang: Lang) -> dict[str, Any]:
    """How far it is: a share, and a sentence."""
    if found is None:
        return {"running": drawing.running, "share": 0.0, "text": "", "stopped": drawing.stopped}
    count = partial(number, decimals=0, lang=lang)
    numbers = {"done": count(found.done), "points": count(len(found.points)), "full": count(found.full_grid)}
    if drawing.running:
        text = WORDS.say("drawing", lang, done=numbers["done"], expected=count(found.expected))
        if drawing.left is not None:
            text += ", " + WORDS.say("left", lang, time=_time(drawing.left, lang))
    else:
        text = WORDS.say("stopped", lang, points=numbers["points"]) if drawing.stopped else WORDS.say(
            "finished", lang, **numbers
        )  # fmt: skip
    share = found.done / found.expected if found.expected else 0.0
    return {"running": drawing.running, "share": share, "text": text, "stopped": drawing.stopped}


def _time(seconds: float, lang: Lang) -> str:
    """About so long; in fives of seconds, or minutes."""
    if seconds < 90:
        return WORDS.say("seconds", lang, count=max(5, 5 * round(seconds / 5)))
    return WORDS.say("minutes", lang, count=round(seconds / 60))


def _node(sent: object, finest: int) -> tuple[int, int] | None:
    """The node that a browser sent; None if it is none."""
    if not isinstance(sent, list) or len(sent) != 2:
        return None
    if any(isinstance(each, bool) or not isinstance(each, int) or not 0 <= each <= finest for each in sent):
        return None
    return sent[0], sent[1]
