"""What the page "Your company" shows of a question, as plain data; and how a shaped company becomes a question."""

from dataclasses import replace

from dashboard.pages.company.draft import Draft, DraftUnit, company_in, draft_of, written_out
from dashboard.pages.company.size import cost_of, fits_an_address, size_of
from experiments.catalogue import scenarios
from experiments.comparing.question import Question
from experiments.given.files import text_of
from experiments.given.names import plain_scenario
from experiments.given.refusing import Refusal
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from sim.company.file import LARGEST, ScenarioError, parse_scenario
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml
from sim.datafiles.mistakes import on_one_line

type Plain = dict[str, object]

_MOST_DRAWN = 120
"""Divisions of a picture; of a larger company the first are drawn."""


def asking(question: Question, draft: Draft) -> Question:
    """The question about the company that a draft says; what was set in it becomes part of its text.

    Raises ValueError if the draft is no company.
    """
    shaped = company_in(draft)
    before = question.of_scenario
    values: dict[str, object] = {"name": draft.name, "company": shaped}
    if shaped != before.company:  # what was said of the other company is no longer true
        values |= {"about": "", "about_nl": ""}
    text = scenario_to_toml(before.model_copy(update=values), commented=False)
    contracts = tuple((key, value) for key, value in question.settings if ":" in key)
    return question.replace(scenario=Question().scenario, own_scenario=text, settings=contracts)


def read_scenario_bytes(raw: bytes, name: str) -> Scenario:
    """The scenario in a file's content; it may name no file of this machine. Raises ScenarioError."""
    source = on_one_line(name) or "scenario"
    try:
        text = text_of(raw, source, LARGEST)
        return plain_scenario(parse_scenario(text, source, source.removesuffix(".toml")[:60], files=False), source)
    except Refusal as error:
        raise ScenarioError(str(error)) from None


def templates(lang: Lang) -> list[Plain]:
    """The companies that one can begin with."""
    return [{"name": name, "about": each.about_in(lang)} for name, each in scenarios().items()]


def chart_facts(draft: Draft, words: Words, lang: Lang) -> tuple[list[Plain], str]:
    """The tree that is drawn, and what is said of what is left out (empty: nothing is)."""
    tree = written_out(_as_many_as_drawn(draft), words.say("unit", lang), words.say("division", lang)).tree
    left = [_MOST_DRAWN]
    drawn = [each for each in (_drawn(unit, left) for unit in tree) if each is not None]
    return drawn, words.say("with_more", lang, most=number(_MOST_DRAWN, 0, lang)) if left[0] < 0 else ""


def _as_many_as_drawn(draft: Draft) -> Draft:
    """A company in numbers with no more units and divisions than it takes to see that not all are drawn."""
    n, most = draft.numbers, _MOST_DRAWN + 1
    few = replace(n, units=min(n.units or 0, most), divisions=min(n.divisions or 0, most))
    return replace(draft, numbers=few)


def _drawn(unit: DraftUnit, left: list[int]) -> Plain | None:
    """A unit for the picture, as long as there is room."""
    if left[0] <= 0:
        left[0] = -1
        return None
    divisions = unit.divisions[: left[0]]
    left[0] = left[0] - len(divisions) if len(divisions) == len(unit.divisions) else -1
    below = [each for each in (_drawn(one, left) for one in unit.units) if each is not None]
    return {
        "name": unit.name,
        "divisions": [
            {"name": each.name, "employees": each.employees or 0, "managed": each.managed} for each in divisions
        ],
        "units": below,
    }


def size_facts(question: Question, draft: Draft | None, words: Words, lang: Lang) -> tuple[list[Plain], list[Plain]]:
    """The totals as label and text, and what is to be said of them; of a draft as if it were the question's."""
    if draft is None:
        return [], [{"kind": "wrong", "text": words.say("not_applied", lang)}]
    asked = question if draft == draft_of(draft.name, question.of_scenario.company) else asking(question, draft)
    size = size_of(asked.of_scenario)
    totals: list[Plain] = [
        {"label": words.say(f"total_{name}", lang), "text": number(value, 0, lang)}
        for name, value in size._asdict().items()
    ]
    cost = cost_of(asked)
    notes: list[Plain] = [
        {
            "kind": "note" if cost.pace == "quick" else "wrong",
            "text": words.say(
                f"with_{cost.pace.replace(' ', '_')}",
                lang,
                first=seconds(cost.first, lang),
                all=seconds(cost.all, lang),
            ),
        }
    ]
    if not fits_an_address(asked):
        notes.append({"kind": "wrong", "text": words.say("long_address", lang)})
    return totals, notes


def seconds(value: float, lang: Lang) -> str:
    """A time to wait, no more exactly than it is known.

    >>> seconds(0.03, "en"), seconds(2.34, "nl"), seconds(95, "en"), seconds(600, "nl")
    ('0.1 s', '2,3 s', '95 s', '10 min')
    """
    if value >= 120:
        return f"{number(value / 60, 0, lang)} min"
    return f"{number(max(value, 0.1), 1 if value < 10 else 0, lang)} s"
