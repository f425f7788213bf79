"""The first page in a real browser: its numbers are those of the command, and what is moved can be taken back."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import TWO_FRAMES, addressed, settle
from playwright.sync_api import Page
from typer.testing import CliRunner

from experiments.cli.app import app
from experiments.comparing.compare import compare
from experiments.comparing.question_file import pairs_of, query_text, question_of_query, question_to_query
from experiments.comparing.reported import HEADLINES
from experiments.comparing.windows import Window
from sim.policies import catalogue
from sim.policies.reading import policy_to_toml

SHORT = "scenario=small-shop&weeks=20&replicates=6"
LET_GO = """(each, at) => {
  each.value = at;
  each.dispatchEvent(new Event('input'));
  each.dispatchEvent(new Event('change'));
}"""
QUERY = f"{SHORT}&policy=sales-commission&policy=gate-and-shared-target&set=choice.meaning=0.5"


@pytest.mark.parametrize("window", ["week6", "last_quarter"])
def test_the_numbers_are_those_of_the_command(open_page: Callable[..., Page], window: Window) -> None:
    question = question_of_query(pairs_of(QUERY))
    found = json.loads(compare(question.of_scenario, question.of_courses, replicates=6, weeks=20).to_json())
    page = open_page(f"/?{QUERY}&compare.window={window}&lang=nl")
    page.locator(".all-numbers > summary").click()
    addressed(page, "compare.numbers=1")
    page.locator(".all-numbers tbody tr").first.wait_for()
    for measure in HEADLINES:
        cells = page.locator(f'.all-numbers tr[data-measure="{measure}"] td')
        for place, policy in enumerate(question.policies):
            shown = cells.nth(place).get_attribute("data-mean")
            expected = found["policies"][policy][window][measure]["mean"]
            assert (None if shown is None else float(shown)) == expected


@pytest.mark.parametrize("own", [False, True])
def test_the_copied_command_asks_the_same(
    open_page: Callable[..., Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: bool
) -> None:
    question = question_of_query(pairs_of(QUERY)).replace(replicates=2, weeks=5)
    if own:
        mine = policy_to_toml(catalogue()["fair-salary"]).replace('id = "fair-salary"', 'id = "mine"')
        question = question.replace(own_policies=(mine,), policies=("mine", "sales-commission"))
    page = open_page(f"/?{query_text(question_to_query(question))}")
    page.get_by_role("button", name="Copy command").click()
    if own:
        with page.expect_download() as coming:
            page.get_by_role("button", name="Save siloscope-question.toml").click()
        coming.value.save_as(tmp_path / coming.value.suggested_filename)
    command = page.evaluate("navigator.clipboard.readText()")
    page.locator(".all-numbers > summary").click()
    cell = page.locator('.all-numbers tr[data-measure="silo_index"] td').last
    shown = float(cell.get_attribute("data-mean") or "nan")
    monkeypatch.chdir(tmp_path)
    found = json.loads(CliRunner().invoke(app, [*shlex.split(command)[1:], "--json"]).stdout)
    assert found["policies"][question.policies[1]]["last_quarter"]["silo_index"]["mean"] == shown


def test_a_slider_changes_what_is_found_and_can_be_taken_back(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{SHORT}")
    before = page.locator(".findings h1").inner_text()
    slider = page.locator('.lever input[type="range"]:visible').first
    slider.focus()
    slider.press("End")
    addressed(page, "set=")
    after = page.locator(".findings h1").inner_text()
    assert after != before
    page.get_by_role("button", name="Undo", exact=True).click()
    addressed(page, without="set=")
    assert page.locator(".findings h1").inner_text() == before
    page.get_by_role("button", name="Redo", exact=True).click()
    addressed(page, "set=")
    assert page.locator(".findings h1").inner_text() == after
    page.reload()
    settle(page)
    assert page.locator(".findings h1").inner_text() == after


def test_policies_are_added_exchanged_and_removed(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{SHORT}")
    page.locator("#add").select_option("fair-salary")
    addressed(page, "policy=fair-salary")
    assert page.locator(".findings h1").inner_text().startswith("Fair salary")
    page.locator("#p1").select_option("desk-clearing")
    addressed(page, "policy=desk-clearing")
    page.get_by_role("button", name="Remove Fair salary").click()
    addressed(page, without="fair-salary")
    assert page.locator(".policy .letter").all_inner_texts() == ["A", "B"]


def test_differences_are_drawn_measures_chosen_and_a_baseline_pinned(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{SHORT}&lang=nl")
    page.get_by_role("button", name="Verschillen met A").click()
    addressed(page, "compare.apart=1")
    page.locator(".choose > summary").click()
    page.get_by_label("Net promoter score").check()
    addressed(page, "nps")
    page.get_by_role("button", name="Zet vast als ijkpunt").click()
    addressed(page, "pin=")
    labels = page.locator(".silo-chart").evaluate_all("charts => charts.map(each => each.getAttribute('aria-label'))")
    assert len(labels) == 8
    assert all("vastgezet" in label for label in labels)


def test_files_can_be_taken_along(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{QUERY}")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Data (CSV)").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert text.startswith("policy,replicate,week,")
    assert len(text.splitlines()) == 1 + 2 * 6 * (26 + 20)


def test_what_stands_in_an_address_is_text(open_page: Callable[..., Page]) -> None:
    page = open_page("/?policy=%3Cimg%20src=x%20onerror=alert(1)%3E&set=choice.meaning=%3Cscript%3E")
    said = page.locator(".mistake").inner_text()
    assert "<img src=x onerror=alert(1)" in said
    assert page.locator("img").count() == 0


def test_a_slider_that_is_held_is_only_tried(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{SHORT}")
    before, address = page.locator(".findings h1").inner_text(), page.url
    slider = page.locator('.lever input[type="range"]:visible').first
    slider.evaluate("each => { each.value = 1000; each.dispatchEvent(new Event('input')); }")
    page.wait_for_function("before => document.querySelector('.findings h1').innerText !== before", arg=before)
    settle(page)
    assert page.url == address
    tried = page.locator(".findings h1").inner_text()
    slider.evaluate("each => each.dispatchEvent(new Event('change'))")
    page.wait_for_url("**set=**")
    settle(page)
    assert page.locator(".findings h1").inner_text() == tried


def test_where_a_slider_was_before_is_shown_without_the_server(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{SHORT}")
    slider = page.locator('.lever input[type="range"]:visible').first
    pictures = {}
    for at in ("1000", "200"):
        before = page.url
        slider.evaluate(LET_GO, at)
        page.wait_for_function("before => location.href !== before", arg=before)
        settle(page)
        pictures[at] = _picture(page)
    assert pictures["1000"] != pictures["200"]
    page.evaluate("WebSocket.prototype.send = () => {}")  # the server hears nothing any more
    for at in ("1000", "200", "1000"):
        slider.evaluate("(each, at) => { each.value = at; each.dispatchEvent(new Event('input')); }", at)
        page.evaluate(TWO_FRAMES)
        assert _picture(page) == pictures[at]


def _picture(page: Page) -> tuple[str, str | None]:
    """The sentence, and what the first chart says to those who cannot see it."""
    return page.locator(".findings h1").inner_text(), page.locator(".silo-chart").first.get_attribute("aria-label")


def test_the_sliders_of_two_levers_are_both_asked(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/?{SHORT}")
    sliders = page.locator('.lever input[type="range"]:visible')
    for place in (0, 1):
        sliders.nth(place).evaluate("""each => {
          each.value = 1000;
          each.dispatchEvent(new Event('input'));
          each.dispatchEvent(new Event('change'));
        }""")
    page.wait_for_function("location.search.split('set=').length === 3")
