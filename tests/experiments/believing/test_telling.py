"""What is shown of a map: signs for a terminal, letters for machines, a picture, and where the company lies."""

from dataclasses import replace

import pytest
from synthetic import COARSE, drawn_by, question

from experiments.believing.asked import Asked
from experiments.believing.belief_map import BeliefMap
from experiments.believing.lattice import Steps
from experiments.believing.looking import Verdict
from experiments.believing.report import report_of
from experiments.believing.telling import own_node, stands, story
from experiments.believing.text_map import SIGNS, lines, rows
from experiments.reporting.render import page
from experiments.showing.language import Lang

PROVENANCE = {"command": "siloscope flips", "version": "1", "made": "today"}


def by_side(x: int, y: int) -> Verdict:
    """Four stripes from left to right."""
    return list(Verdict)[min(x // 3, 3)]


@pytest.mark.parametrize("finest", [2, 4, 8, 16, 32, 64, 128])
def test_every_map_fits_a_terminal_and_its_rows_are_as_long(finest: int) -> None:
    found = BeliefMap(question(steps=Steps(2, 2, finest)), {}, (), 0, 0, 100, finished=False)
    shown = rows(found)
    assert {len(row) for _, row in shown} == {len(shown[0][1])}
    assert [place for place, _ in shown] == sorted({place for place, _ in shown}, reverse=True)
    assert (shown[0][0], shown[-1][0]) == (finest, 0)
    assert all(len(line) <= 80 for line in lines(found, "en"))


def test_signs_stand_where_the_verdicts_are() -> None:
    found = drawn_by(by_side, question(steps=Steps(2, 8, 16)))
    for y, row in rows(found):
        assert row == "".join(2 * SIGNS[found.verdicts[x, y]] for x in range(17))
    assert found.letters == ["fffsssuuu" + 8 * "n"] * 17


def test_only_signs_that_are_there_are_explained() -> None:
    told = list(lines(drawn_by(lambda x, y: Verdict.SECOND, question(steps=COARSE)), "en"))
    assert told[-1].startswith("o “")
    assert not any(line.startswith(("# ", ". ", "? ")) for line in told)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_company_is_told_where_it_lies_or_that_it_lies_off_the_map(lang: Lang) -> None:
    asked = question(steps=COARSE)
    found = drawn_by(by_side, asked)
    node = own_node(found)
    assert node is not None
    across, up = asked.values(node)
    company = asked.scenario.with_parameters(problems_per_customer=across, meaning=up)
    assert own_node(drawn_by(by_side, replace(asked, scenario=company))) == node
    away = Asked.about(
        asked.scenario.with_parameters(problems_per_customer=0.01), *asked.courses, asked.across, asked.up
    )
    off = drawn_by(by_side, away)
    assert own_node(off) is None
    assert stands(off, lang) != stands(found, lang)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_page_holds_the_story_and_needs_no_network(lang: Lang) -> None:
    found = drawn_by(by_side, question(steps=COARSE), finished=False)
    whole = page(report_of(found, lang, PROVENANCE))
    assert all(sentence in whole for sentence in story(found, lang))
    assert "http" not in whole.replace("http://www.w3.org/", "")
    assert whole.count("<tr>") == 1 + len(found.points)


def test_of_a_map_with_nothing_in_it_the_page_says_so() -> None:
    asked = question(steps=COARSE)
    found = BeliefMap(asked, {}, (), 0, 0, 100, finished=False)
    assert "Nothing is known yet." in page(report_of(found, "en", PROVENANCE))
    assert set("".join(found.letters)) == {"."}
