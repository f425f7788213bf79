"""Every figure of the benchmark: its key in the JSON, what it says, its unit, and the bar it has to clear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

type Found = Mapping[str, object]
"""What was found, by key, flat as in the JSON; None, or not there: not measured."""


@dataclass(frozen=True)
class Figure:
    """A reported number; `bar` is the least that will do, or the most if `at_most`."""

    key: str
    says: str
    unit: str
    bar: float | None = None
    at_most: bool = False
    decimals: int = 0

    def of(self, found: Found) -> float | bool | None:
        """This figure among all that was found; None if it was not measured."""
        value = found.get(self.key)
        return value if isinstance(value, int | float) else None

    def verdict(self, value: float | bool | None) -> str:
        """ "ok" or "missed"; empty where there is no bar, or nothing was measured."""
        if self.bar is None or value is None:
            return ""
        return "ok" if (value <= self.bar if self.at_most else value >= self.bar) else "missed"


WAYS = {
    "compiled": "compiled, one core",
    "two_threads": "compiled, two threads",
    "mesa": "through Mesa's agents, day by day",
    "mesa_python": "Mesa agents that decide in Python",
    "interpreted": "interpreted, the compiler off",
}
MULTIPLE_LEAST = 4.0
SIZES = (100, 1_000, 10_000, 100_000)
LARGEST, REFERENCE = SIZES[3], SIZES[1]  # a decision in the one may cost so many times one in the other
BYTES_MOST = 2_000.0


def _of_size(people: int) -> Iterable[Figure]:
    key, says = f"people_{people}", f"{people:,} people"
    most = BYTES_MOST if people == LARGEST else None  # smaller ones mostly measure what any process takes
    yield Figure(f"{key}_build_seconds", f"{says}: to build", "s", decimals=4)
    yield Figure(f"{key}_seconds_per_week", f"{says}: a week", "s", decimals=5)
    yield Figure(f"{key}_ns_per_decision", f"{says}: a decision", "ns")
    yield Figure(f"{key}_megabytes", f"{says}: memory, all in", "MB", decimals=1)
    yield Figure(f"{key}_bytes_per_person", f"{says}: memory a person, all in", "bytes", most, at_most=True)
    yield Figure(f"{key}_bytes_per_person_tables", f"{says}: the same without Mesa agents", "bytes")


def figures() -> tuple[Figure, ...]:
    """All figures in the order of the table."""
    return (
        *(Figure(f"decisions_per_second_{way}", f"Decisions, {says}", "a second") for way, says in WAYS.items()),
        Figure("tasks_per_second_compiled", "Decisions and hours at an empty desk, compiled", "a second"),
        Figure("interpreted_is_identical", "Interpreted leaves the same bits as compiled", "", 1.0),
        Figure("boltzmann_steps_per_second", "Mesa's Boltzmann wealth example, 300 agents: agent-steps", "a second"),
        *(
            Figure(f"multiple_{way}", f"Multiple of that: {says}", "×", MULTIPLE_LEAST if way == "compiled" else None,
                   decimals=1 if way in ("compiled", "two_threads", "mesa") else 3)
            for way, says in WAYS.items()
        ),
        Figure("company_years_per_second", "Years of the six-weeks company, one core", "a second", decimals=1),
        *(figure for people in SIZES for figure in _of_size(people)),
        Figure("size_cost_ratio", f"A decision among {LARGEST:,} costs, of one among {REFERENCE:,}", "×", 1.5,
               at_most=True, decimals=2),
        Figure("compare_seconds", "Compare two policies, 20 futures, 26 + 52 weeks, all cores", "s", 1.0,
               at_most=True, decimals=2),
        Figure("first_table_seconds", "From the command to its table, compiled before", "s", 3.0,
               at_most=True, decimals=2),
        Figure("first_table_cold_seconds", "The same, never compiled before", "s", decimals=1),
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
