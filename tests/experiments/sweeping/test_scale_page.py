"""What docs/scale.md shows is what happens: its experiment can be read, and its three ways of reading find the same."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from experiments.cli.app import app
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment_file import experiment_of_toml
from experiments.sweeping.sweep import sweep
from tests.experiments.sweeping.asked import small

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "scale.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", PAGE, flags=re.DOTALL | re.MULTILINE)


def test_its_experiment_can_be_run() -> None:
    (text,) = blocks("toml")
    assert experiment_of_toml(text).many == 100


def test_pandas_polars_and_duckdb_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sweep(small(), Path("load"), where=engine(1))
    found: list[Any] = []
    for block in blocks("python"):
        names: dict[str, Any] = {}
        exec(block, names)
        found.append(names["means"])
    pandas, polars, duckdb = found
    wanted = [(meaning, policy, pytest.approx(value)) for (meaning, policy), value in pandas.items()]
    assert len(wanted) == 6
    assert polars.rows() == wanted
    assert duckdb == wanted


def test_its_commands_are_commands() -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.strip().startswith("siloscope")]
    assert len(lines) >= 6
    for line in lines:
        words = shlex.split(line, comments=True)[1:]
        flags = [word for word in words if word.startswith("--")]
        command = ["sweep", "status" if "status" in words else "run"] if words[0] == "sweep" else words[:1]
        asked = CliRunner(env={"COLUMNS": "160", "TERM": "dumb"}).invoke(app, [*command, "--help"])
        assert asked.exit_code == 0
        known = asked.stdout
        assert all(flag in known for flag in flags), line
