"""What comes out: the sentence, a few large numbers, the curves, all numbers, and files to take along."""

from base64 import b64encode
from collections.abc import Callable
from typing import Any, cast

import solara

from dashboard.desk import Desk
from dashboard.engine.comparing import Found
from dashboard.look.plain import component
from dashboard.pages.compare import files
from dashboard.pages.compare.choosing import words_in
from dashboard.pages.compare.curves import chart, chosen
from dashboard.pages.compare.numbers import cards, table
from dashboard.pages.compare.seen import seen_in
from dashboard.pages.compare.words import say
from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import headline
from experiments.comparing.question import FILE_NAME
from experiments.comparing.windows import WINDOWS, Window
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import shown
from experiments.translating.refusals import refusal
from sim.policies import load_policy
from sim.records.measures import MEASURES


@component("findings.vue")
def FindingsView(
    words: dict[str, str], sentence: str, progress: str, done: int, of: int, busy: bool, cards: list[dict[str, Any]],
    note: str, of_picture: dict[str, Any],
) -> None:  # fmt: skip
    """The sentence and the large numbers; see findings.vue."""


@component("curves.vue")
def CurvesView(
    words: dict[str, str],
    charts: list[dict[str, Any]],
    measures: list[dict[str, str]],
    lang: str,
    apart: bool,
    can_compare: bool,
    busy: bool,
    note: str,
    of_picture: dict[str, Any],
    event_pick: Callable[[Any], None],
    event_compare: Callable[[Any], None],
) -> None:
    """The curves; see curves.vue."""


@component("numbers.vue")
def NumbersView(
    words: dict[str, str],
    policies: list[dict[str, str]],
    rows: list[dict[str, Any]],
    windows: list[dict[str, str]],
    chosen: str,
    note: str,
    opened: bool,
    event_look: Callable[[Any], None],
    event_show: Callable[[Any], None],
) -> None:
    """The table; see numbers.vue."""


@component("keep.vue")
def KeepView(
    words: dict[str, str],
    kinds: list[dict[str, str]],
    pinned: bool,
    ready: bool,
    making: str,
    command: str,
    command_file: str,
    file: dict[str, str],
    mistake: str,
    event_pin: Callable[[Any], None],
    event_make: Callable[[Any], None],
) -> None:
    """What can be kept; see keep.vue."""


@solara.component
def Results(desk: Desk, found: Found, pinned: Found | None, hero: int) -> None:
    """Everything that depends on what is computed so far."""
    comparison = found.comparison
    shown_hero = min(hero, len(comparison.ids) - 1) if comparison is not None else hero
    Findings(desk, found, shown_hero)
    if comparison is None:
        return
    Curves(desk, found, comparison, pinned, shown_hero)
    Numbers(desk, comparison)
    Keep(desk, found, comparison, shown_hero)


@solara.component
def Findings(desk: Desk, found: Found, hero: int) -> None:
    """What was found, in one sentence and a few numbers."""
    lang, comparison = desk.lang, found.comparison
    done, of = found.futures, found.question.in_futures if not found.mistake else 1
    if found.mistake:
        sentence = say("refused", lang, mistake=refusal(found.mistake, lang))
    else:
        sentence = headline(comparison, hero, lang) if comparison is not None else ""
    key = "progress_sharp" if done >= of else "progress_glance" if done else "progress_wait"
    FindingsView(
        words=words_in(lang), sentence=sentence, progress="" if found.mistake else say(key, lang, done=done, of=of),
        done=done, of=of, busy=not found.sharp,
        cards=cards(comparison, hero, lang) if comparison is not None and hero > 0 else [],
        note=say("cards_note", lang, letter=letter(hero)), of_picture=seen_in(desk, found, hero),
    )  # fmt: skip


@solara.component
def Curves(desk: Desk, found: Found, comparison: Comparison, pinned: Found | None, hero: int) -> None:
    """The measures that were chosen, week by week."""
    lang, options = desk.lang, desk.view.options
    measures = chosen(options.get("compare.measures", ""))
    apart = options.get("compare.apart") == "1" and len(comparison.ids) > 1

    def pick(names: object) -> None:
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            desk.note(**{"compare.measures": ",".join(name for name in names if name in MEASURES) or None})

    ghosts = pinned.comparison if pinned is not None else None
    start = load_policy(comparison.scenario.run.start_policy).name
    key = "curves_note_apart" if apart else "curves_note"
    CurvesView(
        words=words_in(lang),
        charts=[_chart(comparison, ghosts, measure, lang, apart) for measure in measures],
        measures=[_measure(name, lang) for name in MEASURES],
        lang=lang,
        apart=apart,
        can_compare=len(comparison.ids) > 1,
        busy=not found.sharp or (pinned is not None and not pinned.sharp),
        note=say(key, lang, start=start.nl if lang == "nl" else start.en),
        of_picture=seen_in(desk, found, hero),
        event_pick=pick,
        event_compare=lambda on: desk.note(**{"compare.apart": "1" if on is True else None}),
    )  # fmt: skip


