"""The contract of every scenario that comes with the program."""

from pathlib import Path

import pytest

from experiments.catalogue import CALIBRATED, SCENARIOS, calibrated, load_scenario, scenarios
from sim.company.file import ScenarioError, parse_scenario
from sim.company.organisation import divisions_of
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml
from sim.parameters import declared

NAMES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))


def people(scenario: Scenario) -> int:
    """Employees and managers."""
    return sum(division.employees + division.managed for _, _, division in divisions_of(scenario))


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_loads_explains_itself_and_reads_back(name: str) -> None:
    scenario = load_scenario(name)
    assert scenario == scenarios()[name] == load_scenario(SCENARIOS / f"{name}.toml")
    assert scenario.name == name
    assert scenario.about
    assert scenario.about_nl not in ("", scenario.about)
    assert (scenario.about_in("en"), scenario.about_in("nl")) == (scenario.about, scenario.about_nl)
    assert (SCENARIOS / f"{name}.toml").read_text(encoding="utf-8").startswith("# "), "a few words for the reader"
    assert parse_scenario(scenario_to_toml(scenario), "") == scenario
    assert people(scenario) >= 2


def test_the_companies_have_the_size_that_they_tell_of() -> None:
    size = {name: people(scenario) for name, scenario in scenarios().items()}
    assert size == {**size, "six-weeks": 78, "small-shop": 10, "conglomerate": 1000}
    units = {unit for unit, _, _ in divisions_of(load_scenario("conglomerate"))}
    assert len(units) == 5


def test_six_weeks_is_the_case_of_the_first_text() -> None:
    case = load_scenario("six-weeks")
    assert [len(unit.divisions) for unit in case.company.unit_plans()] == [3, 3]
    assert {division.employees for _, _, division in divisions_of(case)} == {12}
    run = case.run
    assert (run.start_policy, run.warmup_weeks, run.weeks, run.replicates) == ("sales-commission", 26, 52, 30)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("six-week", 'did you mean "six-weeks"'),
        ("", "known are"),
        ("../scenarios/six-weeks", "not in the catalogue"),
        ("not/there.toml", "not/there.toml: there is no such file"),
    ],
)
def test_an_unknown_scenario_is_refused_in_one_line(name: str, part: str) -> None:
    with pytest.raises(ScenarioError) as error:
        load_scenario(name)
    assert part in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_of_ones_own_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.toml").write_text("", encoding="utf-8")
    assert list(scenarios(tmp_path)) == ["a", "b"]
    assert scenarios(tmp_path)["a"].name == "a"


def test_what_is_told_in_one_language_only_is_told_in_it() -> None:
    assert Scenario(about="A shop").about_in("nl") == "A shop"
    assert Scenario(about_nl="Een winkel").about_in("en") == "Een winkel"


def test_the_calibrated_value_of_a_parameter_is_told_where_it_is_no_default() -> None:
    values = load_scenario(CALIBRATED).parameters()
    told = {row.name: calibrated(row) for row in declared()}
    assert told["triage"] == values["triage"]
    assert told["meeting_hours"] is None
    for row in declared():
        assert (told[row.name] if told[row.name] is not None else row.default) == values[row.name]
