"""The page of receipts: a standing to move, the receipts at it, and curves that show how it matters."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.engine.answers import Stop, use_answer
from dashboard.engine.sharpening import ENGINE
from dashboard.look.plain import component
from dashboard.pages.facts import words_beside
from dashboard.pages.heading import Heading
from dashboard.pages.receipt.bons import ROLES, Bon, bons, told
from dashboard.pages.receipt.curves import Curves, charts, curves
from dashboard.pages.receipt.standing import jumps, moved, sliders, standing_of
from experiments.comparing.question import Question
from experiments.comparing.tills import Standing, Tills
from experiments.translating.refusals import refusal
from sim.policies.vocabulary import Role

WORDS = words_beside(__file__)
TILLS = Tills()
"""Shared by all who look; receipts are kept by content."""

FEW = 2
"""As many receipts have room beside the sliders."""


@component("standing.vue")
def StandingView(
    words: dict[str, str],
    sliders: list[dict[str, Any]],
    jumps: list[dict[str, Any]],
    roles: list[dict[str, str]],
    role: str,
    lang: str,
    event_stand: Callable[[Any], None],
    event_settle: Callable[[Any], None],
    event_choose: Callable[[Any], None],
) -> None:
    """The sliders; see standing.vue."""


@component("bons.vue")
def BonsView(words: dict[str, str], bons: list[dict[str, Any]], stale: bool) -> None:
    """The receipts; see bons.vue."""


@component("curves.vue")
def CurvesView(words: dict[str, str], charts: list[dict[str, Any]]) -> None:
    """The curves; see curves.vue."""


@solara.component
def ReceiptPage(desk: Desk) -> None:
    """What each policy really pays for."""
    lang, question, scenario, courses = desk.lang, desk.question, desk.scenario, desk.courses
    remembered = standing_of(desk.view.options, scenario)
    standing, stand = solara.use_state(remembered)
    solara.use_effect(lambda: stand(remembered), [remembered])
    role = _role(desk.view.options.get("receipt.role"))

    printed = use_answer((question, standing), partial(_bons, question, standing))
    begun, begin = solara.use_state(False)
    drawn = use_answer((question, standing), partial(_curves, question, standing, not begun))
    solara.use_effect(lambda: begin(drawn.value is not None), [drawn.value is not None])

    def move(sent: Any) -> None:
        if isinstance(sent, dict):
            stand(lambda was: moved(was, sent.get("name"), sent.get("value"), scenario))

    def settle(_: Any) -> None:
        desk.note(**{f"receipt.{name}": f"{value:g}" for name, value in standing._asdict().items()})

    words = {key: WORDS.say(key, lang) for key in WORDS.all if "{" not in WORDS.all[key][lang]}
    with solara.Div():
        Heading(heading=words["title"], lede=words["lede"])
        with solara.Div(classes=["receipt-grid", "many" if len(courses) > FEW else "few"]):
            StandingView(
                words=words,
                sliders=sliders(standing, scenario, WORDS, lang),
                jumps=jumps(scenario, WORDS, lang),
                roles=[{"role": each.name.lower(), "label": words[each.name.lower()]} for each in ROLES],
                role=role.name.lower(),
                lang=lang,
                event_stand=move,
                event_settle=settle,
                event_choose=lambda sent: desk.note(**{"receipt.role": _role(sent).name.lower()}),
            )
            with solara.Div():
                if printed.mistake:
                    solara.Text(WORDS.say("mistake", lang, mistake=refusal(printed.mistake, lang)))
                if printed.value is not None and len(printed.value) == len(courses):
                    shown = told(courses, printed.value, WORDS, lang)
                    BonsView(words=words, bons=shown, stale=printed.key != (question, standing))
                if drawn.value is not None and len(drawn.value.over_scores) == len(courses):
                    CurvesView(words=words, charts=charts(drawn.value, role, standing, courses, WORDS, lang))


def _bons(question: Question, standing: Standing, stop: Stop) -> Iterator[tuple[Bon, ...]]:
    ENGINE.check(question)
    yield bons(TILLS, question.of_courses, question.of_scenario, standing)


def _curves(question: Question, standing: Standing, at_once: bool, stop: Stop) -> Iterator[Curves]:
    ENGINE.check(question)
    yield from curves(TILLS, question.of_courses, question.of_scenario, standing, stop, at_once)


def _role(name: object) -> Role:
    """The role of that name; managers for any other."""
    return next((role for role in Role if role.name.lower() == name), Role.MANAGER)
