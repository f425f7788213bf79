"""A choice as a page: what was found, which contracts are left, pictures, the search, where it comes from."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from experiments.choosing.choice_file import choice_to_toml
from experiments.choosing.chosen import Chosen
from experiments.choosing.fronts import front, how_to_read
from experiments.choosing.judging import Verdict
from experiments.choosing.saying import (
    as_it_is,
    difference,
    flattered,
    flattery_texts,
    label_of,
    left,
    limits_of,
    looked_at,
    picks,
)
from experiments.choosing.table import head_of, table_of
from experiments.choosing.words import say
from experiments.comparing.side_by_side import window_name
from experiments.reporting.parts import (
    Answer,
    Bullets,
    Cell,
    Facts,
    Fold,
    Heading,
    Paragraph,
    Part,
    Picture,
    Size,
    Table,
)
from experiments.reporting.render import Report
from experiments.showing.drawing import Chart
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, number, significant
from experiments.sweeping.recalled import note_in
from experiments.sweeping.report.origin import as_file, origin


def report_of(folder: Path | str, found: Chosen, lang: Lang = "en") -> Report:
    """The page of a choice that was made in a folder. Raises RequestError or OSError."""
    return Report(
        found.choice.name, found.choice.asks or say("no_question", lang),
        (*parts_of(found, lang), *_comes_from(Path(folder), found, lang)), lang,
    )  # fmt: skip


def parts_of(found: Chosen, lang: Lang) -> Iterator[Part]:
    """All of it but the provenance."""
    yield Heading(say("found", lang))
    yield Paragraph(looked_at(found, lang), "alarm" if found.failed else "plain")
    answer, *more = left(found, lang)
    yield Answer(answer)
    if told := (*picks(found, lang), *as_it_is(found, lang), *more):
        yield Bullets(told)
    yield from _contracts(found, lang)
    yield from _pictures(found, lang)
    yield from _flattery(found, lang)
    yield from _set_up(found, lang)


def _contracts(found: Chosen, lang: Lang) -> Iterator[Part]:
    """What is left to choose from, and what was dropped."""
    yield Heading(say("contracts", lang))
    yield table_of(found, [each for each in found.front if each.number], say("contracts_left", lang), lang)
    yield Paragraph(say("contracts_note", lang), "note")
    dropped = [each for each in found.lived if each.number and each.verdict is not Verdict.FRONT]
    if dropped:
        title = say("contracts_dropped", lang)
        yield Fold(title, (table_of(found, dropped, title, lang),))


def _pictures(found: Chosen, lang: Lang) -> Iterator[Part]:
    """A picture for each two goals; with one goal there is none."""
    pairs = list(combinations(range(len(found.choice.goals)), 2))
    if pairs and len(found.lived) > 1:
        yield Heading(say("pictures", lang))
        yield from (_picture(found, each, lang) for each in pairs)


def _picture(found: Chosen, places: tuple[int, int], lang: Lang) -> Picture:
    one, other = (found.choice.goals[place].measure for place in places)

    def draw(size: Size) -> Chart:
        return front(found, places, lang, size)

    title = say("picture", lang, one=head_of(one, lang), other=label_of(other, lang))
    each = "; ".join(
        say("picture_each", lang, number=lived.number or found.choice.changed,
            one=difference(one, lived.apart[places[0]], lang), other=difference(other, lived.apart[places[1]], lang))
        for lived in found.front
    )  # fmt: skip
    return Picture(title, f"{title}. {each or say('picture_none', lang)}.", draw, " ".join(how_to_read(found, lang)))


def _flattery(found: Chosen, lang: Lang) -> Iterator[Part]:
    """How far the search flattered."""
    if not found.flattery:
        return
    yield Heading(say("flattered_head", lang))
    yield from (Paragraph(each) for each in flattered(found, lang))
    heads = tuple(say(f"flattery_{name}", lang) for name in ("goal", "said", "found", "by"))
    texts = [(head_of(each.measure, lang), flattery_texts(each, lang)) for each in found.flattery]
    rows = tuple(
        (name, text["said"], text["found"], Cell(text["by"], small=f"± {text['half']}")) for name, text in texts
    )
    yield Table(say("flattery_table", lang), heads, rows)
    yield Paragraph(say("flattery_note", lang), "note")


def _set_up(found: Chosen, lang: Lang) -> Iterator[Part]:
    """Which contracts may be, within which limits, and how they were looked for."""
    choice, search, fresh = found.choice, found.choice.search, found.choice.fresh
    yield Heading(say("may_vary", lang))
    heads = tuple(say(f"vary_{name}", lang) for name in ("what", "now", "low", "high"))
    rows: tuple[tuple[Cell | str, ...], ...] = tuple(
        (Cell(getattr(key.label, lang), small=f"{getattr(key.part, lang)} [{key.key}]"),
         *(UNDEFINED if value is None else significant(value, lang=lang)
           for value in (key.value, dimension.low, dimension.high)))
        for key, dimension in zip(choice.keys, choice.dimensions, strict=True)
    )  # fmt: skip
    yield Table(say("vary_table", lang, policy=choice.changed), heads, rows)
    yield Heading(say("set_up", lang))
    goals = "; ".join(say(f"goal_{goal.way}", lang, measure=label_of(goal.measure, lang)) for goal in choice.goals)
    company = choice.question.of_scenario.name if choice.question.own_scenario else choice.question.scenario
    facts = {
        "fact_goals": goals, "fact_limits": "; ".join(limits_of(found, lang)) or say("no_limits", lang),
        "fact_today": choice.today, "fact_changed": choice.changed, "fact_company": company,
        "fact_window": window_name(choice.window, lang), "fact_weeks": number(choice.question.in_weeks, 0, lang),
        "fact_search": say("search_is", lang, by=search.by, generations=search.generations,
                           generation=search.generation, futures=search.futures),
        "fact_fresh": say("fresh_is", lang, futures=fresh.futures, most=fresh.most),
    }  # fmt: skip
    yield Facts(tuple((say(key, lang), text) for key, text in facts.items()))
    yield Heading(say("is_not", lang))
    yield Bullets((say("not_measured", lang), say("not_everything", lang)))


def _comes_from(folder: Path, found: Chosen, lang: Lang) -> Iterator[Part]:
    note, seed = note_in(folder), found.choice.question.with_seed
    file = as_file(choice_to_toml(found.choice), lang)
    yield from origin(note, str(note.get("source_hash", "")), seed, lang, say("files", lang), file)
