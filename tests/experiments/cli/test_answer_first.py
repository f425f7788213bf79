"""The answer first: a sentence, one table that fits, the price beside the benefit; pages and data of any comparison."""

import json
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from typer.testing import CliRunner, Result

from experiments.cli import answer_table
from experiments.cli.app import app
from experiments.cli.beside import blocks, width_of
from experiments.cli.console import Terminal
from experiments.comparing.compare import compare
from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import difference, headline, mean_of
from experiments.comparing.leading import ahead
from experiments.comparing.reported import reported
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import shown
from experiments.showing.printable import WORD_JOINER
from sim.company.file import parse_scenario
from sim.records.measures import MEASURES

COMPANY = """
name = "Crème & Zoon"
[company]
units = 1
divisions = 2
employees = 3
[run]
warmup_weeks = 2
weeks = 4
replicates = 2
seed = 5
"""
IDS = ("sales-commission", "gate-and-shared-target", "fair-salary")


@pytest.fixture
def company(tmp_path: Path) -> str:
    path = tmp_path / "crème.toml"
    path.write_text(COMPANY, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(parse_scenario(COMPANY, "company"), IDS, replicates=4)


def siloscope(*words: str, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns), "TERM": "dumb"}).invoke(app, list(words))


def printed(found: Comparison, lang: Lang, width: int, measures: list[str]) -> str:
    out = StringIO()
    answer_table.show(found, measures, lang, Terminal(file=out, width=width))
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentence_comes_first_and_one_table_fits_eighty_columns(found: Comparison, lang: Lang) -> None:
    text = printed(found, lang, 80, list(answer_table.BRIEF))
    assert max(map(len, text.splitlines())) <= 80
    assert len(text.splitlines()) <= 40
    assert flat(text).startswith(f"{headline(found, 1, lang)} {ahead(found, lang)}")
    assert text.count("─" * 20) > 0
    rules = [line for line in text.splitlines() if line and set(line) <= {"─", " "}]
    assert len(rules) == 1  # one table
    for course in found.courses:
        assert (course.name.nl if lang == "nl" else course.name.en).split()[0] in text
        assert course.id not in text


@given(st.integers(40, 200), st.sampled_from(LANGUAGES), st.lists(st.sampled_from(list(reported())), min_size=1,
                                                                  max_size=8, unique=True))  # fmt: skip
def test_any_measures_fit_any_width(found: Comparison, width: int, lang: Lang, measures: list[str]) -> None:
    text = printed(found, lang, width, measures)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= width
    for measure in measures:
        for place in range(len(found.ids)):
            scale = max(abs(mean_of(found, 0, measure)), abs(mean_of(found, place, measure)))
            value = shown(mean_of(found, place, measure), reported()[measure].unit, scale, lang)
            assert value.replace(WORD_JOINER, "") in text


def test_the_price_stands_beside_the_benefit(found: Comparison) -> None:
    assert {"pay_so_far", "profit_so_far"} < set(answer_table.BRIEF)
    for lang, words in (("en", ("profit since the switch", "pay since the switch")),
                        ("nl", ("winst sinds de omslag", "beloning sinds de omslag"))):  # fmt: skip
        for place in (1, 2):
            assert all(word in headline(found, place, lang) for word in words)
    profit = difference(found, 1, "profit_so_far").mean
    assert profit == pytest.approx(mean_of(found, 1, "profit_so_far") - mean_of(found, 0, "profit_so_far"))


def test_less_pay_is_neither_good_nor_bad() -> None:
    assert {reported()[name].better for name in ("pay_cost", "pay_so_far", "bonus")} == {0}


def test_details_on_request_a_page_and_a_table(company: str, tmp_path: Path) -> None:
    page, table = tmp_path / "found.html", tmp_path / "found.csv"
    words = ("compare", *IDS[:2], "-s", company, "-n", "1", "--weeks", "2")
    result = siloscope(*words, "--html", str(page), "--csv", str(table))
    assert result.exit_code == 0, result.output
    assert "1 future " in result.stdout
    assert "1 futures" not in result.stdout
    text = page.read_text(encoding="utf-8")
    assert "<title>Crème &amp; Zoon: “Gate and shared target” instead of “Sales commission”</title>" in text
    assert "1 futures" not in text
    assert "weekly.parquet" not in text  # nothing lies beside it
    rows = pd.read_csv(table)
    assert set(rows["measure"]) == set(reported())
    assert len(rows) == 2 * len(reported()) * 2
    assert rows["against"].dropna().unique().tolist() == [IDS[0]]
    long = siloscope(*words, "--details")
    assert "Week 6 after the switch" in long.stdout
    assert len(long.stdout.splitlines()) > 2 * len(result.stdout.splitlines())
    assert not list(tmp_path.glob(".*.draft"))


