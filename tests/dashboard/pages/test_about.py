"""The page About: its figures are those of documents and declarations; it serves eye, ear and keyboard."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from browsing import in_every_look
from playwright.sync_api import Page

from dashboard.pages.about import PAGE
from dashboard.pages.about.drawings import drawn_words
from dashboard.pages.about.glossary import MEASURED, glossary
from dashboard.pages.about.page import CHAPTERS, DRAWN
from dashboard.pages.about.telling import WORDS, evidence, limits, load_lines, load_paragraphs, policy_name
from experiments.evidence import documents
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import number
from sim.parameters import declared
from sim.records.measures import MEASURES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_of_the_documents_has_words(lang: Lang) -> None:
    told = evidence(lang)
    assert [row["id"] for row in told["verdicts"]["rows"]] == list(documents.verdicts())
    assert len(told["fits"]) == len(documents.fitted())
    conclusions = {each.conclusion for each in documents.conclusions()}
    named = {key.removeprefix("firm ") for key in WORDS.all if key.startswith("firm ")}
    assert named <= conclusions, "words for a conclusion that nobody draws"
    assert len(told["firm"]) == len(named)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_strength_is_counted_from_the_declarations(lang: Lang) -> None:
    told = evidence(lang)["numbers"]
    count = Counter(row.evidence for row in declared())
    assert sorted(bar["count"] for bar in told["bars"]) == sorted(count.values())
    assert sum(bar["share"] for bar in told["bars"]) == pytest.approx(1.0)
    assert {str(len(declared())), str(count["assumption"])} <= set(re.findall(r"\d+", told["said"]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_limits_tell_the_figures_of_the_documents(lang: Lang) -> None:
    text = " ".join(card["text"] for card in limits(lang))
    usual = documents.loads()[1.0]
    for policy in ("gate-and-shared-target", "fair-salary"):
        assert policy_name(policy, lang) in text
        assert number(usual[policy]["avoidable hand-offs"], 2, lang) in text
    for each in documents.reach():
        if each.measure == "Silo index":
            assert f"{number(100 * each.safe, 0, lang)} %" in text
            assert f"{number(100 * each.hopeless, 0, lang)} %" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_order_of_policies_is_said_to_change_only_if_it_does(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [policy_name("gate-and-shared-target", lang), policy_name("fair-salary", lang)]
    assert all(name in load_paragraphs(lang)[0] for name in names)
    lines = load_lines(lang)
    assert lines["loads"] == sorted(documents.loads())
    assert len({line["dash"] for line in lines["lines"]}) == len({line["letter"] for line in lines["lines"]}) == 3
    same = {load: documents.loads()[1.0] for load in (0.5, 1.0, 2.0)}
    monkeypatch.setattr(documents, "loads", lambda: same)
    assert not any(name in load_paragraphs(lang)[0] for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_the_documents_the_page_tells_the_rest_and_says_so(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_page", lambda name: "")
    told = evidence(lang)
    assert told["absent"]
    assert told["numbers"]["bars"]
    assert told["firm"] == told["verdicts"]["rows"] == told["fits"] == []
    assert told["checked"] == ""
    assert len(limits(lang)) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_explains_each_word_once_by_alphabet(lang: Lang) -> None:
    terms = [each["term"].casefold() for each in glossary(lang)]
    assert terms == sorted(set(terms))
    readings = {MEASURES[name].reading_nl if lang == "nl" else MEASURES[name].reading for name in MEASURED}
    assert readings <= {each["means"] for each in glossary(lang)}


def test_every_drawing_is_told_to_who_cannot_see_it() -> None:
    for name in (*DRAWN, "loads"):
        told = drawn_words("nl")[f"{name}_told"]
        assert told.endswith(".")


# --------------------------------------------------------------------------------------------------- in a browser


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_all_chapters_and_figures(open_page: Callable[..., Page], lang: Lang) -> None:
    page = open_page(f"/{PAGE.path}?lang={lang}")
    heads = page.locator(".about-chapter h2").all_inner_texts()
    assert set(heads) >= {WORDS.say(key, lang) for key in CHAPTERS}
    assert page.locator("main h1, #main h1").count() == 1
    levels = [
        int(tag[1]) for tag in page.locator("#main :is(h1, h2, h3)").evaluate_all("found => found.map(e => e.tagName)")
    ]
    assert all(later - former <= 1 for former, later in pairwise(levels))
    text = page.locator("#main").inner_text()
    for row in evidence(lang)["verdicts"]["rows"]:
        assert row["title"] in text
    assert evidence(lang)["checked"] in text
    pictures = page.locator(".drawing svg[role=img]")
    assert pictures.count() == len(DRAWN) + 1
    assert all(label for label in pictures.evaluate_all("found => found.map(e => e.getAttribute('aria-label'))"))
    assert "{" not in text
    assert "undefined" not in text


def test_nothing_hinders_a_reader(
    open_page: Callable[..., Page], violations: Callable[[Page], list[str]],
    keep_picture: Callable[[Page, str], object],
) -> None:  # fmt: skip
    page = open_page(f"/{PAGE.path}?lang=nl")
    for look in in_every_look(page):
        assert violations(page) == [], look
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
        words_beyond = page.locator(".drawing svg").evaluate_all(
            """drawings => drawings.flatMap(svg => {
              const edge = svg.getBoundingClientRect();
              return [...svg.querySelectorAll("text")].filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < edge.left - 2 || box.right > edge.right + 2;
              }).map(text => text.textContent);
            })"""
        )
        assert words_beyond == [], look
        keep_picture(page, f"about-nl-{look}")


def test_a_jump_brings_the_keyboard_along(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/{PAGE.path}")
    before = page.url
    link = page.locator(".about-opening a").last
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'about-credits'")
    assert page.url == before
    page.wait_for_function(  # the page may still grow above it while its pictures are laid out
        "() => { const b = document.getElementById('about-credits').getBoundingClientRect();"
        " return b.top >= 0 && b.top < innerHeight; }"
    )


def test_the_figures_of_a_drawing_can_be_read_as_a_table(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/{PAGE.path}?lang=nl")
    page.locator(".drawing summary").click()
    cells = page.locator(".drawing td").all_inner_texts()
    loads = documents.loads()
    policies = ("sales-commission", "gate-and-shared-target", "fair-salary")
    expected = [
        number(loads[load][policy]["avoidable hand-offs"], 2, "nl") for load in sorted(loads) for policy in policies
    ]
    assert cells == expected
