"""Memory is given back when somebody has left, and only then."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from dashboard.serving.tidy import give_back, keep_together, tidy


def test_memory_is_given_back_each_time_that_somebody_has_left() -> None:
    looks = iter([set(), {"a", "b"}, {"b", "c"}, {"b", "c"}, {"b", "c"}, set(), set(), set()])
    seen: list[set[str]] = []
    freed: list[int] = []

    def who() -> set[str]:
        seen.append(next(looks))
        return seen[-1]

    # In a thread of its own: where a browser was driven before, the main one has a loop that is still running.
    with ThreadPoolExecutor(1) as thread:
        error = thread.submit(
            lambda: asyncio.run(tidy(who, lambda: freed.append(len(seen) - 1), every=0.0))
        ).exception()
    assert "StopIteration" in str(error)  # there is nothing more to see
    assert freed == [2, 3, 5, 6]  # when `a` has left, and all; and a look later


def test_what_is_asked_of_the_c_library_does_no_harm() -> None:
    keep_together()
    give_back()
