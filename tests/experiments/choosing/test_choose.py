"""A choice with the model: the same on every engine and after a kill, and contracts that other commands take."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from typer.testing import CliRunner, Result

from experiments.choosing.choice_file import choice_to_toml
from experiments.choosing.choose import choose
from experiments.choosing.contracts import id_of, policy_of
from experiments.choosing.fronts import write_pictures
from experiments.choosing.saying import story
from experiments.cli.app import app
from experiments.comparing.compare import compare
from experiments.errors import RequestError
from experiments.showing.language import LANGUAGES
from experiments.storing.version import own_version
from experiments.sweeping import sweep as sweeping
from experiments.sweeping.engines import Engine, engine
from sim.compiled import source_hash
from sim.policies import load_policy
from tests.experiments.choosing.asked import small

RUN = """
import sys
from pathlib import Path
from experiments.choosing.choice_file import load_choice
from experiments.choosing.choose import choose
from experiments.sweeping import sweep as sweeping
from experiments.sweeping.engines import engine
sweeping.PART_SECONDS, sweeping.TASK_SECONDS = 0.02, 0.01
choose(load_choice(Path(sys.argv[1])), Path(sys.argv[2]), where=engine(1))
"""


def results(folder: Path) -> dict[str, bytes]:
    files = [folder / "front.csv", folder / "front.json", *sorted((folder / "contracts").iterdir())]
    return {path.name: path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def peace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small choice, made in this process."""
    folder = tmp_path_factory.mktemp("choice") / "peace"
    choose(small(), folder, where=engine(1))
    return folder


def test_two_workers_find_the_same(peace: Path, tmp_path: Path) -> None:
    choose(small(), tmp_path / "two", where=engine(2))
    assert results(tmp_path / "two") == results(peace)


def test_a_choice_that_is_over_is_read_again_and_not_lived(peace: Path) -> None:
    def refuse() -> None:
        raise AssertionError("something is lived")

    before = results(peace)
    choose(small(), peace, where=Engine("none", 1, refuse))  # type: ignore[arg-type]
    assert results(peace) == before


def test_what_was_killed_goes_on_to_the_same(peace: Path, tmp_path: Path) -> None:
    """A real SIGKILL while the second generation is lived."""
    file, script, folder = tmp_path / "small.toml", tmp_path / "run.py", tmp_path / "killed"
    file.write_text(choice_to_toml(small()), encoding="utf-8")
    script.write_text(RUN)
    process = subprocess.Popen([sys.executable, str(script), str(file), str(folder)])
    while process.poll() is None and not (folder / "search" / "generation-0001").exists():
        time.sleep(0.002)
    process.kill()
    assert process.wait(60) == -signal.SIGKILL
    assert not (folder / "front.json").exists()
    choose(small(), folder, where=engine(1))
    assert results(folder) == results(peace)


@pytest.mark.long
def test_what_is_killed_at_any_moment_goes_on_to_the_same(peace: Path, tmp_path: Path) -> None:
    file, script, luck = tmp_path / "small.toml", tmp_path / "run.py", random.Random(1)
    file.write_text(choice_to_toml(small()), encoding="utf-8")
    script.write_text(RUN)
    kills = 0
    for trial in range(10):
        folder = tmp_path / f"killed-{trial}"
        for _ in range(4):  # then it may end, however slow the machine is
            process = subprocess.Popen([sys.executable, str(script), str(file), str(folder)])
            time.sleep(luck.uniform(0.0, 8.0))
            kills += process.poll() is None
            process.kill()
            if process.wait(60) == 0:
                break
        choose(small(), folder, where=engine(1))
        assert results(folder) == results(peace)
    assert kills > 10


@pytest.mark.parametrize("done", [1, 70])
def test_what_was_interrupted_goes_on_to_the_same(
    done: int, peace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "TASK_SECONDS", 0.0)

    def stop(state: sweeping.State) -> None:
        assert state.done <= state.most
        if state.done >= done:
            raise KeyboardInterrupt

    folder = tmp_path / "half"
    with pytest.raises(KeyboardInterrupt):
        choose(small(), folder, where=engine(1), progress=stop)
    choose(small(), folder, where=engine(1))
    assert results(folder) == results(peace)


def test_fresh_luck_is_what_compare_lives_and_the_search_never_saw(peace: Path) -> None:
    choice = small()
    found = choose(choice, peace, where=engine(1))
    asked = choice.question
    both = compare(asked.of_scenario, asked.of_courses, replicates=5 + 8, weeks=4)
    fresh = both.measure("satisfaction", "last_quarter")[0][5:]
    assert found.today[0] == pytest.approx(fresh.mean())
    for each in found.lived[1:3]:
        policy = policy_of(choice, each)
        mine = compare(asked.of_scenario, [policy], replicates=13, weeks=4).measure("profit", "last_quarter")[0][5:]
        assert each.levels[1].mean == pytest.approx(mine.mean())


