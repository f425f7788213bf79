"""Hand-offs in an event log: the simulator's own log and real ticket logs, measured by one definition.

A log is a table with one row an event and the columns

    case      what is handed on: a problem, a ticket
    time      when: datetimes, or numbers (the simulator's working hours)
    group     who holds the case after the event: a team, a division
    division  optional: the larger body that the group belongs to (an org line; for the simulator the unit)
    status    optional: the state of the work ("Completed" once solved)

Any other column is ignored. Events are sorted by case and time, in file order where times tie. Events with a blank
group are skipped: a blank does not say that the case went anywhere, so A, blank, A is one stay at A, and a case with
only blanks is not counted. Runs of the same group are one *stay*; the hand-offs of a case are its stays less one.

A group may appear under several divisions. Its *home* is the division it appears under most often (of equals, the one
met first), and a hand-off crosses if the homes differ. A *case* crosses if its own events name more than one division.
"""

from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import NDArray

SOLVED = ("Completed",)
"""Statuses that mean: solved."""

SILENT = ("Unmatched",)
"""Statuses that say nothing about the work: one of them after a solution is no reopening."""


def ordered(log: pd.DataFrame) -> pd.DataFrame:
    """All events, sorted by case (in order of first appearance) and time, ties in file order.

    Returns the columns `case`, `time`, `group`, those of `division` and `status` that the log has, and `code`, the
    number of the case (0, 1, …). An optional column without any value counts as absent. Times with an offset become
    UTC. Raises ValueError if a needed column is missing, a case or time is blank, or the times are neither datetimes
    nor numbers.
    """
    missing = [name for name in ("case", "time", "group") if name not in log.columns]
    if missing:
        raise ValueError(f"the log has no column {', '.join(missing)}; it has {', '.join(map(str, log.columns))}")
    optional = [name for name in ("division", "status") if name in log.columns and log[name].notna().any()]
    blank = [name for name in ("case", "time") if log[name].isna().any()]
    if blank:
        raise ValueError(f"the log has blank values in column {', '.join(blank)}")
    time = log["time"]
    if isinstance(time.dtype, pd.DatetimeTZDtype):
        time = time.dt.tz_convert("UTC").dt.tz_localize(None)
    if time.dtype.kind not in "Miuf":
        raise ValueError(f"the times of the log must be datetimes or numbers, not {time.dtype}")
    code = pd.factorize(log["case"])[0]
    order = np.lexsort((time.to_numpy(), code))
    return log[["case", "time", "group", *optional]].assign(time=time, code=code).iloc[order].reset_index(drop=True)


def stays(events: pd.DataFrame) -> pd.DataFrame:
    """One row a stay of a case at a group, from `ordered` events.

    Columns: `code` and `case`, `time` (when it began), `group`, `key` (number of the group) and `again` (bool: the case
    had been at this group before).
    """
    known = events[events["group"].notna()]
    code, key = known["code"].to_numpy(), pd.factorize(known["group"])[0]
    begins = np.ones(len(known), dtype=bool)
    begins[1:] = (code[1:] != code[:-1]) | (key[1:] != key[:-1])
    found = known.loc[begins, ["code", "case", "time", "group"]].assign(key=key[begins])
    return found.assign(again=found.duplicated(["code", "key"])).reset_index(drop=True)


def homes(events: pd.DataFrame) -> dict[object, object]:
    """Home division of each group: the one most of its events bear, of equals the one met first.

    Groups that never bear a division are left out; a log without divisions has no homes.
    """
    if "division" not in events.columns:
        return {}
    known = events[events["group"].notna() & events["division"].notna()]
    first_row = known.assign(row=np.arange(len(known))).groupby(["group", "division"], sort=False, observed=True)["row"]
    count = first_row.agg(["size", "min"]).reset_index().sort_values(["size", "min"], ascending=[False, True])
    first = count.drop_duplicates("group")
    return dict(zip(first["group"].tolist(), first["division"].tolist(), strict=True))


