"""How long it will take is reckoned from what is done here and now."""

import pytest

from experiments.cli import console
from experiments.cli.console import Lines, Waiting


def test_what_was_done_before_tells_nothing_of_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep that goes on at 900 of 1,000 and lives ten a second has ten seconds left, and not one."""
    now = [100.0]
    bar = Waiting("first", "then")
    monkeypatch.setattr(bar._bar, "get_time", lambda: now[0])
    for done in (900, 910, 920, 930):
        bar(done, 1_000)
        now[0] += 1.0
    left = bar._bar.tasks[0].time_remaining
    assert left == pytest.approx(7.0, abs=1.5)


def test_lines_are_never_silent_for_long(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    monkeypatch.setattr(console, "monotonic", lambda: now[0])
    lines = Lines(lambda done, total: f"{done} of {total}")
    for done in range(1, 8):
        now[0] += 100.0
        lines(done, 1_000)
    assert capsys.readouterr().err.split("\n") == ["4 of 1000", ""]
    lines(150, 1_000)
    assert capsys.readouterr().err == "150 of 1000\n"
