"""A run as a table for the terminal: weeks down, measures across."""

import numpy as np
from rich import box
from rich.table import Table
from rich.text import Text

from experiments.cli.console import stdout
from experiments.cli.words import say
from experiments.comparing.run import Run
from experiments.showing.language import Lang
from experiments.showing.numbers import amount, unit_of
from sim.policies import Policy, load_policy
from sim.records.measures import MEASURES


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
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(say("week", lang), justify="right")
    for name in columns:
        measure = MEASURES[name]
        label, unit = measure.label_nl if lang == "nl" else measure.label, unit_of(measure.unit, lang)
        head = Text.assemble(f"{label}\n", (unit, "dim"))
        table.add_column(head, justify="right", overflow="fold")
    always = {0, 1, found.weeks, *(step.week + after for step in later for after in (0, 1))}
    scales = {name: _scale(found.weekly[name]) for name in columns}
    before = ""
    for i, (week, policy) in enumerate(zip(found.week_numbers.tolist(), found.policy_of_week, strict=True)):
        if week % every and week not in always:
            continue
        if before and policy != before:
            table.add_section()
        before = policy
        cells = [amount(float(found.weekly[name][i]), MEASURES[name].unit, scales[name], lang) for name in columns]
        table.add_row(str(week).replace("-", "−"), *cells)
    console.print(table)


def _name(policy: Policy, lang: Lang) -> str:
    return policy.name.nl if lang == "nl" else policy.name.en


def _scale(values: np.ndarray) -> float:
    known = np.abs(values[~np.isnan(values)])
    return float(known.max()) if known.size else float("nan")
