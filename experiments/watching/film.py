"""A film: what a tape shows, as plain data that a browser plays by itself (JSON; long arrays packed as base64)."""

import base64
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from experiments.watching.names import Names
from experiments.watching.tape import TIES_MOST, Tape
from sim.calendar import HOURS_A_WEEK
from sim.records.measures import MEASURES, Counts
from sim.tables import Task

VERSION = 1

MEASURED = (
    "silo_index", "avoidable_handoffs", "volleys_per_problem", "table_share", "satisfaction", "backlog", "trust",
    "agenda_customer",
)  # fmt: skip
"""The measures that go along, week by week."""

type Film = dict[str, Any]
"""See `film_of` for what is in it."""


def film_of(tape: Tape) -> Film:
    """The film of a tape.

    Hours count from the film's start, which is the end of week `first_week`; week 0 ends at the switch. Arrays are
    little-endian, row by row:

    * `tasks.data` uint8 (hours, people): what each does in that hour, by place in `tasks.names`; guests at a table too
    * `queues` uint16 (hours + 1, divisions), `open` uint16 (hours + 1,): problems at the start and after each hour
    * `agendas` float32 (weeks + 1, divisions, 3): shares of sales, customer, politics, at the start and after each week
    * `trust` float32 (weeks + 1, divisions, divisions): row trusts column; NaN: they do not work together; null where
      there are more than TIES_MOST divisions
    * `events`: columns float32 `time`, int32 `problem` (the film's own numbers), uint8 `kind` (EventKind), int16
      `division`, int16 `other`, int16 `employee` (-1: none), in order of time
    * `measures`: by week, null where undefined

    Of a large company (`large`) the people are left out (`tasks` and `events` are null), and `flows` and `help` say how
    many problems were handed on and how many guests came: columns uint16 `day`, int16 `from` and `to`, uint16 `count`.
    """
    names, world = Names(tape.end), tape.end.world
    switch = -tape.first_week * HOURS_A_WEEK
    return {
        "version": VERSION,
        "course": tape.course.id,
        "name": {"en": tape.course.name.en, "nl": tape.course.name.nl},
        "first_week": tape.first_week,
        "weeks": len(tape.weeks),
        "switch_hour": float(switch) if 0 <= switch <= tape.hours else None,
        "hours": tape.hours,
        "large": tape.large,
        "units": _units(names, world.divisions.unit.tolist()),
        "divisions": _divisions(tape, names),
        "people": len(world.employees),
        "tasks": None if tape.large else {"names": _task_names(), "data": packed(tape.tasks, "<u1")},
        "queues": packed(tape.queues, "<u2"),
        "open": packed(tape.open, "<u2"),
        "agendas": packed(tape.agendas, "<f4"),
        "trust": packed(tape.trust, "<f4") if len(world.divisions) <= TIES_MOST else None,
        "events": None if tape.large else _events(tape),
        "problems": len(tape.ids),
        "flows": _pairs(tape.flows) if tape.large else None,
        "help": _pairs(tape.helped) if tape.large else None,
        "measures": _measures(tape),
    }  # fmt: skip


def as_json(film: Film) -> str:
    """The film as a line of JSON."""
    return json.dumps(film, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def packed(array: NDArray[Any], kind: str) -> str:
    """An array as base64, in a type of fixed size; whole numbers that do not fit are shown as the largest that does."""
    to = np.dtype(kind)
    if to.kind == "u":
        array = np.minimum(array, np.iinfo(to).max)
    return base64.b64encode(np.ascontiguousarray(array, to).tobytes()).decode("ascii")


def unpacked(text: str, kind: str, *shape: int) -> NDArray[Any]:
    """The array again."""
    return np.frombuffer(base64.b64decode(text), kind).reshape(shape or -1)


def _units(names: Names, unit_of: list[int]) -> list[dict[str, object]]:
    rows: dict[int, list[int]] = {}
    for d, u in enumerate(unit_of):
        rows.setdefault(u, []).append(d)
    return [{"name": names.units[rows[u][0]], "divisions": rows[u]} for u in sorted(rows)]


def _divisions(tape: Tape, names: Names) -> list[dict[str, object]]:
    """Each division, and the row of its first employee."""
    world = tape.end.world
    facts = zip(names.divisions, world.divisions, world.managers.present.tolist(), strict=True)
    return [
        {"name": name, "unit": int(row.unit), "heads": int(row.heads), "first": int(row.first), "managed": bool(boss)}
        for name, row, boss in facts
    ]


def _task_names() -> list[str]:
    return [task.name.lower().replace("_", " ") for task in Task]


def _events(tape: Tape) -> dict[str, str]:
    events = tape.events
    return {
        "time": packed(events["time"], "<f4"),
        "problem": packed(np.searchsorted(tape.ids, events["problem"]), "<i4"),
        "kind": packed(events["kind"], "<u1"),
        "division": packed(events["division"], "<i2"),
        "other": packed(events["other"], "<i2"),
        "employee": packed(events["employee"], "<i2"),
    }


def _pairs(flows: NDArray[np.int64]) -> dict[str, str]:
    day, source, target, count = flows.T
    return {
        "day": packed(day, "<u2"), "from": packed(source, "<i2"), "to": packed(target, "<i2"),
        "count": packed(count, "<u2"),
    }  # fmt: skip


def _measures(tape: Tape) -> dict[str, object]:
    counts = Counts(tape.weeks[:, None], tape.end.scenario.money.margin_rate)
    shown: dict[str, object] = {}
    for name in MEASURED:
        measure = MEASURES[name]
        values = [None if np.isnan(value) else round(float(value), 6) for value in measure.of(counts)]
        label = {"en": measure.label, "nl": measure.label_nl}
        shown[name] = {"name": label, "unit": measure.unit, "better": measure.better, "values": values}
    return shown
