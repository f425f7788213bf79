"""A copy of the model in a folder of its own, in which a test may put a new file, and a session that runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SIM = Path(__file__).parents[2] / "sim"


def copy_of_the_model(folder: Path) -> Path:
    """The copied package; its `__init__.py` lets it go before an installed one."""
    return Path(shutil.copytree(SIM, folder / "sim", ignore=shutil.ignore_patterns("__pycache__")))


def run(folder: Path, script: str, **settings: str) -> tuple[str, str]:
    """What a script says there, and what it complains of."""
    (folder / "script.py").write_text(script)
    settings = {"PYTHONPATH": str(folder), "SILOSCOPE_CACHE": str(folder / "cache")} | settings
    session = subprocess.run(
        [sys.executable, str(folder / "script.py")],
        cwd=folder, env=os.environ | settings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return session.stdout, session.stderr
