"""Experiments as files: the text of one gives it back, and what is wrong is said with its key."""

from pathlib import Path

import pytest

from experiments.errors import RequestError
from experiments.sweeping.experiment_file import experiment_of_toml, experiment_to_toml, load_experiment
from experiments.sweeping.stopping import Until
from tests.experiments.sweeping.asked import SMALL, small


@pytest.mark.parametrize(
    "experiment",
    [
        small(),
        small('measure = "profit"\nwidth = 300.0\nleast = 6\nmost = 30'),
        experiment_of_toml(
            'scenarios = ["small-shop", "six-weeks"]\n[vary]\n"choice.meaning" = {}\n[design]\nkind="latin"\nsize=5'
        ),
        experiment_of_toml(
            '[vary]\n"choice.meaning" = { values = [0.1, 0.5] }\n[design]\nkind="table"\npoints=[[0.1],[nan],[0.5]]'
        ),
    ],
    ids=["fixed", "until", "companies", "table"],
)
def test_the_text_of_an_experiment_gives_it_back(experiment: object) -> None:
    text = experiment_to_toml(experiment)  # type: ignore[arg-type]
    again = experiment_of_toml(text)
    assert experiment_to_toml(again) == text
    assert [str(point) for point in again.points()] == [str(point) for point in experiment.points()]  # type: ignore[attr-defined]


def test_points_are_companies_by_values() -> None:
    found = small()
    assert found.many == 6
    first, last = found.point(0), found.point(5)
    assert first.values == (0.1, 0.5)
    assert last.values == (0.7, 0.6)
    asked = found.at(last)
    assert asked.of_scenario.choice.meaning == 0.7
    assert dict(asked.settings)["gate-and-shared-target:manager.2.threshold"] == "0.6"


def test_other_futures_are_asked_for_by_the_number_of_the_first() -> None:
    found = small("number = 3\nfirst = 100")
    assert found.first == 100
    assert experiment_of_toml(experiment_to_toml(found)).first == 100
    assert "first" not in experiment_to_toml(small())
    with pytest.raises(RequestError, match="first = -1"):
        small("first = -1")


@pytest.mark.parametrize(
    "text",
    ["choice.meaning,problems.triage\n0.2,0.6\n0.4,\n", "\ufeffchoice.meaning;problems.triage\r\n0,2;0,6\r\n0.4;\r\n"],
    ids=["commas", "semicolons and decimal commas"],
)
def test_a_table_may_come_from_either_kind_of_spreadsheet(text: str, tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text(text, encoding="utf-8", newline="")
    path = tmp_path / "asked.toml"
    path.write_text('scenario = "small-shop"\nweeks = 4\n[design]\nkind = "table"\nfile = "points.csv"\n')
    found = load_experiment(path)
    assert found.settings(found.point(0)) == (("choice.meaning", "0.2"), ("problems.triage", "0.6"))
    assert found.settings(found.point(1)) == (("choice.meaning", "0.4"),)


def test_files_beside_it_are_taken_along(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[company]\nunits = 3\n")
    (tmp_path / "points.csv").write_text("choice.meaning,problems.triage\n0.2,0.6\n0.4,\n")
    path = tmp_path / "asked.toml"
    path.write_text('scenario = "mine.toml"\nweeks = 4\n[design]\nkind = "table"\nfile = "points.csv"\n')
    found = load_experiment(path)
    assert found.name == "asked"
    assert found.question.of_scenario.company.units == 3
    assert found.settings(found.point(0)) == (("choice.meaning", "0.2"), ("problems.triage", "0.6"))
    assert found.settings(found.point(1)) == (("choice.meaning", "0.4"),)
    (tmp_path / "mine.toml").unlink()
    assert experiment_of_toml(experiment_to_toml(found)).question == found.question


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('name = "small"', 'nam = "small"', 'nam" is an unknown key'),
        ('"choice.meaning" = { low', '"choice.meaning" = { lo', "unknown key; "),
        ("size = 3", "size = 0", "size"),
        ("size = 3", 'size = "3"', "must be a whole number"),
        ('kind = "grid"', 'kind = "gird"', 'did you mean "grid"'),
        ('"profit"', '"proft"', 'did you mean "profit"'),
        ('"last_quarter"', '"last_qarter"', "window"),
        ("weeks = 4", "weeks = -1", "weeks"),
        ('"sales-commission", ', '"sales-comission", ', "sales-commission"),
        ("values = [0.5, 0.6]", "values = 0.5", "must be a list"),
        ("values = [0.5, 0.6]", 'values = ["x"]', "must be a number"),
        ('"run.warmup_weeks" = 3', '"choice.meaning" = 3', "set and varied"),
        ("[replicates]", "[replicates]\nwidth = 3.0", "either a number, or a measure and a width"),
        ("[replicates]", '[replicates]\nmeasure = "profit"\nwidth = 0.0', "more than 0"),
        ("[replicates]", '[replicates]\nmeasure = "profit"\nwidth = 1.0\nleast = 20\nmost = 10', "most"),
        ("[replicates]", "[replicates\n", "TOML"),
    ],
)
def test_what_is_wrong_is_said(was: str, now: str, says: str) -> None:
    assert was in SMALL
    with pytest.raises(RequestError) as told:
        experiment_of_toml(SMALL.replace(was, now), "mine.toml")
    assert says in str(told.value)
    assert str(told.value).startswith("mine.toml")


def test_without_a_folder_no_file_is_read() -> None:
    with pytest.raises(RequestError, match="whole in itself"):
        experiment_of_toml('scenario = "/etc/passwd.toml"')


def test_a_rule_that_stops_needs_two_policies() -> None:
    with pytest.raises(RequestError, match="two policies"):
        small('measure = "profit"\nwidth = 10.0', **{'"sales-commission", ': ""})
    found = small('measure = "profit"\nwidth = 10.0')
    assert isinstance(found.replicates, Until)


SWEPT = [path for path in sorted(Path("experiments/studies").glob("*.toml")) if not path.name.startswith("choose-")]


@pytest.mark.parametrize("path", SWEPT, ids=lambda path: path.stem)
def test_committed_studies_can_be_run(path: Path) -> None:
    found = load_experiment(path)
    assert found.many > 1
    assert found.asks
