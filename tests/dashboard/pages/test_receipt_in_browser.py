"""The page of receipts in a browser: what it shows is what the command line says, live with the standing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import in_every_look
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from experiments.cli.app import app
from experiments.page.receipts import price
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import money

POLICIES = ("customer-scorecard", "desk-clearing")
QUERY = "&".join(f"policy={policy}" for policy in POLICIES)


def _said(policy: str, *standing: str) -> dict[str, dict[str, dict[str, float]]]:
    """What `siloscope receipt --json` says."""
    found = json.loads(CliRunner().invoke(app, ["receipt", policy, "--json", *standing]).stdout)
    return {"employee": found["employee"], "manager": found["manager"]}


def _slide(page: Page, name: str, value: float) -> None:
    """Move a slider as a hand does: with the keyboard's events."""
    page.locator(f"#stand-{name}").evaluate(
        """(slider, value) => {
          slider.value = value;
          for (const name of ["input", "change"]) slider.dispatchEvent(new Event(name));
        }""",
        value,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_receipts_say_what_the_command_line_says(
    open_page: Callable[..., Page], violations: Callable[[Page], list[str]], lang: Lang
) -> None:
    page = open_page(f"/receipt?lang={lang}&{QUERY}")
    expect(page.locator(".bon")).to_have_count(len(POLICIES))
    for place, policy in enumerate(POLICIES):
        bon, said = page.locator(".bon").nth(place), _said(policy)
        for part, role in enumerate(("manager", "employee")):
            paper = bon.locator(".role").nth(part)
            total = said[role]["base"] + said[role]["variable"]  # type: ignore[operator]
            assert paper.locator(".total td").inner_text() == money(total, 0, lang)
            each = {row[0]: row[1] for row in paper.locator(".more tr:not(.heads)").evaluate_all(
                "rows => rows.map(row => [row.dataset.line, row.querySelector('td').innerText])")}  # fmt: skip
            assert {"hour", "own_point", "help"} <= set(each)
            assert each == {name: price(said[role]["one_more"][name], lang) for name in each}
    assert violations(page) == []


def test_a_slider_reprints_the_receipts_and_the_address_remembers_it(open_page: Callable[..., Page]) -> None:
    page = open_page("/receipt?policy=own-satisfaction-target")
    zone = page.locator(".role").first.locator(".reach")
    for satisfaction, word in ((6.5, "hopeless"), (8.1, "in reach"), (9.9, "safe")):
        _slide(page, "satisfaction", satisfaction)
        expect(zone).to_contain_text(word)
        said = _said("own-satisfaction-target", "--satisfaction", str(satisfaction))
        expect(page.locator('.role tr[data-line="own_point"] td').first).to_have_text(
            price(said["manager"]["one_more"]["own_point"], "en")
        )
    _slide(page, "week", 11)
    expect(page.locator(".standing")).to_contain_text("week 12 of 13")
    page.wait_for_function("location.search.includes('receipt.week=11')")
    page.reload()
    expect(page.locator(".standing")).to_contain_text("week 12 of 13")
    expect(page.locator("#stand-satisfaction")).to_have_value("9.9")


def test_the_receipts_are_those_of_the_sliders_of_a_contract(open_page: Callable[..., Page]) -> None:
    setting = "own-satisfaction-target:manager.2.threshold=0.1"
    page = open_page(f"/receipt?policy=own-satisfaction-target&set={setting}")
    found = json.loads(CliRunner().invoke(app, ["receipt", POLICY, "--json", "--set", setting]).stdout)
    line = page.locator('.role tr[data-line="own_point"] td').first
    expect(line).to_have_text(price(found["manager"]["one_more"]["own_point"], "en"))
    assert found != json.loads(CliRunner().invoke(app, ["receipt", POLICY, "--json"]).stdout)


POLICY = "own-satisfaction-target"


def test_pictures_to_look_at(open_page: Callable[..., Page], keep_picture: Callable[[Page, str], Path]) -> None:
    page = open_page("/receipt?lang=nl")
    expect(page.locator(".when polyline").first).to_be_attached()
    for look in in_every_look(page):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
        assert keep_picture(page, f"receipt-nl-{look}").stat().st_size > 10_000
