"""Options that several commands share, and the scenario that is made of the options."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.completing import measure_names, scenario_names, setting_keys
from experiments.cli.named import course_named, scenario_named
from experiments.cli.speaking import VARIABLE
from experiments.errors import RequestError
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from experiments.comparing.course import Course, CourseLike
    from sim.company.scenario import Scenario

DEFAULT_SCENARIO = "six-weeks"


LangOption = Annotated[
    Lang,
    typer.Option("--lang", help="Language of tables, help and messages.", envvar=VARIABLE,
                 show_default="that of your computer"),
]  # fmt: skip
ScenarioOption = Annotated[
    str,
    typer.Option(
        "--scenario",
        "-s",
        help="A scenario's name, or its file (.toml); - reads standard input.",
        autocompletion=scenario_names,
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        autocompletion=setting_keys,
        help="Change one value; may be repeated. SECTION.KEY is the scenario's, POLICY:ROLE.TERM.KEY a contract's.",
    ),
]
SeedOption = Annotated[int | None, typer.Option(help="Where all chance comes from.", show_default="the scenario's")]
WeeksOption = Annotated[
    int | None, typer.Option(help="Weeks from the change of policy on.", show_default="the scenario's")
]
WorkersOption = Annotated[
    int | None,
    typer.Option(min=1, max=1_000, help="How many are lived at once; changes no result.", show_default="all cores"),
]
ClusterOption = Annotated[
    str | None, typer.Option(metavar="local|ADDRESS", help="A Dask cluster, such as tcp://host:8786.")
]
YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help="Begin without asking, also what takes long or much memory.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Write everything to this folder.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Write into a folder that holds other things, too.")]
MeasuresOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measures",
        "-m",
        metavar="NAME",
        autocompletion=measure_names,
        help='What to show: names with commas between them, or "all"; siloscope measures lists them.',
    ),
]


def speaks(lang: LangOption = "en") -> None:
    """Let the help of a group of commands take a language too, as every command does."""


def scenario_of(name: str, settings: list[str] | None) -> "Scenario":
    """The scenario that was asked for, with what --set changes in it. Raises ScenarioError or RequestError."""
    from experiments.comparing.adjusting import sorted_out
    from experiments.given.names import plain_scenario
    from sim.company.file import scenario_with

    scenario = scenario_named(name)
    values, _ = sorted_out(values_of(settings))
    return plain_scenario(scenario_with(scenario, values) if values else scenario, name)


def courses_of(courses: "Sequence[CourseLike]", settings: list[str] | None) -> "tuple[Course, ...]":
    """The courses that were asked for, with what --set changes in contracts. Raises PolicyError or RequestError."""
    from experiments.comparing.adjusting import adjusted_courses, sorted_out

    return adjusted_courses([course_named(each) for each in courses], sorted_out(values_of(settings))[1])


def values_of(settings: list[str] | None) -> dict[str, str]:
    """Keys and values of --set. Raises RequestError."""
    values: dict[str, str] = {}
    for setting in settings or []:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise RequestError(
                f"--set {setting}: write it as section.key=value, such as --set problems.triage=0.5, "
                "or as policy:role.term.key=value (siloscope policy keys POLICY lists them)"
            )
        values[key.strip()] = value.strip()
    return values


def chosen(names: list[str] | None, known: list[str], default: list[str]) -> list[str]:
    """The measures that were asked for with --measures, in that order. Raises RequestError for an unknown one."""
    from sim.datafiles.mistakes import nearest

    asked = [name.strip() for part in names or [] for name in part.split(",") if name.strip()]
    if not asked:
        return [name for name in default if name in known]
    if asked == ["all"]:
        return known
    for name in asked:
        if name not in known:
            raise RequestError(f'--measures: measure "{name}" is not known; {nearest(name, known)}')
    return asked
