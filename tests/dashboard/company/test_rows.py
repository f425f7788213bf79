"""Every parameter has its row: made from the declarations, so that what is added there appears by itself."""

import pytest

from dashboard.pages.company import rows as rows_file
from dashboard.pages.company.rows import sections, slide
from experiments.showing.language import LANGUAGES
from experiments.showing.section_names import section_name
from sim.company.scenario import Scenario
from sim.parameters import SECTIONS, declared
from sim.parameters.declare import Section, declared_in, real
from sim.parameters.sources import OURS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_parameters_have_all_that_is_to_know_of_them(lang):
    found = [row for section in sections(Scenario(), lang) for row in section["rows"]]
    assert [row["key"] for row in found] == [row.key for row in declared()]
    for row in found:
        assert row["label"]
        assert row["meaning"]
        assert row["evidence"]
        assert row["source"]
        low, high, step = row["slide"]
        assert low < high
        assert low <= row["value"] <= high
        assert low <= row["likely"][0] <= row["likely"][1] <= high
        assert step > 0


def test_sections_are_called_in_both_languages():
    for section, model in SECTIONS.items():
        names = {section_name(section, lang) for lang in LANGUAGES}
        assert model.__doc__ not in names
        assert len(names) == 2 or section == "managers"


class CultureSection(Section):
    """What is done here."""

    openness: float = real(
        0.5, (0, 1), likely=(0.2, 0.8), unit="share", source=OURS,
        en=("Openness", "How much people tell each other"), nl=("Openheid", "Hoeveel mensen elkaar vertellen"),
    )  # fmt: skip


def test_a_new_parameter_in_a_new_section_appears_by_itself(monkeypatch):
    row = next(iter(declared_in("culture", CultureSection)))
    monkeypatch.setitem(SECTIONS, "culture", CultureSection)
    monkeypatch.setattr(rows_file, "calibrated", lambda row: None)

    class Grown(Scenario):
        culture: CultureSection = CultureSection()

    found = sections(Grown(), "nl")[-1]
    assert found["title"] == "What is done here."
    assert [each["label"] for each in found["rows"]] == ["Openheid"]
    assert rows_file.text_of(row.key, 0.6) == "0.6"


def test_a_slider_of_rules_stops_at_each_rule():
    row = next(each for each in declared() if each.key == "choice.rule")
    assert slide(row, 0.0) == [0.0, 3.0, 1.0]


def test_a_slider_reaches_what_is_set_even_where_that_is_unlikely():
    row = next(each for each in declared() if each.key == "problems.problems_per_customer")
    low, high, step = slide(row, 3.0)
    assert low <= row.likely_low
    assert high >= 3.0
    assert round(low / step, 6) == round(low / step)
