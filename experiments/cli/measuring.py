"""`siloscope measures`: what is measured, in which unit, and which way is better."""

import json

from experiments.cli.options import JsonOption, LangOption
from experiments.cli.printing import echo
from experiments.cli.words import say

WAYS = {1: "way_up", -1: "way_down", 0: "way_none"}


def measures(lang: LangOption = "en", as_json: JsonOption = False) -> None:
    """List the measures: what each says, its unit, and which way is better.

    [bold]Examples[/bold]

      siloscope measures
      siloscope compare sales-commission fair-salary -m silo_index,pay_so_far
    """
    from experiments.comparing.reported import reported
    from sim.records.measures import MEASURES

    known = reported()
    if as_json:
        rows = [
            {"name": each.name, "label": each.label_nl if lang == "nl" else each.label, "unit": each.unit,
             "better": each.better, "meaning": each.reading_nl if lang == "nl" else each.reading,
             "weekly": each.name in MEASURES}
            for each in known.values()
        ]  # fmt: skip
        echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from experiments.cli.console import stdout
    from experiments.showing.numbers import unit_of

    table = Table(title=say("measures_title", lang), title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for head, width in (("measure", None), ("unit", 12), ("way", 10)):
        table.add_column(say(head, lang), overflow="fold", width=width)
    for each in known.values():
        label, reading = (each.label_nl, each.reading_nl) if lang == "nl" else (each.label, each.reading)
        about = (
            Text(each.name, style="bold").append(f"  {label}\n", style="not bold").append(reading, style="not bold dim")
        )
        table.add_row(about, unit_of(each.unit, lang) or "%", say(WAYS[each.better], lang))
    console = stdout()
    console.print(table)
    console.print(Text(say("measures_more", lang, names=", ".join(name for name in known if name not in MEASURES))),
                  style="dim")  # fmt: skip
