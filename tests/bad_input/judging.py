"""What a command may do with bad input: say one clear line and end with 2, or do its work; nothing else, and soon."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from experiments.storing.folder import PROVENANCE

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST_LINE = 2_000
_BEFORE = ("Dates are read as ", "Data zijn gelezen als ")
"""What a command may say on its way to a refusal."""


class Hang(BaseException):
    """A command took longer than any may; no Exception, so that nothing catches it on the way."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises Hang in the block when the time is over."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Hang(f"longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def complaint(code: int, out: str, err: str, raised: BaseException | None) -> str:
    """What is wrong with how a command ended; empty: nothing."""
    if raised is not None and not isinstance(raised, SystemExit):
        return f"raised {type(raised).__name__}: {str(raised)[:200]}"
    if "Traceback (most recent call last)" in out + err:
        return "a traceback"
    if code not in (0, 2):
        return f"exit code {code}"
    found = _OBEYED.search(out + err)
    if found is not None:
        return f"shows a sign that a terminal obeys: {found[0]!a}"
    refusal = "".join(line for line in err.splitlines(keepends=True) if not line.startswith(_BEFORE))
    if code == 2 and not refusal.startswith(("siloscope: ", "Usage", "Gebruik")):
        return f"refuses without a word of ours: {err[:100]!r}"
    if code == 2 and refusal.startswith("siloscope: ") and (refusal.count("\n") != 1 or len(refusal) > _LONGEST_LINE):
        return "refuses in more than one line"
    return ""


def half_written(folder: Path, before: set[str]) -> str:
    """What a command left in a folder that is not whole; empty: nothing."""
    left = {path.name for path in folder.iterdir()} - before
    for name in sorted(left):
        path = folder / name
        if name.startswith("."):
            return f"left a draft, {name}"
        if path.is_dir() and any(path.iterdir()) and not _whole(path):
            return f"left half of a folder, {name}"
    return ""


def _whole(folder: Path) -> bool:
    """Whether it is one file that was asked for, or a folder of results with its note."""
    return (folder / PROVENANCE).exists() or all(path.suffix == ".toml" for path in folder.iterdir())
