"""Cases by number: each is made, run in this process through the command line's own entry point, judged and cleared."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from typer.testing import CliRunner

from experiments.cli.app import app
from tests.bad_input.entries import DOORS, FILE, OUT, of_log, words
from tests.bad_input.judging import Hang, complaint, half_written, within
from tests.bad_input.lived import lived
from tests.bad_input.mutating import mutated
from tests.bad_input.seeds import KINDS, TEXTS

SECONDS = 600.0
"""That a command may take on a busy machine; what hangs, hangs for ever."""
_NAMES = ("[red]", ":smile:", "=1", "-x", "a b", "é", "a\u202eb", "\x1b[31m", "a'b", "{x}", "%s", "x" * 100, "@x")


class Case(NamedTuple):
    """A case that was tried: its number, the words that were typed, and what is wrong with its end ("": nothing)."""

    number: int
    typed: tuple[str, ...]
    wrong: str


def tried(number: int, seed: int, home: Path) -> Case:
    """One case; `home` is an empty folder, and empty again afterwards."""
    luck = Random(f"{seed}/{number}")
    typed, check = _made(luck, home)
    typed = tuple(word.replace(OUT, str(home / "out")) for word in typed)
    before = {path.name for path in home.iterdir()}
    try:
        wrong = _judged(typed) or half_written(home, before) or check()
    finally:
        _clear(home)
    return Case(number, typed, wrong)


def _made(luck: Random, home: Path) -> tuple[tuple[str, ...], Callable[[], str]]:
    """The words of a command and, if it writes something, what looks at it afterwards."""
    kind = luck.random()
    if kind < 0.10:
        return words(luck), lambda: ""
    if kind < 0.13:
        return of_log(luck), lambda: ""
    if kind < 0.14:
        return lived(luck, home)
    door = DOORS[luck.choice([*DOORS])]
    name = luck.choice(_NAMES) if luck.random() < 0.05 else "given"
    path = home / f"{name}{door.end}"
    if luck.random() < 0.02:
        KINDS[luck.choice([*KINDS])](path)
    else:
        path.write_bytes(mutated(luck.choice(door.good), luck))
    command = luck.choice(door.commands)
    if luck.random() < 0.02:
        command = (*command, luck.choice(TEXTS))
    if command[0] == "xray" and luck.random() < 0.003:  # charts take a second
        command = (*command, "--out", OUT)
    return tuple(word.replace(FILE, str(path)) for word in command), lambda: ""


def _judged(typed: tuple[str, ...]) -> str:
    runner = CliRunner(env={"COLUMNS": "100", "TERM": "dumb", "SILOSCOPE_LANG": ""})
    try:
        with within(SECONDS):
            result = runner.invoke(app, list(typed))
    except Hang as hang:
        return f"hangs: {hang}"
    return complaint(result.exit_code, result.stdout, result.stderr, result.exception)


def _clear(home: Path) -> None:
    for path in home.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
