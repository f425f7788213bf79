"""The command line: what it prints, what it says when something is wrong, and its exit codes."""

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner, Result

from experiments.cli.app import app
from experiments.cli.completing import policy_names, scenario_names
from experiments.cli.speaking import commands
from sim.company.file import read_scenario
from sim.policies import catalogue
from sim.policies.reading import parse_policy
from tests.experiments.small import SMALL


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.toml"
    path.write_text(SMALL)
    return str(path)


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "160", "TERM": "dumb"}).invoke(app, list(words))


def one_line(result: Result, code: int = 2) -> str:
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("siloscope: ")
    return line


def test_module_in_a_process_of_its_own() -> None:
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-m", "experiments", "policies"], cwd=root, capture_output=True, text=True, check=True
    )
    assert all(name in done.stdout for name in catalogue())
    assert done.stderr == ""


@pytest.mark.parametrize(
    "words",
    [(), ("policies",), ("receipt",), ("run",), ("compare",), ("xray",), ("bench",), ("policy",),
     ("policy", "new"), ("policy", "show"), ("scenario",), ("scenario", "new"), ("scenario", "list"),
     ("scenario", "show"), ("scenario", "check"), ("measures",), ("claims",), ("calibrate",)],
)  # fmt: skip
def test_help_teaches(words: tuple[str, ...]) -> None:
    result = siloscope(*words, "--help")
    assert result.exit_code == 0
    if not words:
        assert "Exit codes: 0 well" in result.stdout
        assert "siloscope compare sales-commission" in result.stdout
    elif words not in [("policy",), ("scenario",)]:
        assert "Example" in result.stdout
        assert f"siloscope {' '.join(words)}" in result.stdout


def test_version() -> None:
    assert siloscope("--version").stdout.startswith("siloscope ")


def test_policies() -> None:
    english, dutch = siloscope("policies"), siloscope("policies", "--lang", "nl")
    assert all(name in english.stdout and name in dutch.stdout for name in catalogue())
    assert english.stdout != dutch.stdout
    rows = json.loads(siloscope("policies", "--json").stdout)
    assert [row["id"] for row in rows] == list(catalogue())


def test_compare_prints_tables(small: str) -> None:
    result = siloscope("compare", "sales-commission", "fair-salary", "desk-clearing", "-s", small, "--details")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    for words in ("small: 3 futures", "Week 6 after the switch", "Last quarter", "Silo index", "±", "Weeks to change"):
        assert words in result.stdout
    dutch = siloscope(
        "compare", "sales-commission", "fair-salary", "-s", small, "--lang", "nl", "-m", "silo_index", "--details"
    )
    assert "Eilandjesindex" in dutch.stdout
    assert "Laatste kwartaal" in dutch.stdout
    assert "Winst" not in dutch.stdout


def test_compare_prints_json_and_nothing_else(small: str) -> None:
    result = siloscope("compare", "sales-commission", "fair-salary", "-s", small, "-n", "2", "--weeks", "3", "--json")
    content = json.loads(result.stdout)
    assert (content["scenario"], content["replicates"], content["weeks"], content["seed"]) == ("small", 2, 3, 5)
    assert result.stderr == ""
    again = siloscope(
        "compare", "sales-commission", "fair-salary", "-s", small, "-n", "2", "--weeks", "3", "--json", "--workers", "1"
    )
    assert again.stdout == result.stdout


def test_compare_sets_values_and_writes_a_folder(small: str, tmp_path: Path) -> None:
    words = ("compare", "sales-commission", "fair-salary", "-s", small, "-m", "sales", "-o", str(tmp_path / "found"))
    result = siloscope(*words, "--set", "problems.triage=0.5", "--set", "run.replicates=2", "--seed", "9")
    assert result.exit_code == 0, result.output
    assert "weekly.parquet" in result.stderr
    assert len(pd.read_parquet(tmp_path / "found" / "weekly.parquet")) == 2 * 2 * 9
    assert len(pd.read_parquet(tmp_path / "found" / "runs.parquet")) == 2 * 2 * 2
    note = json.loads((tmp_path / "found" / "provenance.json").read_text(encoding="utf-8"))
    assert note["parameters"]["triage"] == 0.5
    assert note["seed"] == 9
    assert siloscope(*words).exit_code == 0  # earlier results of ours may be replaced


