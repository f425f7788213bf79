"""`siloscope receipt`: the receipt (kassabon) of a policy: what it really pays for, per role."""

import json
from typing import Annotated

import typer

from experiments.cli.options import (
    DEFAULT_SCENARIO,
    JsonOption,
    LangOption,
    ScenarioOption,
    SetOption,
    policy_names,
    scenario_of,
)
from experiments.cli.words import known, say


def receipt(
    policy: Annotated[
        str, typer.Argument(help="A policy's name, or its file (.toml).", autocompletion=policy_names)
    ] = "gate-and-shared-target",
    scenario: ScenarioOption = DEFAULT_SCENARIO,
    settings: SetOption = None,
    satisfaction: Annotated[float, typer.Option(help="Standing: mean score so far.", min=0, max=10)] = 7.8,
    sales: Annotated[float, typer.Option(help="Standing: sales so far; 1 is the plan.", min=0)] = 1.0,
    week: Annotated[int, typer.Option(help="Standing: weeks since the period began.", min=0)] = 6,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:
    """Print the receipt of a policy: what it pays a manager and an employee, in euro, at a given standing.

    [bold]Examples[/bold]

      siloscope receipt sales-commission
      siloscope receipt gate-and-shared-target --satisfaction 7.2 --lang nl
    """
    from sim.policies import load_policy
    from sim.policies.vocabulary import Role
    from sim.receipt import receipt as receipt_of

    chosen, company = load_policy(policy), scenario_of(scenario, settings)
    standing = {"satisfaction": satisfaction, "sales": sales, "week": week}
    found = {
        role: dict(receipt_of(chosen, company, role, satisfaction=satisfaction, sales=sales, week=week).lines)
        for role in (Role.MANAGER, Role.EMPLOYEE)
    }
    if as_json:
        by_role = {role.name.lower(): lines for role, lines in found.items()}
        typer.echo(json.dumps({"policy": chosen.id, "standing": standing, **by_role}, indent=2))
        return
    from rich.table import Table
    from rich.text import Text

    from experiments.cli.console import stdout
    from experiments.language import number

    table = Table(title=getattr(chosen.name, lang), title_justify="left", title_style="bold")
    table.add_column(say("receipt_for", lang))
    for role in found:
        table.add_column(say(role.name.lower(), lang), justify="right")
    for key in found[Role.MANAGER]:
        label = say(f"receipt_{key}", lang) if known(f"receipt_{key}") else key
        prices = [lines[key] for lines in found.values()]
        table.add_row(label, *(Text(f"€ {number(euro, 2, lang)}", style="" if euro else "dim") for euro in prices))
    console = stdout()
    console.print(getattr(chosen.meaning, lang))
    console.print(table)
    console.print(
        say("receipt_standing", lang, satisfaction=number(satisfaction, 1, lang), sales=number(sales, 2, lang),
            week=week), style="dim"
    )  # fmt: skip
