"""`siloscope receipt`: the receipt (kassabon) of a policy: what it really pays for, per role."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.completing import policy_names
from experiments.cli.named import policy_named
from experiments.cli.options import (
    DEFAULT_SCENARIO,
    JsonOption,
    LangOption,
    ScenarioOption,
    SetOption,
    courses_of,
    scenario_of,
)
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError
from experiments.showing.language import Lang

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from sim.receipt import Receipt


def receipt(
    policy: Annotated[
        str,
        typer.Argument(
            help="A policy's name, or its file (.toml); - reads standard input.", autocompletion=policy_names
        ),
    ] = "gate-and-shared-target",
    scenario: ScenarioOption = DEFAULT_SCENARIO,
    settings: SetOption = None,
    satisfaction: Annotated[
        float | None,
        typer.Option(help="Standing: mean score so far.", min=0, max=10, show_default="a little above the start"),
    ] = None,
    sales: Annotated[float, typer.Option(help="Standing: sales so far; 1 is the plan.", min=0, max=100)] = 1.0,
    week: Annotated[int, typer.Option(help="Standing: weeks since the quarter began.", min=0, max=12)] = 6,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:
    """Print the receipt of a policy: what it pays a manager and an employee, in euro, at a given standing.

    [bold]Examples[/bold]

      siloscope receipt sales-commission
      siloscope receipt gate-and-shared-target --satisfaction 7.5 --lang nl
      siloscope receipt fair-salary --set fair-salary:manager.salary=1.2
    """
    from sim.policies.vocabulary import Role
    from sim.receipt import receipt as receipt_of

    company = scenario_of(scenario, settings)
    chosen = courses_of([policy_named(policy)], settings)[0].first
    try:
        found = [
            receipt_of(chosen, company, role, satisfaction=satisfaction, sales=sales, week=week)
            for role in (Role.MANAGER, Role.EMPLOYEE)
        ]
    except ValueError as error:  # a standing that cannot be
        raise RequestError(str(error)) from None
    score, start = found[0].satisfaction, found[0].start
    if as_json:
        standing = {"satisfaction": score, "sales": sales, "week": week, "satisfaction_start": start}
        by_role = {
            each.role.name.lower(): {"base": each.base, "variable": each.variable, "one_more": dict(each.lines),
                                     "a_month": dict(each.a_month)}
            for each in found
        }  # fmt: skip
        echo(json.dumps({"policy": chosen.id, "standing": standing, **by_role}, indent=2))
        return
    from experiments.cli.console import stdout
    from experiments.showing.numbers import number

    console = stdout()
    console.print(getattr(chosen.meaning, lang))
    console.print(_table(getattr(chosen.name, lang), found, lang))
    told = {"satisfaction": number(score, 1, lang), "start": number(start, 1, lang), "sales": number(sales, 2, lang)}
    console.print(say("receipt_standing", lang, week=week, **told), style="dim")


def _table(title: str, found: list["Receipt"], lang: Lang) -> "Table":
    """A line for each thing that is paid for; per role what one more brings, and a month of it."""
    from rich import box
    from rich.table import Table

    from experiments.showing.price_names import price_name

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(say("receipt_for", lang), min_width=32)
    for each in found:
        role = say(each.role.name.lower(), lang)
        table.add_column(f"{role}\n{say('receipt_one', lang)}", justify="right")
        table.add_column(f"{role}\n{say('receipt_month', lang)}", justify="right")
    for key, euros in (("base", [each.base for each in found]), ("variable", [each.variable for each in found])):
        table.add_row(say(f"receipt_{key}", lang), *(cell for euro in euros for cell in ("", _euro(euro, 0, lang))))
    table.add_section()
    columns = [dict(lines) for each in found for lines in (each.lines, each.a_month)]
    for key in columns[0]:
        table.add_row(
            price_name(key, lang), *(_euro(column[key], 2 - 2 * (i % 2), lang) for i, column in enumerate(columns))
        )
    return table


def _euro(euro: float, decimals: int, lang: Lang) -> "Text":
    """Money as a cell, dim where it is nothing."""
    from rich.text import Text

    from experiments.showing.numbers import money

    return Text(money(euro, decimals, lang), style="" if euro else "dim")
