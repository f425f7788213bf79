"""`siloscope flips`: where on two assumptions one policy beats another, and where nobody can tell."""

import json
from contextlib import ExitStack, closing
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.completing import one_measure, policy_names, setting_keys
from experiments.cli.options import (
    DEFAULT_SCENARIO,
    ForceOption,
    JsonOption,
    LangOption,
    OutOption,
    ScenarioOption,
    SeedOption,
    SetOption,
    WeeksOption,
    WorkersOption,
    courses_of,
    scenario_of,
)  # fmt: skip
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from experiments.believing.asked import Asked
    from experiments.believing.assumption import Assumption
    from experiments.believing.belief_map import BeliefMap
    from experiments.believing.lives import Lives
    from experiments.comparing.course import Course
    from sim.company.scenario import Scenario

FINE = (2, 4, 8, 16, 32, 64, 128)
"""Into how many steps a side can be cut along the border."""
_EVENLY = 8  # steps everywhere, as the dashboard's map has them


def flips(
    base: Annotated[str, typer.Argument(metavar="BASE", show_default=False, autocompletion=policy_names,
                                        help="A policy, or a course of policies, by name or file (.toml).")],
    rival: Annotated[str, typer.Argument(metavar="RIVAL", show_default=False, autocompletion=policy_names,
                                         help="The one that is held against it.")],
    over: Annotated[
        str | None, typer.Option("--over", metavar="KEY[=LOW:HIGH]", show_default="problems.problems_per_customer",
                                 autocompletion=setting_keys,
                                 help="The assumption across: SECTION.KEY, or POLICY:ROLE.TERM.KEY of a contract.")
    ] = None,
    along: Annotated[
        str | None, typer.Option("--and", metavar="KEY[=LOW:HIGH]", show_default="choice.meaning",
                                 autocompletion=setting_keys, help="The assumption up.")
    ] = None,
    measure: Annotated[
        str | None, typer.Option("--measure", "-m", metavar="NAME", show_default="satisfaction",
                                 autocompletion=one_measure, help="What they are judged by.")
    ] = None,
    window: Annotated[
        str | None, typer.Option("--window", metavar="NAME", show_default="last_quarter",
                                 help="week6 or last_quarter.")
    ] = None,
    fine: Annotated[
        int, typer.Option("--fine", metavar="STEPS", help="Steps a side along the border: 2, 4, 8, … up to 128.")
    ] = 32,
    scenario: ScenarioOption = DEFAULT_SCENARIO,
    weeks: WeeksOption = None,
    seed: SeedOption = None,
    settings: SetOption = None,
    out: OutOption = None,
    force: ForceOption = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write the page to this file.")] = None,
    workers: WorkersOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """What would you have to believe: where RIVAL beats BASE over two assumptions, and where nobody can tell.

    A map, coarse everywhere and fine along the border; at every point both live
    the same futures. Without a range, the plausible one is taken. Ctrl-C ends it,
    and says (and writes) what is known so far.

    [bold]Examples[/bold]

      siloscope flips sales-commission gate-and-shared-target
      siloscope flips sales-commission fair-salary --over problems.triage \\
          --and customers.patience --measure profit
      siloscope flips sales-commission gate-and-shared-target \\
          --and gate-and-shared-target:manager.2.threshold=0.6:0.9 --out flips
      siloscope flips fair-salary "desk-clearing > fair-salary@26" --html map.html

    --out writes map.csv (a row for each point), map.json, map.svg and .png,
    report.html and provenance.json. Until then FOLDER.lives keeps what was lived:
    the same command goes on from there, even after a kill.
    """
    from experiments.believing.files import as_json as json_of
    from experiments.believing.files import write_map, write_page
    from experiments.believing.kept import forget_beside, kept_beside
    from experiments.reporting.render import check_page
    from experiments.storing.folder import check_folder

    company = scenario_of(scenario, settings)
    courses = courses_of([rival, base], settings)
    asked = _asked(company, courses, (over, along), measure, window, fine, weeks, seed)
    if out is not None:
        check_folder(out, force)
    if html is not None:
        check_page(html)
    with ExitStack() as stack:
        found = _draw(asked, None if out is None else stack.enter_context(kept_beside(out)), workers, lang)
    if as_json:
        echo(json.dumps(json_of(found, lang), indent=2, ensure_ascii=False))
    else:
        _show(found, lang)
    if out is not None and found.points:
        files = write_map(found, out, lang, force)
        echo(say("written", lang, folder=out, files=", ".join(path.name for path in files)), err=True)
        if found.finished:
            forget_beside(out)
    if html is not None and found.points:
        echo(say("report_written", lang, path=write_page(found, html, lang)), err=True)
    if not found.finished:
        raise KeyboardInterrupt


def _asked(
    company: "Scenario", courses: "Sequence[Course]", sides: tuple[str | None, str | None], measure: str | None,
    window: str | None, fine: int, weeks: int | None, seed: int | None,
) -> "Asked":  # fmt: skip
    """The question; the rival is first. Raises RequestError."""
    from experiments.believing.asked import ACROSS, MEASURE, UP, WINDOW, Asked
    from experiments.believing.lattice import Steps
    from experiments.comparing.windows import WINDOWS
    from sim.datafiles.mistakes import nearest, on_one_line

    if fine not in FINE:
        raise RequestError(f"--fine {fine} is no number of steps; take one of {', '.join(map(str, FINE))}")
    when = WINDOW if window is None else next((each for each in WINDOWS if each == window), None)
    if when is None:
        raise RequestError(f'--window "{on_one_line(window or "")}" is not known; {nearest(window or "", WINDOWS)}')
    across, up = (
        _side(option, given or usual, company, courses)
        for option, given, usual in (("--over", sides[0], ACROSS), ("--and", sides[1], UP))
    )
    first, second = courses
    return Asked(
        company, first, second, across, up, measure or MEASURE, when,
        company.run.weeks if weeks is None else weeks, company.run.seed if seed is None else seed,
        steps=Steps(2, min(_EVENLY, fine), fine),
    )  # fmt: skip


def _side(option: str, given: str, company: "Scenario", courses: "Sequence[Course]") -> "Assumption":
    """An assumption as typed: its key, and a range if it is not the plausible one. Raises RequestError."""
    from experiments.believing.assumption import of
    from sim.datafiles.mistakes import on_one_line

    key, equals, ends = given.partition("=")
    low = high = None
    if equals:
        try:
            low, high = (float(end) for end in ends.split(":"))
        except ValueError:
            raise RequestError(
                f"{option} {on_one_line(given)}: write the range as LOW:HIGH, such as {on_one_line(key)}=0.1:0.5"
            ) from None
    try:
        return of(key.strip(), low, high, courses, company)
    except RequestError as error:
        raise RequestError(f"{option}: {error}") from None


def _draw(asked: "Asked", lives: "Lives | None", workers: int | None, lang: Lang) -> "BeliefMap":
    """The map, or what there is of it when somebody pressed Ctrl-C."""
    from experiments.believing.drawing import drawn
    from experiments.cli.console import Lines, stderr, waiting
    from experiments.cli.sweep_progress import time_in_words

    began = monotonic()
    so_far = drawn(asked, lives=lives, workers=workers)
    found = next(so_far)

    def so_much(done: int, total: int) -> str:
        left = found.left(monotonic() - began)
        told = "" if not left else say("flips_left", lang, time=time_in_words(left, lang))
        return say("flips_so_far", lang, done=done, total=total) + told

    line = None if stderr().is_terminal else Lines(so_much)
    try:
        with closing(so_far), waiting(say("preparing", lang), say("futures", lang)) as bar:
            for found in so_far:
                bar(found.done, found.expected)
                if line is not None:
                    line(found.done, found.expected)
    except KeyboardInterrupt:
        pass  # what is known is worth telling; whoever called is told that it is not finished
    return found


def _show(found: "BeliefMap", lang: Lang) -> None:
    """The finding in words first, then the map in letters."""
    from rich.text import Text

    from experiments.believing.telling import question_of, story
    from experiments.believing.text_map import lines
    from experiments.cli.console import stdout

    console = stdout()
    console.print(Text(question_of(found, lang), style="bold"))
    for sentence in story(found, lang):
        console.print(Text(sentence))
    if not found.points:
        return
    console.print()
    for line in lines(found, lang):
        console.print(Text(line))
