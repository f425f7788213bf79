"""What a user chose for the map, and between what there is to choose: all made from the declarations.

Choices are kept in the address, as options of the page. What an address or a browser sends may be anything: what is no
choice is left at its default; what cannot be drawn is said.
"""

from dataclasses import dataclass
from typing import cast

from dashboard.desk import Desk
from dashboard.pages.compare.choosing import MOST_POLICIES
from experiments.believing.asked import ACROSS, MEASURE, UP, WINDOW, Asked
from experiments.believing.assumption import Assumption, choices, of
from experiments.believing.saying import words_of
from experiments.believing.subject import ContractNumber
from experiments.comparing.course import Course, load_course
from experiments.comparing.question import Question
from experiments.comparing.reported import HEADLINES, others, reported
from experiments.comparing.windows import WINDOWS, Window
from experiments.errors import RequestError
from experiments.showing.language import Lang
from experiments.showing.section_names import section_name
from sim.company.organisation import people_in
from sim.policies import catalogue

PAGE = "believe"
MOST_WORK = 600e6
"""Weeks of people in all the lives that a map takes: some ten minutes of a machine. More is for the command line."""
_LIVES = 3_000  # of one course, that a map takes, about
_LONGEST = 12  # signs of a number that somebody typed

type Group = tuple[str, list[tuple[str, str]]]
"""A heading, and under it choices: what is sent, and what is read."""


@dataclass(frozen=True)
class Chosen:
    """What the page is about; `asked` is None where it cannot be drawn, and `mistake` says why."""

    first: str
    second: str
    across: str
    up: str
    measure: str
    window: Window
    ends: dict[str, str]
    asked: Asked | None
    mistake: str


def chosen(desk: Desk) -> Chosen:
    """The choices of this user."""
    given = _given(desk)
    first, second = both(desk)
    names = [each.name for each in _choices(desk)]
    across, up = _one_of(given.get("across"), names, ACROSS), _one_of(given.get("up"), names, UP)
    measure = _one_of(given.get("measure"), list(reported()), MEASURE)
    window = cast(Window, _one_of(given.get("window"), list(WINDOWS), WINDOW))
    known = [side for side in ("across", "up") if given.get(side) in (None, *names)]
    ends = {key: given[key] for side in known for key in (f"{side}_low", f"{side}_high") if key in given}
    try:
        courses = course_of(desk, first), course_of(desk, second)
        sides = [
            of(name, number_in(ends.get(f"{side}_low")), number_in(ends.get(f"{side}_high")), courses, desk.scenario)
            for name, side in ((across, "across"), (up, "up"))
        ]
        question = desk.question
        asked = Asked(
            desk.scenario, *courses, sides[0], sides[1], measure, window,
            question.in_weeks, question.with_seed,
        )  # fmt: skip
        _small_enough(question)
    except ValueError as error:
        return Chosen(first, second, across, up, measure, window, ends, None, str(error))
    return Chosen(first, second, across, up, measure, window, ends, asked, "")


def course_ids(desk: Desk) -> list[str]:
    """The courses that can be chosen: those of the question, then the catalogue's."""
    return list(dict.fromkeys([*(course.id for course in desk.courses), *catalogue()]))


def course_of(desk: Desk, name: str) -> Course:
    """A course of the question, or a policy of the catalogue with what the question sets in it."""
    for course in desk.courses:
        if course.id == name:
            return course
    return load_course(desk.question.policy(name))


def place_of(desk: Desk, name: str) -> int:
    """A course's place in the question, which gives its letter and colour; one that is not in it comes after."""
    ids = [course.id for course in desk.courses]
    return ids.index(name) if name in ids else len(ids)


def with_point(question: Question, asked: Asked, node: tuple[int, int]) -> Question:
    """The question with both assumptions as they are at a node, and both courses in it. Raises RequestError."""
    across, up = asked.values(node)
    for side, value in ((asked.across, across), (asked.up, up)):
        question = question.with_setting(side.subject.key, repr(value))
    known = [course.id for course in question.of_courses]
    missing = [course.id for course in reversed(asked.courses) if course.id not in known]
    if not missing:
        return question
    policies = (*question.policies, *missing)
    return question.replace(
        policies=policies if len(policies) <= MOST_POLICIES else (asked.second.text, asked.first.text)
    )


def assumption_groups(desk: Desk) -> list[Group]:
    """The assumptions: parameters by section, numbers of contracts by policy."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in _choices(desk):
        row = each.subject
        if isinstance(row, ContractNumber):
            head = words_of(row.policy_name, desk.lang)
        else:
            head = section_name(row.section, desk.lang)
        found.setdefault(head, []).append((row.name, words_of(row.label, desk.lang)))
    return list(found.items())


def measure_groups(lang: Lang, headlines: str, rest: str) -> list[Group]:
    """The measures: what is looked at first, then the rest."""
    known = reported()
    label = {name: each.label_nl if lang == "nl" else each.label for name, each in known.items()}
    return [
        (head, [(name, label[name]) for name in names]) for head, names in ((headlines, HEADLINES), (rest, others()))
    ]


def number_in(text: object) -> float | None:
    """The number that somebody typed, with a comma or a point; None if it is none."""
    if not isinstance(text, str) or not 0 < len(text.strip()) <= _LONGEST:
        return None
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def both(desk: Desk) -> tuple[str, str]:
    """The courses that are held against each other: the first, and the second."""
    given, ids = _given(desk), [course.id for course in desk.courses]
    second = _one_of(given.get("second"), course_ids(desk), ids[0])
    return _one_of(given.get("first"), course_ids(desk), _other(second, [*reversed(ids), *catalogue()])), second


def _given(desk: Desk) -> dict[str, str]:
    """What the address says of this page."""
    return {key.partition(".")[2]: value for key, value in desk.view.options.items() if key.startswith(f"{PAGE}.")}


def _choices(desk: Desk) -> tuple[Assumption, ...]:
    """The assumptions that there are, for the two courses."""
    return choices([course_of(desk, name) for name in both(desk)], desk.scenario)


def _one_of(given: str | None, known: list[str], default: str) -> str:
    return given if given in known else default


def _other(than: str, names: list[str]) -> str:
    return next(name for name in names if name != than)


def _small_enough(question: Question) -> None:
    weeks = question.in_weeks + question.of_scenario.run.warmup_weeks
    work = people_in(question.of_scenario) * weeks * _LIVES
    if work > MOST_WORK:
        raise RequestError(
            f"a map of this company takes about {work / 1e6:,.0f} million weeks of people's lives, and a page draws up "
            f"to {MOST_WORK / 1e6:,.0f} million; take fewer people or weeks"
        )
