"""Fresh Python processes: for what can be measured only once in a process, or with the compiler off."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]  # where `experiments` and `sim` lie, in a checkout and when installed


def run_python(words: Sequence[str], **environment: str) -> str:
    """What `python WORDS` writes to stdout, this environment added to ours. Raises RuntimeError if it fails."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True,
        encoding="utf-8",
    )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(f"python {' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def ask_module(module: str, *words: str, **environment: str) -> dict[str, float | str]:
    """The JSON object that `python -m module WORDS` writes."""
    found: dict[str, float | str] = json.loads(run_python(["-m", module, *words], **environment))
    return found
