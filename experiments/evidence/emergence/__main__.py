"""Examines the patterns: `python -m experiments.evidence.emergence`; `--only P2`: one, to the terminal."""

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from experiments.evidence.emergence.knockouts import (
    KNOCK_OUTS,
    KnockedOut,
    knock_outs_markdown,
    knocked_out,
    picture,
    sentences,
)
from experiments.evidence.emergence.lab import Lab
from experiments.evidence.emergence.page import PAGE, figures_folder, page
from experiments.evidence.emergence.pattern import Finding, Pattern
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.pictures import draw
from experiments.evidence.emergence.sizes import Size, sizes
from experiments.evidence.emergence.verdict import Status, spread
from experiments.showing.markdown import DOCS, refresh
from sim.datafiles.mistakes import nearest

STYLES = {Status.HOLDS: "green", Status.FAILS: "red", Status.OPEN: "yellow"}
KNOCK = "knock-outs"


def main(
    replicates: Annotated[int, typer.Option(min=2, help="Futures of every company.")] = 30,
    only: Annotated[list[str] | None, typer.Option(help=f"A pattern (P2), or {KNOCK}; may be given again.")] = None,
    size: Annotated[list[str] | None, typer.Option(help="A company: six-weeks, small or large.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Threads; default: all cores.")] = None,
) -> None:
    """Ask whether the patterns emerge. Without --only and --size, docs/emergence.md and its figures are renewed."""
    chosen = [pattern for pattern in patterns().values() if _wanted(pattern.id, only, [*patterns(), KNOCK])]
    places = [each for each in sizes() if _wanted(each.id, size, [each.id for each in sizes()])]
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        knock = _wanted(KNOCK, only, [*patterns(), KNOCK])
        steps = len(chosen) * len(places) + (len(KNOCK_OUTS) if knock else 0)
        whole, part = bar.add_task("patterns and companies", total=steps), bar.add_task("futures", total=replicates)
        lab = Lab(replicates, workers, lambda done, of: bar.update(part, completed=done, total=of))

        def step(words: str) -> None:
            bar.advance(whole)
            bar.update(whole, description=words)

        found: dict[str, dict[str, Finding]] = {pattern.id: {} for pattern in chosen}
        for place in places:
            for pattern in chosen:
                step(f"{pattern.id} in {place.id}")
                found[pattern.id][place.id] = pattern.examine(lab, place)
        knocked = knocked_out(lab, sizes()[0].scenario, step) if knock else []
    show(chosen, places, found, knocked)
    if not only and not size:
        refresh(PAGE, page(chosen, places, found, knock_outs_markdown(knocked), replicates))
        first = [found[pattern.id][places[0].id].picture for pattern in chosen]
        for each in (*first, picture(knocked)):
            if each is not None:
                draw(each, figures_folder(DOCS))
        console.print(f"docs/{PAGE} is renewed.")


def show(
    chosen: list[Pattern], places: list[Size], found: dict[str, dict[str, Finding]], knocked: list[KnockedOut]
) -> None:
    """The verdicts, the claims that do not hold, and the knock-outs, on the terminal."""
    console = Console(highlight=False)
    table = Table("pattern", *(place.id for place in places), title="Verdicts (claims that hold)")
    short = Table("pattern", "company", "claim", "found", "bar", "distance to the bar", title="Claims that do not hold")
    for pattern in chosen:
        cells = []
        for place in places:
            finding = found[pattern.id][place.id]
            style = STYLES[finding.status]
            cells.append(f"[{style}]{finding.status}[/] ({finding.holding} of {len(finding.claims)})")
            for claim in finding.claims:
                if claim.status != Status.HOLDS:
                    distance = "–" if claim.distance is None else spread(claim.distance)
                    text = f"[{STYLES[claim.status]}]{claim.text}[/]"
                    short.add_row(pattern.id, place.id, text, claim.found, claim.wanted, distance)
        table.add_row(f"{pattern.id} {pattern.title}", *cells)
    for each in (table, short):
        if each.row_count:
            console.print(each)
    if knocked:
        console.print("".join(sentences(knocked)), end="")


def _wanted(name: str, only: list[str] | None, known: list[str]) -> bool:
    """Whether it was asked for; an unknown name is an error."""
    strangers = [word for word in only or () if word.lower() not in {each.lower() for each in known}]
    if strangers:
        raise typer.BadParameter(f'"{strangers[0]}" is not known; {nearest(strangers[0], known)}')
    return not only or name.lower() in {word.lower() for word in only}


if __name__ == "__main__":
    typer.run(main)
