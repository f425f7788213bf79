"""A comparison that sharpens is, when it is sharp, the comparison that the command line makes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep

import numpy as np
import pytest

from dashboard.engine.sharpening import AT_ONCE, Engine
from experiments.comparing.compare import compare
from experiments.comparing.question import Question
from experiments.errors import RequestError

SMALL = Question(scenario="small-shop", settings=(("run.warmup_weeks", "6"),), weeks=8, replicates=9)


def never() -> bool:
    return False


def test_the_first_picture_has_few_futures_and_the_last_all() -> None:
    engine = Engine()
    found = list(engine.sharpen(SMALL, "me", never))
    assert [each.replicates for each in found] == [AT_ONCE, 5, 9]
    whole = compare(SMALL.of_scenario, SMALL.of_courses, replicates=9, weeks=8)
    assert np.array_equal(found[-1].rows, whole.rows)
    assert np.array_equal(found[0].rows, whole.rows[:, :AT_ONCE])


def test_the_same_input_is_never_lived_twice() -> None:
    engine = Engine()
    list(engine.sharpen(SMALL, "me", never))
    lived = engine.lives.lived
    assert lived == 18
    assert [each.replicates for each in engine.sharpen(SMALL, "you", never)] == [9]
    renamed = SMALL.with_setting("name", "Other").with_setting("run.weeks", "9")
    list(engine.sharpen(renamed, "you", never))
    assert engine.lives.lived == lived
    list(engine.sharpen(SMALL.replace(policies=(*SMALL.policies, "fair-salary")), "me", never))
    assert engine.lives.lived == lived + 9  # the policy that was added, and no other


def test_two_who_ask_the_same_at_once_live_it_once() -> None:
    engine = Engine()
    with ThreadPoolExecutor(4) as people:
        found = list(people.map(lambda who: list(engine.sharpen(SMALL, who, never))[-1].rows, "abcd"))
    assert engine.lives.lived == 18
    assert all(np.array_equal(found[0], each) for each in found)


def test_who_leaves_takes_nothing_from_who_stays() -> None:
    engine, gone = Engine(), Event()

    def leave() -> int:
        count = 0
        for _ in engine.sharpen(SMALL, "a", gone.is_set):
            count += 1
            gone.set()
        return count

    with ThreadPoolExecutor(2) as people:
        left = people.submit(leave)
        stayed = people.submit(lambda: list(engine.sharpen(SMALL, "b", never))[-1].replicates)
        assert stayed.result(60) == 9
        assert left.result(60) <= 1


def test_what_would_keep_everybody_waiting_is_refused() -> None:
    large = Question(own_scenario="[company]\nunits = 100\nemployees = 100")
    with pytest.raises(RequestError, match="more than a page can wait for"):
        next(Engine().sharpen(large, "me", never))


def test_what_was_lived_before_anybody_saw_it_is_shown_at_once() -> None:
    # Else a picture that was ready between a look and the work would come with the next one, in a crowd much later.
    engine = Engine()
    for coming in engine.begin(SMALL, "me"):
        coming.result(60)
    assert [each.replicates for each in engine.sharpen(SMALL, "me", never)] == [AT_ONCE, 5, 9]


def test_what_was_begun_is_remembered_and_goes_on_from_there() -> None:
    engine = Engine()
    assert engine.remembered(SMALL) is None
    for coming in engine.begin(SMALL, "me"):
        coming.result(60)
    begun, late = engine.remembered(SMALL), monotonic() + 60
    while (begun is None or begun.replicates < AT_ONCE) and monotonic() < late:
        sleep(0.001)  # a result is handed out a moment before it is remembered
        begun = engine.remembered(SMALL)
    assert begun is not None
    assert begun.replicates == AT_ONCE
    assert [each.replicates for each in engine.sharpen(SMALL, "me", never, seen=AT_ONCE)] == [5, 9]
    whole = engine.remembered(SMALL)
    assert whole is not None
    assert np.array_equal(whole.rows[:, :AT_ONCE], begun.rows)
    assert whole.replicates == 9
    assert engine.begin(SMALL.replace(policies=("nobody",)), "me") == []
