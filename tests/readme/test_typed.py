"""Whatever a page tells people to type runs: each command and each snippet, in the order of the page.

The short form lives few weeks of small companies; `pytest -m long tests/readme` runs all of it as it stands (hours).
"""

import importlib.util
import re
import sys
from pathlib import Path

import pytest
import typer
from typed import BROWSER, DUTCH, ENGLISH, LONG, OTHERS, PAGES, ROOT, blocks, do, inline, lines, prepare, smaller
from typer.core import TyperGroup
from typer.main import get_command

from dashboard.serving.commands import add_to
from experiments.cli.app import app

WITH_COMMANDS = [page for page in PAGES if any(block.kind == "sh" for block in blocks(page)) and page != DUTCH]
"""The Dutch readme has the same commands as the English one (tests/readme/test_two_languages.py)."""
SHORT = [ENGLISH, ROOT / "docs" / "scale.md", ROOT / "docs" / "notebook.md"]
"""What the short form runs; the rest differs in names only."""


def whole() -> TyperGroup:
    """The command line with the commands of the dashboard."""
    both = typer.Typer(name="siloscope", cls=app.info.cls)
    both.registered_callback = app.registered_callback
    both.registered_commands, both.registered_groups = list(app.registered_commands), list(app.registered_groups)
    add_to(both)
    group = get_command(both)
    assert isinstance(group, TyperGroup)
    return group


def understood(words: list[str]) -> None:
    """Read a command as the command line does, and do nothing. Raises what the command line would say."""
    command, rest = whole(), words[1:]
    while isinstance(command, TyperGroup) and rest:
        _, command, rest = command.resolve_command(command.make_context("siloscope", ["x"]), rest)  # type: ignore[assignment]
    command.make_context(words[-1], rest)


def page_id(page: Path) -> str:
    return page.name


@pytest.mark.parametrize("page", SHORT, ids=page_id)
def test_commands_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(page, tmp_path, monkeypatch, short=True)


@pytest.mark.long
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=page_id)
def test_commands_of_a_page_run_as_they_stand(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(page, tmp_path, monkeypatch, short=False)


def run(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, short: bool) -> None:
    """All that a page tells to type, in a folder of its own; an experiment that it shows is saved as load.toml."""
    prepare(folder, short)
    monkeypatch.chdir(folder)
    count = 0
    for kind, text in blocks(page):
        if kind == "toml":
            (folder / "load.toml").write_text(smaller(text) if short else text, encoding="utf-8")
        elif kind == "python" and page != ENGLISH:  # what reads the results of the commands before it
            exec(compile(text, page.name, "exec"), {})
        for words in lines(text) if kind == "sh" else ():
            if words[0] in OTHERS or words[1] in BROWSER or "tcp://big-machine:8786" in words:
                continue
            if short and words[1] in LONG:
                understood(words)
                continue
            result = do(words, short)
            assert result.exit_code == 0, f"{words}: {result.output}"
            count += 1
    assert count >= 3


@pytest.mark.parametrize("page", [ENGLISH, DUTCH], ids=page_id)
def test_the_snippet_in_python_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snippets = [text for kind, text in blocks(page) if kind == "python"]
    assert snippets
    for text in snippets:
        short = re.sub(r"replicates=\d+\)", "replicates=1, weeks=1)", text).replace("run_for(20)", "run_for(1)")
        short = short.replace('load_scenario("six-weeks")', 'load_scenario("small-shop")')
        *_, last = short.strip().splitlines()
        names: dict[str, object] = {"__name__": "snippet"}
        exec(compile(short, page.name, "exec"), names)
        by_division = eval(last.partition("#")[0], names)
        assert all(effort > 0.0 for effort in by_division.values())
        assert len(names["result"].weekly_frame()) > 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_every_command_of_a_page_is_one(page: Path) -> None:
    """Those that only a browser or another machine can end too, and those within sentences."""
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    listed = [words for kind, text in blocks(page) if kind in ("sh", "bat") for words in lines(text.replace("\\", "/"))]
    for words in [*listed, *inline(page)]:
        if words[0] == "make":
            assert set(words[1:]) <= targets, words
        elif words[0] == "python":
            assert importlib.util.find_spec(words[2]) is not None, words
        elif words[0].endswith("siloscope") and words[1] != "--lang":
            understood(words)
        elif words[0].endswith("pip"):
            assert all((ROOT / file).is_file() for file in words if file.endswith(".txt")), words


def test_pages_name_files_that_are_there() -> None:
    for page in (ENGLISH, DUTCH):
        text = page.read_text(encoding="utf-8")
        links = re.findall(r"\]\(([^)#:]+)\)", text)
        assert len(links) > 10
        assert [link for link in links if not (ROOT / link).exists()] == []
        heads = {re.sub(r"[^\w-]", "", head.lower().replace(" ", "-")) for head in re.findall(r"(?m)^#+ (.+)$", text)}
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= heads


def test_windows_needs_no_make_and_no_newer_python_than_we_do() -> None:
    (text,) = [text for kind, text in blocks(ENGLISH) if kind == "bat"]
    assert "make" not in text
    assert f"-{sys.version_info.major}." in text
    assert "--require-hashes" in text
