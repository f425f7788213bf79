"""What a user can choose, and what an address or a hostile browser cannot."""

from types import MappingProxyType

import pytest

from dashboard.desk import Desk
from dashboard.pages.believe.choosing import Chosen, both, chosen, course_ids, number_in, with_point
from dashboard.pages.believe.controls import ENDS, SELECTS, changes_of, choices_of
from dashboard.pages.believe.page import WORDS
from dashboard.pages.believe.showing import cells, frame, marks, measure
from dashboard.state.history import History
from dashboard.state.view import View
from experiments.believing.asked import MEASURE
from experiments.believing.assumption import choices
from experiments.comparing.course import load_course
from experiments.comparing.question import Question
from experiments.comparing.reported import reported
from experiments.showing.language import LANGUAGES, Lang

HOSTILE = [
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "=1+1",
    "",
    "x" * 5000,
    "nan",
    "1e999",
    None,
    7,
    [],
    {},
    True,
]


def desk_with(question: Question | None = None, lang: Lang = "en", **options: str) -> Desk:
    given = MappingProxyType({f"believe.{key}": value for key, value in options.items()})
    return Desk(View("believe", lang, question=question or Question(), options=given), "a tab", History())


def test_it_begins_with_the_pair_that_matters_most() -> None:
    found = chosen(desk_with())
    assert (found.first, found.second) == ("gate-and-shared-target", "sales-commission")
    assert (found.across, found.up, found.measure) == ("problems_per_customer", "meaning", MEASURE)
    assert found.asked is not None
    assert found.mistake == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_is_declared_can_be_chosen(lang: Lang) -> None:
    words = {key: WORDS.all[key][lang] for key in WORDS.all}
    groups = choices_of(desk_with(lang=lang), words)
    sent = {name: [value for _, rows in groups[name] for value, _ in rows] for name in SELECTS}
    courses = [load_course(name) for name in both(desk_with())]
    assert sent["across"] == sent["up"] == [each.name for each in choices(courses)]
    assert "gate-and-shared-target:manager.2.threshold" in sent["up"]
    assert sorted(sent["measure"]) == sorted(reported())
    assert sent["first"] == course_ids(desk_with())
    assert all(text.strip() for name in SELECTS for _, rows in groups[name] for _, text in rows)


@pytest.mark.parametrize("bad", [each for each in HOSTILE if isinstance(each, str)])
def test_an_address_that_says_nonsense_leaves_the_default_or_is_refused_in_words(bad: str) -> None:
    options = dict.fromkeys((*SELECTS, *ENDS), bad)
    found = chosen(desk_with(**options))
    assert isinstance(found, Chosen)
    assert found.asked is not None
    assert (found.across, found.window) == ("problems_per_customer", "last_quarter")


def test_a_question_that_has_no_map_is_said() -> None:
    assert "two different assumptions" in chosen(desk_with(up="problems_per_customer")).mistake
    assert "is no range of it" in chosen(desk_with(up_low="5", up_high="1")).mistake
    assert "given twice" in chosen(desk_with(first="fair-salary", second="fair-salary")).mistake
    assert "million weeks" in chosen(desk_with(Question(scenario="conglomerate", weeks=520))).mistake


@pytest.mark.parametrize("bad", HOSTILE)
def test_a_hostile_browser_changes_nothing(bad: object) -> None:
    groups = choices_of(desk_with(), {key: key for key in WORDS.all})
    assert changes_of(bad, groups) == {}
    assert changes_of([bad, bad], groups) == {}
    assert changes_of(["first", bad], groups) == {}
    assert changes_of([bad, "meaning"], groups) == {}
    if bad != "":
        assert changes_of(["up_low", bad], groups) == {}


def test_another_assumption_takes_its_range_along() -> None:
    groups = choices_of(desk_with(), {key: key for key in WORDS.all})
    assert changes_of(["up", "triage"], groups) == {
        "believe.up": "triage", "believe.up_low": None, "believe.up_high": None,
    }  # fmt: skip
    assert changes_of(["up_low", " 0,5 "], groups) == {"believe.up_low": "0,5"}
    assert changes_of(["up_low", " "], groups) == {"believe.up_low": None}
    assert [number_in(text) for text in ("0,5", "0.5", "a", "inf")] == [0.5, 0.5, None, None]


def test_a_number_of_a_contract_is_set_in_the_question_and_goes_when_its_policy_goes() -> None:
    threshold = "gate-and-shared-target:manager.2.threshold"
    desk = desk_with(across=threshold, across_low="0.1", across_high="1.1")
    asked = chosen(desk).asked
    assert asked is not None
    there = with_point(desk.question, asked, (0, 0))
    assert dict(there.settings)[threshold] == "0.1"
    assert there.of_courses[1] == asked.courses_at((0, 0))[0]
    (mark, *_) = marks(asked)
    assert mark["kinds"] == ["default", "calibrated", "own"]
    other = chosen(desk_with(across=threshold, across_low="0.1", across_high="1.1", first="fair-salary"))
    assert (other.across, other.ends) == ("problems_per_customer", {})


def test_going_to_a_point_sets_both_assumptions_and_keeps_both_policies() -> None:
    desk = desk_with(second="fair-salary")
    asked = chosen(desk).asked
    assert asked is not None
    there = with_point(desk.question, asked, (32, 0))
    assert dict(there.settings) == {"problems.problems_per_customer": "0.2", "choice.meaning": "0.0"}
    assert there.policies == (*desk.question.policies, "fair-salary")
    assert there.of_scenario == asked.scenario_at((32, 0))
    full = Question(policies=("sales-commission", "desk-clearing", "half-commission", "profit-focus"))
    asked = chosen(desk_with(full, first="gate-and-shared-target", second="fair-salary")).asked
    assert asked is not None
    assert with_point(full, asked, (0, 0)).policies == ("fair-salary", "gate-and-shared-target")


def test_companies_at_one_place_share_a_mark_and_others_may_lie_off_the_map() -> None:
    asked = chosen(desk_with()).asked
    assert asked is not None
    (mark,) = marks(asked)
    assert mark["kinds"] == ["default", "calibrated", "own"]
    moved = chosen(desk_with(Question(settings=(("choice.meaning", "2"),)))).asked
    assert moved is not None
    assert [(each["kinds"], each["inside"]) for each in marks(moved)] == [
        (["default", "calibrated"], True),
        (["own"], False),
    ]
    calibrated = chosen(desk_with(across="duty")).asked
    assert calibrated is not None
    assert [each["kinds"] for each in marks(calibrated)] == [["default", "own"], ["calibrated"]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["satisfaction", "profit", "return_share", "effort"])
def test_a_map_that_is_not_there_yet_can_be_shown(lang: Lang, name: str) -> None:
    desk = desk_with(lang=lang, measure=name)
    asked = chosen(desk).asked
    assert asked is not None
    around = frame(desk, asked)
    assert len(around["across"]["texts"]) == asked.steps.finest + 1
    assert cells(None)["rows"] == []
    assert measure(asked, None, lang)["money"] is (name == "profit")
