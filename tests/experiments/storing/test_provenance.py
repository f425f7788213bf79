"""Provenance says all that is needed to repeat a result, and nothing about the machine; folders are written whole."""

import getpass
import json
import platform
import sys
import tomllib
from pathlib import Path

import pytest

from experiments.storing.folder import check_folder, write_folder
from experiments.storing.provenance import command_line, provenance
from sim.company.file import parse_scenario
from sim.company.scenario import Run, Scenario
from sim.policies import load_policy
from sim.policies.reading import parse_policy

SCENARIO = Scenario(name="mine", run=Run(weeks=9, seed=4)).with_parameters(triage=0.5)
NOTE = {"program": "siloscope"}


def test_what_is_needed_to_repeat_it() -> None:
    policy = load_policy("fair-salary")
    note = provenance(SCENARIO, [policy], seed=4, replicates=range(3), weeks=9, command=["compare", "fair-salary"])
    assert json.loads(json.dumps(note)) == note
    assert parse_scenario(str(note["scenario"]), "note") == SCENARIO
    assert note["parameters"] == SCENARIO.parameters()
    policies = note["policies"]
    assert isinstance(policies, dict)
    assert parse_policy(policies["fair-salary"], "note") == policy
    assert (note["seed"], note["replicates"], note["weeks"]) == (4, [0, 1, 2], 9)
    assert note["command"] == "siloscope compare fair-salary"
    assert note["python"] == platform.python_version()
    packages = note["packages"]
    assert isinstance(packages, dict)
    assert {"numpy", "numba", "mesa", "pandas"} <= set(packages)
    assert len(str(note["source_hash"])) == 16
    assert str(note["made"]).endswith("+00:00")
    assert tomllib.loads(policies["fair-salary"])["id"] == "fair-salary"


def test_nothing_about_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["/opt/ann/bin/siloscope", "run", f"{tmp_path}/my own.toml", f"--out={tmp_path}"])
    note = provenance(SCENARIO, [], seed=1, replicates=[0], weeks=1)
    text = json.dumps(note)
    assert note["command"] == f"siloscope run …/my own.toml --out=…/{tmp_path.name}"
    assert str(tmp_path.parent) not in text
    assert platform.node() not in text
    if getpass.getuser() != "root":
        assert getpass.getuser() not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "~/mine.toml"], "run …/mine.toml"),
        (["run", r"C:\Users\ann\mine.toml"], "run …/mine.toml"),
        (["run", "here/mine.toml"], "run here/mine.toml"),
        (["--set", "run.weeks=9", "-o", "/found"], "--set run.weeks=9 -o …/found"),
    ],
)
def test_folders_in_the_command(words: list[str], said: str) -> None:
    assert command_line(words) == f"siloscope {said}"


def writing(text: str):
    return lambda path: path.write_text(text)


def test_a_new_folder_comes_whole(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "a" / "found", {"one": writing("1"), "two": fail}, NOTE)
    assert not list((tmp_path / "a").iterdir())
    paths = write_folder(tmp_path / "a" / "found", {"one": writing("1")}, NOTE)
    assert [path.name for path in paths] == ["one", "provenance.json"]
    assert json.loads(paths[1].read_text())["files"] == ["one"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["found"]


def test_earlier_results_are_replaced_and_other_files_stay(tmp_path: Path) -> None:
    folder = tmp_path / "found"
    write_folder(folder, {"one": writing("1"), "two": writing("2")}, NOTE)
    (folder / "notes.txt").write_text("mine")
    write_folder(folder, {"one": writing("3")}, NOTE)
    assert {path.name: path.read_text() for path in folder.iterdir() if path.name != "provenance.json"} == {
        "one": "3", "notes.txt": "mine",
    }  # fmt: skip


def test_a_failure_leaves_earlier_results(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        raise RuntimeError("no")

    folder = tmp_path / "found"
    write_folder(folder, {"one": writing("1")}, NOTE)
    with pytest.raises(RuntimeError):
        write_folder(folder, {"one": fail}, NOTE)
    assert {path.name for path in folder.iterdir()} == {"one", "provenance.json"}
    assert (folder / "one").read_text() == "1"


def test_a_folder_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(FileExistsError, match="--force"):
        write_folder(tmp_path, {"one": writing("1")}, NOTE)
    (tmp_path / "provenance.json").write_text('{"program": "another"}')
    with pytest.raises(FileExistsError, match="--force"):
        check_folder(tmp_path)
    write_folder(tmp_path, {"one": writing("1")}, NOTE, force=True)
    assert {path.name for path in tmp_path.iterdir()} == {"notes.txt", "one", "provenance.json"}


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    write_folder(tmp_path, {"one": writing("1")}, NOTE)
    assert {path.name for path in tmp_path.iterdir()} == {"one", "provenance.json"}


def test_no_folder_at_all(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(NotADirectoryError, match="is a file"):
        check_folder(file, force=True)
    with pytest.raises(NotADirectoryError, match="is a file"):
        check_folder(file / "found")


def test_a_provenance_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    folder, victim = tmp_path / "found", tmp_path / "victim"
    write_folder(folder, {"one": writing("1")}, NOTE)
    victim.write_text("mine")
    (folder / "provenance.json").write_text('{"program": "siloscope", "files": ["../victim", "one"]}')
    write_folder(folder, {"two": writing("2")}, NOTE)
    assert victim.exists()
    assert not (folder / "one").exists()
