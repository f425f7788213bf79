"""The page "Your company": what its fields say goes into the question, and what the question says into its fields."""

from collections.abc import Callable
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.look.upload import Upload
from dashboard.pages.company.draft import Draft, draft_of
from dashboard.pages.company.facts import chart_facts, read_scenario_bytes, size_facts, templates
from dashboard.pages.company.moves import Keep, Moves
from dashboard.pages.company.problems import problems
from dashboard.pages.company.rows import sections, start_facts
from dashboard.pages.facts import words_beside
from experiments.translating.refusals import refusal
from sim.company.file import LARGEST, ScenarioError
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml

WORDS = words_beside(__file__)
type Plain = dict[str, object]


@component("shape.vue")
def ShapeView(
    words: dict[str, str],
    given: Plain,
    stamp: int,
    problems: list[Plain],
    templates: list[Plain],
    chosen: str,
    about: str,
    event_sketch: Callable[[object], None],
    event_shape: Callable[[object], None],
    event_take: Callable[[object], None],
    event_write_out: Callable[[object], None],
) -> None:
    """Name, tree or numbers; see shape.vue."""


@component("chart.vue")
def ChartView(
    words: dict[str, str], lang: str, tree: list[Plain], more: str, size: list[Plain], notes: list[Plain]
) -> None:
    """The company as a picture, what it amounts to, and how long it takes; see chart.vue."""


@component("parameters.vue")
def ParametersView(
    words: dict[str, str], lang: str, sections: list[Plain], start: Plain, event_put: Callable[[object], None]
) -> None:
    """Market and people; see parameters.vue."""


@component("files.vue")
def FilesView(words: dict[str, str], text: str, file: str) -> None:
    """The scenario as a file to take along; see files.vue."""


@component("head.vue")
def HeadView(words: dict[str, str]) -> None:
    """Title and first words; see head.vue."""


@component("mistake.vue")
def MistakeView(said: str, text: str) -> None:
    """What is wrong with a file, as text; see mistake.vue."""


@solara.component
def Company(desk: Desk) -> None:
    """Shape the company, its market and its people."""
    lang, scenario = desk.lang, desk.scenario
    draft, stamp, keep = use_draft(scenario)
    moves = Moves(desk, draft, keep, WORDS)
    said = {key: texts[lang] for key, texts in WORDS.all.items() if not key.startswith(("problem ", "with_"))}
    wrong = problems(draft, WORDS, lang)
    tree, more = chart_facts(draft, WORDS, lang)
    size, notes = size_facts(desk.question, None if wrong else draft, WORDS, lang)
    with solara.Div(classes=["company"]):
        HeadView(words=said)
        ShapeView(
            words=said,
            given=draft.to_plain(),
            stamp=stamp,
            problems=[problem._asdict() for problem in wrong],
            templates=templates(lang),
            chosen="" if desk.question.own_scenario else desk.question.scenario,
            about=scenario.about_in(lang),
            event_sketch=moves.sketch,
            event_shape=moves.shape,
            event_take=moves.take,
            event_write_out=moves.write_out,
        )
        ChartView(words=said, lang=lang, tree=tree, more=more, size=size, notes=notes)
        ParametersView(
            words=said,
            lang=lang,
            sections=sections(scenario, lang),
            start=start_facts(scenario, lang),
            event_put=moves.put,
        )
        Files(desk, said, moves.read)


@solara.component
def Files(desk: Desk, said: dict[str, str], on_scenario: Callable[[Scenario], None]) -> None:
    """The company as a file: out, and in."""
    mistake, tell = solara.use_state("")

    def read(name: str, raw: bytes) -> None:
        try:
            scenario = read_scenario_bytes(raw, name)
        except ScenarioError as error:
            tell(str(error))
            return
        tell("")
        on_scenario(scenario)

    with solara.Div(classes=["company-files", "card"]):
        FilesView(words=said, text=scenario_to_toml(desk.scenario), file=f"{desk.scenario.name}.toml")
        Upload(desk.lang, ".toml", LARGEST, read, said["choose_toml"])
        if mistake:
            MistakeView(said=said["toml_wrong"], text=refusal(mistake, desk.lang))


def use_draft(scenario: Scenario) -> tuple[Draft, int, Keep]:
    """The draft in the fields, a number that rises when it came from elsewhere, and how to keep another draft.

    A draft that is kept says which scenario the question holds meanwhile. When the question turns out to hold another
    company (undo, a file, a link), that company is what the fields show.
    """
    kept: Any = solara.use_ref(None)
    _, count = solara.use_state(0)
    if kept.current is None or not _same(kept.current[1], scenario):
        stamp = kept.current[2] + 1 if kept.current else 0
        kept.current = (draft_of(scenario.name, scenario.company), scenario, stamp)

    def keep(draft: Draft, meanwhile: Scenario, redraw: bool = True) -> None:
        kept.current = (draft, meanwhile, kept.current[2])
        if redraw:
            count(lambda before: before + 1)

    return kept.current[0], kept.current[2], keep


def _same(one: Scenario, other: Scenario) -> bool:
    return one.name == other.name and one.company == other.company
