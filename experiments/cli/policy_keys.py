"""The table of `siloscope policy keys`: the numbers of a policy, what each means and how far it could plausibly go."""

from collections.abc import Sequence

from rich.table import Table

from experiments.cli.console import stdout
from experiments.cli.words import say
from experiments.comparing.contract_keys import ContractKey
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, significant
from sim.policies import Policy


def show(policy: Policy, rows: Sequence[ContractKey], lang: Lang) -> None:
    """Print the table."""
    table = Table(title=getattr(policy.name, lang), title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("--set", no_wrap=True, style="bold")
    for word in ("key_now", "key_likely"):
        table.add_column(say(word, lang), justify="right", no_wrap=True)
    table.add_column(say("meaning", lang))
    for row in rows:
        part, label, meaning, unit = (getattr(words, lang) for words in (row.part, row.label, row.meaning, row.unit))
        value = UNDEFINED if row.value is None else significant(row.value)
        likely = " – ".join(map(significant, row.likely))
        table.add_row(f"{policy.id}:{row.key}", value, likely, f"{part}. {label}: {meaning} ({unit})")
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
