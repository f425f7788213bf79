"""In a crowd one holds still before a picture is sharpened; alone one hardly does."""

from threading import Event

import pytest

from dashboard.engine.askers import AT_LEAST, EACH, FEW, LATELY, Askers
from dashboard.engine.sharpening import Engine
from experiments.comparing.question import Question


class Clock:
    """A time that stands still until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_one_who_is_almost_alone_does_not_wait() -> None:
    askers = Askers(Clock())
    for k in range(FEW + 1):
        askers.came(f"{k}")
    assert askers.others("0") == FEW
    assert askers.pause("0") == AT_LEAST


def test_the_more_others_move_the_longer_the_pause() -> None:
    clock = Clock()
    askers = Askers(clock)
    for k in range(30):
        askers.came(f"{k}")
    assert askers.pause("0") == pytest.approx(EACH * (29 - FEW))
    assert askers.pause("0") > 5.0  # thirty who each move every five seconds throw nothing away
    clock.now += LATELY + 1
    askers.came("0")
    assert askers.pause("0") == AT_LEAST


def test_who_no_longer_wants_it_does_not_hold_on() -> None:
    clock, gone = Clock(), Event()
    askers = Askers(clock)
    asked = askers.came("me") - AT_LEAST
    assert askers.hold("me", asked, gone.is_set)
    gone.set()
    assert not askers.hold("me", asked, gone.is_set)


def test_in_a_crowd_the_first_picture_comes_at_once_and_the_others_later() -> None:
    engine, stop = Engine(), Event()
    small = Question(scenario="small-shop", settings=(("run.warmup_weeks", "6"),), weeks=8, replicates=9)
    for k in range(30):
        engine.askers.came(f"{k}")
    pictures = engine.sharpen(small, "me", stop.is_set)
    assert next(pictures).replicates == 1
    assert engine.lives.lived == len(small.policies)
    stop.set()
    assert next(pictures, None) is None
    assert engine.lives.lived == len(small.policies)
