"""Watch in a real browser: films play in lockstep, steps and keys work, problems and people explain themselves."""

import re
from collections.abc import Callable

from browsing import TWO_FRAMES, settle
from playwright.sync_api import Page, expect

from dashboard.state.view import View, address
from experiments.comparing.question import Question
from experiments.watching import Watching
from experiments.watching.film import Film, unpacked

WATCH = "/watch?watch.hour=115"
LOST = "() => document.querySelectorAll('.watch-films canvas').length"


def number_in(text: str) -> int:
    """The first whole number of a text."""
    found = re.search(r"\d+", text)
    assert found
    return int(found[0])


COUNT_MESSAGES = """() => {
  const send = WebSocket.prototype.send;
  window.sent = 0;
  WebSocket.prototype.send = function (message) { window.sent++; return send.call(this, message); };
}"""
FRAMES = """() => {
  const stage = document.querySelector('.watch-stage').__vue__, costs = [];
  for (let k = 0; k < 120; k++) {
    stage.hour = 100 + k / 15;
    const before = performance.now();
    stage.redraw();
    stage.scenes[0].g.getImageData(0, 0, 1, 1);  // waits until it is painted
    costs.push(performance.now() - before);
  }
  return costs.sort((a, b) => a - b);
}"""
HOUR = "Number(document.querySelector('.watch-strips input').value)"
UNTIL_TWELVE = f"""() => new Promise((done) => {{
  const seen = [];
  const look = () => {{
    const now = {HOUR};
    if (now !== seen[seen.length - 1]) seen.push(now);
    if (now >= 12) done(seen); else requestAnimationFrame(look);
  }};
  document.querySelector(".watch-play").click();
  look();
}})"""
"""Plays, and tells every hour that was shown on the way."""
TWO_HUNDRED = """
name = "two-hundred"
[[company.tree]]
name = "North"
divisions = [{ name = "N1", employees = 50 }, { name = "N2", employees = 50 }]
[[company.tree]]
name = "South"
divisions = [{ name = "S1", employees = 50 }, { name = "S2", employees = 50 }]
"""


def test_it_plays_and_pauses_without_the_server(open_page: Callable[..., Page]) -> None:
    page = open_page(WATCH, viewport={"width": 1440, "height": 1000})
    expect(page.locator(".watch-when")).to_have_text("Week 1, Friday 12:00")
    page.evaluate(COUNT_MESSAGES)
    page.click(".watch-play")
    page.wait_for_function(f"() => {HOUR} > 117")
    assert page.evaluate("window.sent") == 0
    page.click(".watch-play")
    expect(page.locator(".watch-when")).not_to_have_text("Week 1, Friday 12:00")
    paused = page.evaluate(HOUR)
    page.evaluate(TWO_FRAMES)
    assert page.evaluate(HOUR) == paused


