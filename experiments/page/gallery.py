"""The pictures of the page as HTML: the wall between departments, large, and what goes with it, small."""

from html import escape

import altair as alt
import pandas as pd

from experiments.comparing.comparison import Comparison
from experiments.comparing.reported import label_of, reported
from experiments.comparing.windows import EARLY_WEEK
from experiments.page import charts, sentences
from experiments.page.figures import curves, futures_of, span
from experiments.page.words import say
from experiments.showing.counting import futures
from experiments.showing.drawing import draw, paint
from experiments.showing.heights import Span
from experiments.showing.language import Lang
from experiments.showing.looks import colour_class, letter, look
from experiments.showing.numbers import chart_format, number
from experiments.showing.svg import inline, swatch
from sim.policies import load_policy

WALL = "silo_index"
MORE = ("avoidable_handoffs", "satisfaction", "table_share", "agenda_customer", "customers", "profit")
"""The small charts."""
_SMOOTHED = {"profit": 4}
_ROOM = 30
_SINGLES = 12  # futures that are drawn one by one; more could not be told apart


def all_curves(found: Comparison) -> dict[str, pd.DataFrame]:
    """The numbers of all charts, by measure."""
    return {measure: curves(found, measure, _SMOOTHED.get(measure, 1)) for measure in (WALL, *MORE)}


def wall(found: Comparison, curve: pd.DataFrame, lang: Lang) -> str:
    """The main chart as inline SVG, once for wide and once for narrow screens."""
    words = sentences.chart_words(found, WALL, lang)
    parts = []
    for size, kind, room in ((charts.WIDE, "wide", _ROOM), (charts.NARROW, "narrow", 0)):
        chart = wall_chart(found, curve, lang, size)
        parts.append(inline(draw(chart, lang, size.font), words, kind, room))
    return "".join(parts)


def wall_chart(found: Comparison, curve: pd.DataFrame, lang: Lang, size: charts.Size) -> alt.LayerChart:
    """The silo index week by week; names at the lines if there is room, else letters."""
    notes = ((0, say("switch", lang)), (EARLY_WEEK, say("week6", lang))) if found.weeks >= EARLY_WEEK else ()
    shown = charts.with_room_for_notes(span(curve), len(notes), size)
    axes = charts.Axes(say("weeks_axis", lang), say("wall_axis", lang), chart_format("0–1", shown.length), notes)
    names = [sentences.name_of(found, policy, lang) for policy in found.ids]
    ends = charts.names(names) if size is charts.WIDE else charts.letters(len(names))
    return charts.lines(curve, ends, axes, size, shown)


def singles(found: Comparison, curve: pd.DataFrame, lang: Lang) -> str:
    """The futures of each policy one by one beside their mean, as small figures on one scale."""
    each_place = [futures_of(found, WALL, place, _SINGLES) for place in range(len(found.ids))]
    values = pd.concat(each_place)["value"]
    if not values.notna().any():
        return ""
    shown = Span(float(values.min()), float(values.max()) + 1e-9)
    axes = charts.Axes(say("weeks_axis", lang), "", chart_format("0–1", shown.length))
    parts = []
    for place, policy in enumerate(found.ids):
        chart = charts.singles(each_place[place].dropna(), curve[curve["place"] == place], place, axes, shown)
        name = sentences.name_of(found, policy, lang)
        words = say("singles_label", lang, policy=name, low=number(float(each_place[place]["value"].min()), 2, lang),
                    high=number(float(each_place[place]["value"].max()), 2, lang))  # fmt: skip
        parts.append(
            f"<figure><figcaption><h4>{letter(place)} {escape(name)}</h4></figcaption>"
            f"{inline(draw(chart, lang, charts.SMALL.font), words, 'small')}</figure>"
        )
    return "".join(parts)


def singles_note(found: Comparison, lang: Lang) -> str:
    """How many futures are drawn one by one."""
    return say("singles_note", lang, futures=futures(min(_SINGLES, found.replicates), lang),
               all=futures(found.replicates, lang))  # fmt: skip


def picture(found: Comparison, lang: Lang) -> bytes:
    """The main chart as PNG, with the page's question above it."""
    chart = wall_chart(found, curves(found, WALL), lang, charts.WIDE)
    return paint(chart, say("title", lang), say("wall_axis", lang), lang, charts.WIDE.font)


def multiples(found: Comparison, curve: dict[str, pd.DataFrame], lang: Lang) -> str:
    """The small charts as figures."""
    parts = []
    for measure in MORE:
        known = reported()[measure]
        unit, reading = known.unit, known.reading_nl if lang == "nl" else known.reading
        shown = span(curve[measure])
        axes = charts.Axes(say("weeks_axis", lang), "", chart_format(unit, shown.length))
        chart = charts.lines(curve[measure], charts.letters(len(found.ids)), axes, charts.SMALL, shown)
        svg = inline(
            draw(chart, lang, charts.SMALL.font), sentences.chart_words(found, measure, lang), "small"
        )  # fmt: skip
        parts.append(
            f"<figure><figcaption><h3>{escape(label_of(measure, lang))}</h3>"
            f"<p>{escape(reading)}</p></figcaption>{svg}</figure>"
        )
    return "".join(parts)


def key(found: Comparison, lang: Lang) -> str:
    """Which line is which policy, and what it means, as a list."""
    parts = []
    for place, course in enumerate(found.courses):
        meaning = course.first.meaning.nl if lang == "nl" else course.first.meaning.en
        mine, colour = look(place), colour_class(place)
        parts.append(
            f'<li class="{colour}"><span class="letter">{letter(place)}</span> {swatch(colour, mine.dash, mine.width)} '
            f"<strong>{escape(sentences.name_of(found, course.id, lang))}</strong> <span>{escape(meaning)}</span></li>"
        )
    return "".join(parts)


def wall_note(found: Comparison, curve: pd.DataFrame, hero: str, lang: Lang) -> str:
    """What lines, bands and axis are."""
    shown = charts.with_room_for_notes(span(curve), 2, charts.WIDE)
    start = found.scenario.run.start_policy
    words = load_policy(start).name
    name = words.nl if lang == "nl" else words.en
    bands = say(
        "wall_bands", lang, futures=futures(found.replicates, lang), start=name,
        low=number(shown.low, 2, lang), high=number(shown.high, 2, lang),
    )  # fmt: skip
    return f"{bands} {sentences.spread(found, hero, lang)}".strip()
