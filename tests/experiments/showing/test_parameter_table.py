"""The pages of the documentation that are made by the program are those that it would make now."""

from typing import get_args

import pytest

from experiments.catalogue import scenarios
from experiments.showing.evidence import STRENGTHS, strength, strength_means
from experiments.showing.language import LANGUAGES
from experiments.showing.markdown import DOCS, refresh, table
from experiments.showing.parameter_table import CHANGED, parameter_table_markdown
from experiments.showing.policy_table import policy_table_markdown, term_in_words
from sim.parameters import declared
from sim.parameters.declare import Evidence, Home
from sim.policies import catalogue
from sim.policies.policy import Term
from sim.policies.terms import KINDS


@pytest.mark.parametrize(
    ("name", "text", "module"),
    [
        ("parameters.md", parameter_table_markdown(), "parameter_table"),
        ("policies.md", policy_table_markdown(), "policy_table"),
    ],
)
def test_the_page_is_up_to_date(name: str, text: str, module: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    assert page == text, f"docs/{name} is out of date; renew it with: python -m experiments.{module}"


def test_the_page_of_parameters_holds_each_once_and_counts_them() -> None:
    text = parameter_table_markdown()
    assert f"the {len(declared())} numbers" in text
    for row in declared():
        assert text.count(f"| `{row.name}` |") == 1
    assert set(CHANGED) == set(get_args(Home))


def test_every_strength_of_evidence_has_a_word_and_a_meaning_of_its_own() -> None:
    assert get_args(Evidence) == STRENGTHS
    for lang in LANGUAGES:
        said = {strength(each, lang) for each in STRENGTHS} | {strength_means(each, lang) for each in STRENGTHS}
        assert len(said) == 2 * len(STRENGTHS)
        assert all(f"| {strength(each, 'en')} | " in parameter_table_markdown() for each in STRENGTHS)


@pytest.mark.parametrize("name", scenarios())
def test_the_scenarios_that_come_along_are_likely_ones(name: str) -> None:
    values = scenarios()[name].parameters()
    beyond = [row.key for row in declared() if not row.likely_low <= values[row.name] <= row.likely_high]
    assert beyond == []


def test_the_page_of_policies_holds_every_policy_and_kind() -> None:
    text = policy_table_markdown()
    for policy in catalogue().values():
        assert f"\n## {policy.id}\n" in text
        assert policy.name.nl in text
        terms = [*policy.employee.terms, *policy.manager.terms]
        assert all(term_in_words(term) in text for term in terms)
    for kind in KINDS:
        assert f"| {kind} | " in text


def test_a_term_is_told_in_plain_words() -> None:
    values = {"kind": "target", "metric": "satisfaction", "scope": "unit", "period": "quarter"}
    term = Term.model_validate({**values, "share": 0.15, "threshold": 8.0})
    assert term_in_words(term) == (
        "  - *target* on satisfaction of the unit (points 0-10), over a quarter: "
        "pay at stake: 15 % of salary; level from which the bonus is paid: 8."
    )


def test_a_threshold_above_a_standing_is_told_as_one() -> None:
    values = {"scope": "unit", "period": "quarter"}
    gate = {"kind": "gate", "metric": "satisfaction", "threshold": 0.6, "above": "start"}
    slide = {"kind": "slide", "metric": "days", "share": 0.1, "threshold": 0.0, "cap": 2.0, "above": "last"}
    fine = {"kind": "rate", "metric": "days", "share": -0.02, "above": "start"}
    told = [term_in_words(Term.model_validate(values | each)).split("quarter: ")[1] for each in (gate, slide, fine)]
    assert told == [
        "level below which all variable pay is lost: 0.6 above the level at the contract's start.",
        "pay at stake: 10 % of salary; level at which pay starts: the level that the last period ended at; "
        "level from which all of it is paid: 2 below the level that the last period ended at.",
        "pay per 1.0 of the level: -2 % of salary; counted from the level at the contract's start.",
    ]


def test_the_page_says_what_a_contract_costs() -> None:
    text = policy_table_markdown()
    assert "- Managers: 110 % of the standard salary and nothing else.\n" in text
    assert "- Managers: 110 % of the standard salary expected at the start, base pay and this together:\n" in text
    for policy in catalogue().values():
        assert policy.meaning.nl in text


def test_a_cell_cannot_break_a_table(tmp_path) -> None:
    assert table(("a", "b"), [("x|y", "1\n2")]) == "| a | b |\n| --- | --- |\n| x/y | 1 2 |\n"
    assert refresh("page.md", "ä\n", tmp_path / "new").read_bytes() == "ä\n".encode()
