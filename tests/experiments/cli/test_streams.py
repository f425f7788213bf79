"""Tables leave us whole, or with question marks in them: never as a traceback about a sign that does not fit."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from experiments.cli.app import app
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
        out.write(signs + "\n")
        out.flush()
        monkeypatch.undo()
        text = raw.getvalue().decode("utf-8" if whole else encoding)
        assert (text.strip() == signs) == whole
        assert text.count("?") == (0 if whole else sum(not _fits(sign, encoding) for sign in signs))


@pytest.mark.parametrize(
    "words", [("scenario", "new", "a\udcff"), ("run", "--set", "name=\udcff"), ("xray", "x.csv", "--out", "\udcff")]
)
def test_bytes_that_are_no_text_are_refused_at_the_door(words: tuple[str, ...]) -> None:
    for lang, said in (("en", "is no text in UTF-8"), ("nl", "is geen tekst in UTF-8")):
        told = CliRunner(env={"SILOSCOPE_LANG": lang}).invoke(app, list(words))
        assert (told.exit_code, told.stdout) == (2, "")
        assert said in told.stderr
        assert "\\udcff" in told.stderr


def test_a_terminal_of_no_width_shows_all_the_same() -> None:
    wide, none = (CliRunner(env={"COLUMNS": width}).invoke(app, ["policies"]).stdout for width in ("80", "0"))
    assert none == wide


def _fits(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
