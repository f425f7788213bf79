"""What the eye expects of the frame and of pictures: one row of header, all pages in reach, files that stand alone."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import TWO_FRAMES, drawn
from playwright.sync_api import Page, expect

from dashboard.pages.facts import pages
from experiments.showing.language import LANGUAGES, Lang

ROW = 64
"""Pixels that one row of the header may be high."""


def height_of_header(page: Page) -> float:
    box = page.locator(".shell").bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_header_is_one_row_and_every_page_within_reach(open_page: Callable[..., Page], lang: Lang) -> None:
    page = open_page(f"/about?lang={lang}", until=drawn)
    links = page.locator("#menu a")
    for width, height in [(1920, 1080), (1440, 900), (1280, 720), (390, 844)]:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(TWO_FRAMES)
        assert height_of_header(page) <= ROW
        if width < 1200:  # under a button, for a keyboard too
            button = page.get_by_role("button", name="Menu")
            expect(links.first).to_be_hidden()
            button.press("Enter")
            expect(button).to_have_attribute("aria-expanded", "true")
            links.first.press("Escape")
            expect(links.first).to_be_hidden()
            expect(button).to_be_focused()
            button.press("Enter")
        assert [link for link in links.all() if not link.is_visible()] == []
        assert links.all_inner_texts() == [each.words.say("menu", lang) for each in pages()]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_colours_are_chosen_under_their_sign(open_page: Callable[..., Page]) -> None:
    page = open_page("/about", until=drawn, viewport={"width": 390, "height": 844})
    page.get_by_label("Colours").select_option("dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("view", ["matrix", "network"])
def test_the_silo_map_is_kept_as_a_picture(open_page: Callable[..., Page], tmp_path: Path, view: str) -> None:
    page = open_page(f"/silo-map?replicates=2&silo_map.view={view}", viewport={"width": 1440, "height": 1000})
    article = page.locator(".silo-pictures article").nth(1)
    for kind in ("svg", "png"):
        with page.expect_download() as kept:
            article.get_by_role("button", name=f"Save as {kind.upper()}").click()
        kept.value.save_as(tmp_path / kept.value.suggested_filename)
        assert kept.value.suggested_filename == f"siloscope-volley-{view}-after.{kind}"
    text = (tmp_path / f"siloscope-volley-{view}-after.svg").read_text(encoding="utf-8")
    words = "".join(ElementTree.fromstring(text).itertext())
    assert "Gate and shared target" in words
    assert all(name in words for name in ("Sales", "Service", "Billing", "Accounts", "Delivery", "Support"))
    assert "var(--" not in text
    assert "http://127" not in text
    assert (tmp_path / f"siloscope-volley-{view}-after.png").read_bytes().startswith(b"\x89PNG")


def test_the_charts_of_compare_are_kept_as_pictures(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page("/?replicates=2", viewport={"width": 1440, "height": 1000})
    for kind, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with page.expect_download() as kept:
            page.locator("figure.large").get_by_role("button", name=f"{kind.upper()}: Avoidable hand-offs").click()
        kept.value.save_as(tmp_path / kind)
        assert start in (tmp_path / kind).read_bytes()[:200]


def test_a_large_company_is_not_said_to_be_figures(open_page: Callable[..., Page]) -> None:
    page = open_page("/watch?scenario=conglomerate", viewport={"width": 1440, "height": 1000})
    said = page.inner_text(".watch-setup")
    assert "Every disc is a division" in said
    assert "figure" not in said


def test_on_paper_there_is_what_was_found_and_nothing_to_press(open_page: Callable[..., Page]) -> None:
    page = open_page("/?replicates=2", viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    expect(page.locator(".findings h1")).to_be_visible()
    expect(page.locator(".big-cards .card").first).to_be_visible()
    for hidden in (".shell nav", ".shell .tools", ".compare-levers", ".page .button"):
        assert [each for each in page.locator(hidden).all() if each.is_visible()] == []