def test_contracts_are_files_that_other_commands_take(peace: Path) -> None:
    choice = small()
    found = choose(choice, peace, where=engine(1))
    assert found.front
    files = sorted((peace / "contracts").iterdir())
    assert [path.stem for path in files] == [id_of(choice, each.number) for each in found.front if each.number]
    for path, each in zip(files, [each for each in found.front if each.number], strict=True):
        policy = load_policy(path)
        assert policy.id == path.stem
        assert policy.id.startswith("small-quick-")
        assert policy.manager.terms[3].threshold == each.row[0]
        assert policy.employee.pay == each.row[2]
        assert "manager.4.threshold" in policy.meaning.en


def test_the_story_names_every_number_that_a_reader_needs(peace: Path) -> None:
    found = choose(small(), peace, where=engine(1))
    assert json.loads((peace / "front.json").read_text())["tried"] == found.tried
    for lang in LANGUAGES:
        words = " ".join(story(found, lang))
        for number in (found.tried, found.within, found.on_front, len(found.lived) - 1):
            assert str(number) in words
        assert all(f" {number}, " in words for number in found.picks)


def test_pictures_are_drawn_for_each_two_goals(peace: Path, tmp_path: Path) -> None:
    found = choose(small(), peace, where=engine(1))
    for lang in LANGUAGES:
        path, png = write_pictures(tmp_path, found, lang)
        assert (path.name, png.name) == ("front-satisfaction-profit.svg", "front-satisfaction-profit.png")
        assert png.read_bytes().startswith(b"\x89PNG")
        text = path.read_text()
        assert text.startswith("<svg")
        assert ("fresh futures" if lang == "en" else "verse toekomsten") in text


def siloscope(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "160", "TERM": "dumb"}).invoke(app, ["choose", *words])


def test_the_command_says_it_in_words_and_figures(peace: Path, tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(choice_to_toml(small()), encoding="utf-8")
    words = (str(file), "--out", str(peace), "--workers", "1")
    english, dutch, told = siloscope(*words), siloscope(*words, "--lang", "nl"), siloscope(*words, "--json")
    assert [each.exit_code for each in (english, dutch, told)] == [0, 0, 0]
    assert "best for satisfaction" in english.stdout
    assert "het beste voor" in dutch.stdout
    assert "manager.4.threshold" in english.stdout
    assert json.loads(told.stdout) == json.loads((peace / "front.json").read_text())
    assert "best for satisfaction" in (peace / "found.txt").read_text()
    assert 'choose "' in (peace / "found.txt").read_text().splitlines()[-1]
    picture = Tree.parse(peace / "front-satisfaction-profit.svg").getroot()
    said = json.loads(picture.findtext("{http://www.w3.org/2000/svg}metadata") or "")
    assert (said["source_hash"], said["choice"]) == (source_hash(), choice_to_toml(small()))
    own = {"choice.toml", "provenance.json", "lock.sqlite"}
    named = set(json.loads((peace / "provenance.json").read_text())["files"])
    assert {path.name for path in peace.iterdir() if path.is_file()} - own <= named
    for path in (peace / "contracts").iterdir():
        assert path.read_text().startswith(f"# siloscope {own_version()} choose ")
    assert source_hash() in (peace / "report.html").read_text(encoding="utf-8")
    assert "units" in siloscope(*words, "--dry-run", "--json").stdout


def test_the_command_tells_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(choice_to_toml(small()).replace("at_least", "atleast"), encoding="utf-8")
    for words, said in (
        ((str(file), "--out", str(tmp_path / "x")), "at_least"),
        ((str(tmp_path / "no.toml"),), "no.toml"),
    ):
        result = siloscope(*words)
        assert result.exit_code == 2
        assert result.stdout == ""
        (line,) = result.stderr.splitlines()
        assert said in line
    assert not (tmp_path / "x").exists()


def test_folders_are_not_mixed(peace: Path, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"another choice .*now: most = 5"):
        choose(small(most=5), peace, where=engine(1))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-ann.txt").write_text("Dear Ann")
    with pytest.raises(RequestError, match="other things"):
        choose(small(), tmp_path / "letters", where=engine(1))
    with pytest.raises(RequestError, match="is a file"):
        choose(small(), tmp_path / "letters" / "to-ann.txt", where=engine(1))