def test_two_hundred_people_twice_are_painted_in_time_for_sixty_frames(open_page: Callable[..., Page]) -> None:
    view = View(page="watch", question=Question(own_scenario=TWO_HUNDRED, replicates=1))
    page = open_page(address(view), viewport={"width": 1440, "height": 1000})
    costs = page.evaluate(FRAMES)
    assert costs[len(costs) // 10] < 1000 / 60  # of a hundred the tenth: others may be at work here too


def test_steps_and_keys_go_to_whole_hours_days_and_weeks(open_page: Callable[..., Page]) -> None:
    page = open_page(WATCH, viewport={"width": 1440, "height": 1000})
    scrub = page.locator(".watch-strips input")
    scrub.focus()
    for key, hour in (("ArrowRight", 116), ("Shift+ArrowLeft", 108), ("PageDown", 148), ("End", 480), ("Home", 0)):
        page.keyboard.press(key)
        assert float(scrub.input_value()) == hour, key
    page.get_by_role("button", name="A week on").click()
    expect(page.locator(".watch-when")).to_have_text("Week 0, Monday 9:00")
    page.wait_for_function("() => location.search.includes('watch.hour=40')")


def test_the_words_on_the_page_are_those_of_the_film(open_page: Callable[..., Page]) -> None:
    page = open_page(WATCH + "&lang=nl", viewport={"width": 1440, "height": 1000})
    question = Question(replicates=20)
    films = Watching(question.of_scenario, question.of_courses, seed=question.with_seed).films
    canvases = page.locator(".watch-films canvas")
    for place, film in enumerate(films):
        label = canvases.nth(place).get_attribute("aria-label") or ""
        assert "vrijdag 12:00" in label
        assert f": {film_open(film, 115)} open problemen" in label
    shown = page.locator(".watch-lists details summary").first.inner_text()
    assert number_in(shown) == film_open(films[0], 115)


def film_open(film: Film, hour: int) -> int:
    """Open problems at an hour, of the film's own data."""
    return int(unpacked(film["open"], "<u2")[hour])


def test_a_problem_tells_its_story_and_a_person_their_reasons(
    open_page: Callable[..., Page], violations: Callable[[Page], list[str]]
) -> None:
    page = open_page(WATCH, viewport={"width": 1440, "height": 1000})
    page.select_option(".watch-lists select >> nth=1", "1")
    page.locator(".watch-lists .card").nth(1).locator(".watch-problems button").first.click()
    story = page.locator(".watch-story")
    expect(story.locator("li").first).to_be_visible()
    number = number_in(page.locator(".watch-problems button[aria-pressed=true]").inner_text())
    assert str(number) in story.locator("h2").inner_text()
    story.locator("li button").last.click()  # goes to that moment
    page.locator(".watch-people button").nth(1).click()
    reason = page.locator(".watch-reason")
    expect(reason.locator("h2")).to_have_text("Service 2")
    chances = [number_in(text) for text in reason.locator(".watch-option summary b").all_inner_texts()]
    assert 97 <= sum(chances) <= 103
    assert violations(page) == []
    reason.get_by_role("button", name="Close").click()
    expect(reason).to_have_count(0)


def test_a_click_on_a_figure_asks_that_person(open_page: Callable[..., Page]) -> None:
    page = open_page("/watch?watch.hour=3", viewport={"width": 1440, "height": 1000})
    page.wait_for_selector(".watch-films canvas")
    spot = page.evaluate("""() => {
      const stage = document.querySelector('.watch-stage').__vue__, scene = stage.scenes[0];
      return { x: scene.places.people[0], y: scene.places.people[1] };
    }""")
    page.locator(".watch-films canvas").first.click(position=spot)
    expect(page.locator(".watch-panel h2")).to_be_visible()


def test_who_wants_no_motion_gets_steps(open_page: Callable[..., Page]) -> None:
    page = open_page("/watch?watch.hour=10", viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    assert page.evaluate(UNTIL_TWELVE) == [10, 11, 12]


def test_hostile_options_and_names_stay_text(open_page: Callable[..., Page]) -> None:
    page = open_page(
        "/watch?watch.left=%3Cimg%20src%3Dx%3E&watch.hour=1e999&watch.from=99999&watch.future=-3",
        viewport={"width": 1440, "height": 1000},
    )
    assert page.evaluate(LOST) == 2
    page.evaluate("""() => { const stage = document.querySelector('.watch-stage').__vue__;
      stage.ask_story({ course: 9, problem: -1, hour: 'x' }); stage.ask_why('<script>'); stage.at(null); }""")
    settle(page)
    assert page.evaluate(LOST) == 2
    assert page.locator(".watch-panel img, .watch-setup img").count() == 0


def test_a_company_of_thousands_is_drawn_by_division(open_page: Callable[..., Page]) -> None:
    page = open_page("/watch?scenario=conglomerate", viewport={"width": 1440, "height": 1000})
    assert page.locator(".watch-lists").count() == 0
    assert "400" in page.inner_text(".watch-panel")
    page.click(".watch-play")
    page.wait_for_function(f"() => {HOUR} > 3.5")
