"""The simulator's event log: what is written down, and the tidy table that is made of it.

The engine appends rows of EVENT. `to_frame` turns them into a table of the shape that process-mining tools and
`sim.records.handoffs` expect; `sim.records.exports` writes that table to files.
"""

from collections.abc import Sequence
from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.log import EventKind
from sim.records.handoffs import handoffs, homes, ordered
from sim.records.networks import network

START = date(2026, 1, 5)
"""The Monday that stands for the first working day in exported timestamps; any Monday would do."""

_HOURS_A_DAY, _DAYS_A_WEEK, _DAY_BEGINS = 8, 5, 9
_MOVES = (EventKind.PASSED, EventKind.HANDED_ON)
_LOCATES = (EventKind.ARRIVED, EventKind.PICKED_UP, *_MOVES)
_ENDS = {"solved": "Completed", "given up": "Given up"}


def timestamps(hours: NDArray[np.float64], start: date = START) -> NDArray[np.datetime64]:
    """Working hours since the start (8 a day, 5 days a week) as moments, Monday to Friday from 09:00 to 17:00.

    Shape as given; exact to the millisecond. Raises ValueError if `start` is no Monday.
    """
    if start.weekday() != 0:
        raise ValueError(f"the start must be a Monday; {start.isoformat()} is a {start:%A}")
    days, within = np.divmod(hours, _HOURS_A_DAY)
    weeks, weekday = np.divmod(days, _DAYS_A_WEEK)
    milliseconds = np.round(((weeks * 7 + weekday) * 24 + _DAY_BEGINS + within) * 3_600_000)
    moments: NDArray[np.datetime64] = np.datetime64(start, "ms") + milliseconds.astype("timedelta64[ms]")
    return moments


def to_frame(
    events: NDArray[np.void],
    division_names: Sequence[str],
    unit_names: Sequence[str] | None = None,
    start: date = START,
) -> pd.DataFrame:
    """Tidy table of an event log: one row an event, sorted by case, in the order in which things happened to it.

    `events` has shape (events,) and dtype EVENT; `division_names` names division 0, 1, …; `unit_names` the unit of each
    division (default: blank). Columns: `case` (problem), `time` (working hours), `timestamp` (datetime, from `start`),
    `activity` ("passed", "handed on", …), `group` (the division that holds the problem *after* the event), `other`
    (division, may be blank), `employee` (may be blank), `unit` (of the group).

    The engine writes in the order of acting, which within an hour may differ from the order of times: a row that seems
    earlier than the row before it gets that row's time, so that a problem never arrives after it left.
    Raises ValueError for an unknown kind of event or a division without a name.
    """
    rows = events[np.argsort(events["problem"], kind="stable")]
    kind, place, other = rows["kind"], rows["division"], rows["other"]
    _check(kind, place, other, len(division_names))
    table = pd.DataFrame({"case": rows["problem"], "time": rows["time"]})
    table["time"] = table.groupby("case")["time"].cummax()
    table["timestamp"] = timestamps(table["time"].to_numpy(), start)
    table["activity"] = _look_up([kind.name.lower().replace("_", " ") for kind in EventKind], kind)
    # Invitations and surveys name the division that acts; they leave the problem where it is.
    holder = pd.Series(np.where(np.isin(kind, _MOVES), other, place), dtype=float)
    holder = holder.where(np.isin(kind, _LOCATES)).groupby(table["case"]).ffill().fillna(pd.Series(place, dtype=float))
    held_by: NDArray[np.intp] = holder.to_numpy().astype(np.intp)
    table["group"] = _look_up(division_names, held_by)
    table["other"] = _look_up(division_names, other)
    table["employee"] = pd.Series(rows["employee"], dtype="Int64").where(rows["employee"] >= 0)
    table["unit"] = _look_up(unit_names, held_by) if unit_names is not None else None
    return table


def handoff_log(frame: pd.DataFrame) -> pd.DataFrame:
    """The table of `to_frame` as the log that `sim.records.handoffs` measures: times in working hours, division = unit.

    Surveys are left out: they come after the end and are no work on the problem.
    """
    log = frame.loc[frame["activity"] != "surveyed", ["case", "time", "group", "unit", "activity"]]
    status = log["activity"].map(_ENDS).fillna("In work")
    return log.drop(columns="activity").rename(columns={"unit": "division"}).assign(status=status)


def handoff_graph(frame: pd.DataFrame) -> nx.DiGraph:
    """Network of hand-offs between divisions, from the table of `to_frame`; parts are the units."""
    events = ordered(handoff_log(frame))
    passed = handoffs(events)
    return network(passed["source"], passed["target"], homes(events), frame["group"].unique())


def help_graph(frame: pd.DataFrame) -> nx.DiGraph:
    """Network of help, caller → guest's division, a tie for every guest who came, from the table of `to_frame`."""
    came = frame[frame["activity"] == "came"]
    return network(came["group"], came["other"], homes(ordered(handoff_log(frame))), frame["group"].unique())


def _check(kind: NDArray[np.int32], place: NDArray[np.int32], other: NDArray[np.int32], divisions: int) -> None:
    unknown = kind[~np.isin(kind, list(EventKind))]
    if len(unknown):
        raise ValueError(f"{unknown[0]} is no kind of event; kinds are 0 to {max(EventKind)}")
    nameless = [*place[(place < 0) | (place >= divisions)], *other[(other >= divisions) | (other < -1)]]
    if nameless:
        raise ValueError(f"division {nameless[0]} has no name; there are names for {divisions} divisions")
    if (other[np.isin(kind, _MOVES)] < 0).any():
        raise ValueError("an event that moves a problem does not say to where")


def _look_up(names: Sequence[str], index: NDArray[np.integer]) -> "pd.Series":
    """Name by number, None for -1."""
    return pd.Series(np.array([*names, None], dtype=object)[index], dtype="str")
