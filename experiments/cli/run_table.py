"""A run as a table for the terminal: weeks down, measures across."""

import numpy as np
from rich import box
from rich.table import Table
from rich.text import Text

from experiments.cli.beside import Column, blocks, width_of
from experiments.cli.console import stdout
from experiments.cli.words import say
from experiments.comparing.run import Run
from experiments.showing.language import Lang
from experiments.showing.numbers import amount, unit_beside
from sim.policies import Policy, load_policy
from sim.records.measures import MEASURES

_GAP = 1  # between columns


def show(found: Run, columns: list[str], every: int, lang: Lang) -> None:
    """Print every so many weeks of a run, and always the weeks around a change of policy and the last one."""
    console, run = stdout(), found.simulation
    first, *later = found.course.steps
    start = load_policy(run.scenario.run.start_policy)
    key = "run_head" if first.policy != start else "run_head_later" if later else "run_head_same"
    console.print(
        Text(
            say(key, lang, scenario=run.scenario.name, replicate=run.replicate, seed=run.seed,
                start=_name(start, lang), policy=_name(first.policy, lang))
        )
    )  # fmt: skip
    for step in later:
        console.print(Text(say("run_change", lang, week=step.week, policy=_name(step.policy, lang))))
    always = {0, 1, found.weeks, *(step.week + after for step in later for after in (0, 1))}
    shown = [place for place, week in enumerate(found.week_numbers.tolist()) if week % every == 0 or week in always]
    weeks = Text(say("week", lang)), [Text(f"{found.week_numbers[place]}".replace("-", "−")) for place in shown]
    for block in blocks((_column(found, name, shown, lang) for name in columns), console.width - width_of(weeks), _GAP):
        console.print()
        console.print(_table([weeks, *block], [found.policy_of_week[place] for place in shown]))


def _column(found: Run, name: str, shown: list[int], lang: Lang) -> Column:
    """A measure in the weeks that are shown."""
    measure, weekly = MEASURES[name], found.weekly[name]
    label = measure.label_nl if lang == "nl" else measure.label
    unit = unit_beside(label, measure.unit, lang)
    scale = _scale(weekly)
    cells = [Text(amount(float(weekly[place]), measure.unit, scale, lang)) for place in shown]
    return Text.assemble(label, (f"\n{unit}" if unit else "", "dim")), cells


def _table(columns: list[Column], policies: list[str]) -> Table:
    """Columns beside each other, with a blank line where another policy comes into force."""
    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column[0], justify="right", width=width_of(column), overflow="fold")
    for row, policy in enumerate(policies):
        if row and policy != policies[row - 1]:
            table.add_section()
        table.add_row(*(cells[row] for _, cells in columns))
    return table


def _name(policy: Policy, lang: Lang) -> str:
    return policy.name.nl if lang == "nl" else policy.name.en


def _scale(values: np.ndarray) -> float:
    known = np.abs(values[~np.isnan(values)])
    return float(known.max()) if known.size else float("nan")
