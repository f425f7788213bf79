"""Engines: whoever leaves one is not kept by what its workers still do."""

import subprocess
import sys
from pathlib import Path

LEAVES = """
import time
from experiments.sweeping.engines import engine

if __name__ == "__main__":
    with engine(2).start() as pool:
        busy = pool.submit(time.sleep, 3_600)
        while not busy.running():
            time.sleep(0.05)
"""


def test_nobody_waits_for_workers_that_are_not_wanted_any_more(tmp_path: Path) -> None:
    """As where one was killed while it held the lock of their queue: the others never come back by themselves."""
    script = tmp_path / "leaves.py"
    script.write_text(LEAVES, encoding="utf-8")
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, str(script)], cwd=root, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
