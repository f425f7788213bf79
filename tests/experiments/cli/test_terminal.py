"""What users write is shown on the terminal as text: no markup, no pictures, nothing that is obeyed; in one place."""

import io
import re
from pathlib import Path

import pytest
from rich.table import Table
from rich.text import Text
from typer.testing import CliRunner, Result

import experiments.cli
from experiments.cli.app import app
from experiments.cli.console import Terminal
from experiments.cli.printing import echo

TEXTS = ["[/red]", "[red]", "[link=x]y[/link]", ":smile:", "[", r"\[x]", "{x}"]
OBEYED = ["\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\x08", "\x7f", "\r"]
_ROOM = Path(experiments.cli.__file__).parent


def shown(*things: object) -> str:
    file = io.StringIO()
    terminal = Terminal(file=file, width=80)
    for thing in things:
        terminal.print(thing)
    return file.getvalue()


def table_of(text: str) -> Table:
    table = Table(title=text)
    table.add_column(text)
    table.add_column(Text(text))
    table.add_row(text, Text(text))
    return table


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == f"{text}\n"
    assert shown(table_of(text)).count(text) == 5


@pytest.mark.parametrize("sign", OBEYED)
def test_no_sign_is_obeyed_and_columns_stay(sign: str) -> None:
    said = shown(f"a{sign}b", Text(f"a{sign}b"), table_of(f"a{sign}b"))
    assert sign not in said
    widths = {len(line) for line in shown(table_of(f"a{sign}b")).splitlines()[1:]}
    assert len(widths) == 1


@pytest.mark.parametrize("sign", [*OBEYED, "\udcff"])
def test_plain_lines_write_it_out(sign: str, capsys: pytest.CaptureFixture[str]) -> None:
    echo(f"a{sign}b")
    assert re.fullmatch(r"a\\u[0-9a-f]{4}\S*b\n", capsys.readouterr().out)


def test_there_is_one_console_and_one_way_to_print() -> None:
    for path in _ROOM.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "typer.echo(" not in text or path.name in ("printing.py", "app.py"), path
        assert not re.search(r"(?<!\w)Console\(", text) or path.name == "console.py", path
        assert "Text.from_markup" not in text, path


POLICY = """id = "given"
name.en = "[/red] :smile:"
name.nl = "[bold]x"
meaning.en = "[/red] :smile: {x}"
meaning.nl = "[link=x]y"
origin = "ours"
[employee]
pay = 1.1
[manager]
pay = 1.1
"""
COMPANY = """name = "[/red] :smile:"
[company]
units = 1
divisions = 2
employees = 3
[run]
warmup_weeks = 1
weeks = 2
replicates = 2
"""


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "160", "TERM": "dumb"}).invoke(app, list(words))


@pytest.mark.parametrize(
    "words",
    [
        ("run", "{company}", "-p", "{policy}"), ("receipt", "{policy}"), ("policy", "keys", "{policy}"),
        ("compare", "fair-salary", "{policy}", "-s", "{company}", "-m", "silo_index", "--workers", "1"),
        ("scenario", "check", "{company}"), ("policy", "show", "{policy}"),
    ],
)  # fmt: skip
def test_names_like_markup_are_shown_by_every_command(words: tuple[str, ...], tmp_path: Path) -> None:
    company, policy = tmp_path / "company.toml", tmp_path / "given.toml"
    company.write_text(COMPANY, encoding="utf-8")
    policy.write_text(POLICY, encoding="utf-8")
    result = siloscope(*(word.format(company=company, policy=policy) for word in words))
    assert result.exit_code == 0, result.output
    assert "[/red] :smile:" in result.stdout or words[0] == "compare"
    if "{company}" in words:
        assert "[/red] :smile:" in result.stdout


def test_a_refusal_that_knows_both_languages_is_told_in_the_one_asked_for(tmp_path: Path) -> None:
    policy = tmp_path / "given.toml"
    policy.write_text(POLICY.replace("[bold]x", "a\\u202eb"), encoding="utf-8")
    for more, said in (((), "leave that sign out"), (("--lang", "nl"), "laat dat teken weg"), (("--lang=nl",), "laat")):
        result = siloscope("receipt", str(policy), *more)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert "U+202E" in result.stderr
