"""The page of `make run`: complete in both languages, on its own, readable by all, and true to the numbers."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.catalogue import load_scenario
from experiments.cli.demo import HERO, PAGE, PICTURE, POLICIES, write
from experiments.comparing.compare import compare
from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import headline
from experiments.comparing.intervals import Difference, in_futures, judgement
from experiments.comparing.reported import label_of, reported
from experiments.comparing.side_by_side import window_name
from experiments.comparing.windows import Window
from experiments.page import gallery, opening, rivals, sentences
from experiments.page.page import render
from experiments.page.receipts import receipts, standings
from experiments.page.tables import change_table
from experiments.page.words import WORDS, say
from experiments.showing.heights import Span, set_apart
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import money, number, shown
from sim.company.file import scenario_with
from sim.company.organisation import people_in
from sim.company.scenario import Company
from sim.receipt import in_reach

VOID = {"meta", "link", "br", "hr", "img", "input"}
FUTURES = 3


@pytest.fixture(scope="module")
def found() -> Comparison:
    """The five policies of the page, in a small company, for a short while."""
    scenario = scenario_with(load_scenario("small-shop"), {"run.warmup_weeks": "6"})
    return compare(scenario, POLICIES, replicates=FUTURES, weeks=9)


@pytest.fixture(scope="module")
def html(found: Comparison) -> str:
    """The page that shows them."""
    return render(found, HERO, "en")


class Outline(HTMLParser):
    """What is needed of a page: that tags close, its elements with attributes, and its text by language."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, list[str]] = {each: [] for each in LANGUAGES}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.elements.append((tag, known))
        if tag not in VOID:
            self.open.append((tag, known.get("lang", self.open[-1][1] if self.open else "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] in self.text and self.open[-1][0] not in ("style", "script"):
            self.text[self.open[-1][1]].append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Attributes of all elements of that tag."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    """Its outline."""
    return Outline(html)


# ------------------------------------------------------------------------------------------------------------ words


def test_no_word_is_there_that_nothing_says() -> None:
    folder = Path(gallery.__file__).parent
    sources = "".join(
        path.read_text() for path in [*folder.glob("*.py"), folder / "body.html", folder.parent / "cli" / "demo.py"]
    )
    stems = (
        "answer_",
        "passing_",
        "halves_",
        "rival_",
        "big_",
        "line_",
        "front_",
        "limit_",
        "speed_",
        "change_",
    )
    unused = [
        key for key in WORDS.all
        if f'"{key}"' not in sources and f"'{key}'" not in sources and f"w_{key}" not in sources
        and not key.startswith(stems)
    ]  # fmt: skip
    assert unused == []


# ----------------------------------------------------------------------------------------------------------- markup


def test_the_page_is_one_well_formed_file_in_both_languages(found: Comparison, html: str, outline: Outline) -> None:
    assert html.startswith("<!DOCTYPE html>")
    assert outline.open == []
    assert outline.all("html")[0]["lang"] == "en"
    assert "navigator" not in html  # it opens in the language that was asked for, not in the browser's
    assert [each["lang"] for each in outline.all("main")] == ["nl", "en"]  # the first shown stands last, for the style
    for lang in LANGUAGES:
        text = " ".join(outline.text[lang])
        assert opening.title(found, HERO, lang) in text
        assert found.scenario.name in opening.title(found, HERO, lang)
        assert say("limit_prediction", lang) in text
    assert "$" not in re.sub(r"<style>.*?</style>|<script>.*?</script>", "", html, flags=re.DOTALL)


def test_it_loads_nothing_from_anywhere(html: str, outline: Outline) -> None:
    without_names = html.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", re.sub(r"/\*.*?\*/", "", without_names, flags=re.DOTALL))
    assert not any(outline.all(tag) for tag in ("link", "img", "iframe", "object"))
    assert all("src" not in attributes for _, attributes in outline.elements)
    assert all(each["href"].startswith("#") for each in outline.all("a"))


def test_ids_are_unique_and_whatever_is_referred_to_exists(outline: Outline) -> None:
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    asked = [each["aria-labelledby"] for _, each in outline.elements if "aria-labelledby" in each]
    asked += [each["href"][1:] for each in outline.all("a")]
    assert asked
    assert set(asked) <= set(ids)


def test_a_screen_reader_finds_its_way(outline: Outline) -> None:
    headings = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert headings.count(1) == len(LANGUAGES)
    assert all(later - earlier <= 1 for earlier, later in pairwise(headings))
    for picture in outline.all("svg"):
        assert picture.get("aria-hidden") == "true" or (picture["role"] == "img" and len(picture["aria-label"]) > 40)
    assert all(each.get("scope") in ("col", "row", "colgroup") for each in outline.all("th"))
    regions = [each for _, each in outline.elements if each.get("role") == "region"]
    assert regions
    assert all(each["aria-label"] and each["tabindex"] == "0" for each in regions)


def test_colour_is_never_the_only_sign(html: str) -> None:
    for mark in ("A Sales commission", "D Gate and shared target", "stroke-dasharray"):
        assert mark in html


# ---------------------------------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("window", ["week6", "last_quarter"])
def test_the_table_says_what_the_comparison_says(found: Comparison, html: str, lang: Lang, window: Window) -> None:
    summary, paired = found.summary(), found.paired()
    start = html.index(f"<caption>{window_name(window, lang)}</caption>")
    table = html[start : html.index("</table>", start)]
    rows = {row.split("<")[0].strip(): row for row in table.split('<tr><th scope="row">')[1:]}
    for name in ("silo_index", "satisfaction", "profit", "table_share"):
        row = rows[label_of(name, lang)]
        cells = re.findall(r"<td>(.*?)</td>", row)
        assert len(cells) == len(POLICIES)
        scale = max(abs(summary[policy][window][name].mean) for policy in POLICIES)
        for policy, cell in zip(POLICIES, cells, strict=True):
            assert cell.startswith(shown(summary[policy][window][name].mean, reported()[name].unit, scale, lang))
            if policy in paired and (apart := paired[policy][window][name]).clear:
                count = apart.higher_in if apart.mean > 0 else apart.lower_in
                assert in_futures(count, FUTURES, lang) in cell


def test_the_receipts_have_the_prices_of_the_model(found: Comparison, html: str) -> None:
    sales, fair = receipts(found)[0], receipts(found)[-1]
    assert money(dict(sales[1].lines)["hour"], 2, "nl") in html
    assert all(euro == 0 for each in fair for _, euro in each.lines)
    assert say("nothing", "en") in html
    assert f"<td>{money(fair[0].base, 0, 'nl')}</td>" in html
    assert sales[0].base + sales[0].variable == pytest.approx(fair[0].base, rel=0.02)  # both contracts promise as much


def test_standings_lie_around_the_start_of_the_contracts(found: Comparison, html: str) -> None:
    start = found.scenario.customers.satisfaction_start
    scores = standings(found)
    assert scores[0] < start < in_reach(found.scenario) < scores[-1] <= 10.0
    assert all(f'<th scope="col">{number(score, 1, "en")}</th>' in html for score in scores)
    for lang, words in (
        ("en", "The contracts began at satisfaction"),
        ("nl", "De contracten begonnen bij tevredenheid"),
    ):
        assert f"{words} {number(start, 1, lang)}," in html
    top = found.scenario.with_parameters(satisfaction_start=9.5)
    assert standings(Comparison(top, found.courses, 1, found.rows)) == [9.1, 9.5, 9.9, 10.0]


def test_a_folder_with_everything_is_written_over_earlier_results(found: Comparison, tmp_path: Path) -> None:
    out = tmp_path / "found"
    found.write(out)
    page = write(found, out, HERO, "nl")
    assert page == out / PAGE
    assert '<html lang="nl"' in page.read_text(encoding="utf-8")
    assert (out / PICTURE).read_bytes().startswith(b"\x89PNG")
    assert {path.name for path in out.iterdir()} >= {"weekly.parquet", "runs.parquet", "comparison.json"}


def test_a_manager_counts_only_where_there_is_one(found: Comparison) -> None:
    without, with_managers = (
        found.scenario.model_copy(update={"company": Company(units=2, divisions=2, employees=5, managed=managed)})
        for managed in (False, True)
    )
    assert (people_in(without), people_in(with_managers)) == (20, 24)
    assert "in a company of 20 people" in render(Comparison(without, found.courses, 1, found.rows), HERO, "en")


def test_a_hero_that_was_not_compared_is_refused(found: Comparison) -> None:
    with pytest.raises(ValueError, match="not in this comparison"):
        render(found, "ranking-tournament")


# -------------------------------------------------------------------------------------------------------- sentences


@dataclass(frozen=True, eq=False)
class Told(Comparison):
    """A comparison with given numbers: every measure is the same, shape (policies, futures)."""

    values: np.ndarray

    def measures(self, window: Window) -> dict[str, np.ndarray]:
        return dict.fromkeys(reported(), self.values)


numbers = st.floats(0.0, 1.0, allow_nan=False).map(lambda value: round(value, 3))


@st.composite
def told(draw: st.DrawFn, found: Comparison) -> Told:
    """Any numbers; half of the time a policy is well apart from the first."""
    futures = draw(st.integers(1, 12))
    rows = [draw(st.lists(numbers, min_size=futures, max_size=futures)) for _ in POLICIES]
    shifts = [draw(st.sampled_from([0.0, 0.0, -1.0, 1.0])) for _ in POLICIES]
    return Told(found.scenario, found.courses, 1, found.rows, np.array(rows) + np.array(shifts)[:, None])


@given(st.data())
def test_the_answer_fits_the_sign_and_claims_nothing_when_undecided(found: Comparison, data: st.DataObject) -> None:
    case = data.draw(told(found))
    apart = sentences.between(case, HERO, POLICIES[0], "silo_index", "week6")
    english, dutch = (opening.claim(case, HERO, lang) for lang in LANGUAGES)
    claims = {
        "lower": ("yes" in english, "dit model wel:" in dutch), "higher": ("no:" in english, "dit model niet:" in dutch)
    }  # fmt: skip
    assert claims["lower"] == (apart.high < 0,) * 2
    assert claims["higher"] == (apart.low > 0,) * 2
    if apart.clear:
        count = apart.lower_in if apart.mean < 0 else apart.higher_in
        assert in_futures(count, apart.n) in english
        assert ("higher" in english) == (apart.mean > 0)
    else:
        assert re.search(r"no clear difference|no difference", english)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_price_belongs_to_the_answer(found: Comparison, html: str, lang: Lang) -> None:
    case = Comparison(found.scenario.model_copy(update={"name": opening.CASE}), found.courses, 1, found.rows)
    assert opening.title(case, HERO, lang) == say("title", lang)
    said = opening.more(case, HERO, lang)
    for measure in opening.PRICE:
        apart = sentences.between(case, HERO, POLICIES[0], measure, "last_quarter")
        assert label_of(measure, lang).lower() in said
        assert money(apart.mean, 0, lang, signed=True) in said
        assert label_of(measure, lang) in html  # a card of its own
    assert opening.more(found, HERO, lang) == ""  # any other comparison: the headline has it
    assert opening.answer(found, HERO, lang) == headline(found, POLICIES.index(HERO), lang)


@given(st.data())
def test_headings_claim_only_what_the_intervals_bear(found: Comparison, data: st.DataObject) -> None:
    case = data.draw(told(found))
    heading = sentences.passing(case, HERO, "en").heading
    apart = sentences.between(case, HERO, POLICIES[0], "avoidable_handoffs", "last_quarter")
    assert ("Fewer" in heading) == (apart.high < 0)
    assert ("More" in heading) == (apart.low > 0)
    halves = list(sentences.HALVES)
    both = all(sentences.between(case, HERO, half, "silo_index", "last_quarter").high < 0 for half in halves)
    assert (sentences.ablation(case, HERO, halves, "en").heading == say("halves_both", "en")) == both
    said = rivals.rival(case, HERO, rivals.WITHOUT_BONUS, "nl")
    ways = {
        judgement(
            sentences.between(case, rivals.WITHOUT_BONUS, HERO, measure, "last_quarter"), reported()[measure].better
        )
        for measure in rivals.SET_SIDE_BY_SIDE
    }
    assert ("Beter:" in said.text) == (1 in ways)
    assert ("Slechter:" in said.text) == (-1 in ways)
    assert ("Geen duidelijk verschil:" in said.text) == (0 in ways)
    assert ("ligt voor" in said.heading) == (1 in ways and -1 not in ways)
    assert ("ligt achter" in said.heading) == (-1 in ways and 1 not in ways)


def swinging(found: Comparison, heights: dict[str, float]) -> Comparison:
    """A year in which every measure steps down in week 5, and swings with the quarter by so much of the step."""

    class Made(Comparison):
        def weekly(self, measure: str) -> np.ndarray:
            after = np.arange(1, 53)
            rows = np.zeros((len(self.ids), FUTURES, 26 + 52))
            for place, course in enumerate(self.ids[1:], start=1):
                swing = heights.get(course, 0.0) * np.resize(np.linspace(-0.5, 0.5, 13), 52)
                rows[place, :, 26:] = -0.2 * ((after >= 5) + swing)
            return rows + 0.8

    rows = np.zeros((len(found.ids), FUTURES, 26 + 52), found.rows.dtype)
    scenario = scenario_with(found.scenario, {"run.warmup_weeks": "26"})
    return Made(scenario, found.courses, 1, rows)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_week_is_named_only_where_it_is_kept(found: Comparison, lang: Lang) -> None:
    kept = sentences.speed(swinging(found, {HERO: 0.4}), HERO, lang)
    assert re.search(r"week [456]\b", kept.text)
    assert "80" in kept.text  # the trough of the quarter: a fifth of the step is gone
    lost = sentences.speed(swinging(found, {HERO: 1.0}), HERO, lang)
    assert lost == (say("speed_none", lang), say("speed_swings", lang, hero=sentences.name_of(found, HERO, lang)))
    table = change_table(swinging(found, {HERO: 1.0}), lang)
    assert table.count(say("change_swings", lang)) == 1
    assert table.count(say("change_no_shift", lang)) == 1  # those who stay
    short = sentences.speed(found, HERO, lang)
    assert short.text == say("speed_too_short", lang)


def test_week_six_is_shown_with_the_same_week_of_the_last_quarter(found: Comparison) -> None:
    year = sentences.passing(swinging(found, {HERO: 0.4}), HERO, "en").text
    assert "in week 6 alone" in year
    assert "In week 45, the same week of the last quarter" in year
    assert "same week" not in sentences.passing(found, HERO, "en").text


def test_nothing_is_claimed_of_one_future_or_of_none() -> None:
    assert sentences.verdict(Difference(-0.3, float("nan"), float("nan"), 1, higher_in=0, lower_in=1)) == "unclear"
    assert sentences.verdict(Difference(*[float("nan")] * 3, 0, higher_in=0, lower_in=0)) == "undefined"


def test_a_run_too_short_for_week_six_says_so(found: Comparison) -> None:
    short = Comparison(found.scenario, found.courses, found.seed, found.rows[:, :, : found.warmup])
    assert opening.claim(short, HERO, "en") == say("answer_undefined", "en")


@given(st.lists(st.floats(0, 1), max_size=8), st.floats(0.01, 0.1))
def test_labels_keep_their_distance_and_their_order(places: list[float], gap: float) -> None:
    moved = set_apart(places, gap, Span(0.0, 1.0))
    order = sorted(range(len(places)), key=lambda each: (places[each], moved[each]))
    apart = np.diff(np.array(moved)[order])
    assert (apart >= gap - 1e-6).all()
    assert all(-1e-6 <= each <= 1 + 1e-6 for each in moved)
