"""`siloscope scenario`: list, show, check and begin scenarios."""

import json
from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.completing import scenario_names
from experiments.cli.named import scenario_come_in, scenario_named
from experiments.cli.options import JsonOption, LangOption, speaks
from experiments.cli.policies import write_new
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.given.files import STANDARD_INPUT, name_of

scenario = typer.Typer(no_args_is_help=True, help="List, show, check and begin scenarios (the company and its market).")
scenario.callback()(speaks)

NameArgument = Annotated[
    str,
    typer.Argument(
        help="A scenario's name, or its file (.toml); - reads standard input.",
        autocompletion=scenario_names,
        show_default=False,
    ),
]


@scenario.command("list")
def list_scenarios(as_json: JsonOption = False, lang: LangOption = "en") -> None:
    """List the scenarios that come with the program.

    [bold]Example[/bold]

      siloscope scenario list
    """
    from rich.table import Table

    from experiments.catalogue import scenarios
    from experiments.cli.console import stdout
    from experiments.showing.numbers import number
    from sim.company.organisation import people_in

    if as_json:
        rows = [
            {"name": name, "people": people_in(each), "about": each.about_in(lang)}
            for name, each in scenarios().items()
        ]
        echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    table = Table(title=say("scenarios_title", lang), title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column(say("name", lang), no_wrap=True, style="bold")
    table.add_column(say("people", lang), justify="right")
    table.add_column(say("about", lang))
    for name, each in scenarios().items():
        table.add_row(name, number(people_in(each), 0, lang), each.about_in(lang))
    stdout().print(table)


@scenario.command("show")
def show(name: NameArgument, lang: LangOption = "en") -> None:
    """Print what a scenario changes, with the meaning and source of each value.

    [bold]Example[/bold]

      siloscope scenario show volvo-baseline
    """
    from experiments.translating.comments_in import commented
    from sim.company.text import scenario_to_toml

    echo(commented(scenario_to_toml(scenario_named(name)), lang), nl=False)


@scenario.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="The scenario's file; - reads standard input.", show_default=False)],
    lang: LangOption = "en",
) -> None:
    """Check a scenario's file: says what is wrong, and what would be right, in one line (exit code 2).

    [bold]Example[/bold]

      siloscope scenario check mine.toml
    """
    from experiments.given.names import plain_scenario
    from experiments.showing.numbers import number
    from sim.company.file import read_scenario
    from sim.company.organisation import people_in

    come_in = str(file) == STANDARD_INPUT
    found = plain_scenario(scenario_come_in() if come_in else read_scenario(file), name_of(file))
    people = number(people_in(found), 0, lang)
    echo(say("scenario_is_well", lang, file=name_of(file), name=found.name, people=people))


@scenario.command("new")
def new(
    name: Annotated[str, typer.Argument(help="What to call it.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Write NAME.toml to this folder.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every value there is, not only the company and what is moved most.")
    ] = False,
    lang: LangOption = "en",
) -> None:
    """Begin a scenario of your own: prints a file with values, their range, meaning and source, to fill in.

    [bold]Examples[/bold]

      siloscope scenario new mine --out .
      siloscope scenario new mine --all
      siloscope run mine.toml
    """
    from experiments.translating.comments_in import commented
    from sim.company.text import new_scenario_text

    text = commented(new_scenario_text(name, brief=not everything), lang)
    if out is None:
        echo(text, nl=False)
        return
    write_new(out / f"{Path(name).name}.toml", text)
