"""The size of a company can be varied like any other number: asked for, refused, called by its name, lived."""

from pathlib import Path

import pytest

from experiments.errors import RequestError
from experiments.sensing.subjects import name_of, value_of
from experiments.showing.language import Lang
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_of_toml, experiment_to_toml
from experiments.sweeping.load import load
from experiments.sweeping.report.made import report_of
from experiments.sweeping.saying import dimension_name
from experiments.sweeping.sizes import size_now, sizes
from experiments.sweeping.sweep import sweep
from sim.datafiles.reading import DataFileError

HEAD = """
scenario = "{scenario}"
policies = ["sales-commission", "fair-salary"]
weeks = 2
measures = ["satisfaction", "customers"]
[set]
"run.warmup_weeks" = 1
[replicates]
number = 1
[vary]
"""


def asked(vary: str, scenario: str = "six-weeks") -> Experiment:
    return experiment_of_toml(HEAD.format(scenario=scenario) + vary)


def test_a_company_of_each_size_is_lived(tmp_path: Path) -> None:
    experiment = asked('"company.employees" = { values = [2, 6] }\n"company.units" = { values = [1, 2] }')
    assert experiment_of_toml(experiment_to_toml(experiment)) == experiment
    people = [
        sum(division.employees for unit in company.unit_plans() for division in unit.divisions)
        for company in (experiment.at(point).of_scenario.company for point in experiment.points())
    ]
    assert people == [1 * 3 * 2, 2 * 3 * 2, 1 * 3 * 6, 2 * 3 * 6]
    sweep(experiment, tmp_path / "s", where=engine(1))
    rows = load(tmp_path / "s")
    assert rows["error"].isna().all()
    means = rows.groupby("company.employees")["last_quarter.customers"].mean()
    assert means[6] > 2 * means[2]
    assert report_of(tmp_path / "s").parts


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_sizes_have_their_names(lang: Lang) -> None:
    experiment = asked('"company.employees" = { low = 2, high = 40 }\n[design]\nkind = "latin"\nsize = 5')
    name = {"en": "People in each division", "nl": "Mensen in elke afdeling"}[lang]
    assert dimension_name(experiment.question, "company.employees", lang).label == name
    assert name_of(experiment, "company.employees", lang) == name
    assert value_of(experiment, "company.employees", 40.0, lang) == "40"
    assert [size_now(experiment.question, key) for key in sizes()] == [2.0, 3.0, 12.0]


@pytest.mark.parametrize(
    ("vary", "scenario", "says"),
    [
        ('"company.employees" = {}', "six-weeks", "has no plausible range of its own"),
        ('"company.employees" = { values = [0, 5] }', "six-weeks", "from 1 to 100000"),
        ('"company.employees" = { values = [2.5, 5] }', "six-weeks", "whole numbers"),
        ('"company.employes" = { values = [2, 5] }', "six-weeks", 'did you mean "company.employees"'),
        ('"company.units" = { values = [2, 5] }', "small-shop", "does not count alone"),
        (
            '"company.employees" = { low = 2, high = 9000 }\n"company.units" = { low = 2, high = 90 }\n'
            '[design]\nkind = "latin"\nsize = 50',
            "six-weeks", "too many",
        ),
    ],
)  # fmt: skip
def test_sizes_that_cannot_be_are_refused_before_anything_runs(vary: str, scenario: str, says: str) -> None:
    with pytest.raises((RequestError, DataFileError), match=says):
        asked(vary, scenario)
