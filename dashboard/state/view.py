"""The view: everything that a user has chosen, and its address. The address is the only place where it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple, cast

from experiments.comparing.question import Question
from experiments.comparing.question_file import (
    VERSION,
    packed,
    pairs_of,
    query_text,
    question_of_query,
    question_to_query,
    unpacked,
)
from experiments.errors import RequestError
from experiments.showing.language import LANGUAGES, Lang

THEMES = ("", "light", "dark")
"""The empty one is that of the user's machine."""
MOST_OPTIONS, LONGEST_OPTION = 60, 4_000


FIRST = Question(replicates=20)
"""What the first screen shows: the six-weeks case."""


@dataclass(frozen=True)
class View:
    """What is looked at: a page, in a language, about a question; `pinned` is another one to hold it against.

    `options` are what pages remember; keys are a page and a name, "watch.week".
    """

    page: str = ""
    lang: Lang = "en"
    theme: str = ""
    question: Question = FIRST
    pinned: Question | None = None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def noted(self, **options: str | None) -> "View":
        """The view with options set; None takes one back."""
        kept = {**self.options, **options}
        return replace(self, options=MappingProxyType({k: v for k, v in kept.items() if v is not None}))


class Read(NamedTuple):
    """A view that was read from an address, and what was wrong with the address (empty: nothing)."""

    view: View
    mistake: str


def address(view: View) -> str:
    """Path and query of a view; reading it gives an equal view."""
    pairs: list[tuple[str, str]] = [] if view.lang == "en" else [("lang", view.lang)]
    pairs += [("theme", view.theme)] if view.theme else []
    pairs += [(key, value) for key, value in question_to_query(view.question) if (key, value) != _FUTURES]
    if view.pinned is not None:
        pairs.append(("pin", packed(query_text(question_to_query(view.pinned)))))
    pairs += sorted(view.options.items())
    if pairs:
        pairs.append(("v", str(VERSION)))
    return f"/{view.page}" + (f"?{query_text(pairs)}" if pairs else "")


def read(path: str, query: str) -> Read:
    """The view of an address. What cannot be used is left out, and said; nothing of it is ever run."""
    page = path.strip("/").partition("/")[0]
    try:
        pairs = pairs_of(query)
    except RequestError as error:
        return Read(View(page=page), str(error))
    single = dict(pairs)
    lang = cast(Lang, single.get("lang")) if single.get("lang") in LANGUAGES else "en"
    theme = single.get("theme", "") if single.get("theme") in THEMES else ""
    options = {k: v[:LONGEST_OPTION] for k, v in pairs if "." in k}
    view = View(page, lang, theme, options=MappingProxyType(dict(list(options.items())[:MOST_OPTIONS])))
    try:
        question = _question(pairs)
        pinned = _question(pairs_of(unpacked(single["pin"]))) if single.get("pin") else None
    except ValueError as error:
        return Read(view, str(error))
    return Read(replace(view, question=question, pinned=pinned), "")


_FUTURES = ("replicates", str(FIRST.replicates))  # as many as a page lives unless told otherwise


def _question(pairs: list[tuple[str, str]]) -> Question:
    """The question of an address, looked through. Raises ValueError."""
    question = question_of_query(pairs)
    if question.replicates is None:
        question = question.replace(replicates=FIRST.replicates)
    _ = question.of_courses
    return question
