"""The map in a real browser: it draws itself, says what it found, and can be walked, stopped and taken along."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import PATIENCE, addressed, in_every_look
from playwright.sync_api import Page, expect

from experiments.believing.asked import Asked
from experiments.believing.belief_map import BeliefMap
from experiments.believing.drawing import draw
from experiments.believing.saying import says
from experiments.comparing.question import Question
from experiments.showing.language import LANGUAGES, Lang

QUICK = Question(scenario="small-shop", weeks=6, settings=(("run.warmup_weeks", "3"),))
ADDRESS = "/believe?scenario=small-shop&set=run.warmup_weeks%3D3&weeks=6&v=1"
SLOW = "/believe?weeks=200&v=1"


def drawn_on(page: Page) -> Page:
    """The page when the map is done."""
    page.wait_for_selector(".belief-head progress", state="detached", timeout=PATIENCE)
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_says_what_the_program_says(
    open_page: Callable[..., Page],
    violations: Callable[[Page], list[str]],
    keep_picture: Callable[[Page, str], Path],
    lang: Lang,
) -> None:
    page = drawn_on(open_page(f"{ADDRESS}&lang={lang}"))
    found = found_by_the_program()
    expect(page.locator(".belief-finding")).to_have_text(says(found, lang))
    assert page.locator(".belief figure > svg circle[r='1.7']").count() == len(found.points)
    for look in in_every_look(page):
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), look
        assert violations(page) == [], look
        keep_picture(page, f"believe-{lang}-{look}")


@cache
def found_by_the_program() -> BeliefMap:
    """The map of QUICK, without the dashboard."""
    asked = Asked.about(
        QUICK.of_scenario, "gate-and-shared-target", "sales-commission", "problems_per_customer", "meaning"
    )
    return draw(Asked(**{name: getattr(asked, name) for name in asked.__slots__} | {"weeks": 6}))


def test_a_point_is_read_by_keyboard_and_taken_to_compare(open_page: Callable[..., Page]) -> None:
    page = drawn_on(open_page(ADDRESS))
    across, up = page.locator(".belief .here input[type=range]").all()
    across.focus()
    page.keyboard.press("End")
    up.focus()
    page.keyboard.press("Home")
    expect(page.locator(".belief .read")).to_contain_text("futures")
    page.get_by_role("button", name="Compare the policies here (0.2; 0)").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/")
    assert set(parse_qs(urlsplit(page.url).query)["set"]) >= {
        "problems.problems_per_customer=0.2",
        "choice.meaning=0.0",
    }


def test_it_can_be_stopped_and_gone_on_with(open_page: Callable[..., Page]) -> None:
    page = open_page(SLOW)
    page.wait_for_selector(".belief figure circle[r='1.7']", timeout=PATIENCE)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".belief-progress")).to_contain_text("Stopped")
    before = page.locator(".belief figure circle[r='1.7']").count()
    page.get_by_role("button", name="Go on").click()
    page.wait_for_function(
        f"document.querySelectorAll(\".belief figure circle[r='1.7']\").length > {before}", timeout=PATIENCE
    )


def test_choices_stand_in_the_address_and_come_back(open_page: Callable[..., Page]) -> None:
    page = open_page(ADDRESS)
    page.get_by_label("beat").select_option("fair-salary")
    addressed(page, "believe.second=fair-salary")
    page.locator("fieldset").nth(1).get_by_label("to").fill("1,5")
    page.keyboard.press("Tab")
    addressed(page, "believe.up_high=1,5")
    page.reload()
    expect(page.get_by_label("beat")).to_have_value("fair-salary")
    expect(page.locator("fieldset").nth(1).get_by_label("to")).to_have_value("1,5")


def test_what_cannot_be_drawn_is_said_and_markup_is_text(open_page: Callable[..., Page]) -> None:
    page = open_page(ADDRESS + "&believe.up_low=9&believe.measure=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(page.get_by_role("alert")).to_contain_text("choice.meaning: from 9 to 0.8 is no range of it")
    assert page.locator("img[src=x]").count() == 0


def test_data_and_pictures_can_be_taken_along(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = drawn_on(open_page(ADDRESS))
    for button, name, start in (
        ("Data (CSV)", "beliefs.csv", b"problems_per_customer,meaning,verdict"),
        ("Picture (SVG)", "beliefs.svg", b"<svg"),
        ("Picture (PNG)", "beliefs.png", b"\x89PNG"),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button).click()
        assert waiting.value.suggested_filename == name
        waiting.value.save_as(tmp_path / name)
        content = (tmp_path / name).read_bytes()
        assert content.startswith(start)
        assert b"var(--" not in content
