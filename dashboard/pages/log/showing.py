"""What the page says of a log and of the simulated company, as plain data in one language."""

from collections.abc import Sequence

from dashboard.pages.log.company import TooLargeError
from experiments.comparing.course import Course
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import number
from experiments.showing.words import Words
from experiments.translating.refusals import refusal as translated
from experiments.xray.beside import beside, headline, matrix, shares
from experiments.xray.figures import Xray
from experiments.xray.order import IN_WORDS
from experiments.xray.refusing import WORDS as XRAY_WORDS
from experiments.xray.refusing import LogRefusal
from experiments.xray.simulated import MOST_PEOPLE
from experiments.xray.times import HOURS
from sim.datafiles.mistakes import on_one_line

type Plain = dict[str, object]

GROUPS = ("often", "walls", "network", "time")


def both(mine: Xray, model: Xray, lang: Lang) -> Plain:
    """Both X-rays: a headline, bars, figures by group, and who hands on to whom."""
    rows = beside(mine, model, lang)
    return {
        "headline": headline(mine, model, lang),
        "bars": {
            "log": [each._asdict() for each in shares(mine, lang)],
            "model": [each._asdict() for each in shares(model, lang)],
        },
        "groups": [
            {"key": group, "rows": [row._asdict() for row in rows if row.group == group]}
            for group in GROUPS
            if any(row.group == group for row in rows)
        ],
        "matrices": {
            name: matrix(found)._asdict() for name, found in (("log", mine), ("model", model)) if found.summary.handoffs
        },
    }


def course_names(courses: Sequence[Course], lang: Lang) -> list[Plain]:
    """The courses by letter and name."""
    return [{"letter": letter(place), "name": str(getattr(each.name, lang))} for place, each in enumerate(courses)]


def refusal(error: Exception | None, name: str, words: Words, lang: Lang) -> str:
    """Why there is nothing to show, in the page's language where the reason is ours; empty: there is no reason."""
    if error is None:
        return ""
    if isinstance(error, TooLargeError):
        return words.say("company_too_large", lang, most=number(MOST_PEOPLE, 0, lang))
    if isinstance(error, LogRefusal):
        own = f"refused {error.key}"
        why = words.say(own, lang, **error.values) if words.known(own) else error.why(lang)
        return f"{on_one_line(name)}: {why}"
    return on_one_line(translated(str(error), lang))


def reading_note(mine: Xray | None, words: Words, lang: Lang) -> str:
    """How the dates were read; empty while nothing was read."""
    if mine is None:
        return ""
    if mine.times.read_as == HOURS:
        return words.say("times_hours", lang)
    order = next(code for code, said in IN_WORDS.items() if said == mine.times.read_as)
    said = XRAY_WORDS.say(f"order {order}", lang)
    if mine.times.guessed_from is None:
        return words.say("times_read", lang, order=said)
    return words.say("times_guessed", lang, order=said, example=mine.times.guessed_from)