@pytest.mark.parametrize(
    ("option", "name", "said"),
    [("--html", "found.txt", "must end in .html"), ("--csv", "found.toml", "must end in .csv"),
     ("--csv", "no/found.csv", "there is no folder"), ("--html", ".", "is a folder")],
)  # fmt: skip
def test_a_file_that_cannot_be_written_is_refused_at_once(
    company: str, tmp_path: Path, option: str, name: str, said: str
) -> None:
    result = siloscope("compare", *IDS[:2], "-s", company, option, str(tmp_path / name))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


# --------------------------------------------------------------------------------------------------- what there is


@pytest.mark.parametrize("lang", LANGUAGES)
def test_measures_are_listed(lang: Lang) -> None:
    text = siloscope("measures", "--lang", lang).stdout
    assert max(map(len, text.splitlines())) <= 80
    assert all(name in text for name in reported())
    rows = json.loads(siloscope("measures", "--lang", lang, "--json").stdout)
    assert [row["name"] for row in rows] == list(reported())
    assert all(row["meaning"] and row["better"] in (-1, 0, 1) for row in rows)


def test_a_new_scenario_is_brief_or_whole() -> None:
    brief, whole = siloscope("scenario", "new", "mine").stdout, siloscope("scenario", "new", "mine", "--all").stdout
    assert len(brief.splitlines()) < len(whole.splitlines()) / 3
    assert "--all" in brief
    assert parse_scenario(brief, "brief") == parse_scenario(whole, "whole")


def test_an_accent_in_two_parts_is_one_letter() -> None:
    assert 'id = "café"' in siloscope("policy", "new", "cafe\N{COMBINING ACUTE ACCENT}").stdout


# ------------------------------------------------------------------------------------------------------------- run


@given(st.lists(st.integers(1, 30), max_size=20), st.integers(10, 100), st.integers(0, 3))
def test_columns_stand_beside_each_other_as_far_as_they_fit(widths: list[int], room: int, gap: int) -> None:
    columns = [(Text("x"), [Text("7" * width)]) for width in widths]
    found = blocks(columns, room, gap)
    assert [column for block in found for column in block] == columns
    taken = [sum(width_of(column) + gap for column in block) for block in found]
    assert all(wide <= room or len(block) == 1 for wide, block in zip(taken, found, strict=True))
    for wide, after in zip(taken, found[1:], strict=False):
        assert wide + width_of(after[0]) + gap > room  # or it would have stood there too


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_run_fits_eighty_columns_and_cuts_no_word(company: str, lang: Lang) -> None:
    text = siloscope("run", company, "--weeks", "2", "--lang", lang, "-m", "all").stdout
    assert max(map(len, text.splitlines())) <= 80
    labels = [each.label_nl if lang == "nl" else each.label for each in MEASURES.values()]
    assert {word for label in labels for word in label.split()} <= {*text.split()}
    brief = siloscope("run", company, "--weeks", "2", "--lang", lang).stdout
    assert len([line for line in brief.splitlines() if set(line) == {"─"}]) == 1  # one table


def test_the_head_of_a_run_says_what_changes(company: str) -> None:
    same = siloscope("run", "-s", company).stdout
    assert "All weeks under Sales commission: nothing changes." in flat(same)
    assert siloscope("run", company).stdout == same
    other = siloscope("run", "-s", company, "-p", "fair-salary").stdout
    assert "Until week 0 under Sales commission; after it under Fair salary." in flat(other)
    later = flat(siloscope("run", company, "--change-to", "fair-salary", "--change-week", "3").stdout)
    assert "nothing changes" not in later
    assert "After week 3 the policy is Fair salary." in later


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--change-to", "fair-salary", "--change-week", "4"), "week 4 is the last"),
        (("--change-to", "fair-salary", "--change-week", "-1"), "from 0 to 3"),
        (("-p", "sales-commission > fair-salary@9"), "week 4 is the last"),
        (("-s", "small-shop"), "given twice"),
        (("--weeks", "5201"), "from 1 to 5,200"),
        (("--set", "run.weeks=5201"), "from 1 to 5,200"),
    ],
)
def test_a_run_refuses_what_cannot_be(company: str, words: tuple[str, ...], said: str) -> None:
    result = siloscope("run", company, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
