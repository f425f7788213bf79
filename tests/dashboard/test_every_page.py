"""What holds for every page: it opens without a network, in both languages, by day and by night, wide and narrow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import NARROW, WIDE, drawn
from playwright.sync_api import Page

from dashboard.pages.facts import PageFacts, pages

QUICK = "weeks=14&replicates=2"
TITLED = "([lang, title]) => document.documentElement.lang === lang && document.title.includes(title)"

FINGER = 39
"""Pixels that a control must be wide and high to be hit by a finger, but for rounding."""
TOO_SMALL = """(least) => [...document.querySelectorAll(".shell button, .shell .theme, .page button, .page select")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])
  .filter(([box]) => box.width && (box.width < least || box.height < least)).map(([, text]) => text)"""
ERASED = """async () => {
  const erased = [];
  for (const field of document.querySelectorAll(".page input, .page textarea")) {
    if (field.disabled || ["checkbox", "radio", "file"].includes(field.type)) continue;
    const typed = field.type === "range" ? (field.value === field.min ? field.max : field.min) : "7531";
    field.focus();
    field.value = typed;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (let above = field; above; above = above.parentElement) if (above.__vue__) above.__vue__.$forceUpdate();
    await new Promise((done) => setTimeout(done));
    if (field.value !== typed) erased.push(field.outerHTML.slice(0, 160));
  }
  return erased;
}"""
"""Types into every field, draws everything around it anew, as an answer does, and tells what did not stay."""


@pytest.mark.parametrize("facts", pages(), ids=lambda page: page.name)
def test_it_opens_whole_and_is_accessible(
    open_page: Callable[..., Page],
    violations: Callable[[Page], list[str]],
    keep_picture: Callable[[Page, str], Path],
    facts: PageFacts,
) -> None:
    # Fails if a file is missing, or another host is asked. A page with a long map is not waited for.
    page = open_page(f"/{facts.path}?{QUICK}", until=drawn, viewport=WIDE, color_scheme="light")
    for lang, size, colours in (("en", WIDE, "light"), ("nl", NARROW, "dark")):
        if lang == "nl":
            page.get_by_role("button", name="Nederlands").click()
            page.emulate_media(color_scheme=colours)
            page.set_viewport_size(size)
        page.wait_for_function(TITLED, arg=[lang, facts.words.say("title", lang)])
        drawn(page)
        keep_picture(page, f"{facts.name}-{lang}")
        assert page.locator("h1").count() == 1, lang
        assert "runs on Solara" not in page.inner_text("body")
        assert violations(page) == [], lang
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window"
    assert page.evaluate(TOO_SMALL, FINGER) == [], "a finger misses it"
    assert page.evaluate(ERASED) == [], "an answer that comes while somebody types erases it"
