"""What the readme promises of every command: --lang, --json where it prints results, --out where it makes files."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command
from typer.testing import CliRunner, Result

from experiments.cli.app import app
from experiments.xray.refusing import WORDS

NO_RESULTS = {
    "report": "makes a page", "warm-up": "prepares", "policy show": "prints a file", "policy new": "prints a file",
    "scenario show": "prints a file", "scenario new": "prints a file", "scenario check": "says whether a file is well",
}  # fmt: skip
"""Commands that print no results, so that JSON would hold nothing; each with what it does instead."""
MAKES_FILES = {
    "run", "compare", "flips", "choose", "xray", "calibrate", "claims", "sweep run", "policy new", "scenario new",
}  # fmt: skip


def leaves(group: TyperGroup, before: str = "") -> Iterator[tuple[str, TyperCommand]]:
    """Every command that does something, by the words that are typed for it."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from leaves(command, f"{before}{name} ")
        elif isinstance(command, TyperCommand):
            yield before + name, command


def every() -> dict[str, TyperCommand]:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return dict(leaves(group))


def options(command: TyperCommand) -> set[str]:
    return {option for param in command.params for option in param.opts}


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "120", "TERM": "dumb", "SILOSCOPE_LANG": "en"}).invoke(app, list(words))


@pytest.mark.parametrize("name", every())
def test_every_command_takes_a_language(name: str) -> None:
    assert "--lang" in options(every()[name])
    for lang in ("en", "nl"):
        assert siloscope(*name.split(), "--lang", lang, "--help").exit_code == 0


@pytest.mark.parametrize("name", every())
def test_what_prints_results_prints_json_and_what_makes_files_takes_a_folder(name: str) -> None:
    found = options(every()[name])
    assert "--json" in found or name in NO_RESULTS
    assert "--out" in found or name not in MAKES_FILES


@pytest.mark.parametrize("name", ["xray", "calibrate"])
def test_what_a_refusal_of_a_log_advises_can_be_typed(name: str) -> None:
    advised = {
        option for texts in WORDS.all.values() for text in texts.values() for option in re.findall(r"--[a-z-]+", text)
    }
    assert {"--time-unit", "--date-order", "--separator"} <= advised <= options(every()[name])


COMPANY = ("--set", "run.warmup_weeks=1", "--weeks", "2")
PRINTING: dict[str, tuple[str, ...]] = {
    "policies": (), "measures": (), "receipt": (), "policy keys": ("fair-salary",), "scenario list": (),
    "run": ("small-shop", *COMPANY),
    "compare": ("sales-commission", "fair-salary", "-s", "small-shop", "-n", "2", *COMPANY),
    "xray": ("{log}", "--case", "ticket", "--time", "at", "--group", "team"),
}  # fmt: skip
"""What each needs besides; those of sweeps have tests of their own in tests/readme and tests/experiments/sweeping."""


@pytest.mark.parametrize("name", PRINTING)
def test_json_is_json_and_nothing_else(name: str) -> None:
    log = str(Path(__file__).parents[3] / "experiments" / "examples" / "tickets.csv")
    words = [*name.split(), *(word.format(log=log) for word in PRINTING[name])]
    for lang in ("en", "nl"):
        result = siloscope(*words, "--json", "--lang", lang)
        assert result.exit_code == 0, result.output
        assert json.loads(result.stdout)
        assert result.stderr == "", "what is told beside it is for people"


@pytest.mark.parametrize("name", ["policies", "measures", "receipt", "policy keys", "scenario list", "xray", "run"])
def test_tables_are_in_the_language_that_was_asked_for(name: str) -> None:
    log = str(Path(__file__).parents[3] / "experiments" / "examples" / "tickets.csv")
    words = [*name.split(), *(word.format(log=log) for word in PRINTING[name])]
    english, dutch = (siloscope(*words, "--lang", lang).stdout for lang in ("en", "nl"))
    assert english != dutch
    assert len(english.splitlines()) > 2
