"""Every figure of the benchmark: its key in the JSON, its unit, and the bar it has to clear; words.toml says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words

type Found = Mapping[str, object]
"""What was found, by key, flat as in the JSON; None, or not there: not measured."""

WORDS = Words(Path(__file__).with_name("words.toml"))
"""The visible words of this room."""


@dataclass(frozen=True)
class Figure:
    """A reported number; `bar` is the least that will do, or the most if `at_most`."""

    key: str
    unit: str
    bar: float | None = None
    at_most: bool = False
    decimals: int = 0
    word: str = ""
    """Its key in words.toml, where it is not `key`."""
    people: int = 0
    """The size of company that it is about, where there is one."""

    def says(self, lang: Lang) -> str:
        """What it is the figure of."""
        return WORDS.say(self.word or self.key, lang, people=number(self.people, 0, lang))

    def of(self, found: Found) -> float | bool | None:
        """This figure among all that was found; None if it was not measured."""
        value = found.get(self.key)
        return value if isinstance(value, int | float) else None

    def verdict(self, value: float | bool | None) -> Literal["ok", "missed", ""]:
        """ "ok" or "missed"; empty where there is no bar, or nothing was measured."""
        if self.bar is None or value is None:
            return ""
        return "ok" if (value <= self.bar if self.at_most else value >= self.bar) else "missed"


WAYS = ("compiled", "two_threads", "mesa", "mesa_python", "interpreted")
"""Ways of living a company: how fast people decide in each."""
MULTIPLE_LEAST = 4.0
SIZES = (100, 1_000, 10_000, 100_000)
LARGEST, REFERENCE = SIZES[3], SIZES[1]  # a decision in the one may cost so many times one in the other
BYTES_MOST = 2_000.0


def _of_size(people: int) -> Iterable[Figure]:
    most = BYTES_MOST if people == LARGEST else None  # smaller ones mostly measure what any process takes
    for what, unit, bar, decimals in (
        ("build_seconds", "s", None, 4),
        ("seconds_per_week", "s", None, 5),
        ("ns_per_decision", "ns", None, 0),
        ("megabytes", "MB", None, 1),
        ("bytes_per_person", "bytes", most, 0),
        ("bytes_per_person_tables", "bytes", None, 0),
    ):
        yield Figure(f"people_{people}_{what}", unit, bar, bar is not None, decimals, f"people_N_{what}", people)


def figures() -> tuple[Figure, ...]:
    """All figures in the order of the table."""
    return (
        *(Figure(f"decisions_per_second_{way}", "a second") for way in WAYS),
        Figure("tasks_per_second_compiled", "a second"),
        Figure("interpreted_is_identical", "", 1.0),
        Figure("boltzmann_steps_per_second", "a second"),
        *(
            Figure(f"multiple_{way}", "×", MULTIPLE_LEAST if way == "compiled" else None,
                   decimals=1 if way in ("compiled", "two_threads", "mesa") else 3)
            for way in WAYS
        ),
        Figure("company_years_per_second", "a second", decimals=1),
        *(figure for people in SIZES for figure in _of_size(people)),
        Figure("size_cost_ratio", "×", 1.5, at_most=True, decimals=2),
        Figure("compare_seconds", "s", 1.0, at_most=True, decimals=2),
        Figure("first_table_seconds", "s", 3.0, at_most=True, decimals=2),
        Figure("first_table_cold_seconds", "s", decimals=1),
    )  # fmt: skip


def missed(found: Found) -> list[str]:
    """Keys of the figures that do not clear their bar."""
    return [figure.key for figure in figures() if figure.verdict(figure.of(found)) == "missed"]


def derived(found: Mapping[str, float | bool]) -> dict[str, float]:
    """Figures that are made of others: multiples of Mesa's example, and what size costs."""
    made: dict[str, float] = {}
    unit = found.get("boltzmann_steps_per_second")
    for way in WAYS:
        pace = found.get(f"decisions_per_second_{way}")
        if unit and pace is not None:
            made[f"multiple_{way}"] = pace / unit
    large, small = (found.get(f"people_{people}_ns_per_decision") for people in (LARGEST, REFERENCE))
    if large is not None and small:
        made["size_cost_ratio"] = large / small
    return made
