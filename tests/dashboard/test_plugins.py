"""What is added to the model appears in the dashboard without another edit: a parameter, a measure, a term, a policy.

The dashboard runs from a copy of the tree to which files were added, and interpreted: compiling a changed model takes a
minute, and ten people for five weeks need no compiler.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import PATIENCE, Served, Tab, drawn, end_server, settle, start_server
from playwright.sync_api import Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "sim"))

from plugins import add_a_measure, add_a_parameter, add_a_policy, add_a_term, copy_of_the_model

from experiments.showing.language import LANGUAGES, Lang

ROOT = Path(__file__).parents[2]
QUERY = "scenario=small-shop&set=run.warmup_weeks=2&weeks=3&replicates=1&policy=fair-salary"
START = """
import dashboard.serving.warm
dashboard.serving.warm.warm = lambda: None  # its twenty futures of a year are for compiled rules
from dashboard.__main__ import main
main()
"""
SAID = {
    "en": {
        "parameter": "A dummy", "means": "What a dummy means", "example": "0.2: little; 0.8: much", "unit": "share",
        "policy": "Dummy policy", "told": "Dummies are paid for their own sales", "measure": "A dummy measure",
        "reading": "How to read a dummy measure.", "term": "Dummy bonus", "pays": "Pays as a dummy pays.",
        "field": "Dummy share", "field means": "how much a dummy pays",
    },
    "nl": {
        "parameter": "Een proefpop", "means": "Wat een proefpop betekent", "example": "0,2: weinig; 0,8: veel",
        "unit": "aandeel", "policy": "Proefregel", "told": "Proefpoppen worden betaald voor hun eigen verkoop",
        "measure": "Een proefmaat", "reading": "Hoe men een proefmaat leest.", "term": "Proefbonus",
        "pays": "Betaalt zoals een proefpop betaalt.", "field": "Proefdeel",
        "field means": "hoeveel een proefpop betaalt",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def plugged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard of a tree to which one file of each sort, and a declaration, were added."""
    folder = tmp_path_factory.mktemp("plugged")
    sim = copy_of_the_model(folder)
    for room in ("experiments", "dashboard"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    add_a_parameter(sim)
    add_a_measure(sim)
    add_a_policy(sim, add_a_term(sim))
    (folder / "start.py").write_text(START, encoding="utf-8")
    server = start_server(
        folder / "log", "--no-browser", "--port", "0",
        program=(str(folder / "start.py"),), PYTHONPATH=str(folder), NUMBA_DISABLE_JIT="1",
    )  # fmt: skip
    yield server
    end_server(server)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_added_appears(plugged: Served, tab_of: Callable[..., Tab], lang: Lang) -> None:
    tab, said = tab_of(plugged.address), SAID[lang]

    def opened(path: str, query: str = "") -> Page:  # what only Compare shows is waited for there
        tab.page.goto(f"{plugged.address}/{path}?lang={lang}&{QUERY}&policy=dummy-policy{query}")
        return drawn(tab.page)

    page = settle(opened("", "&compare.numbers=1&compare.measures=dummy_measure"))
    lever = page.locator(".lever").filter(has=page.locator('[id="l-choice.dummy"]'))
    for name in ("parameter", "means", "example", "unit"):
        expect(lever).to_contain_text(said[name])
    assert page.locator("#p1 option:checked").inner_text() == said["policy"]
    expect(page.locator(".policies")).to_contain_text(said["told"])
    contract = page.locator('[id="l-dummy-policy:employee.1.share"]')
    expect(page.locator(".lever").filter(has=contract)).to_contain_text(said["field means"])
    expect(page.locator(".curves figure").first).to_contain_text(said["measure"])
    expect(page.locator(".curves figure").first).to_contain_text(said["reading"])
    expect(page.locator(".choose-list")).to_contain_text(said["measure"])
    expect(page.locator('.all-numbers tr[data-measure="dummy_measure"]')).to_contain_text(said["measure"])

    page = opened("company")
    page.get_by_role("searchbox").fill("choice.dummy")
    row = page.locator(".parameter").filter(has=page.locator('[id="choice.dummy"]'))
    for name in ("parameter", "means", "example", "unit"):
        expect(row).to_contain_text(said[name])
    expect(page.locator(".parameter-before select")).to_contain_text(said["policy"])

    page = opened("workshop")
    expect(page.locator(".composer .bar select")).to_contain_text(said["policy"])
    role = page.locator(".role-part").first
    count = role.locator(".term").count()
    role.get_by_role("button", name=f"+ {said['term']}").click()
    expect(role.locator(".term")).to_have_count(count + 1)
    added = role.locator(".term").last
    for name in ("term", "pays", "field", "field means"):
        expect(added).to_contain_text(said[name])

    for path in ("receipt", "watch", "silo-map"):
        expect(opened(path).locator("#main"), path).to_contain_text(said["policy"], timeout=PATIENCE)
    assert tab.trouble == []
