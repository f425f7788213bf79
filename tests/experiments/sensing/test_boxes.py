"""PRIM: planted boxes are found, and chance gives none."""

import numpy as np
import pytest

from experiments.comparing.intervals import Floats
from experiments.sensing import boxes
from experiments.sensing.boxes import boxes_of, discovered_of
from experiments.sensing.boxes_said import as_csv, as_json, says
from experiments.sensing.target import target_of
from tests.experiments.sensing.made import answers_of, experiment_of


@pytest.fixture(autouse=True)
def fewer_shuffles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nineteen would be slow; that so many are made is tested with chance alone."""
    monkeypatch.setattr(boxes, "SHUFFLES", 5)


def corner(shares: Floats) -> Floats:
    return np.where((shares[:, 0] > 0.7) & (shares[:, 1] < 0.4), -1.0, 1.0)


def test_a_planted_box_is_found_and_said() -> None:
    experiment = experiment_of("latin", 300)
    found = discovered_of(answers_of(experiment, corner), target_of(experiment))
    (box,) = found.boxes
    assert [each.key for each in box.limits] == ["choice.meaning", "choice.toil"]
    assert box.limits[0].low == pytest.approx(0.7, abs=0.04)
    assert box.limits[1].high == pytest.approx(0.4, abs=0.04)
    assert box.coverage > 0.9
    assert box.density > 0.9
    assert max(box.limits[0].chance_low, box.limits[1].chance_high) < 1e-6
    told = says(found, "en")
    assert f"at {box.lost} of {box.inside} such points" in told[1]
    assert "is above 0." in told[1]
    assert says(found, "nl") != told
    assert as_json(found, "en")["boxes"][0]["limits"][0]["high"] is None
    assert len(as_csv(found).splitlines()) == 3


def test_two_planted_boxes_are_both_found() -> None:
    rng = np.random.default_rng(0)
    values = rng.random((500, 3))
    lost = (values[:, 0] > 0.8) | (values[:, 1] < 0.15)
    found, _ = boxes_of(values, lost, ["a", "b", "c"])
    assert {each.key for box in found for each in box.limits} == {"a", "b"}
    assert sum(box.lost for box in found) > 0.9 * lost.sum()


def test_chance_alone_gives_no_box(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boxes, "SHUFFLES", 19)
    rng = np.random.default_rng(3)
    alarms = sum(bool(boxes_of(rng.random((150, 4)), rng.random(150) < 0.45, list("abcd"))[0]) for _ in range(8))
    assert alarms <= 2


def test_walks_that_differ_are_no_conditions() -> None:
    # Whole walks are lost, by chance: their points lie together in places that mean nothing.
    experiment = experiment_of("morris", 14, dimensions=6)
    walks = np.random.default_rng(2).random(14) < 0.5
    found = discovered_of(
        answers_of(experiment, lambda shares: np.where(np.repeat(walks, 7), -1.0, 1.0)), target_of(experiment)
    )
    assert found.boxes == ()


@pytest.mark.parametrize(
    ("truth", "words"),
    [(lambda shares: np.ones(len(shares)), "never loses"), (lambda shares: -np.ones(len(shares)), "loses everywhere"),
     (lambda shares: np.where(np.arange(len(shares)) < 3, -1.0, 1.0), "too few")],
)  # fmt: skip
def test_where_there_is_nothing_to_look_for_it_says_so(truth: object, words: str) -> None:
    experiment = experiment_of("latin", 40)
    found = discovered_of(answers_of(experiment, truth), target_of(experiment))  # type: ignore[arg-type]
    assert found.boxes == ()
    assert words in " ".join(says(found, "en"))
