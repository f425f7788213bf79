"""Lives that outlast the program that lived them."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from experiments.believing.asked import ACROSS, UP, Asked
from experiments.believing.drawing import drawn
from experiments.believing.kept import _told, forget_beside, kept_beside
from experiments.believing.lattice import Steps
from experiments.believing.lives import Life
from experiments.errors import RequestError
from sim.company.file import parse_scenario
from tests.experiments.small import SMALL


@pytest.fixture
def asked() -> Asked:
    company = parse_scenario(SMALL, "small.toml")
    return Asked.about(company, "gate-and-shared-target", "sales-commission", ACROSS, UP, steps=Steps(2, 2, 2))


def test_a_map_goes_on_where_it_was_left(asked: Asked, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "map"
    with kept_beside(folder) as lives:
        for left in drawn(asked, lives=lives, workers=1):
            if len(left.points) == 4:
                break
    assert not folder.exists()
    with kept_beside(folder) as lives:
        *_, whole = drawn(asked, lives=lives, workers=1)
    *_, fresh = drawn(asked, workers=1)
    assert whole.frame().equals(fresh.frame())
    assert 0 < whole.lived <= fresh.lived - left.lived
    with kept_beside(folder) as lives:
        *_, again = drawn(asked, lives=lives, workers=1)
    assert again.lived == 0
    forget_beside(folder)
    assert not any(folder.parent.iterdir())


def test_a_life_comes_back_to_the_last_bit(tmp_path: Path) -> None:
    life = Life((("week6", "profit"), ("last_quarter", "satisfaction")), np.array([0.1 + 0.2, np.nan]))
    with kept_beside(tmp_path / "map") as lives:
        lives.keep("course", 3, life)
    with kept_beside(tmp_path / "map") as lives:
        found = lives.get("course", 3)
        assert lives.get("course", 4) is None
        assert lives.get("another", 3) is None
    assert found is not None
    assert found.names == life.names
    assert found.values.tobytes() == life.values.tobytes()


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "map.lives").write_bytes(b"no data base" * 1000)
    with (
        pytest.raises(RequestError, match=r"map\.lives: is no file of lives .* delete it"),
        kept_beside(tmp_path / "map"),
    ):
        pass


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("database or disk is full", "the disk is full; make room"),
        ("unable to open database file", "cannot be written to"),
    ],
)
def test_a_place_that_cannot_hold_it_is_told_as_such(wrong: str, says: str, tmp_path: Path) -> None:
    """The file is not to be deleted where the disk is full."""
    with pytest.raises(RequestError, match=says), _told(tmp_path / "map.lives"):
        raise sqlite3.OperationalError(wrong)
