"""What is refused, in the language of the reader: on the command line and on pages."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from experiments.showing.language import Lang
from experiments.translating.phrasebook import Phrasebook

SUBJECTS = ("values", "files", "asked", "studies", "sweeps", "looking", "calibrations", "claims")
"""The folders with their words."""
GIVEN = Path(__file__).parents[1] / "given" / "words.toml"
"""What is refused of what somebody gives says both languages itself; a page that kept its text only looks here."""


@cache
def book() -> Phrasebook:
    """All refusals, and the units that they name."""
    from sim.parameters.units import UNITS  # what shows help only need not know the model

    own = Path(__file__).parent
    return Phrasebook([*(own / subject / "words.toml" for subject in SUBJECTS), GIVEN], UNITS)


def refusal(text: str, lang: Lang) -> str:
    """A refusal (the text of a RequestError, DataFileError, OSError) in that language; unknown ones stay English."""
    told, at, line = text.rpartition(" (line ")
    if at and line.removesuffix(")").isdigit():  # where in a file it stands comes last, whatever is wrong there
        return f"{book().said(told, lang)} {book().said(text[len(told) + 1 :], lang)}"
    return book().said(text, lang)


def refusal_of(error: Exception, lang: Lang) -> str:
    """What an error says, in that language; one that knows both languages itself is asked."""
    in_words: Callable[[Lang], str] | None = getattr(error, "in_words", None)
    return refusal(str(error), lang) if in_words is None else in_words(lang)
