"""From an experiment's file through a real sweep to what is said: the whole pipeline, and its commands."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from typer.testing import CliRunner

from experiments import extras
from experiments.cli.app import app
from experiments.errors import RequestError
from experiments.sensing.answers import answers_in
from experiments.sensing.drawing import svg
from experiments.sensing.saying import says
from experiments.sensing.sensitivity import sensitivity
from experiments.sensing.tables import as_csv, as_json, frame
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment_file import experiment_of_toml
from experiments.sweeping.sweep import sweep
from sim.compiled import source_hash
from sim.parameters import declared

TEXT = """
name = "small"
scenario = "small-shop"
policies = ["sales-commission", "gate-and-shared-target"]
weeks = 4
measures = ["satisfaction", "profit"]
windows = ["last_quarter"]
[set]
"run.warmup_weeks" = 3
[vary]
"work.sale_value" = {}
"effort.sabotage_cost" = {}
[design]
"""
MORRIS = 'kind = "morris"\nsize = 4\n[replicates]\nnumber = 3\n'
ONE = 'kind = "one"\n[replicates]\nnumber = 3\n'


@pytest.fixture(scope="module", params=[MORRIS, ONE], ids=["morris", "one"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sweep that is done."""
    found = tmp_path_factory.mktemp("sensing") / "found"
    sweep(experiment_of_toml(TEXT + request.param), found, where=engine(1))
    return found


def siloscope(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_moves_profit_and_what_moves_nothing(folder: Path) -> None:
    found = sensitivity(folder, "measure", measure="profit", policy="sales-commission")
    assert found.ranked[0].key == "work.sale_value"
    assert found.ranked[0].size > 0.0
    assert [each.key for each in found.effects if each.verdict.value == "still"] == ["effort.sabotage_cost"]
    assert frame(found)["key"].tolist() == [each.key for each in found.ranked]
    assert as_csv(found).splitlines()[0].startswith("key,name,from,to,size,low,high,share")
    json.dumps(as_json(found), allow_nan=False)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("kind", ["difference", "measure", "first", "ranking"])
def test_every_target_is_said_and_drawn_in_both_languages(folder: Path, kind: str, lang: str) -> None:
    found = sensitivity(folder, kind)  # type: ignore[arg-type]
    told = says(found, lang)  # type: ignore[arg-type]
    assert len(told) >= 3
    assert not any("{" in sentence or "nan" in sentence for sentence in told)
    root = ElementTree.fromstring(svg(found, lang))  # type: ignore[arg-type]
    assert root.get("role") == "img"
    assert root.get("aria-label")


def test_the_commands(folder: Path, tmp_path: Path) -> None:
    picture, table = tmp_path / "a.svg", tmp_path / "a.csv"
    words = ("sensitivity", str(folder), "--measure", "profit", "--of", "measure")
    told = siloscope(*words, "--picture", str(picture), "--csv", str(table))
    assert "Value of a sale" in told
    assert "<svg" in picture.read_text(encoding="utf-8")
    assert len(pd.read_csv(table)) == 2
    assert json.loads(siloscope(*words, "--json"))["measure"] == "profit"
    assert "Cost of sabotage (effort.sabotage_cost)" in " ".join(
        siloscope("sensitivity", str(folder), "--nowhere").split()
    )
    assert siloscope(*words, "--lang", "nl") != told
    assert json.loads(siloscope("discover", str(folder), "--measure", "profit", "--json"))["boxes"] == []


@pytest.mark.parametrize("command", ["sensitivity", "discover"])
def test_the_commands_write_a_page(folder: Path, tmp_path: Path, command: str) -> None:
    path = tmp_path / "page.html"
    siloscope(command, str(folder), "--measure", "profit", "--html", str(path), "--lang", "nl")
    text = path.read_text(encoding="utf-8")
    assert '<html lang="nl"' in text
    assert source_hash() in text
    result = CliRunner().invoke(app, (command, str(folder), "--measure", "profit", "--html", str(folder)))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [(("--measure", "profits"), 'did you mean "profit"'), (("--of", "size"), "--of"),
     (("--policy", "nobody"), "policy"), (("--company", "nowhere"), "company")],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_line(folder: Path, words: tuple[str, ...], complaint: str) -> None:
    result = CliRunner().invoke(app, ("sensitivity", str(folder), *words))
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_design_of_another_library_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from experiments.sweeping.designs import morris, one

    for design in (morris, one):
        made = design.shares
        monkeypatch.setattr(design, "shares", lambda *given, made=made: 1.0 - made(*given))
    with pytest.raises(RequestError, match="another version of SALib"):
        answers_in(folder)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(f"No module named '{name}'", name="SALib")

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(RequestError, match=r'SALib; install it with: pip install "siloscope\[analysis\]"'):
        extras.extra("SALib.analyze.morris")


def test_patterns_vary_many_at_once() -> None:
    def dimensions(vary: str, more: str = "") -> dict[str, tuple[float, float]]:
        text = TEXT.partition("[vary]")[0] + more + f'[vary]\n{vary}\n[design]\nkind = "one"\n'
        return {each.key: (each.low, each.high) for each in experiment_of_toml(text).dimensions}

    everything = dimensions('"*" = {}')
    assert len(everything) == sum(row.likely_low < row.likely_high for row in declared())
    assert "work.synergy" not in dimensions('"*" = {}', '"work.synergy" = 1.5\n')
    alone = dimensions('"work.*" = {}\n"work.synergy" = { low = 1.1, high = 1.2 }')
    assert alone["work.synergy"] == (1.1, 1.2)
    assert all(key.startswith("work.") for key in alone)
    halved = dimensions('"customers.*" = { times = 2 }')
    assert halved["customers.spend"] == (15.0, 60.0)
    assert halved["customers.score_best"] == (8.0, 10.0)  # clipped to what is plausible
    for wrong, complaint in (
        ('"nobody.*" = {}', "no parameter"), ('"work.*" = { low = 1 }', "low"),
        ('"work.synergy" = { times = 1 }', "more than 1"), ('"effort.shame" = { times = 2 }', "no range"),
    ):  # fmt: skip
        with pytest.raises(RequestError, match=complaint):
            dimensions(wrong)