def test_run(small: str, tmp_path: Path) -> None:
    words = ("run", small, "-p", "fair-salary", "--change-to", "desk-clearing", "--change-week", "3", "--every", "1")
    result = siloscope(*words, "-o", str(tmp_path / "found"), "--events", "xes,csv")
    assert result.exit_code == 0, result.output
    assert "After week 3 the policy is Desk clearing" in result.stdout
    assert {path.name for path in (tmp_path / "found").iterdir()} == {
        "weekly.parquet", "events.xes", "events.csv", "handoffs.graphml", "help.graphml", "provenance.json",
    }  # fmt: skip
    weeks = json.loads(siloscope(*words, "--json").stdout)["weeks"]
    assert [week["week"] for week in weeks] == [-1, 0, 1, 2, 3, 4, 5, 6, 7]
    assert weeks[4]["policy"] == "fair-salary"
    assert weeks[5]["policy"] == "desk-clearing"


def test_courses(small: str, tmp_path: Path) -> None:
    text = "fair-salary > desk-clearing@3"
    (tmp_path / "mine.toml").write_text(
        'id = "mine"\nname.en = "Mine"\nname.nl = "De mijne"\n[[steps]]\nweek = 0\npolicy = "fair-salary"\n'
        '[[steps]]\nweek = 3\npolicy = "desk-clearing"\n'
    )
    words = ("compare", "sales-commission", text, str(tmp_path / "mine.toml"), "-s", small)
    result = siloscope(*words, "-o", str(tmp_path / "found"), "--json")
    assert result.exit_code == 0, result.output
    policies = json.loads(result.stdout)["policies"]
    assert list(policies) == ["sales-commission", text, "mine"]
    assert policies[text] == policies["mine"]
    note = json.loads((tmp_path / "found" / "provenance.json").read_text(encoding="utf-8"))
    assert list(note["courses"]) == [text, "mine"]
    assert siloscope(*words, "-n", "2").exit_code == 0

    result = siloscope("run", small, "-p", f"{text} > fair-salary@5", "--every", "100")
    assert result.exit_code == 0, result.output
    assert "After week 3 the policy is Desk clearing" in result.stdout
    assert "After week 5 the policy is Fair salary" in result.stdout
    shown = {line.split()[0] for line in result.stdout.splitlines() if line.strip()[:1].isdigit()}
    assert shown == {"0", "1", "3", "4", "5", "6", "7"}
    by_text, by_options = (
        siloscope("run", small, *words, "--json").stdout
        for words in (("-p", text), ("-p", "fair-salary", "--change-to", "desk-clearing", "--change-week", "3"))
    )
    assert by_text == by_options


