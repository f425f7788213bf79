"""A bank of simulated logs survives what a sweep survives, and a draw is the same whoever lives it, and when."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from experiments.calibrating import bank as banking
from experiments.calibrating.bank import PART_DRAWS, bank, live_part
from experiments.calibrating.figures import COLUMNS, Floats
from experiments.calibrating.setting import Setting
from experiments.errors import RequestError
from experiments.sweeping.engines import engine
from experiments.sweeping.sweep import State
from sim.company.scenario import Company, Run, Scenario
from tests.experiments.calibrating.kills import LOST, cheap, prepared_bank
from tests.experiments.calibrating.logs import made_up, six_weeks
from tests.experiments.killing import trial

SETTING = six_weeks(made_up()).setting
HERE = engine(1)


@pytest.fixture(autouse=True)
def free(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Parts cost nothing; returns the parts that were lived."""
    lived: list[int] = []

    def live(setting: Setting, place: int) -> Floats:
        lived.append(place)
        return cheap(setting, place)

    monkeypatch.setattr(banking, "live_part", live)
    return lived


def test_a_bank_grows_from_where_it_was(tmp_path: Path, free: list[int]) -> None:
    small = bank(SETTING, 50, tmp_path / "bank", HERE)
    assert len(small.drawn) == 50
    large = bank(SETTING, 120, tmp_path / "bank", HERE)
    assert free == [0, 1, 2, 3, 4, 5]
    assert (large.figures[:50] == small.figures).all()
    assert large.failed == 1
    assert (large.drawn[7] == SETTING.draw(7)).all()
    assert large.figures[:, 0].tolist() == [draw for draw in range(120) if draw != LOST]


def test_a_bank_that_was_stopped_or_damaged_is_made_whole(tmp_path: Path, free: list[int]) -> None:
    def stop(state: State) -> None:
        if state.done >= 2 * PART_DRAWS:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bank(SETTING, 100, tmp_path / "bank", HERE, progress=stop)
    (tmp_path / "bank" / "draws-00001.parquet").write_bytes(b"PAR1 torn")
    said: list[str] = []
    mended = bank(SETTING, 100, tmp_path / "bank", HERE, say=said.append)
    assert len(said) == 1
    assert "draws-00001.parquet is damaged" in said[0]
    whole = bank(SETTING, 100, tmp_path / "other", HERE)
    assert (mended.drawn == whole.drawn).all()
    assert (mended.figures == whole.figures).all()


def test_a_bank_of_another_log_or_folder_is_refused(tmp_path: Path) -> None:
    bank(SETTING, 20, tmp_path / "bank", HERE)
    with pytest.raises(RequestError, match="another calibration"):
        bank(replace(SETTING, weeks=7.0), 20, tmp_path / "bank", HERE)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me")
    with pytest.raises(RequestError, match="other things"):
        bank(SETTING, 20, tmp_path / "mine", HERE)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_the_model_lives_a_part_the_same_each_time() -> None:
    small = Scenario(company=Company(units=1, divisions=2, employees=2), run=Run(warmup_weeks=1))
    setting = replace(SETTING, scenario=small, weeks=3.0, cases=40)
    one, other = live_part(setting, 2), live_part(setting, 2)
    assert np.array_equal(one, other, equal_nan=True)
    assert (one[:, 0] == 1.0).all()
    never = one[:, 1 + len(setting.dimensions) + COLUMNS.index("whole never")]
    assert ((never > 0.0) & (never < 1.0)).any()


def test_killed_at_random_it_holds_the_same(tmp_path: Path) -> None:
    """The short form; the long one is a command, see kills.py."""
    assert trial(tmp_path, random.Random(23), prepared_bank(tmp_path), most=2).total() >= 1
