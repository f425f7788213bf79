"""What is watched, read from the page's options; and what a browser sends, looked through before it is used."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from dashboard.pages.watch.films import Take
from experiments.comparing.question import Question
from experiments.errors import RequestError

LENGTH, LEAD, QUARTER = 12, 2, 13
"""Weeks of a film, those of them that lie before the switch, and the steps by which one looks later."""


class Wish(NamedTuple):
    """Which policies are watched (places among the courses; right is -1 for none), which future, and from when."""

    left: int
    right: int
    future: int
    first_week: int

    @property
    def places(self) -> tuple[int, ...]:
        """The courses, by place."""
        return (self.left,) if self.right < 0 or self.right == self.left else (self.left, self.right)


def wish_of(options: Mapping[str, str], question: Question) -> Wish:
    """The wish in the options; what is not there, or cannot be, has its default."""
    many = len(question.policies)
    return Wish(
        _whole(options.get("watch.left"), 0, many - 1, 0),
        _whole(options.get("watch.right"), -1, many - 1, 1 if many > 1 else -1),
        _whole(options.get("watch.future"), 1, question.in_futures, 1) - 1,
        next((week for week in starts(question) if str(week) == options.get("watch.from")), starts(question)[0]),
    )


def starts(question: Question) -> tuple[int, ...]:
    """Weeks after which a film can begin: just before the switch, and a quarter later each."""
    first = -min(LEAD, question.of_scenario.run.warmup_weeks)
    return tuple(range(first, max(first + 1, question.in_weeks - LENGTH + 1), QUARTER))


def take_of(wish: Wish, question: Question) -> Take:
    """The film of a wish. Raises what the question raises."""
    courses = tuple(question.of_courses[place] for place in wish.places)
    weeks = min(LENGTH, question.in_weeks - wish.first_week)
    return Take(question.of_scenario, courses, question.with_seed, wish.future, wish.first_week, weeks)


def hour_of(options: Mapping[str, str]) -> float:
    """The hour of the film at which one stopped; by default mid-morning, when much is under way."""
    try:
        hour = float(options.get("watch.hour", "3")[:20])
    except ValueError:
        return 3.0
    return hour if math.isfinite(hour) and hour >= 0 else 3.0


def number_in(data: object, key: str, low: float, high: float) -> float:
    """A number that a browser sent, if it is one within the limits. Raises RequestError."""
    value = data.get(key) if isinstance(data, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise RequestError(f"{key} = {str(value)[:40]} must be a number from {low:g} to {high:g}")
    return float(value)


def _whole(text: str | None, low: int, high: int, otherwise: int) -> int:
    if text is None or len(text) > 9 or not text.lstrip("-").isdecimal():
        return otherwise
    return int(text) if low <= int(text) <= high else otherwise
