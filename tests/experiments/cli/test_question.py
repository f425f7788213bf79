"""`siloscope compare --question` answers a question that a page saved, and the command that a page copies works."""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from experiments.cli.app import app
from experiments.comparing.compare import compare
from experiments.comparing.contract_keys import keys_of
from experiments.comparing.question import FILE_NAME, Question
from experiments.comparing.question_file import question_to_toml
from sim.parameters import levers
from sim.policies import Policy, catalogue
from sim.policies.reading import policy_to_toml

COMPANY = """
name = "It's $HOME & `us`"
[company]
units = 1
divisions = 2
employees = 3
[run]
warmup_weeks = 2
"""
SHOP = "small-shop"
TINY = (("run.warmup_weeks", "2"),)


def own(policy: Policy, name: str) -> str:
    """The text of a policy's file under another id."""
    return policy_to_toml(policy).replace(f'id = "{policy.id}"', f'id = "{name}"', 1)


OWN = own(catalogue()["gate-and-shared-target"], "mine")


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Questions as the sliders, lists and pages of the dashboard make them, of a tiny company."""
    names = draw(st.lists(st.sampled_from([*catalogue(), "mine"]), min_size=1, max_size=3, unique=True))
    policies = list(names)
    if draw(st.booleans()) and len(names) > 1:
        policies[0] = f"{names[0]} > {names[1]}@2"
    sliders: dict[str, str] = {}
    for row in draw(st.lists(st.sampled_from(levers()), max_size=2, unique=True)):
        sliders[row.key] = f"{draw(st.floats(row.likely_low, row.likely_high)):.6g}"
    known = {**catalogue(), "mine": catalogue()["gate-and-shared-target"]}
    for name in names:
        key = draw(st.sampled_from([None, *(key for key in keys_of(known[name]) if key.key.endswith("pay"))]))
        if key is not None:
            sliders[f"{name}:{key.key}"] = f"{draw(st.floats(*key.likely)):.6g}"
    brought = draw(st.booleans())
    return Question(
        policies=tuple(policies), weeks=draw(st.integers(3, 7)), replicates=draw(st.integers(1, 2)),
        seed=draw(st.one_of(st.none(), st.integers(0, 2**63 - 1))), own_scenario=COMPANY if brought else "",
        scenario="six-weeks" if brought else SHOP,
        settings=tuple(sorted({**sliders, **({} if brought else dict(TINY))}.items())),
        own_policies=(OWN,) if "mine" in names or draw(st.booleans()) else (),
    )  # fmt: skip


def siloscope(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def refusal(*words: str) -> str:
    """The line that says why a command is refused."""
    result = siloscope("compare", *words)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def found_by(question: Question) -> str:
    """The numbers that a page shows."""
    found = compare(
        question.of_scenario, question.of_courses, replicates=question.in_futures, weeks=question.in_weeks,
        seed=question.with_seed,
    )  # fmt: skip
    return found.to_json()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
@example(Question(policies=("mine",), own_policies=(OWN,), scenario=SHOP, settings=TINY, weeks=3, replicates=1))
def test_the_command_that_a_page_copies_finds_its_numbers(question: Question) -> None:
    program, *words = shlex.split(question.command)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        if question.command_needs_file:
            Path(FILE_NAME).write_text(question_to_toml(question), encoding="utf-8")
        result = siloscope(*words, "--json")
    assert program == "siloscope"
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == json.loads(found_by(question))


def test_it_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    policies = ("fair-salary > desk-clearing@2", "sales-commission")
    question = Question(policies=policies, scenario=SHOP, settings=TINY, weeks=3, replicates=1)
    (tmp_path / "siloscope").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m experiments "$@"\n')
    (tmp_path / "siloscope").chmod(0o755)
    done = subprocess.run(
        ["sh", "-c", f"{question.command} --json"], cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.stderr == ""
    assert json.loads(done.stdout) == json.loads(found_by(question))


def test_what_is_typed_beside_a_file_goes_before_it(tmp_path: Path) -> None:
    question = Question(own_scenario=COMPANY, weeks=3, replicates=1, seed=1, settings=(("choice.meaning", "0.5"),))
    file = tmp_path / "question.toml"
    file.write_text(question_to_toml(question), encoding="utf-8")
    typed = siloscope(
        "compare", "-q", str(file), "--weeks", "4", "-n", "2", "--seed", "9", "--set", "choice.meaning=1.5",
        "--set", "gate-and-shared-target:manager.pay=1.1", "--json",
    )  # fmt: skip
    other = question.replace(weeks=4, replicates=2, seed=9).with_setting("choice.meaning", "1.5")
    other = other.with_setting("gate-and-shared-target:manager.pay", "1.1")
    assert json.loads(typed.stdout) == json.loads(found_by(other))
    assert "Gate and shared target" in siloscope("compare", "-q", str(file)).stdout


def test_policies_and_a_scenario_beside_a_file_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "question.toml"
    file.write_text(question_to_toml(Question()), encoding="utf-8")
    line = refusal("fair-salary", "--question", str(file))
    assert "POLICY fair-salary" in line
    assert f"--question {file}" in line
    assert "--scenario small-shop" in refusal("--scenario", "small-shop", "--question", str(file))
    assert "--question FILE" in siloscope("compare").stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weeks = 1.5", ("weeks", "1.5", "whole number")),
        ("weeks = true", ("weeks", "true", "whole number")),
        ("replicates = 5000", ("replicates", "5000", "1,000")),
        ("polices = []", ("polices", 'did you mean "policies"')),
        ('policies = "fair-salary"', ("policies", '"fair-salary"', "list of texts")),
        ('policies = ["fair-salry"]', ("fair-salry", "fair-salary")),
        ('scenario = "six-week"', ("six-week", "six-weeks")),
        ('scenario = "six-weeks"\ncompany = "name = 1"', ("scenario", "six-weeks", "company")),
        ("set = 3", ("set", "3", "table")),
        ("[set]\nchoice.meaning = 'much'", ("choice.meaning", "much", "number")),
        ('[set]\n"choice.meanin" = 1', ("choice.meanin", "choice.meaning")),
        ("version = 2", ("version", "2", "reads 1")),
        ("contracts = ['id = 1']", ("own policy", "name is missing")),
        ("=", ("not readable as TOML",)),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, text: str, said: tuple[str, ...]) -> None:
    file = tmp_path / "question.toml"
    file.write_text(text, encoding="utf-8")
    line = refusal("--question", str(file))
    assert str(file) in line
    for words in said:
        assert words in line


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in refusal("--question", str(tmp_path / "gone.toml"))
    (tmp_path / "binary.toml").write_bytes(bytes(range(256)))
    assert "no text in UTF-8" in refusal("--question", str(tmp_path / "binary.toml"))
