"""Who is ahead, number by number, whatever the question was about: no policy's lead is left out.

A course is among the leaders of a number if its last quarter is the best, or cannot be told apart from the best: then
the 95 % interval of their paired difference holds zero. Of pay nobody is ahead: less of it is not better.
"""

from pathlib import Path

import numpy as np

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import differences
from experiments.comparing.reported import label_of, reported
from experiments.showing.language import Lang
from experiments.showing.words import Words

YARDSTICKS = ("avoidable_handoffs", "satisfaction", "customers", "profit_so_far")
"""The numbers by which courses are set side by side: for customers, and for money."""
_say = Words(Path(__file__).with_name("words.toml")).say


def leaders(found: Comparison, measure: str) -> tuple[int, ...]:
    """Places of the courses that are ahead in a measure that has a better way; none if it is defined nowhere."""
    better = reported()[measure].better
    values = better * found.measure(measure, "last_quarter")
    means = [float(np.nanmean(each)) if np.isfinite(each).any() else -np.inf for each in values]
    best = int(np.argmax(means))
    if not np.isfinite(means[best]):
        return ()
    behind = differences(values, np.broadcast_to(values[best], values.shape))
    return tuple(
        place
        for place, each in enumerate(behind)
        if place == best or (np.isfinite(means[place]) and not each.high < 0.0)
    )


def ahead(found: Comparison, lang: Lang) -> str:
    """The sentence that says who is ahead in what."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for measure in YARDSTICKS:
        groups.setdefault(leaders(found, measure), []).append(label_of(measure, lang).lower())
    return _say("ahead", lang, parts="; ".join(_part(found, places, told, lang) for places, told in groups.items()))


def _part(found: Comparison, places: tuple[int, ...], measures: list[str], lang: Lang) -> str:
    told = listed(measures, lang)
    if len(places) in (0, len(found.courses)):
        return _say("ahead_nobody", lang, measures=told)
    names = [found.courses[place].name.nl if lang == "nl" else found.courses[place].name.en for place in places]
    key = "ahead_one" if len(places) == 1 else "ahead_several"
    return _say(key, lang, names=listed(names, lang, "”", "“"), measures=told)


def listed(texts: list[str], lang: Lang, close: str = "", reopen: str = "") -> str:
    """One text or more, with commas between them and a word before the last; `close` and `reopen` are quotation marks.

    >>> listed(["a", "b", "c"], "en"), listed(["a", "b"], "nl", "”", "“")
    ('a, b and c', 'a” en “b')
    """
    *first, last = texts
    if not first:
        return last
    return f"{f'{close}, {reopen}'.join(first)}{close} {_say('and', lang)} {reopen}{last}"
