"""A silo map in words and plain values: what a page shows, in one language."""

import math
from pathlib import Path
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from experiments.mapping.maps import KINDS, Kind, SiloMap, Ties, by_unit
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words

WORDS = Words(Path(__file__).with_name("words.toml"))

MOST_SHOWN = 24
"""Divisions that a matrix on a page can still show; of more, their units are shown."""
MATTERS = 0.02
"""A share across borders so near to its null says that borders hardly matter."""


class Picture(TypedDict):
    """One matrix with what is said of it; `weekly` is by group, from and to."""

    course: int
    window: str
    kind: str
    weekly: list[list[float]]
    said: list[str]
    since: list[str]
    """What has changed since before the switch; nothing for the picture of that time."""


class Shown(TypedDict):
    """Everything that a page shows of a map. `units` holds for each group the row of its unit."""

    groups: list[str]
    units: list[int]
    unit_names: list[str]
    by_unit: bool
    futures: int
    windows: list[dict[str, str]]
    kinds: list[dict[str, str]]
    pictures: list[Picture]


def shown(found: SiloMap, courses: int, lang: Lang) -> Shown:
    """A map of so many courses for a page; before the switch all are the same, and there is one picture of it."""
    units = [unit for _, unit in found.divisions]
    names = list(dict.fromkeys(units))
    large = len(units) > MOST_SHOWN
    pictures = [
        _picture(found, course, window, kind, large, lang)
        for kind in KINDS
        for window in range(len(found.windows))
        for course in (range(courses) if window else (0,))
    ]
    return {
        "groups": names if large else [name for name, _ in found.divisions],
        "units": list(range(len(names))) if large else [names.index(unit) for unit in units],
        "unit_names": names,
        "by_unit": large,
        "futures": found.futures,
        "windows": [{"key": each.key, "name": window_name(found, i, lang)} for i, each in enumerate(found.windows)],
        "kinds": [
            {"key": kind, "name": WORDS.say(kind, lang), "meaning": WORDS.say(f"{kind}_meaning", lang)}
            for kind in KINDS
        ],
        "pictures": pictures,
    }  # fmt: skip


def window_name(found: SiloMap, window: int, lang: Lang) -> str:
    """What a window is called."""
    key, first, last = found.windows[window]
    return WORDS.say(key, lang, weeks=last - first, first=first + 1, last=last)


def sentences(found: SiloMap, course: int, window: int, kind: Kind, lang: Lang) -> list[str]:
    """What a picture says, the most important first."""
    ties = found.ties(course, window, kind)
    if not ties.a_week:
        return [WORDS.say("said_nothing", lang)]
    told = [
        WORDS.say(f"said_{kind}", lang, count=number(ties.a_week, 0, lang), across=_share(ties.across, lang)),
    ]
    if math.isnan(ties.across_null) or len({unit for _, unit in found.divisions}) == 1:
        return [*told, WORDS.say("said_one_unit", lang)]
    null = WORDS.say("null", lang, null=_share(ties.across_null, lang), reading=WORDS.say(reading(ties), lang))
    index = WORDS.say("index", lang, ei=_index(ties.ei, lang), null=_index(ties.ei_null, lang))
    return [*told, null, index]


def reading(ties: Ties) -> str:
    """Whether borders are walls, open, or hardly matter: a key of the words."""
    if abs(ties.across - ties.across_null) < MATTERS:
        return "neutral"
    return "walls" if ties.across < ties.across_null else "open"


def since(found: SiloMap, course: int, window: int, kind: Kind, lang: Lang) -> list[str]:
    """What has changed since before the switch."""
    was, ties = found.ties(course, 0, kind), found.ties(course, window, kind)
    count, of = found.rises(course, window, kind)
    change = number(ties.a_week - was.a_week, 0, lang, signed=True)
    told = [
        WORDS.say(
            "difference", lang, change=change, was=_share(was.across, lang), becomes=_share(ties.across, lang)
        )
    ]  # fmt: skip
    return [*told, WORDS.say("rises", lang, count=count, of=of)] if of else told


def _picture(found: SiloMap, course: int, window: int, kind: Kind, large: bool, lang: Lang) -> Picture:
    weekly = found.ties(course, window, kind).weekly
    if large:
        _, weekly = by_unit(weekly, [unit for _, unit in found.divisions])
    return {
        "course": course,
        "window": found.windows[window].key,
        "kind": kind,
        "weekly": _rounded(weekly),
        "said": sentences(found, course, window, kind, lang),
        "since": since(found, course, window, kind, lang) if window else [],
    }


def _rounded(weekly: NDArray[np.float64]) -> list[list[float]]:
    return [[round(float(value), 3) for value in row] for row in weekly]


def _share(share: float, lang: Lang) -> str:
    return "–" if math.isnan(share) else f"{number(100 * share, 0, lang)}\N{NO-BREAK SPACE}%"


def _index(value: float, lang: Lang) -> str:
    return number(value, 2, lang, signed=True)
