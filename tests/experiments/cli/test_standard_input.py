"""What stands in a file may come in on standard input, as "-": policies, courses, companies; for commands only."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from experiments.catalogue import SCENARIOS
from experiments.cli.app import app
from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.given import files
from experiments.given.files import STANDARD_INPUT, TOML, bytes_in, text_in
from experiments.given.refusing import Refusal
from experiments.xray.reading import LogError
from sim.company.file import ScenarioError
from sim.policies import PolicyError
from sim.policies.reading import CATALOGUE

POLICY = (CATALOGUE / "fair-salary.toml").read_text(encoding="utf-8")
COMPANY = (SCENARIOS / "small-shop.toml").read_text(encoding="utf-8")
COURSE = (
    'id = "mine"\nname.en = "Mine"\nname.nl = "Mijn"\n[[steps]]\nweek = 0\npolicy = "fair-salary"\n'
    '[[steps]]\nweek = 1\npolicy = "desk-clearing"\n'
)


def siloscope(given: str, *words: str) -> Result:
    return CliRunner(env={"SILOSCOPE_LANG": "en"}).invoke(app, words, input=given)


def coming(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(files.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw), closed=False))


@pytest.mark.parametrize(
    ("given", "words", "named"),
    [
        (POLICY, ("policy", "show"), "fair-salary"),
        (POLICY, ("policy", "keys"), "fair-salary"),
        (POLICY, ("receipt", "--json"), "fair-salary"),
        (COMPANY, ("scenario", "show"), "small-shop"),
    ],
)
def test_what_comes_in_is_read_as_the_one_that_is_named(given: str, words: tuple[str, ...], named: str) -> None:
    come_in = siloscope(given, *words, "-")
    assert come_in.exit_code == 0, come_in.output
    assert come_in.stdout == siloscope("", *words, named).stdout


def test_a_company_is_checked() -> None:
    well, wrong = siloscope(COMPANY, "scenario", "check", "-"), siloscope("colour = 1", "scenario", "check", "-")
    assert (well.exit_code, wrong.exit_code) == (0, 2)
    assert well.stdout.startswith("standard-input")
    assert wrong.stderr.startswith("siloscope: standard-input: colour")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (POLICY, ("compare", "-", "desk-clearing")),
        (COURSE, ("compare", "desk-clearing", "-")),
        (COMPANY, ("compare", "desk-clearing", "fair-salary", "-s", "-")),
        (COMPANY, ("run", "-")),
        (POLICY, ("run", "-p", "-")),
        (COURSE, ("run", "-p", "-")),
        (POLICY, ("run", "--change-to", "-")),
    ],
)
def test_every_place_for_a_file_takes_it(given: str, words: tuple[str, ...]) -> None:
    """Commands that live are stopped by their measure, which they look at after all that is read."""
    result = siloscope(given, *words, "-m", "no-such-measure")
    assert result.exit_code == 2
    assert 'measure "no-such-measure" is not known' in result.stderr


def test_what_is_no_policy_is_refused_by_the_name_of_the_input() -> None:
    for text in ("x = 1", "not toml [", COMPANY):
        result = siloscope(text, "policy", "show", "-")
        assert result.exit_code == 2
        assert result.stderr.startswith("siloscope: standard-input: ")
        assert len(result.stderr.splitlines()) == 1


def test_one_input_may_be_looked_at_twice_but_not_when_it_is_too_much_to_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path(STANDARD_INPUT)
    coming(monkeypatch, b"a = 1")
    assert text_in(here) == text_in(here) == "a = 1"
    coming(monkeypatch, b"x" * (TOML + 1))
    assert len(bytes_in(here, LogError, 2 * TOML)) == TOML + 1
    with pytest.raises(Refusal, match="one file only"):
        text_in(here)


def test_a_question_never_reads_the_input_of_who_answers_it(monkeypatch: pytest.MonkeyPatch) -> None:
    coming(monkeypatch, COMPANY.encode())
    with pytest.raises(ScenarioError):
        _ = Question(scenario="-").of_scenario
    with pytest.raises((PolicyError, RequestError)):
        _ = Question(policies=("-", "fair-salary")).of_courses
    assert files.sys.stdin.buffer.tell() == 0
