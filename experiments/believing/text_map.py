"""A map in plain signs, for a terminal of 80 columns: values of one side at the left, those of the other below."""

from collections.abc import Iterator

from experiments.believing.belief_map import BeliefMap
from experiments.believing.looking import Verdict
from experiments.believing.saying import say, value_text, words_of
from experiments.believing.telling import verdict_in_words
from experiments.showing.language import Lang

SIGNS: dict[Verdict | None, str] = {
    Verdict.FIRST: "#", Verdict.SECOND: "o", Verdict.UNDECIDED: ".", Verdict.UNDEFINED: "?", None: " ",
}  # fmt: skip
"""Of each verdict; None is where nobody looked nearby yet."""
MOST_ACROSS = 32  # steps that are shown; a letter is about twice as high as wide, so half as many up


def lines(found: BeliefMap, lang: Lang) -> Iterator[str]:
    """The map from above, what stands at its sides, and what its signs mean."""
    asked, finest = found.asked, found.asked.steps.finest
    across, up = (words_of(side.subject.label, lang) for side in (asked.across, asked.up))
    marked = {place: value_text(asked.up, asked.up.value(place / finest), lang) for place in (0, finest // 2, finest)}
    margin = max(map(len, marked.values()))
    yield say("text_up", lang, up=up)
    shown = rows(found)
    for place, row in shown:
        yield f"{marked.get(place, ''):>{margin}} |{row}|"
    width = len(shown[0][1])
    low, high = (value_text(asked.across, asked.across.value(end), lang) for end in (0.0, 1.0))
    yield f"{'':{margin}} {low}{high:>{max(len(high) + 1, width + 2 - len(low))}}"
    yield say("text_across", lang, across=across)
    seen = set(found.verdicts.values())
    yield from (f"{sign} {verdict_in_words(found, verdict, lang)}" for verdict, sign in SIGNS.items()
                if verdict in seen and verdict is not None)  # fmt: skip


def rows(found: BeliefMap) -> list[tuple[int, str]]:
    """Rows of signs from above, each with its step; a fine map is shown at every second or fourth node."""
    finest = found.asked.steps.finest
    along, wide = max(1, finest // MOST_ACROSS), max(1, MOST_ACROSS // finest)
    upward = max(1, 2 * finest // MOST_ACROSS)
    return [
        (y, "".join(SIGNS[found.verdicts[x, y]] * wide for x in range(0, finest + 1, along)))
        for y in range(finest, -1, -upward)
    ]
