"""The page of receipts without a browser: the standing, what stands on a receipt, and the curves."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pages.receipt.bons import ALWAYS, bons, headline, told
from dashboard.pages.receipt.curves import charts, curves
from dashboard.pages.receipt.page import WORDS
from dashboard.pages.receipt.standing import jumps, moved, range_of, sliders, standing_of
from experiments.comparing.course import load_course
from experiments.comparing.tills import Standing, Tills
from experiments.page.receipts import price
from experiments.showing.language import LANGUAGES, Lang
from sim.company.scenario import Company, Scenario
from sim.policies import catalogue
from sim.policies.vocabulary import Role
from sim.receipt import in_reach, receipt
from sim.tables import PRICE_NAMES

SMALL = Scenario(name="small", company=Company(units=2, divisions=2, employees=4))
COURSES = tuple(map(load_course, catalogue()))
TILLS = Tills()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_receipt_says_what_the_model_pays(lang: Lang) -> None:
    standing = Standing(7.9, 0.9, 8)
    shown = told(COURSES, bons(TILLS, COURSES, SMALL, standing), WORDS, lang)
    assert [bon["name"] for bon in shown] == [getattr(course.name, lang) for course in COURSES]
    for bon, course in zip(shown, COURSES, strict=True):
        for role in bon["roles"]:
            one = receipt(course.first, SMALL, Role[role["role"].upper()], satisfaction=7.9, sales=0.9, week=8)
            assert _euro(role["total"]) == pytest.approx(_euro(role["base"]) + _euro(role["variable"]), abs=1.0)
            assert _euro(role["total"]) == pytest.approx(one.base + one.variable, abs=0.51)
            lines = {line["name"]: line for line in role["lines"]}
            assert set(ALWAYS) <= set(lines)
            for name, euro in one.lines:
                assert name in lines or euro == 0.0
                if name in lines:
                    assert lines[name]["each"] == price(euro, lang)
                    assert 0.0 <= lines[name]["bar"] <= 1.0


def test_the_headline_is_what_pays_best() -> None:
    for course in COURSES:
        for printed in bons(TILLS, (course,), SMALL, Standing(7.9))[0].pair:
            said, months = headline(printed, WORDS, "en"), dict(printed.a_month)
            best = max(months, key=lambda name: months[name])
            if months[best] < 0.5:
                assert said == WORDS.say("pays_nothing", "en")
            else:
                assert WORDS.say(f"for_{best}", "en") in said


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_everything_that_can_be_paid_for_has_words(name: str) -> None:
    for lang in LANGUAGES:
        assert WORDS.say(f"line_{name}", lang)
        assert WORDS.say(f"for_{name}", lang)


SENT = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.integers(), max_size=2)
)


@given(name=SENT | st.sampled_from(Standing._fields), value=SENT)
def test_whatever_a_browser_sends_the_standing_can_be(name: object, value: object) -> None:
    standing = moved(Standing(7.9), name, value, SMALL)
    for field in Standing._fields:
        low, high, _ = range_of(field, SMALL)
        assert low <= getattr(standing, field) <= high
    assert isinstance(standing.week, int)
    TILLS.at(COURSES[0].first, SMALL).receipts(standing)


@given(st.dictionaries(st.sampled_from(["receipt.satisfaction", "receipt.sales", "receipt.week"]), st.text(max_size=8)))
def test_whatever_an_address_says_there_is_a_standing(options: dict[str, str]) -> None:
    assert 0.0 <= standing_of(options, SMALL).satisfaction <= 10.0


def test_the_address_brings_the_standing_back() -> None:
    options = {"receipt.satisfaction": "8.3", "receipt.sales": "1.25", "receipt.week": "11"}
    assert standing_of(options, SMALL) == Standing(8.3, 1.25, 11)
    assert standing_of({}, SMALL) == Standing(round(in_reach(SMALL), 2), 1.0, 6)
    assert standing_of({"receipt.week": "99", "receipt.sales": "nan"}, SMALL) == standing_of(
        {"receipt.week": "12"}, SMALL
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sliders_hold_their_standing(lang: Lang) -> None:
    standing = Standing(8.3, 1.25, 11)
    shown: list[dict[str, Any]] = sliders(standing, SMALL, WORDS, lang)
    assert [each["value"] for each in shown] == list(standing)
    assert [each["shown"] for each in shown][:2] == (["8.3", "125 %"] if lang == "en" else ["8,3", "125 %"])
    assert all(each["low"] <= each["value"] <= each["high"] for each in shown)
    low, high, _ = range_of("satisfaction", SMALL)
    assert all(low <= each["satisfaction"] <= high for each in jumps(SMALL, WORDS, lang))  # type: ignore[operator]


def test_curves_come_one_after_the_other_and_stop_when_nobody_wants_them() -> None:
    first, second = curves(TILLS, COURSES[:2], SMALL, Standing(7.9), lambda: False, at_once=True)
    assert (first.over_weeks, second.over_scores) == (None, first.over_scores)
    assert list(curves(TILLS, COURSES[:2], SMALL, Standing(7.9), lambda: True, at_once=True)) == []
    assert list(curves(TILLS, COURSES[:2], SMALL, Standing(7.9), lambda: False, at_once=False)) == [second]
    drawn = charts(second, Role.MANAGER, Standing(7.9), COURSES[:2], WORDS, "nl")
    assert [chart["name"] for chart in drawn] == ["point_scores", "point_weeks", "hour_weeks"]
    for chart in drawn:
        for line in chart["lines"]:
            assert len(line["values"]) == len(chart["places"]) == len(line["cells"])
            assert max(line["values"]) <= chart["top"]
    half = charts(first, Role.EMPLOYEE, Standing(7.9), COURSES[:2], WORDS, "en")
    assert [len(chart["lines"]) for chart in half] == [2]


def _euro(text: str) -> float:
    """The number in an amount without decimals, in either language."""
    return float(re.sub(r"[^\d]", "", text)) * (-1.0 if "−" in text else 1.0)
