"""The workshop in a browser: compose, see, mend, save, download and open again, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import in_every_look
from playwright.sync_api import Page, expect

from experiments.comparing.question_file import packed
from experiments.showing.language import LANGUAGES, Lang
from sim.policies import load_policy
from sim.policies.reading import LARGEST, parse_policy, policy_to_toml

QUICK = "weeks=14&replicates=2"
SAID = {
    "en": ("This must be from −10 to 10.", "First put right", "Save and compare"),
    "nl": ("Dit moet van −10 tot 10 zijn.", "Zet eerst recht", "Bewaar en vergelijk"),
}
ENGLISH = ("threshold", "share", "salary", "scope", "period", "survey", "company", "customer", "whole")
"""Words that no Dutch page has."""


def _fill(page: Page, role: str, place: int, name: str, value: str) -> None:
    field = page.locator(f"#field-{role}-{place}-{name}")
    field.fill(value)
    field.press("Tab")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_contract_is_composed_mended_saved_and_found_again(
    open_page: Callable[..., Page], violations: Callable[[Page], list[str]], lang: Lang
) -> None:
    page = open_page(f"/workshop?lang={lang}&{QUICK}")
    wrong, first, save = SAID[lang]
    expect(page.locator(".outcome tbody tr")).to_have_count(6)
    _fill(page, "manager", 1, "threshold", "44")
    expect(page.locator(".composer .wrong")).to_have_text([wrong])
    expect(page.locator(".outcome")).to_contain_text(first)
    expect(page.locator(".bon")).to_have_count(0)
    assert violations(page) == []
    _fill(page, "manager", 1, "threshold", "0.8")
    expect(page.locator(".composer .wrong")).to_have_count(0)
    expect(page.locator(".bon")).to_have_count(1)
    page.get_by_role("button", name=save).click()
    page.wait_for_function("location.search.includes('contract=')")
    page.reload()
    expect(page.locator("#field-manager-1-threshold")).to_have_value("0.8")
    expect(page.locator(".composer .save")).to_contain_text("✓")
    if lang == "nl":
        text = page.locator(".page").inner_text().lower()
        assert [word for word in ENGLISH if f" {word} " in text] == []


def test_terms_are_added_moved_and_removed_and_the_receipt_follows(open_page: Callable[..., Page]) -> None:
    page = open_page(f"/workshop?policy=sales-commission&policy=fair-salary&{QUICK}")
    role = page.locator(".role-part").first
    headline = page.locator(".bon .role h4 small").first
    expect(headline).to_have_text("Nothing one does changes the pay")
    role.get_by_role("button", name="+ Rate").click()
    expect(headline).to_have_text("Paid for selling")
    role.get_by_role("button", name="+ Target").click()
    role.locator(".term").nth(1).get_by_label("About").select_option("satisfaction")
    role.get_by_role("button", name="Up: Target bonus").click()
    expect(role.locator(".term").first.locator("h3")).to_contain_text("Target bonus: satisfaction")
    role.get_by_role("button", name="Remove: Rate").click()
    expect(role.locator(".term")).to_have_count(1)
    page.get_by_role("button", name="One step back").click()
    expect(role.locator(".term")).to_have_count(2)


def test_a_contract_is_downloaded_and_opened(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page(f"/workshop?{QUICK}")
    page.locator(".names input").fill('<img src=x onerror="window.bad=1"> & "mine"')
    page.locator(".names input").press("Tab")
    expect(page.locator(".bon h3")).to_contain_text('<img src=x onerror="window.bad=1"> & "mine"')
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download TOML").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    policy = parse_policy(file.read_text(), "test")
    assert (file.stem, policy.name.en) == (policy.id, '<img src=x onerror="window.bad=1"> & "mine"')
    assert policy.manager == load_policy("gate-and-shared-target").manager
    file.write_text(policy_to_toml(load_policy("ranking-tournament")))
    page.locator("#upload").set_input_files(file)
    expect(page.locator(".role-part").first.locator("h3").first).to_contain_text("Ranking with prizes")
    assert page.evaluate("window.bad") is None


NO_CONTRACTS = {
    "binary": (b"\x00\x01\x02\xff", "no text"),
    "markup": (b"<script>window.bad = 1</script>", "line 1"),
    "huge": (b"x" * (LARGEST + 1), "too large"),
    "half": (b"[employee]\nterms = 1", "is missing"),
    "formula": (policy_to_toml(load_policy("fair-salary")).replace("1.15", '"=cmd()"').encode(), "must be a number"),
}


def test_what_is_no_contract_is_refused_in_words(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page(f"/workshop?{QUICK}")
    for name, (content, said) in NO_CONTRACTS.items():
        (tmp_path / name).write_bytes(content)
        page.locator("#upload").set_input_files(tmp_path / name)
        expect(page.locator(".composer .mistake"), name).to_contain_text(said)
        assert page.evaluate("window.bad") is None, name


def test_an_address_with_a_hostile_draft_begins_anew(open_page: Callable[..., Page]) -> None:
    hostile = packed('id = "<script>window.bad=1</script>"')
    page = open_page(f"/workshop?{QUICK}&workshop.draft={hostile}&workshop.against=__import__")
    expect(page.locator(".names input")).to_have_value("My Gate and shared target")
    assert page.evaluate("window.bad") is None


def test_pictures_to_look_at(open_page: Callable[..., Page], keep_picture: Callable[[Page, str], Path]) -> None:
    page = open_page(f"/workshop?lang=nl&{QUICK}")
    expect(page.locator(".outcome tbody tr")).to_have_count(6)
    for look in in_every_look(page):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
        assert keep_picture(page, f"workshop-nl-{look}").stat().st_size > 10_000
