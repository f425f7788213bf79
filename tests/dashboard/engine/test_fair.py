"""The pool is fair: what somebody waits for goes first, and equals take turns."""

from threading import Barrier, Event

import pytest

from dashboard.engine import fair
from dashboard.engine.fair import Fair, Urgency


def test_urgent_work_goes_first_and_owners_take_turns() -> None:
    pool, began, go, order = Fair(workers=1), Event(), Event(), []

    def hold() -> None:
        began.set()
        go.wait(10)

    first = pool.lane("x", Urgency.GLANCE).submit(hold)
    assert began.wait(10)
    later = [
        pool.lane(owner, urgency).submit(order.append, (owner, urgency, n))
        for urgency in (Urgency.BACKGROUND, Urgency.GLANCE) for owner in ("a", "b") for n in range(2)
    ]  # fmt: skip
    assert pool.waiting == 8
    go.set()
    for each in (first, *later):
        each.result(10)
    turns = [("a", 0), ("b", 0), ("a", 1), ("b", 1)]
    assert [(owner, n) for owner, urgency, n in order if urgency == Urgency.GLANCE] == turns
    assert [urgency for _, urgency, _ in order] == [Urgency.GLANCE] * 4 + [Urgency.BACKGROUND] * 4


def test_a_task_that_fails_gives_its_error_and_the_pool_goes_on() -> None:
    lane = Fair(workers=1).lane("x", Urgency.GLANCE)
    broken = lane.submit(int, "no number")
    assert isinstance(broken.exception(10), ValueError)
    assert lane.submit(int, "7").result(10) == 7


def test_a_cancelled_task_is_not_done() -> None:
    pool, began, go, done = Fair(workers=1), Event(), Event(), []

    def hold() -> None:
        began.set()
        go.wait(10)

    lane = pool.lane("x", Urgency.GLANCE)
    lane.submit(hold)
    assert began.wait(10)
    dropped = lane.submit(done.append, 1)
    assert dropped.cancel()
    last = lane.submit(done.append, 2)
    go.set()
    last.result(10)
    assert done == [2]


def test_background_work_leaves_a_core_to_who_looks_and_takes_it_when_nobody_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool, go = Fair(workers=2), Event()
    both = Barrier(2)
    pool.lane("x", Urgency.GLANCE).submit(int).result(10)
    long = [pool.lane("map", Urgency.BACKGROUND).submit(go.wait, 10) for _ in range(2)]
    assert pool.lane("x", Urgency.GLANCE).submit(int, "7").result(5) == 7  # not behind two long tasks
    go.set()
    assert all(each.result(10) for each in long)
    monkeypatch.setattr(fair, "LATELY", 0.0)
    assert all(
        each.result(10) >= 0 for each in [pool.lane("map", Urgency.BACKGROUND).submit(both.wait, 10) for _ in range(2)]
    )
