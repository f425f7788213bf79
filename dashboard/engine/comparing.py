"""A comparison in a page: there at once, sharper while one looks, dropped when it is no longer wanted."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import solara

from dashboard.engine.answers import Answer, use_answer
from dashboard.engine.sharpening import ENGINE
from experiments.comparing.comparison import Comparison
from experiments.comparing.question import Question


class Found(NamedTuple):
    """What is there so far of the answer to `question`; the comparison may still be that of the question before."""

    question: Question
    comparison: Comparison | None = None
    futures: int = 0
    """How many are lived for this question; 0: the comparison is an older one."""
    mistake: str = ""

    @property
    def sharp(self) -> bool:
        """Whether all futures are there, or none will come."""
        return bool(self.mistake) or self.futures >= self.question.in_futures


def use_comparison(question: Question | None, session: str) -> Found | None:
    """What is there so far of the answer to a question, in a component; None for no question.

    A new question stops the work on the old one. What was compared before stays until there is something new to show.
    """
    known = solara.use_memo(lambda: None if question is None else ENGINE.remembered(question), [question])
    seen = 0 if known is None else known.replicates  # what is lived meanwhile has still to be shown
    work = partial(ENGINE.sharpen, question, session, seen=seen) if question is not None else _nothing
    found = use_answer(question, work, lambda asked: _remembered(asked, known))
    if question is None:
        return None
    futures = found.value.replicates if found.value is not None and found.key == question else 0
    return Found(question, found.value, futures, found.mistake)


def _remembered(question: Question, found: Comparison | None) -> Answer[Question, Comparison] | None:
    return None if found is None else Answer(question, found, pending=found.replicates < question.in_futures)


def _nothing(_: object) -> Iterator[Comparison]:
    return iter(())
