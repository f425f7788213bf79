"""The page Silo map: what is lived is kept, and what is shown equals what was counted."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from browsing import in_every_look
from playwright.sync_api import Page, expect

from dashboard.pages.silo_map.living import Maps, Wanted
from experiments.comparing.question import Question
from experiments.comparing.warmups import Stopped
from experiments.mapping import SiloMap, divisions_in, live_traffic, windows_of

SMALL = Question(scenario="small-shop", weeks=8)
FEW = "/silo-map?replicates=2"


def wanted(futures: int) -> Wanted:
    return Wanted(SMALL.of_scenario, SMALL.of_courses, SMALL.with_seed, 8, futures)


def test_a_map_sharpens_and_futures_are_lived_once() -> None:
    maps = Maps()
    with ThreadPoolExecutor(2) as lane:
        assert [found.futures for found in maps.sharpen(wanted(7), lane, lambda: False)] == [2, 6, 7]
        assert maps.lived == 7
        assert [found.futures for found in maps.sharpen(wanted(7), lane, lambda: False)] == [7]
        assert [found.futures for found in maps.sharpen(wanted(9), lane, lambda: False)] == [9]
        assert maps.lived == 9
        with pytest.raises(Stopped):
            list(Maps().sharpen(wanted(3), lane, lambda: True))


def counted(question: Question, futures: int) -> SiloMap:
    scenario, weeks = question.of_scenario, question.in_weeks
    found = SiloMap(divisions_in(scenario), windows_of(scenario, weeks))
    for n in range(futures):
        found.add(live_traffic(scenario, question.of_courses, seed=question.with_seed, replicate=n, weeks=weeks))
    return found


def test_the_matrix_on_the_page_is_what_was_counted(open_page: Callable[..., Page]) -> None:
    page = open_page(FEW, viewport={"width": 1440, "height": 1000})
    expect(page.locator(".silo-pictures article")).to_have_count(3)
    expect(page.get_by_role("status").last).to_have_text("Mean of 2 futures")
    found = counted(Question(), 2)
    for article, (course, window) in enumerate(((0, 0), (1, 2))):
        weekly = found.ties(course, window, "volley").weekly
        cells = page.locator(".silo-pictures article").nth(article).locator("tbody td:not(.sum)").all_inner_texts()
        shown = np.array([float(text or 0) for text in cells]).reshape(weekly.shape)
        np.testing.assert_allclose(shown, weekly, atol=0.051)


def test_kinds_policies_and_views_are_chosen_and_kept_in_the_address(
    open_page: Callable[..., Page], violations: Callable[[Page], list[str]]
) -> None:
    page = open_page(FEW + "&lang=nl", viewport={"width": 1440, "height": 1000})
    page.get_by_role("button", name="Hulp aan tafel").click()
    page.get_by_role("button", name="netwerk").click()
    expect(page.locator(".silo-network")).to_have_count(3)
    assert page.locator(".silo-network").first.locator("path.tie").count() == 30
    page.wait_for_function(
        "() => location.search.includes('silo_map.kind=help') && location.search.includes('silo_map.view=network')"
    )
    assert violations(page) == []
    page.reload()
    expect(page.locator(".silo-network")).to_have_count(3)
    assert "komt iemand helpen" in page.inner_text(".silo-pictures")


def test_every_number_can_be_read_on_its_shade(
    open_page: Callable[..., Page], violations: Callable[[Page], list[str]]
) -> None:
    page = open_page(FEW)
    expect(page.locator(".silo-matrix")).to_have_count(3)
    for look in in_every_look(page):
        assert violations(page) == [], look


def test_what_cannot_be_mapped_says_why_and_nonsense_is_ignored(open_page: Callable[..., Page]) -> None:
    page = open_page(
        FEW + "&silo_map.kind=%3Cb%3Ex&silo_map.course=77&set=run.warmup_weeks%3D0",
        viewport={"width": 1440, "height": 1000},
    )
    said = page.inner_text("#main")
    assert re.search("warmup_weeks|3", said)
    assert page.locator("#main b").count() == 0
    page = open_page(FEW + "&silo_map.kind=%3Cb%3Ex&silo_map.course=77", viewport={"width": 1440, "height": 1000})
    expect(page.locator(".silo-kinds .button[aria-pressed=true]").first).to_have_text("Volleys")