def test_xray(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at,team\n1,2026-01-05T09:00,a\n1,2026-01-05T10:00,b\n1,2026-01-05T11:00,a\n")
    words = ("xray", str(log), "--case", "case", "--time", "at", "--group", "team")
    result = siloscope(*words)
    assert result.exit_code == 0, result.output
    assert "Hand-offs" in result.stdout
    assert json.loads(siloscope(*words, "--json").stdout)["summary"]["handoffs"] == 2
    assert "did you mean 'team'" in one_line(siloscope(*words[:-1], "teams"))
    assert "there is no such file" in one_line(siloscope("xray", "no.csv", *words[2:]))


def test_scenarios(tmp_path: Path) -> None:
    assert "six-weeks" in siloscope("scenario", "list").stdout
    assert siloscope("scenario", "show", "small-shop").stdout.startswith('name = "small-shop"')
    made = siloscope("scenario", "new", "mine", "--out", str(tmp_path))
    assert made.exit_code == 0
    assert read_scenario(tmp_path / "mine.toml").name == "mine"
    assert siloscope("scenario", "new", "mine").stdout == (tmp_path / "mine.toml").read_text(encoding="utf-8")
    assert "is there already" in one_line(siloscope("scenario", "new", "mine", "--out", str(tmp_path)))
    assert "well (mine" in siloscope("scenario", "check", str(tmp_path / "mine.toml")).stdout
    (tmp_path / "bad.toml").write_text("[problems]\ntriag = 0.5\n")
    line = one_line(siloscope("scenario", "check", str(tmp_path / "bad.toml")))
    assert "bad.toml" in line
    assert "triage" in line


def test_a_policy_of_ones_own(tmp_path: Path, small: str) -> None:
    text = siloscope("policy", "new", "my-own").stdout
    assert parse_policy(text, "new").id == "my-own"
    assert "#" in text  # the explanations come along
    assert siloscope("policy", "new", "my-own", "--like", "fair-salary", "--out", str(tmp_path)).exit_code == 0
    result = siloscope("compare", "sales-commission", str(tmp_path / "my-own.toml"), "-s", small, "-n", "1", "--json")
    assert list(json.loads(result.stdout)["policies"]) == ["sales-commission", "my-own"]
    assert parse_policy(siloscope("policy", "show", "fair-salary").stdout, "shown") == catalogue()["fair-salary"]
    assert "small letters" in one_line(siloscope("policy", "new", "../up"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("compare", "sales-comission", "fair-salary"), '"sales-commission"'),
        (("compare", "fair-salary"), "two policies"),
        (("compare", "fair-salary", "fair-salary"), "twice"),
        (("compare", "sales-commission", "none.toml"), "none.toml"),
        (("compare", "sales-commission", "fair-salary", "-s", "six-week"), '"six-weeks"'),
        (("compare", "sales-commission", "fair-salary", "--set", "problems.triag=0.5"), "triage"),
        (("compare", "sales-commission", "fair-salary", "--set", "problems.triage=2"), "0 to 1"),
        (("compare", "sales-commission", "fair-salary", "--set", "problems.triage"), "section.key=value"),
        (("compare", "sales-commission", "fair-salary", "-m", "silo"), "silo"),
        (("compare", "sales-commission", "fair-salary", "-n", "0"), "replicates = 0"),
        (("compare", "sales-commission", "fair-salary > sales-commission"), "sales-commission@26"),
        (("compare", "sales-commission", "fair-salary > sales-commission@52"), "week 52 is the last"),
        (("run", "-p", "fair-salary > sales-commission@x"), 'week "x" must be a whole number'),
        (("run", "--change-week", "3"), "no policy to change to"),
        (("run", "--events", "csv"), "--out"),
        (("run", "--events", "ocel", "--out", "x"), "parquet, csv, xes"),
        (("policy", "show", "fair"), "fair-salary"),
    ],
)
def test_wrong_input_is_told_in_one_line(words: tuple[str, ...], said: str) -> None:
    assert said in one_line(siloscope(*words))


def test_folders_that_cannot_be_written(small: str, tmp_path: Path) -> None:
    words = ("compare", "sales-commission", "fair-salary", "-s", small, "-n", "1", "--weeks", "1", "-o")
    assert "is a file" in one_line(siloscope(*words, f"{small}/found"))
    assert "is a file" in one_line(siloscope(*words, small))
    assert "--force" in one_line(siloscope(*words, str(tmp_path)))  # holds the scenario
    assert siloscope(*words, str(tmp_path), "--force").exit_code == 0
    assert Path(small).exists()


@pytest.mark.parametrize("words", [("compar",), ("compare",), ("run", "--weeks", "many"), ("policies", "--lang", "fr")])
def test_usage(words: tuple[str, ...]) -> None:
    result = siloscope(*words)
    assert result.exit_code == 2
    assert "Usage" in result.stderr


