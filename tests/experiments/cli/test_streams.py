"""Tables leave us whole, or with question marks in them: never as a traceback about a sign that does not fit."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from experiments.cli.streams import CHOSEN, ready

ROOT = Path(__file__).resolve().parents[3]
NARROW = ("ascii", "cp1252", "latin-1")


def printed(words: tuple[str, ...], encoding: str) -> bytes:
    """What a command prints where Python is told to use that encoding."""
    environment = {**os.environ, CHOSEN: encoding, "PYTHONUTF8": "0", "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-m", "experiments", *words], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@pytest.mark.parametrize("encoding", NARROW)
def test_a_table_is_printed_in_an_encoding_that_lacks_signs(encoding: str) -> None:
    told = printed(("receipt", "gate-and-shared-target"), encoding).decode(encoding)
    assert len(told.splitlines()) > 10
    assert "?" in told or "€" in told


@pytest.mark.parametrize("encoding", NARROW)
def test_files_and_pipes_are_utf_8_unless_another_encoding_was_chosen(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs = json.dumps({"−€": "Zoë → ─"}, ensure_ascii=False)
    for environment, whole in (({}, True), ({CHOSEN: encoding}, False)):
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding=encoding)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", None)  # as under pythonw
        ready(environment)
        sys.stdout.write(signs)
        out.flush()
        monkeypatch.undo()
        text = raw.getvalue().decode("utf-8" if whole else encoding)
        assert (text.strip() == signs) == whole
        assert text.count("?") == (0 if whole else sum(not _fits(sign, encoding) for sign in signs))


def _fits(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
