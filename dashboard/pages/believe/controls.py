"""The controls: two policies, a measure, a window, and two assumptions with their ranges."""

from collections.abc import Callable
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.pages.believe.choosing import (
    PAGE,
    Chosen,
    Group,
    assumption_groups,
    both,
    course_ids,
    course_of,
    measure_groups,
    number_in,
)
from experiments.believing.assumption import of
from experiments.believing.saying import course_name, value_text
from experiments.comparing.windows import WINDOWS

SELECTS = ("first", "second", "measure", "window", "across", "up")
ENDS = ("across_low", "across_high", "up_low", "up_high")


@component("controls.vue")
def ControlsView(
    words: dict[str, str],
    now: dict[str, str],
    choices: dict[str, list[Any]],
    likely: dict[str, str],
    event_choose: Callable[[Any], None],
    event_swap: Callable[[Any], None],
) -> None:
    """Selects and fields; see controls.vue."""


@solara.component
def Controls(desk: Desk, choice: Chosen, words: dict[str, str]) -> None:
    """What is asked; every change goes into the address."""
    choices = solara.use_memo(lambda: choices_of(desk, words), [desk.view.question, desk.lang, both(desk)])
    now = {name: str(getattr(choice, name)) for name in SELECTS} | {name: choice.ends.get(name, "") for name in ENDS}

    def choose(sent: object) -> None:
        changes = changes_of(sent, choices)
        if changes:
            desk.note(**changes)

    def swap(_: object) -> None:
        desk.note(**{f"{PAGE}.first": choice.second, f"{PAGE}.second": choice.first})

    ControlsView(
        words=words, now=now, choices=choices, likely=likely(choice, desk), event_choose=choose, event_swap=swap
    )


def choices_of(desk: Desk, words: dict[str, str]) -> dict[str, list[Group]]:
    """What can be chosen, by control: groups of what is sent and what is read."""
    named = [(name, course_name(course_of(desk, name), desk.lang)) for name in course_ids(desk)]
    mine = len(desk.courses)
    courses: list[Group] = [(words["in_question"], named[:mine]), (words["in_catalogue"], named[mine:])]
    assumptions = assumption_groups(desk)
    windows: list[Group] = [("", [(name, words[f"window_{name}"]) for name in WINDOWS])]
    measures = measure_groups(desk.lang, words["headlines"], words["others"])
    return {
        "first": courses, "second": courses, "across": assumptions, "up": assumptions, "measure": measures,
        "window": windows,
    }  # fmt: skip


def changes_of(sent: object, choices: dict[str, list[Group]]) -> dict[str, str | None]:
    """The options that change by what a browser sent, [control, value]; none if it is no choice.

    Another assumption takes back the range that was typed for the one before it.
    """
    if not isinstance(sent, list) or len(sent) != 2 or not all(isinstance(each, str) for each in sent):
        return {}
    name, value = sent
    if name in SELECTS and any(value == known for _, rows in choices[name] for known, _ in rows):
        gone: dict[str, str | None] = {f"{PAGE}.{end}": None for end in ENDS if end.startswith(f"{name}_")}
        return {**gone, f"{PAGE}.{name}": value}
    if name in ENDS and not value.strip():
        return {f"{PAGE}.{name}": None}
    if name in ENDS and number_in(value) is not None:
        return {f"{PAGE}.{name}": value.strip()}
    return {}


def likely(choice: Chosen, desk: Desk) -> dict[str, str]:
    """The likely ends of both assumptions, as they are written."""
    found = {}
    courses = [course_of(desk, each) for each in (choice.first, choice.second)]
    for side, name in (("across", choice.across), ("up", choice.up)):
        whole = of(name, courses=courses, scenario=desk.scenario)
        found[f"{side}_low"] = value_text(whole, whole.low, desk.lang)
        found[f"{side}_high"] = value_text(whole, whole.high, desk.lang)
    return found