def test_interruption(small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("experiments.comparing.compare.stream", interrupt)
    result = siloscope("compare", "sales-commission", "fair-salary", "-s", small)
    assert one_line(result, 130) == "siloscope: interrupted"


def test_our_own_mistakes_are_not_hidden(small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr("experiments.comparing.compare.stream", fail)
    result = siloscope("compare", "sales-commission", "fair-salary", "-s", small)
    assert result.exit_code == 1
    assert isinstance(result.exception, ValueError)


def test_completion_knows_all_names() -> None:
    assert list(policy_names("")) == list(catalogue())
    assert list(policy_names("fair")) == ["fair-salary"]
    assert "six-weeks" in list(scenario_names("six"))


def test_receipt() -> None:
    result = siloscope("receipt", "gate-and-shared-target", "--lang", "nl")
    assert result.exit_code == 0, result.output
    assert "€" in result.stdout
    content = json.loads(siloscope("receipt", "fair-salary", "--json").stdout)
    assert content["policy"] == "fair-salary"
    assert set(content["manager"]["one_more"]) == set(content["employee"]["a_month"])
    assert not any(content["manager"]["one_more"].values())  # a fixed salary pays for nothing in particular
    assert content["manager"]["base"] > content["employee"]["base"] > content["employee"]["variable"] == 0.0
    start = content["standing"]["satisfaction_start"]
    assert content["standing"]["satisfaction"] > start  # a little above what thresholds count from
    assert f"telt vanaf {start:.1f}".replace(".", ",") in " ".join(result.stdout.split())
    assert siloscope("receipt", "fair-salary", "--satisfaction", "nan").exit_code == 2


def test_set_changes_one_number_of_a_contract(small: str, tmp_path: Path) -> None:
    """In every command that takes policies, and the same as a file with that number would."""
    text = siloscope("policy", "show", "sales-commission").stdout
    assert "share = 0.3\n" in text
    (tmp_path / "sales-commission.toml").write_text(text.replace("share = 0.3\n", "share = 0.1\n", 1))
    file, setting = str(tmp_path / "sales-commission.toml"), ("--set", "sales-commission:employee.1.share=0.1")
    for words in (
        ("compare", "fair-salary", "{}", "-s", small, "--json"), ("run", small, "-p", "{}", "--json"),
        ("run", small, "-p", "fair-salary", "--change-to", "{}", "--change-week", "2", "--json"),
        ("receipt", "{}", "-s", small, "--json"),
    ):  # fmt: skip
        named, written, usual = (
            siloscope(*(word.format(policy) for word in words), *more)
            for policy, more in (("sales-commission", setting), (file, ()), ("sales-commission", ()))
        )
        assert named.exit_code == 0, named.output
        assert named.stdout == written.stdout != usual.stdout, words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("receipt", "fair-salary", "--set", "fair-salary:manager.pay=11"), "fair-salary:manager.pay = 11.0 must be"),
        (("run", "-p", "fair-salary", "--set", "fair-salary:manager.1.share=1"), "is no number of this policy"),
        (("compare", "a", "b", "--set", "fair-salary:manager.pay"), "policy:role.term.key=value"),
        (("receipt", "fair-salary", "--set", "fair-salaries:manager.pay=1"), 'did you mean "fair-salary"?'),
    ],
)
def test_a_number_that_no_contract_can_have_is_told_in_one_line(words: tuple[str, ...], said: str) -> None:
    assert said in one_line(siloscope(*words))


def test_the_numbers_of_a_policy_are_listed_by_the_names_that_set_takes() -> None:
    table = siloscope("policy", "keys", "gate-and-shared-target", "--lang", "nl")
    assert "gate-and-shared-target:manager.2.threshold" in table.stdout
    assert "Doelbonus: tevredenheid, hele unit" in " ".join(table.stdout.split())
    rows = json.loads(siloscope("policy", "keys", "gate-and-shared-target", "--json").stdout)
    for row in rows:
        assert row["likely"][0] < row["likely"][1]
        value = row["likely"][1] if row["value"] is None else row["value"]
        said = siloscope("receipt", "gate-and-shared-target", "--json", "--set", f"{row['key']}={value}")
        assert said.exit_code == 0, said.output


def test_examples_fit_on_a_terminal_as_they_are_typed() -> None:
    """A line that the terminal breaks cannot be copied; ours are broken where a shell goes on reading."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    examples = [
        re.sub(r"\[/?(dim|bold)\]", "", line)
        for command in commands(group)
        for line in inspect.cleandoc(command.help or "").splitlines()
        if line.startswith(" ")
    ]
    assert len(examples) > 40
    assert [line for line in examples if len(line) > 78] == []
    assert [line for line in examples if re.search(r"\S {6,}-", line)] == []
