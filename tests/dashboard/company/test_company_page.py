"""The page "Your company" in a real browser: shaped by mouse and keyboard, kept in the address, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import PATIENCE, settle
from playwright.sync_api import Page

from dashboard.state.view import read

type Open = Callable[..., Page]
type Names = list[str]

NASTY = "<img src=x onerror=document.title=1>"


def names(page: Page) -> Names:
    found: Names = page.locator(".shape-name").evaluate_all("fields => fields.map((field) => field.value)")
    return found


def company_of(page: Page) -> Names:
    page.wait_for_timeout(1)  # lets the browser tell of a new address
    path, _, query = page.url.partition("//")[2].partition("/")[2].partition("?")
    view = read(path, query)
    assert not view.mistake
    scenario = view.view.question.of_scenario
    return [name for unit in scenario.company.tree for name in (unit.name, *(d.name for d in unit.divisions))]


def until(page: Page, found: Callable[[], Names], wanted: Names) -> None:
    """Wait until the page says so: what a browser sends takes a moment to come back in its address."""
    for _ in range(PATIENCE // 100):
        if found()[: len(wanted)] == wanted:
            return
        page.wait_for_timeout(100)
    assert found()[: len(wanted)] == wanted


def test_a_company_is_shaped_by_hand_and_survives_a_reload(
    open_page: Open, violations: Callable[[Page], Names]
) -> None:
    page = open_page("/company")
    assert names(page)[:2] == ["Consumers", "Sales"]
    assert violations(page) == []

    # While one types, the picture follows; the address follows when the field is done.
    field = page.locator(".shape-row.division .shape-name").first
    field.fill(NASTY)
    page.wait_for_function("text => document.querySelector('.company-chart svg').textContent.includes(text)", arg=NASTY)
    assert "company=" not in page.url
    field.press("Tab")
    until(page, lambda: company_of(page), ["Consumers", NASTY])
    assert page.title() != "1"

    # By keyboard alone: add below, name, move, remove.
    field.press("Enter")
    settle(page)
    page.keyboard.type("Archive")
    page.keyboard.press("Alt+ArrowUp")
    settle(page)
    assert names(page)[:3] == ["Consumers", "Archive", NASTY]
    until(page, lambda: company_of(page), ["Consumers", "Archive", NASTY])
    assert page.evaluate("document.activeElement.value") == "Archive"
    page.keyboard.press("Alt+Delete")
    until(page, lambda: company_of(page), ["Consumers", NASTY])

    # What is wrong is told at the field and not taken over.
    count = page.locator(".shape-count input").first
    count.fill("0")
    count.press("Tab")
    page.wait_for_selector(".shape-wrong")
    assert page.locator(".shape-wrong").inner_text() == "A whole number from 1 to 100,000."
    count.fill("40")
    count.press("Tab")
    page.wait_for_selector(".shape-wrong", state="detached")
    settle(page)
    assert "100" in page.locator(".chart-totals").inner_text()  # 72 - 12 + 40

    page.reload()
    settle(page)
    assert names(page)[:2] == ["Consumers", NASTY]


def test_undo_brings_the_company_back_into_the_fields(open_page: Open) -> None:
    page = open_page("/company?scenario=small-shop&lang=nl")
    page.get_by_role("button", name="+ Unit", exact=True).click()
    assert names(page)[-2:] == ["Unit 1", "Afdeling 1"]
    page.wait_for_selector("button[aria-label='Ongedaan maken']:enabled")
    page.get_by_role("button", name="Ongedaan maken").click()
    page.wait_for_function("document.querySelectorAll('.shape-name').length === 4")
    assert names(page) == ["Shop", "Counter", "Web shop", "Repairs"]


def test_numbers_become_names_in_the_page_s_language(open_page: Open, violations: Callable[[Page], Names]) -> None:
    page = open_page(
        "/company?scenario=volvo-baseline&lang=nl", viewport={"width": 390, "height": 844}, color_scheme="dark"
    )
    assert violations(page) == []
    page.get_by_label("Units", exact=True).fill("1")
    page.get_by_label("Units", exact=True).press("Tab")
    settle(page)
    page.get_by_role("button", name="Geef ze namen").click()
    until(page, lambda: names(page), ["Unit 1", "Afdeling 1.1", "Afdeling 1.2", "Afdeling 1.3"])
    until(page, lambda: company_of(page), names(page))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_parameters_are_found_moved_and_put_back(open_page: Open, violations: Callable[[Page], Names]) -> None:
    page = open_page("/company")
    assert page.locator(".parameter").count() == 0
    page.get_by_label("Search").fill("trust")
    assert 0 < page.locator(".parameter").count() < 20
    assert violations(page) == []
    slider = page.locator(".parameter input[type=range]").first
    key = slider.get_attribute("id")
    slider.focus()
    slider.press("ArrowRight")
    page.wait_for_url(f"**set={key}**")
    page.get_by_label("Search").fill("")
    page.wait_for_function("document.querySelectorAll('.parameter').length === 1")
    page.locator(".parameter-exact input").fill("1e99")
    page.locator(".parameter-exact input").press("Tab")
    assert page.locator(".parameter .worse").count() == 1
    page.get_by_role("button", name="Back to the default").click()
    page.wait_for_url(lambda url: "set=" not in url)


@pytest.mark.parametrize(
    ("lang", "said", "why"),
    [
        ("en", "This file cannot be used", "problems.triage = 7 must be a number from 0 to 1 (chance) (line 3)"),
        ("nl", "Dit bestand is niet bruikbaar", "problems.triage = 7 moet een getal van 0 tot 1 (kans) zijn (regel 3)"),
    ],
)
def test_a_file_comes_in_and_goes_out(open_page: Open, tmp_path: Path, lang: str, said: str, why: str) -> None:
    page = open_page(f"/company?lang={lang}")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(f'name = "{NASTY}"\n[problems]\ntriage = 7\n', encoding="utf-8")
    page.set_input_files("input[type=file]", wrong)
    page.wait_for_selector(".company-mistake")
    assert said in page.locator(".company-mistake").inner_text()
    assert why in page.locator(".company-mistake").inner_text()
    wrong.write_text(f'name = "{NASTY}"\n[problems]\ntriage = 0.7\n[company]\nunits = 1\n', encoding="utf-8")
    page.set_input_files("input[type=file]", wrong)
    page.wait_for_function("document.querySelectorAll('.chart-frame').length === 1")
    settle(page)
    assert page.locator(".company-mistake").count() == 0
    assert page.locator(".parameter").count() == 1
    with page.expect_download() as download:
        page.locator(".company-files button").first.click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert "triage = 0.7" in saved
    assert "<" not in download.value.suggested_filename
