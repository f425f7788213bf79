"""What a shell completes: keys of scenario and contract, and names of measures, all of which the program takes."""

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from experiments.cli.app import app
from experiments.cli.completing import measure_names, one_measure, setting_keys
from experiments.comparing.contract_keys import keys_of
from experiments.comparing.reported import reported
from sim.parameters import declared
from sim.policies import catalogue
from sim.records.measures import MEASURES


def context(command: str) -> typer.Context:
    return typer.Context(get_command(app), info_name=command)


def names(found: object) -> list[str]:
    return [name for name, _ in found]  # type: ignore[attr-defined]


def test_keys_of_the_scenario() -> None:
    everything = names(setting_keys(""))
    assert {f"{row.key}=" for row in declared()} | {"company.units=", "run.weeks="} <= set(everything)
    assert {f"{policy}:" for policy in catalogue()} <= set(everything)
    assert names(setting_keys("problems.tri")) == ["problems.triage="]
    assert all(meaning for _, meaning in setting_keys("choice."))


def test_keys_of_a_contract() -> None:
    policy = catalogue()["gate-and-shared-target"]
    assert names(setting_keys(f"{policy.id}:")) == [f"{policy.id}:{row.key}=" for row in keys_of(policy)]
    assert names(setting_keys("no-such-policy:")) == []


@pytest.mark.parametrize(("command", "known"), [("run", MEASURES), ("compare", reported())])
def test_measures(command: str, known: dict[str, object]) -> None:
    assert names(measure_names(context(command), "")) == list(known)
    assert names(measure_names(context(command), "silo_index,trus")) == ["silo_index,trust"]
    assert "silo_index,silo_index" not in names(measure_names(context(command), "silo_index,silo"))


def test_one_measure_and_the_options_that_take_one() -> None:
    assert names(one_measure("")) == list(reported())
    assert names(one_measure("sat")) == ["satisfaction"]
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    for command, option, begun in (
        ("flips", "--measure", "sat"), ("sensitivity", "--measure", "sat"), ("discover", "--measure", "sat"),
        ("flips", "--over", "problems.tri"), ("flips", "--and", "gate-and-shared-target:"),
    ):  # fmt: skip
        param = next(each for each in group.commands[command].params if option in each.opts)
        assert param.shell_complete(context(command), begun), f"{command} {option}"


def test_the_shell_is_answered() -> None:
    result = CliRunner().invoke(
        app, [], prog_name="siloscope",
        env={"_SILOSCOPE_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args",
             "_TYPER_COMPLETE_ARGS": "siloscope compare --set problems.tri"},
    )  # fmt: skip
    assert "problems.triage=" in result.output
