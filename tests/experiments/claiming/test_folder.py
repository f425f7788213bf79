"""What was lived is kept, each unit once, whatever ended the run; more can be added, and nothing else mixed in."""

import json
import random
from pathlib import Path

import pytest

from experiments.claiming import folder as folders
from experiments.claiming import run as runs
from experiments.claiming.asked import Asked
from experiments.claiming.folder import claims_in, rows_in
from experiments.claiming.results import results_in
from experiments.claiming.run import run, units_of
from experiments.claiming.units import Done, Lived, Task
from experiments.errors import RequestError
from experiments.sweeping.engines import engine
from tests.experiments.claiming.kills import prepared
from tests.experiments.claiming.made_up import TOLD, live
from tests.experiments.killing import trial

SOME = Asked(draws=6, rules=("own", "imitation"), sizes=("small",))


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "live_task", live)


def lived(asked: Asked, folder: Path) -> dict[str, object]:
    run(asked, folder, where=engine(1))
    return results_in(folder, asked).as_json()


def test_it_is_all_there_and_the_same_again_lives_nothing(tmp_path, monkeypatch):
    first = lived(SOME, tmp_path / "a")
    assert claims_in(tmp_path / "a") == TOLD
    units = [row.unit for row in rows_in(tmp_path / "a")]
    assert sorted(units) == sorted(each for each in units_of(SOME) for _ in TOLD)

    def never(_task: Task) -> Done:
        raise AssertionError

    monkeypatch.setattr(runs, "live_task", never)
    assert lived(SOME, tmp_path / "a") == first


def test_what_was_interrupted_is_gone_on_with(tmp_path, monkeypatch):
    whole = lived(SOME, tmp_path / "whole")
    count = 0

    def until(task: Task) -> Done:
        nonlocal count
        count += 1
        if count % 4 == 0:
            raise KeyboardInterrupt
        return live(task)

    monkeypatch.setattr(runs, "live_task", until)
    for _ in range(9):
        try:
            lived(SOME, tmp_path / "cut")
        except KeyboardInterrupt:
            continue
        break
    assert results_in(tmp_path / "cut", SOME).as_json() == whole
    units = [row.unit for row in rows_in(tmp_path / "cut")]
    assert len(units) == len(set(units)) * len(TOLD) == SOME.draws * 2 * len(TOLD)


def test_more_draws_rules_and_sizes_are_added(tmp_path):
    lived(SOME, tmp_path / "a")
    more = Asked(draws=9, rules=("own", "logit", "imitation"), sizes=("small", "large"))
    assert lived(more, tmp_path / "a") == lived(more, tmp_path / "b")
    assert results_in(tmp_path / "a", SOME).draws == {("own", "small"): 6, ("imitation", "small"): 6}
    assert results_in(tmp_path / "a").asked.draws == 9


@pytest.mark.parametrize("harm", ["torn", "gone", "unknown", "no claims"])
def test_harm_is_mended(tmp_path, harm):
    whole = lived(SOME, tmp_path / "a")
    (part,) = (tmp_path / "a" / "parts").glob("*.parquet")
    if harm == "torn":
        part.write_bytes(part.read_bytes()[:-50])
    elif harm == "gone":
        part.unlink()
    elif harm == "unknown":
        part.with_name("part-000099.parquet").write_bytes(part.read_bytes())
    else:
        (tmp_path / "a" / folders.CLAIMS).unlink()
    assert lived(SOME, tmp_path / "a") == whole


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-ann.txt").write_text("Dear Ann")
    with pytest.raises(RequestError, match="holds other things than a test of ours; name a new folder"):
        run(SOME, tmp_path / "letters", where=engine(1))
    with pytest.raises(RequestError, match="is a file; name a folder"):
        run(SOME, tmp_path / "letters" / "to-ann.txt", where=engine(1))
    with pytest.raises(RequestError, match="holds no test of the claims; siloscope claims --out"):
        results_in(tmp_path / "letters")
    assert [each.name for each in (tmp_path / "letters").iterdir()] == ["to-ann.txt"]


def test_results_of_two_seeds_or_programs_are_never_mixed(tmp_path, monkeypatch):
    run(SOME, tmp_path / "a", where=engine(1))
    with pytest.raises(RequestError, match="begun with another seed"):
        run(Asked(draws=6, seed=2), tmp_path / "a", where=engine(1))
    monkeypatch.setattr(folders, "own_program", lambda: "another")
    with pytest.raises(RequestError, match="begun with another version of the model or of its claims"):
        run(SOME, tmp_path / "a", where=engine(1))


def test_a_unit_that_fails_is_told_and_counts_nowhere(tmp_path, monkeypatch):
    def sometimes(task: Task) -> Done:
        done = live(task)
        return done._replace(
            lived=tuple(Lived(each.unit, (), "ValueError: no") if each.unit.draw == 2 else each for each in done.lived)
        )

    monkeypatch.setattr(runs, "live_task", sometimes)
    assert run(SOME, tmp_path / "a", where=engine(1)) == 2
    found = results_in(tmp_path / "a", SOME)
    assert (found.failed, found.error) == (2, "ValueError: no")
    assert found.of_claim("P1", 1)["own", "small"].share.n == SOME.draws - 1
    json.dumps(found.as_json(), allow_nan=False)


def test_killed_at_random_it_finds_the_same(tmp_path):
    """The short form; the long one is a command, see kills.py."""
    assert trial(tmp_path, random.Random(23), prepared(tmp_path), most=2).total() >= 1
