"""Cases that are lived to their end: a small company whose names are hostile, shown as tables and written to files."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from sim.datafiles.spelling import spelled
from tests.bad_input.entries import OUT
from tests.bad_input.seeds import TEXTS

_POLICY = """id = "given"
name.en = {en}
name.nl = {nl}
meaning.en = {meaning}
meaning.nl = "x"
origin = "ours"

[employee]
pay = 1.1

[manager]
pay = 1.1
"""
_SCENARIO = """name = {name}
about = {about}

[company]
[[company.tree]]
name = {unit}
divisions = [{{ name = {one}, employees = 2 }}, {{ name = {two}, employees = 2 }}]

[run]
warmup_weeks = 1
weeks = 2
replicates = 2
"""
_SHOWN = tuple(text for text in TEXTS if text.strip() and text.isprintable() and len(text) <= 60)
"""Names that there may be."""
_MOSTLY = 0.95
_FORMULA = re.compile(r"[=+\-@\t\r＝]")
_COMMANDS = (
    ("run", "{company}", "-p", "{policy}", "--every", "1", "--out", OUT, "--events", "csv,xes"),
    ("run", "{company}", "-p", "fair-salary", "--change-to", "{policy}", "--change-week", "1"),
    ("compare", "sales-commission", "{policy}", "-s", "{company}", "--workers", "1", "-m", "silo_index"),
    ("compare", "{policy}", "sales-commission", "-s", "{company}", "--workers", "1", "--json", "--out", OUT),
    ("receipt", "{policy}", "-s", "{company}"), ("receipt", "{policy}", "-s", "{company}", "--json", "--lang", "nl"),
    ("policy", "keys", "{policy}"), ("scenario", "show", "{company}"),
)  # fmt: skip


def lived(luck: Random, home: Path) -> tuple[tuple[str, ...], Callable[[], str]]:
    """The words of a command, and what looks for formulas in the CSV that it wrote."""

    def text() -> str:
        return spelled(luck.choice(_SHOWN if luck.random() < _MOSTLY else TEXTS))

    policy, company = home / "given.toml", home / "company.toml"
    policy.write_text(_POLICY.format(en=text(), nl=text(), meaning=text()), encoding="utf-8")
    one, two = luck.sample(_SHOWN, 2)
    names = {"name": text(), "about": text(), "unit": text(), "one": spelled(one), "two": spelled(two)}
    company.write_text(_SCENARIO.format(**names), encoding="utf-8")
    command = tuple(word.format(policy=policy, company=company, out=OUT) for word in luck.choice(_COMMANDS))
    return command, lambda: _formula_in(home / "out" / "events.csv")


def _formula_in(path: Path) -> str:
    """The first cell of a file that a spreadsheet would run; empty: there is none, or no file."""
    if not path.exists():
        return ""
    with path.open(encoding="utf-8", newline="") as file:
        cells = (cell for row in csv.reader(file) for cell in row)
        found = next((cell for cell in cells if _FORMULA.match(cell) and not _number(cell)), None)
    return "" if found is None else f"events.csv holds a formula: {found!r}"


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
