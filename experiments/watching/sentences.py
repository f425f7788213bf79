"""What a story is made of: lines of the log on the one side, sentences on the other."""

from typing import NamedTuple, TypedDict

from sim.log import EventKind


class Happened(NamedTuple):
    """A line of the log."""

    kind: EventKind
    time: float
    division: int
    other: int
    employee: int


class Sentence(TypedDict):
    """Something that happened, and when (hours of the film; below zero: before it began)."""

    hour: float
    time: str
    kind: str
    text: str


class Story(TypedDict):
    """A problem's story so far; `state` is open, solved or given_up."""

    problem: int
    title: str
    state: str
    sentences: list[Sentence]