def handoffs(events: pd.DataFrame) -> pd.DataFrame:
    """One row a hand-off, from `ordered` events.

    Columns: `code`, `case`, `time` (arrival at the target), `source`, `target`, `returns` (bool: into a group the case
    had visited before), `at_once` (bool: the next hand-off gives it back to the sender) and, where the log names
    divisions, `crosses` (bool: the homes of source and target differ; a group without a home counts as its own).
    """
    stay = stays(events)
    code, key = stay["code"].to_numpy(), stay["key"].to_numpy()
    into = np.flatnonzero(code[1:] == code[:-1]) + 1
    following = np.minimum(into + 1, max(len(stay) - 1, 0))
    at_once = (into + 1 < len(stay)) & (code[following] == code[into]) & (key[following] == key[into - 1])
    found = pd.DataFrame(
        {
            "code": code[into],
            "case": stay["case"].to_numpy()[into],
            "time": stay["time"].to_numpy()[into],
            "source": stay["group"].to_numpy()[into - 1],
            "target": stay["group"].to_numpy()[into],
            "returns": stay["again"].to_numpy()[into],
            "at_once": at_once,
        }
    )
    if "division" in events.columns:
        home = homes(events)
        source, target = found["source"].map(home), found["target"].map(home)
        found["crosses"] = (source != target).to_numpy(dtype=bool)
    return found


def cases(events: pd.DataFrame, solved: Collection[str] = SOLVED, silent: Collection[str] = SILENT) -> pd.DataFrame:
    """One row a case that was held by at least one group, from `ordered` events; index: the case.

    Columns: `first` (time of its first event), `handoffs` (int), `ping_pong` (bool: contains A→B→A); where the log
    names divisions `crosses` (bool: its events bear more than one division); where it has a status `to_solve` (from
    first event to first solved status, in days where times are datetimes, else in the unit of the times; NaN if never
    solved; the last event would not do, many systems close a case automatically a week later) and `reopened` (bool: a
    solved status is followed directly by one that is neither solved nor silent).
    """
    stay = stays(events)
    size = int(events["code"].max()) + 1 if len(events) else 0
    code, key = stay["code"].to_numpy(), stay["key"].to_numpy()
    back = np.flatnonzero((code[2:] == code[:-2]) & (key[2:] == key[:-2]))
    first = events.drop_duplicates("code")
    found = pd.DataFrame({"first": first["time"].to_numpy()}, index=pd.Index(first["case"], name="case"))
    held = np.bincount(code, minlength=size)
    found["handoffs"] = held - 1
    found["ping_pong"] = _marked(code[back], size)
    if "division" in events.columns:
        pairs = events.loc[events["division"].notna(), ["code", "division"]].drop_duplicates()
        found["crosses"] = np.bincount(pairs["code"].to_numpy(), minlength=size) > 1
    if "status" in events.columns:
        found["to_solve"] = _time_to_solve(events, solved, size)
        found["reopened"] = _reopened(events, solved, silent, size)
    return found[held > 0]


def _marked(codes: NDArray[np.intp], size: int) -> NDArray[np.bool_]:
    """True for the cases whose number is among `codes`."""
    mark = np.zeros(size, dtype=bool)
    mark[codes] = True
    return mark


def _time_to_solve(events: pd.DataFrame, solved: Collection[str], size: int) -> NDArray[np.float64]:
    start = events.drop_duplicates("code")["time"].to_numpy()
    done = events[events["status"].isin(list(solved))].drop_duplicates("code")
    code = done["code"].to_numpy()
    span = done["time"].to_numpy() - start[code]
    found = np.full(size, np.nan)
    found[code] = span / np.timedelta64(1, "D") if span.dtype.kind == "m" else span
    return found


def _reopened(events: pd.DataFrame, solved: Collection[str], silent: Collection[str], size: int) -> NDArray[np.bool_]:
    code, status = events["code"].to_numpy(), events["status"]
    done = status.isin(list(solved)).to_numpy()
    works = (status.notna() & ~status.isin(list(silent))).to_numpy() & ~done
    again = (code[1:] == code[:-1]) & done[:-1] & works[1:]
    return _marked(code[1:][again], size)
