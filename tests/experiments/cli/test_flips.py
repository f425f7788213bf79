"""`siloscope flips`: the dashboard's map on the command line, its files, what is refused, and what Ctrl-C leaves."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from experiments.believing import drawing
from experiments.believing.asked import ACROSS, UP, Asked
from experiments.believing.assumption import of
from experiments.believing.belief_map import BeliefMap
from experiments.believing.drawing import draw, drawn
from experiments.believing.lattice import Steps
from experiments.believing.saying import says
from experiments.cli.app import app
from sim.company.file import read_scenario
from tests.experiments.small import SMALL

BASE, RIVAL = "sales-commission", "gate-and-shared-target"
THRESHOLD = f"{RIVAL}:manager.2.threshold"


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.toml"
    path.write_text(SMALL)
    return str(path)


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "80", "TERM": "dumb"}).invoke(app, list(words))


def flips(small: str, *words: str) -> Result:
    return siloscope("flips", *words, "-s", small, "--fine", "2")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> BeliefMap:
    """The same question asked of the library, as the dashboard asks it."""
    path = tmp_path_factory.mktemp("whole") / "small.toml"
    path.write_text(SMALL)
    return draw(Asked.about(read_scenario(path), RIVAL, BASE, ACROSS, UP, steps=Steps(2, 2, 2)))


def test_it_is_the_map_that_the_dashboard_draws(small: str, tmp_path: Path, whole: BeliefMap) -> None:
    out = tmp_path / "found"
    done = flips(small, BASE, RIVAL, "--out", str(out))
    assert done.exit_code == 0, done.output
    assert says(whole, "en") in " ".join(done.stdout.split())
    assert max(map(len, done.stdout.splitlines())) <= 80
    rows = pd.read_csv(io.StringIO((out / "map.csv").read_text()))
    pd.testing.assert_frame_equal(rows, whole.frame(), check_exact=True)
    told = json.loads((out / "map.json").read_text())
    assert told["finished"]
    assert (told["up"]["low"], told["up"]["high"]) == (of(UP).low, of(UP).high)
    assert told["grid"] == ["".join(str(whole.verdicts[x, y])[0] for x in range(3)) for y in range(3)]
    assert ElementTree.parse(out / "map.svg").getroot().tag.endswith("svg")
    page = (out / "report.html").read_text()
    assert "<svg" in page
    assert says(whole, "en").split(":")[0] in page
    assert "src=" not in page
    assert {path.name for path in out.iterdir()} == {
        "map.csv", "map.json", "map.svg", "map.png", "report.html", "provenance.json"
    }  # fmt: skip


def test_a_contract_a_course_and_a_range_of_ones_own(small: str) -> None:
    course = f"{RIVAL} > {BASE}@4"
    done = flips(
        small, BASE, course, "--over", f"{THRESHOLD}=0.6:0.9", "--and", "choice.meaning", "--json", "--lang", "nl"
    )
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["across"] == {"key": THRESHOLD, "low": 0.6, "high": 0.9}
    assert told["first"] == course
    assert {row[THRESHOLD] for row in told["points"]} == {0.6, 0.75, 0.9}
    assert "bedrijf" in told["says"][-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((BASE, BASE), "given twice"),
        ((BASE, RIVAL, "--over", "choice.meaning"), "both sides of the map"),
        ((BASE, RIVAL, "--over", "choice.meening"), "--over: .*no parameter.*meaning"),
        ((BASE, RIVAL, "--and", "company.meaning"), "--and: .*no parameter"),
        ((BASE, RIVAL, "--and", "fair-salary:manager.pay"), "--and: .*no parameter"),
        ((BASE, RIVAL, "--over", "choice.meaning=1"), "LOW:HIGH"),
        ((BASE, RIVAL, "--over", "problems.triage=0.5:nan"), "no range"),
        ((BASE, RIVAL, "--over", "problems.triage=0.9:0.5"), "no range"),
        ((BASE, RIVAL, "--measure", "happiness"), "happiness.*not known"),
        ((BASE, RIVAL, "--window", "week7"), "week7.*week6"),
        ((BASE, RIVAL, "--fine", "12"), "--fine 12.*16"),
        ((BASE, RIVAL, "--weeks", "0"), "weeks = 0"),
        ((BASE, "no-such-policy"), "no-such-policy"),
        ((BASE, RIVAL, "--html", "map.txt"), "html"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence_before_any_work(
    small: str, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("something was lived")

    monkeypatch.setattr(drawing, "stream", never)
    done = siloscope("flips", "-s", small, *words)
    assert done.exit_code == 2, done.output
    (line,) = done.stderr.splitlines()
    assert line.startswith("siloscope: ")
    assert pd.Series([line]).str.contains(said, regex=True).all(), line
    assert done.stdout == ""


def test_a_switch_cannot_be_varied(small: str) -> None:
    from sim.parameters import declared

    switch = next(row.key for row in declared() if row.unit.en == "switch")
    done = flips(small, BASE, RIVAL, "--over", switch)
    assert done.exit_code == 2
    assert "is a switch" in done.stderr


def test_ctrl_c_tells_what_is_known_and_writes_it_as_unfinished(
    small: str, tmp_path: Path, whole: BeliefMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(asked: Asked, **more: Any) -> Iterator[BeliefMap]:
        for found in drawn(asked, **more):
            yield found
            if len(found.points) == 5:
                raise KeyboardInterrupt

    monkeypatch.setattr(drawing, "drawn", interrupted)
    out = tmp_path / "found"
    done = flips(small, BASE, RIVAL, "--out", str(out))
    assert done.exit_code == 130
    assert "Not finished: 5 points" in " ".join(done.stdout.split())
    told = json.loads((out / "map.json").read_text())
    assert not told["finished"]
    known = pd.DataFrame(told["points"]).set_index([ACROSS, UP]).index
    assert set(known) < set(whole.frame().set_index([ACROSS, UP]).index)
    assert "Not finished" in (out / "report.html").read_text()
