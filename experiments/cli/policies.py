"""`siloscope policies` and `siloscope policy`: what there is to choose from, and how to add to it."""

import json
from pathlib import Path
from typing import Annotated
from unicodedata import normalize

import typer

from experiments.cli.completing import policy_names
from experiments.cli.named import policy_named
from experiments.cli.options import JsonOption, LangOption, speaks
from experiments.cli.printing import echo
from experiments.cli.words import say
from experiments.errors import RequestError

policy = typer.Typer(no_args_is_help=True, help="Look at a policy's file, or begin one of your own.")
policy.callback()(speaks)

PolicyArgument = Annotated[
    str,
    typer.Argument(
        help="A policy's name, or its file (.toml); - reads standard input.",
        autocompletion=policy_names,
        show_default=False,
    ),
]


def policies(lang: LangOption = "en", as_json: JsonOption = False) -> None:
    """List the reward policies: who is paid for what.

    [bold]Examples[/bold]

      siloscope policies
      siloscope policies --lang nl
    """
    from sim.policies import catalogue

    known = catalogue().values()
    if as_json:
        rows = [
            {"id": p.id, "name": getattr(p.name, lang), "meaning": getattr(p.meaning, lang), "origin": p.origin}
            for p in known
        ]
        echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    from rich.table import Table

    from experiments.cli.console import stdout

    table = Table(title=say("policies_title", lang), title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column(say("policy", lang), no_wrap=True, style="bold")
    table.add_column(say("meaning", lang))
    for each in known:
        table.add_row(each.id, getattr(each.meaning, lang))
    console = stdout()
    console.print(table)
    console.print(say("policies_more", lang), style="dim")


@policy.command("show")
def show(name: PolicyArgument, lang: LangOption = "en") -> None:
    """Print a policy's file.

    [bold]Example[/bold]

      siloscope policy show gate-and-shared-target
    """
    from sim.policies.reading import policy_to_toml

    echo(policy_to_toml(policy_named(name)), nl=False)


@policy.command("keys")
def keys(name: PolicyArgument, lang: LangOption = "en", as_json: JsonOption = False) -> None:
    """List the numbers of a policy by the names that --set takes, each with its plausible range.

    [bold]Examples[/bold]

      siloscope policy keys gate-and-shared-target
      siloscope compare sales-commission gate-and-shared-target \\
          --set gate-and-shared-target:manager.2.threshold=0.8
    """
    from experiments.cli.policy_keys import as_rows, show
    from experiments.comparing.contract_keys import keys_of

    found = policy_named(name)
    rows = keys_of(found)
    if as_json:
        echo(json.dumps(as_rows(found.id, rows, lang), indent=2, ensure_ascii=False))
    else:
        show(found, rows, lang)


@policy.command("new")
def new(
    name: Annotated[str, typer.Argument(help="What to call it: small letters and hyphens.", show_default=False)],
    like: Annotated[
        str, typer.Option(help="The policy to begin from.", autocompletion=policy_names)
    ] = "gate-and-shared-target",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Write NAME.toml to this folder.")
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Begin a policy of your own: prints the file of another one, explained, under a new name.

    [bold]Examples[/bold]

      siloscope policy new my-own --out .
      siloscope compare sales-commission my-own.toml
    """
    from sim.policies import catalogue
    from sim.policies.reading import CATALOGUE, policy_to_toml

    name = normalize("NFC", name)  # a letter with an accent may come in two parts
    if not name.replace("-", "").isalnum() or name != name.lower() or len(name) > 60:
        raise RequestError(f'name "{name[:60]}" must be of small letters, digits and hyphens')
    text = (CATALOGUE / f"{like}.toml").read_text(encoding="utf-8") if like in catalogue() else None
    begun = policy_named(like)
    text = policy_to_toml(begun) if text is None else text
    text = text.replace(f'id = "{begun.id}"', f'id = "{name}"', 1)
    if out is None:
        echo(text, nl=False)
        return
    write_new(out / f"{name}.toml", text)


def write_new(path: Path, text: str) -> None:
    """Write a text to a file that is not there yet, and say so. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise FileExistsError(f"{path}: is there already; take another name, or move it away") from None
    echo(str(path))
