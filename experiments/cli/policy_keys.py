"""The table of `siloscope policy keys`: the numbers of a policy, what each means and how far it could plausibly go."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from experiments.cli.console import stdout
from experiments.cli.words import say
from experiments.comparing.contract_keys import ContractKey
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, significant
from sim.policies import Policy


def show(policy: Policy, rows: Sequence[ContractKey], lang: Lang) -> None:
    """Print the table: each key with its meaning below it, for a terminal has no room for both side by side."""
    name = getattr(policy.name, lang)
    table = Table(title=name, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("--set", overflow="fold")
    for word in ("key_now", "key_likely"):
        table.add_column(say(word, lang), justify="right", no_wrap=True)
    for row in rows:
        part, label, meaning, unit = (getattr(words, lang) for words in (row.part, row.label, row.meaning, row.unit))
        value = UNDEFINED if row.value is None else significant(row.value)
        likely = " – ".join(map(significant, row.likely))
        about = Text(f"{policy.id}:{row.key}\n", style="bold")
        about.append(f"{part[:1].upper()}{part[1:]}. {label}: {meaning} ({unit})", style="not bold dim")
        table.add_row(about, value, likely)
    stdout().print(table)


def as_rows(policy: str, rows: Sequence[ContractKey], lang: Lang) -> list[dict[str, object]]:
    """The same as plain values."""
    return [
        {
            "key": f"{policy}:{row.key}", "value": row.value, "likely": row.likely, "allowed": [row.low, row.high],
            **{name: getattr(getattr(row, name), lang) for name in ("part", "label", "meaning", "unit")},
        }
        for row in rows
    ]  # fmt: skip