@solara.component
def Numbers(desk: Desk, comparison: Comparison) -> None:
    """All numbers over one window; they are counted once somebody opens them."""
    lang, is_open = desk.lang, desk.view.options.get("compare.numbers") == "1"
    given = desk.view.options.get("compare.window", "")
    window: Window = given if given in WINDOWS else "last_quarter"

    def look(name: object) -> None:
        if name in WINDOWS:
            desk.note(**{"compare.window": cast(str, name)})

    NumbersView(
        words=words_in(lang),
        policies=[{"id": name, "letter": letter(place), "name": each.name.nl if lang == "nl" else each.name.en}
                  for place, (name, each) in enumerate(zip(comparison.ids, comparison.courses, strict=True))],
        rows=table(comparison, window, lang) if is_open else [],
        opened=is_open,
        event_show=lambda on: desk.note(**{"compare.numbers": "1" if on is True else None}),
        windows=[{"name": each, "label": say(f"window_{each}", lang)} for each in WINDOWS],
        chosen=window,
        note=say("numbers_note", lang),
        event_look=look,
    )  # fmt: skip


@solara.component
def Keep(desk: Desk, found: Found, comparison: Comparison, hero: int) -> None:
    """A baseline to hold against, files, and the command that computes the same."""
    lang, question = desk.lang, found.question
    file, set_file = solara.use_state({"name": "", "mime": "", "data": "", "number": "0"})
    making, set_making = solara.use_state("")
    mistake, set_mistake = solara.use_state("")

    def make(kind: object) -> None:
        if kind not in files.KINDS or making or not (found.sharp or kind == "question"):
            return
        set_making(cast(str, kind))
        set_mistake("")
        try:
            made = files.make(kind, question, comparison, hero, lang)
            data = b64encode(made.data).decode()
            set_file({"name": made.name, "mime": made.mime, "data": data, "number": str(int(file["number"]) + 1)})
        except (OSError, RuntimeError, ValueError) as error:
            set_mistake(refusal(str(error), lang))
        finally:
            set_making("")

    KeepView(
        words=words_in(lang), kinds=[{"kind": each, "label": say(f"kind_{each}", lang)} for each in files.KINDS],
        pinned=desk.view.pinned is not None, ready=found.sharp, making=making, command=question.command,
        command_file=FILE_NAME if question.command_needs_file else "", file=file,
        mistake=mistake, event_make=make,
        event_pin=lambda _: desk.show(pinned=question if desk.view.pinned is None else None),
    )  # fmt: skip


def _chart(found: Comparison, pinned: Comparison | None, measure: str, lang: Lang, apart: bool) -> dict[str, Any]:
    """One chart with its words, and the pinned lines behind it."""
    made = chart(found, measure, lang, apart)
    name = say("pinned", lang)
    if pinned is not None:
        ghosts = chart(pinned, measure, lang, apart)["lines"]
        made["lines"] = [{**line, "ghost": True, "name": f"{line['name']} ({name})"} for line in ghosts] + made["lines"]
    unit = made["unit"]
    lines = []
    for line in made["lines"]:
        known = [value for value in line["mean"] if value is not None]
        first, last = (
            shown(value, unit, value, lang)
            for value in ((known[8:] or known or [float("nan")])[0], (known or [float("nan")])[-1])
        )
        lines.append(say("chart_alt_line", lang, name=line["name"], first=first, last=last))
    made["alt"] = say("chart_alt", lang, measure=made["label"], lines="; ".join(lines))
    made["reading"] = _reading(measure, lang)
    return made


def _measure(name: str, lang: Lang) -> dict[str, str]:
    known = MEASURES[name]
    return {"name": name, "label": known.label_nl if lang == "nl" else known.label, "reading": _reading(name, lang)}


def _reading(measure: str, lang: Lang) -> str:
    known = MEASURES[measure]
    return known.reading_nl if lang == "nl" else known.reading
