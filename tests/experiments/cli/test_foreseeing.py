"""What takes long or much memory is asked for first, and refused where nobody can answer; and output nobody reads."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from experiments.cli import foreseeing
from experiments.cli.app import app
from experiments.cli.failures import CLOSED, WRONG_INPUT
from experiments.comparing.foreseeing import Size, company_bytes, foreseen
from experiments.comparing.warmups import warm
from sim.company.file import scenario_with
from sim.company.scenario import Scenario

ROOT = Path(__file__).resolve().parents[3]
PAIR = ("compare", "sales-commission", "fair-salary")
SMALL = scenario_with(
    Scenario(), {"company.units": "1", "company.divisions": "2", "company.employees": "3", "run.warmup_weeks": "2"}
)
FREE = 1e12


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "80", "TERM": "dumb"}).invoke(app, list(words))


def test_memory_is_that_of_the_tables() -> None:
    company = warm(SMALL, 1, 0, weeks=10)
    held = sum(table.nbytes for table in company.world)
    assert 0.7 < company_bytes(SMALL, 12) / held < 1.5
    crowded = scenario_with(SMALL, {"customers.customers_per_employee": "10000"})
    assert company_bytes(crowded, 12) > 10 * company_bytes(SMALL, 12)


def test_time_and_memory_grow_with_what_is_asked() -> None:
    one = foreseen(SMALL, Size(2, 10, 50, 1), FREE)
    assert foreseen(SMALL, Size(2, 20, 50, 1), FREE).seconds == pytest.approx(2 * one.seconds)
    assert foreseen(SMALL, Size(2, 10, 50, 2), FREE).seconds == pytest.approx(one.seconds / 2)
    assert foreseen(SMALL, Size(2, 10, 101, 1), FREE).seconds == pytest.approx(2 * one.seconds)
    assert foreseen(SMALL, Size(2, 20, 50, 1), FREE).bytes > one.bytes
    larger = scenario_with(SMALL, {"company.units": "10"})
    assert foreseen(larger, Size(2, 10, 50, 1), FREE).seconds == pytest.approx(10 * one.seconds)


def test_a_long_one_is_measured() -> None:
    asked = Size(2, 100_000, 52, 1)
    found = foreseen(SMALL, asked, FREE)
    reckoned = foreseen(SMALL, asked, 0.0)  # without the memory for a pilot
    assert found != reckoned
    # The known pace is that of a company of 78; a small one is a little slower, a processor a little faster or slower.
    assert reckoned.seconds / 20 < found.seconds < 20 * reckoned.seconds


@pytest.mark.parametrize(
    "words",
    [
        ("--replicates", "100000", "--weeks", "5200"),
        ("--scenario", "conglomerate", "--set", "customers.customers_per_employee=10000", "--weeks", "5200"),
    ],
)
def test_what_is_too_long_is_refused_where_nobody_can_answer(words: tuple[str, ...]) -> None:
    result = siloscope(*PAIR, *words)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert "GB of memory" in line
    assert "--yes" in line


def test_yes_goes_on_and_says_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreseeing, "LONG", 0.0)
    asked = Size(2, 2, 2, 1)
    foreseeing.agree(SMALL, asked, yes=True, lang="nl")
    with pytest.raises(foreseeing.RequestError, match="--yes"):
        foreseeing.agree(SMALL, asked, yes=False, lang="en")


@pytest.mark.parametrize("answer", [True, False])
def test_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    monkeypatch.setattr(foreseeing, "LONG", 0.0)
    monkeypatch.setattr(foreseeing, "can_answer", lambda: True)
    monkeypatch.setattr(typer, "confirm", lambda *_, **__: answer)
    if answer:
        foreseeing.agree(SMALL, Size(2, 2, 2, 1), yes=False, lang="en")
        return
    with pytest.raises(typer.Exit):
        foreseeing.agree(SMALL, Size(2, 2, 2, 1), yes=False, lang="en")


def test_what_is_short_asks_nothing() -> None:
    foreseeing.agree(SMALL, Size(2, 30, 52, 2), yes=False, lang="en")


def test_a_large_seed_makes_nothing_long() -> None:
    words = ("-s", "small-shop", "-n", "1", "--weeks", "1", "--set", "run.warmup_weeks=1", "--seed", str(2**63 - 1))
    result = siloscope(*PAIR, *words)
    assert result.exit_code == 0, result.output


LONG = (("policies",), ("measures", "--json"), ("scenario", "new", "mine", "--all"), ("--help",), ("compare", "-h"), ())
"""What prints much, help too; the last is the program alone."""


@pytest.mark.parametrize("words", LONG)
def test_a_reader_who_leaves_ends_it_quietly(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "experiments", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # before anything is written
        said = process.stderr.read()
        process.wait()
    assert said == b""
    assert process.returncode == CLOSED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_help_on_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "experiments", "--help", "--lang", "nl"], cwd=ROOT, stdout=full,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert told.returncode == WRONG_INPUT
    assert told.stderr == "siloscope: de schijf is vol\n"
