"""`siloscope run`: one company, week by week."""

import json
import math
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.completing import policy_names, scenario_names
from experiments.cli.named import policy_named
from experiments.cli.options import (
    DEFAULT_SCENARIO,
    ForceOption,
    JsonOption,
    LangOption,
    MeasuresOption,
    OutOption,
    SeedOption,
    SetOption,
    WeeksOption,
    YesOption,
    chosen,
    courses_of,
    scenario_of,
)  # fmt: skip
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError

if TYPE_CHECKING:
    from experiments.comparing.run import EventFile, Run

COLUMNS = (
    "silo_index", "handoffs_per_problem", "satisfaction", "agenda_customer", "trust", "sales",
    "profit",
)  # fmt: skip
FORMATS: tuple["EventFile", ...] = ("parquet", "csv", "xes")


def run(
    scenario: Annotated[
        str | None,
        typer.Argument(help="A scenario's name, or its file (.toml); - reads standard input.",
                       autocompletion=scenario_names, show_default=DEFAULT_SCENARIO),
    ] = None,
    scenario_too: Annotated[
        str | None,
        typer.Option("--scenario", "-s", help="The same, as compare has it.", autocompletion=scenario_names,
                     show_default=False),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option("--policy", "-p", help="Policy from week 0 on, or a course of policies, by name or file.",
                     autocompletion=policy_names, show_default="the scenario's start policy"),
    ] = None,
    change_to: Annotated[
        str | None, typer.Option(help="Policy to change to later on.", autocompletion=policy_names)
    ] = None,
    change_week: Annotated[
        int | None, typer.Option(help="Weeks after which to change.", show_default="half of the weeks")
    ] = None,
    weeks: WeeksOption = None,
    seed: SeedOption = None,
    replicate: Annotated[int, typer.Option(help="Which future: 0, 1, …")] = 0,
    settings: SetOption = None,
    measures: MeasuresOption = None,
    every: Annotated[int, typer.Option(min=1, help="Show every so many weeks.")] = 4,
    as_json: JsonOption = False,
    out: OutOption = None,
    events: Annotated[
        list[str] | None,
        typer.Option("--events", metavar="FORMAT", help="Write the event log too: parquet, csv or xes."),
    ] = None,
    force: ForceOption = False,
    yes: YesOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """Run one company in one future, under one policy or with changes of policy on the way.

    [bold]Examples[/bold]

      siloscope run
      siloscope run -s small-shop --weeks 13
      siloscope run six-weeks --policy gate-and-shared-target --every 1
      siloscope run -p fair-salary --change-to sales-commission --change-week 6
      siloscope run -p "fair-salary > sales-commission@6 > fair-salary@26"
      siloscope run small-shop --out shop --events xes

    --out writes weekly.parquet, provenance.json and, for Gephi, the networks
    handoffs.graphml and help.graphml; --events adds the event log, which
    process-mining tools read.
    """
    from experiments.cli.console import waiting
    from experiments.cli.foreseeing import agree
    from experiments.comparing.compare import checked
    from experiments.comparing.course import CourseLike
    from experiments.comparing.foreseeing import Size
    from experiments.comparing.run import run as live
    from experiments.storing.folder import check_folder
    from sim.records.measures import MEASURES

    forms = _formats(events, out is not None)
    company = scenario_of(_named(scenario, scenario_too), settings)
    asked: list[CourseLike] = [company.run.start_policy if policy is None else policy]
    asked += [policy_named(change_to)] if change_to is not None else []
    course, *later = courses_of(asked, settings)
    columns = chosen(measures, list(MEASURES), list(COLUMNS))
    if out is not None:
        check_folder(out, force)
    _, length, _ = checked(company, (course,), weeks=weeks, seed=seed)
    agree(company, Size(1, 1, length, 1), yes, lang)
    with waiting(say("preparing", lang), say("weeks", lang)) as progress:
        found = live(
            company, course, change_to=later[0].first if later else None, change_week=change_week, seed=seed,
            replicate=replicate, weeks=weeks, events=out is not None, progress=progress,
        )  # fmt: skip
    if as_json:
        echo(_json(found))
    else:
        from experiments.cli.run_table import show

        show(found, columns, every, lang)
    if out is not None:
        files = found.write(out, events=forms, force=force)
        echo(say("written", lang, folder=out, files=", ".join(path.name for path in files)), err=True)


def _named(argument: str | None, option: str | None) -> str:
    """The scenario that was named, either way. Raises RequestError if two are."""
    if argument is not None and option is not None:
        raise RequestError(
            f"the scenario is given twice, as {argument} and as --scenario {option}; leave one of them out"
        )
    return argument or option or DEFAULT_SCENARIO


def _formats(asked: list[str] | None, has_folder: bool) -> list["EventFile"]:
    """The formats of the event log that were asked for. Raises RequestError."""
    names = [name.strip().lower() for part in asked or [] for name in part.split(",")]
    wrong = next((name for name in names if name not in FORMATS), None)
    if wrong is not None:
        raise RequestError(f'--events: "{wrong}" is no format; there are {", ".join(FORMATS)}')
    if names and not has_folder:
        raise RequestError("--events needs a folder to write to; add --out FOLDER")
    return [form for form in FORMATS if form in names]


def _json(found: "Run") -> str:
    """The weeks as JSON; what is undefined is null."""
    weekly = {name: values.tolist() for name, values in found.weekly.items()}
    weeks = [
        {"week": week, "policy": policy,
         **{name: None if math.isnan(values[i]) else values[i] for name, values in weekly.items()}}
        for i, (week, policy) in enumerate(zip(found.week_numbers.tolist(), found.policy_of_week, strict=True))
    ]  # fmt: skip
    run = found.simulation
    head = {"scenario": run.scenario.name, "seed": run.seed, "replicate": run.replicate, "weeks": weeks}
    return json.dumps(head, indent=2, ensure_ascii=False, allow_nan=False)
