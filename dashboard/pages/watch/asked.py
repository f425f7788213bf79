"""What a user asks about a film: the story of a problem, or why somebody chose something."""

from typing import Literal, NamedTuple

from dashboard.pages.watch.wishes import number_in
from experiments.showing.language import Lang
from experiments.watching import Watching


class Asked(NamedTuple):
    """A problem's story, or a person's reasons, up to an hour of one of the films (`film`: its place, 0 or 1)."""

    what: Literal["story", "why"]
    film: int
    which: int
    hour: float


def asked_of(what: Literal["story", "why"], data: object, watching: Watching) -> Asked:
    """What the browser asks, looked through. Raises RequestError."""
    films = watching.films
    film = int(number_in(data, "course", 0, len(films) - 1))
    hour = number_in(data, "hour", 0, films[film]["hours"])
    if what == "story":
        return Asked(what, film, int(number_in(data, "problem", 0, max(0, films[film]["problems"] - 1))), hour)
    return Asked(what, film, int(number_in(data, "employee", 0, films[film]["people"] - 1)), hour)


def answered(asked: Asked, watching: Watching, lang: Lang) -> dict[str, object]:
    """The story or the reasons, as the panel shows them. Raises RequestError."""
    if asked.what == "story":
        return dict(watching.story(asked.which, lang, course=asked.film, hour=asked.hour))
    return dict(watching.why(asked.which, asked.hour, lang, course=asked.film))
