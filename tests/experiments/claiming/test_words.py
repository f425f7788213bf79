"""What is said of a test says what was found, on the terminal, on the page and in the documentation."""

import json
import re
from html import escape
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from experiments.claiming import run as runs
from experiments.claiming.asked import Asked
from experiments.claiming.claims_in import claim_text
from experiments.claiming.page import page as documentation
from experiments.claiming.report import parts_of, report_of
from experiments.claiming.results import Results, results_in
from experiments.claiming.run import run
from experiments.claiming.saying import sentence, summary
from experiments.cli.app import app
from experiments.evidence.emergence.patterns import patterns
from experiments.reporting.parts import Picture, Table
from experiments.reporting.render import page
from experiments.showing.language import LANGUAGES
from experiments.showing.markdown import rows_under
from experiments.sweeping.engines import engine
from tests.experiments.claiming.made_up import TOLD, live

ROOT = Path(__file__).parents[3]
ASKED = Asked(draws=40, rules=("own", "imitation"), sizes=("small", "large"))


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "live_task", live)


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> Results:
    folder = tmp_path_factory.mktemp("claims") / "a"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "live_task", live)
        run(ASKED, folder, where=engine(1))
    return results_in(folder, ASKED)


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "160", "TERM": "dumb"}).invoke(app, ["claims", *words])


def test_a_sentence_counts_the_tests(found):
    assert sentence(found, "P1", 0, "en") == (
        "Holds in 2 of 4 tests, fails in 2, undecided in 0: right in 0 % to 100 % of the draws, least often by "
        "imitation in small."
    )
    assert sentence(found, "P1", 1, "en").startswith("Fails in all 4 tests: right in 50 % of the draws.")
    assert sentence(found, "P3", 0, "en") == "They surely differ in 4 of 4 tests; in the others it cannot be told."
    assert sentence(found, "P10", 0, "nl").startswith("Geldt in 2 van de 4 proeven, niet in 2, onbeslist in 0")
    assert summary(found, "en").startswith(
        "Of 5 claims, 1 hold by all rules in all companies that were lived, and 2 fail in all; 3 hold by the model's"
    )


def test_json_says_every_claim_with_its_figures(found):
    rows = found.as_json()["claims"]
    assert len(rows) == 4 * sum(map(len, TOLD.values()))
    first = rows[0]
    assert (first["pattern"], first["claim"], first["rule"], first["verdict"]) == ("P1", "Always right", "own", "holds")
    assert (first["right"], first["draws"]) == (ASKED.draws - 1, ASKED.draws - 1), "one is undefined"
    assert first["low"] < first["share"] == 1.0
    assert first["effect_low"] < first["effect"] < first["effect_high"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_stands_alone_and_escapes(found, lang):
    text = page(report_of(found, ["claims", "--out", "/home/ann/a"], lang))
    assert escape("Right in half of all draws, <b>") in text
    assert "draws, <b>" not in text
    assert not re.search(r'(?:src|href)="https?:', text)
    assert "/home/ann" not in text
    assert sum(isinstance(part, Table) for part in parts_of(found, lang)) == 2
    for part in parts_of(found, lang):
        if isinstance(part, Picture):
            assert part.words


def test_the_documentation_has_the_verdicts_of_json_and_no_date(found):
    text = documentation(found)
    rows = rows_under(text, "## Verdicts")
    told = {(row["pattern"], row["company"]): row["imitation"][0] for row in rows if row["pattern"]}
    marks = {"holds": "✔", "fails": "✘", "open": "?"}
    for each in found.as_json()["patterns"]:
        if each["rule"] == "imitation":
            name = f"{each['pattern']} {patterns()[each['pattern']].title}"
            assert told[name, each["size"]] == marks[each["verdict"]]
    assert documentation(found) == text
    assert not re.search(r"20\d\d-\d\d-\d\d", text)
    for several in TOLD.values():
        assert all(f"- {each.text}." in text for each in several)


def test_every_claim_has_its_dutch():
    """All claims of the patterns stand in the documentation, and none of them is left in English."""
    text = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    claims = [line.removeprefix("- ").partition(". *")[0] for line in text.splitlines() if re.match(r"- .*\. \*", line)]
    assert len(claims) > 80
    english = r"\b(the|than|under|with|are|is (left|clearly)|without|fair|gate|share of|hand-offs|more|less)\b"
    for claim in claims:
        assert claim_text(claim, "en") == claim
        dutch = claim_text(claim, "nl")
        assert dutch != claim, claim
        assert not re.search(english, dutch), dutch
        assert [*re.findall(r"\d+", dutch)] == [*re.findall(r"\d+", claim)], dutch


def test_every_pattern_has_a_name_in_both_languages():
    from experiments.claiming.saying import say

    for name, pattern in patterns().items():
        assert say(name, "en") == pattern.title
        assert say(name, "nl") != pattern.title


def test_the_command_lives_prints_and_goes_on(tmp_path):
    out = str(tmp_path / "a")
    done = siloscope("--out", out, "--draws", "30", "--size", "small", "--workers", "1", "--pattern", "p1")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a" / "report.html").is_file()
    assert "Always right" in done.stdout
    assert "Somewhere right" not in done.stdout
    printed = siloscope("--out", out, "--draws", "30", "--size", "small", "--print", "--json")
    assert printed.exit_code == 0
    assert {each["draws"] for each in json.loads(printed.stdout)["draws"]} == {30}
    dutch = siloscope("--out", out, "--print", "--lang", "nl", "--size", "small", "--draws", "30")
    assert "Geldt in" in dutch.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--draws", "5"), "--out FOLDER is needed"),
        (("--out", "a", "--rule", "imitate"), 'rule "imitate" is not known; did you mean "imitation"?'),
        (("--out", "a", "--size", "huge"), 'size "huge" is not known'),
        (("--out", "a", "--pattern", "P99"), "--pattern P99 is not known"),
        (("--out", "nowhere", "--print"), "nowhere: holds no test of the claims"),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    done = siloscope(*words)
    assert done.exit_code == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert said in line
    assert not list(tmp_path.iterdir())
