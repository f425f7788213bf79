"""The first page: policies side by side under the same luck, with sliders. What it shows is what is computed so far."""

from typing import NamedTuple

import solara

from dashboard.desk import Desk
from dashboard.engine.comparing import use_comparison
from dashboard.pages.compare.choosing import Levers, Policies
from dashboard.pages.compare.results import Results
from dashboard.state.history import History
from experiments.comparing.question import Question


class Trial(NamedTuple):
    """A question that is only tried: a slider is held there, or was just let go."""

    question: Question
    instead: tuple[Question, History]
    """What is asked, and the way that led there: taken back and asked again it is another."""
    number: int = 0
    """The browser's number of this try."""


@solara.component
def Compare(desk: Desk) -> None:
    """Policies, sliders, and what comes out.

    While a slider moves only the results follow; header, sliders and address are drawn when it is let go.
    """
    asked = (desk.question, desk.history)
    trial, set_trial = solara.use_state(Trial(desk.question, asked))
    question = trial.question if trial.instead == asked else desk.question
    found = use_comparison(question, desk.session)
    pinned = use_comparison(desk.view.pinned, f"{desk.session} pinned")
    hero = hero_of(desk)
    Policies(desk, hero)
    with solara.Div(classes=["compare-grid"]):
        with solara.Div(classes=["compare-levers"]):
            Levers(desk, hero, lambda tried, number: set_trial(Trial(tried, asked, number)), trial.number)
        with solara.Div(classes=["compare-results"]):
            if found is not None:
                Results(desk, found, pinned, hero)


def hero_of(desk: Desk) -> int:
    """The place of the policy that the page tells of: the one chosen, or else the last."""
    last = len(desk.question.policies) - 1
    given = desk.view.options.get("compare.hero", "")
    return min(int(given), last) if given.isdecimal() and len(given) < 3 else last
