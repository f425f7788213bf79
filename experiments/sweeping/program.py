"""Which program this is: who lives units must have the same, or results of two programs would stand side by side."""

import hashlib
from functools import cache
from pathlib import Path

from experiments.comparing.jobs import model

_ROOT = Path(__file__).parents[2]
_READ = (
    "experiments/comparing/**/*.py", "experiments/sweeping/**/*.py", "experiments/catalogue.py",
    "experiments/scenarios/*.toml", "sim/**/*.toml",
)  # fmt: skip
"""What decides about a number beside the sources of the model: scenarios and policies are sent by name."""


@cache
def program() -> str:
    """Hash of the model, its catalogues and what makes numbers of runs, as first read here (16 hex digits)."""
    digest = hashlib.sha256(model().encode())
    for pattern in _READ:
        for path in sorted(_ROOT.glob(pattern)):
            digest.update(path.relative_to(_ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
