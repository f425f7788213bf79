"""Which program this is: who lives units must have the same, or results of two programs would stand side by side."""

import hashlib
from functools import cache
from pathlib import Path

from experiments.comparing.jobs import model

_ROOT = Path(__file__).parents[1]
_ROOMS = ("comparing", "sweeping")


@cache
def program() -> str:
    """Hash of the model and of what makes numbers of its runs, as they were first read here (16 hex digits)."""
    digest = hashlib.sha256(model().encode())
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*.py")):
            digest.update(path.relative_to(_ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
