"""Cases that need a process of their own: pipes and their ends, standard input, a bomb's memory, bytes as names."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.bad_input.entries import DOORS, FILE, ROOT
from tests.bad_input.judging import complaint
from tests.bad_input.mutating import mutated
from tests.bad_input.seeds import BOMB, KINDS

_SECONDS = 600  # no busy machine takes so long; what hangs, hangs for ever
_COLUMNS = ("--case", "ticket", "--time", "at", "--group", "team")
_MOST_MEMORY = 3_000_000_000  # bytes of address space


class Ended(NamedTuple):
    """How a process ended, and what is wrong with that ("": nothing)."""

    typed: tuple[str, ...]
    wrong: str


def run(typed: tuple[str | bytes, ...], given: bytes = b"") -> Ended:
    """A command in a process of its own, with so much on its standard input."""
    shown = tuple(os.fsdecode(word) for word in typed)
    command = [sys.executable, "-m", "experiments", *typed]
    try:
        done = subprocess.run(
            command, cwd=ROOT, input=given, capture_output=True, timeout=_SECONDS, preexec_fn=_limited
        )
    except subprocess.TimeoutExpired:
        return Ended(shown, f"hangs: longer than {_SECONDS} s")
    out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    return Ended(shown, complaint(done.returncode, out, err, None))


def read_in_part(typed: tuple[str, ...]) -> Ended:
    """A command whose reader leaves after the first line, as `head -1` does: it must end quietly."""
    command = [sys.executable, "-m", "experiments", *typed]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode("utf-8", "replace")
        process.wait(_SECONDS)
    return Ended(typed, f"says {said[:200]!r} to a reader who has left" if said else "")


def of_kind(number: int, seed: int) -> Ended:
    """One case by its number: in turn each of what may stand where a file should, and mutations on standard input."""
    luck = Random(f"process {seed}/{number}")
    with tempfile.TemporaryDirectory() as home:
        return _TURNS[number % len(_TURNS)](luck, Path(home))


def _wrong_kind(luck: Random, home: Path) -> Ended:
    door, kind = DOORS[luck.choice([*DOORS])], luck.choice([*KINDS])
    path = home / f"given{door.end}"
    KINDS[kind](path)
    return run(tuple(word.replace(FILE, str(path)) for word in luck.choice(door.commands)))


def _standard_input(luck: Random, home: Path) -> Ended:
    name, typed = luck.choice((
        ("log", ("xray", "-", *_COLUMNS)), ("question", ("compare", "-q", "-", "-m", "no-such-measure")),
        ("study", ("sweep", "-")), ("choice", ("choose", "-")), ("policy", ("policy", "show", "-")),
        ("scenario", ("scenario", "check", "-")), ("course", ("run", "-p", "-", "-m", "no-such-measure")),
    ))  # fmt: skip
    return run(typed, mutated(luck.choice(DOORS[name].good), luck))


def _bytes(luck: Random, home: Path) -> Ended:
    return run(luck.choice(((b"policy", b"show", b"\xff\xfe.toml"), (b"receipt", b"\xe9"), (b"run", b"\x1b[31m"))))


_TURNS: tuple[Callable[[Random, Path], Ended], ...] = (
    _wrong_kind,
    _standard_input,
    lambda luck, home: read_in_part(("policies",)),
    _bytes,
    _wrong_kind,
    lambda luck, home: run(("xray", "-", *_COLUMNS), luck.choice((BOMB, b"", b"\0" * 1_000_000))),
)


def _limited() -> None:
    """A process that would fill the machine's memory is ended instead."""
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
