"""The frame around every page, in a real browser: language, no network, and coming back when the connection is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from asking import ask
from browsing import Served, Tab, end_server, settle, start_server
from playwright.sync_api import Page

from dashboard.serving.words import say
from experiments.showing.language import LANGUAGES, Lang

STATE = "/?lang=nl&replicates=2&theme=dark&set=choice.meaning%3D0.4&v=1"
HAS_STATE = """() => document.documentElement.lang === "nl" && document.documentElement.dataset.theme === "dark"
  && location.search.includes("choice.meaning")"""


def test_what_is_not_installed_is_not_fetched(served: Served) -> None:
    # The server's process could not: see `served`, which also sees to it that it did not try.
    assert ask(served.address, "/_solara/cdn/no-such-package@1.0.0/x.js").status == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_in_for_a_page_speaks_its_language(served: Served, plain_page: Page, lang: Lang) -> None:
    plain_page.goto(f"{served.address}/?lang={lang}")
    assert say("no_script", "en") in plain_page.inner_text("body")
    assert say("no_script", "nl") in plain_page.inner_text("body")
    assert say("loading", lang) in plain_page.inner_text("#app")
    plain_page.goto(f"{served.address}/nothing?lang={lang}")
    assert plain_page.inner_text("h1") == say("missing_title", lang)


def test_a_cut_websocket_and_a_reload_leave_the_user_where_they_were(open_page: Callable[..., Page]) -> None:
    page = open_page(STATE)
    assert page.evaluate(HAS_STATE)
    page.evaluate("window.isSamePage = true; solara.debug.dropConnection()")
    page.wait_for_function("solara.debug.reconnectCount === 1")
    settle(page)
    assert page.evaluate("window.isSamePage")
    assert page.evaluate(HAS_STATE)
    page.reload()
    settle(page)
    assert page.evaluate(HAS_STATE)


def test_a_server_that_was_killed_and_started_again_leaves_the_user_where_they_were(
    tmp_path: Path, tab_of: Callable[..., Tab]
) -> None:
    first = start_server(tmp_path / "first", "--no-browser", "--port", "0")
    try:
        page = tab_of(first.address).page
        page.goto(first.address + STATE)
        settle(page)
        page.evaluate("window.isSamePage = true")
        first.process.kill()
        page.get_by_role("alertdialog").wait_for()
        assert say("away_title", "nl") in page.inner_text("[role=alertdialog]")
    finally:
        end_server(first)
    port = first.address.rpartition(":")[2]
    second = start_server(tmp_path / "second", "--no-browser", "--port", port)
    try:
        page.wait_for_function("!window.isSamePage")
        settle(page)
        assert page.evaluate(HAS_STATE)
        assert page.get_by_role("alertdialog").count() == 0
        assert second.stop() == 0
        page.get_by_role("alertdialog").wait_for()
    finally:
        end_server(second)
