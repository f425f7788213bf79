"""Files for other tools, from the table of `sim.records.events.to_frame`: Parquet, CSV, and XES for process mining.

The same table gives the same bytes. A name ending in .gz is compressed.
"""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import pandas as pd

from sim.records.networks import NOT_XML

# The URIs and the keys are the standard's own names (IEEE 1849, XES 1.0): tools know the attributes by them.
_XES_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<global scope="trace"><string key="concept:name" value=""/></global>
<global scope="event">
<string key="concept:name" value=""/><date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
<string key="org:group" value=""/><string key="lifecycle:transition" value="complete"/>
</global>
<classifier name="Activity" keys="concept:name"/>
<classifier name="Division" keys="org:group"/>
"""
_OPTIONAL = (("other", "other"), ("unit", "unit"), ("org:resource", "employee"))


def write_parquet(frame: pd.DataFrame, path: Path | str) -> Path:
    """Write the table as Parquet; returns the path."""
    frame.to_parquet(path, index=False)
    return Path(path)


def write_csv(frame: pd.DataFrame, path: Path | str) -> Path:
    """Write the table as CSV (UTF-8, comma, ISO 8601); returns the path."""
    with _text(path) as file:
        frame.to_csv(file, index=False, lineterminator="\n")
    return Path(path)


def write_xes(frame: pd.DataFrame, path: Path | str) -> Path:
    """Write the table as XES 1.0, one trace a problem; returns the path.

    Events carry `concept:name` (the activity), `time:timestamp`, `org:group` (the holder after the event),
    `lifecycle:transition` (always complete) and, where known, `org:resource` (the employee), `other` and `unit`.
    """
    with _text(path) as file:
        file.write(_XES_HEAD)
        case = None
        for this, event in zip(frame["case"].tolist(), _xes_events(frame), strict=True):
            if this != case:
                file.write("" if case is None else "</trace>\n")
                file.write(f'<trace><string key="concept:name" value={_quoted(str(this))}/>\n')
                case = this
            file.write(event)
        file.write("</log>\n" if case is None else "</trace>\n</log>\n")
    return Path(path)


def _xes_events(frame: pd.DataFrame) -> Iterator[str]:
    """The XML of each event, row by row, so that a long log never stands in memory as text."""
    moments = np.datetime_as_string(frame["timestamp"].to_numpy(), unit="ms")
    columns = {key: _attribute(key, frame[column]) for key, column in _OPTIONAL}
    activity = _attribute("concept:name", frame["activity"])
    group = _attribute("org:group", frame["group"])
    optional = zip(*columns.values(), strict=True)
    for name, holder, moment, more in zip(activity, group, moments.tolist(), optional, strict=True):
        yield (
            f'<event>{name}<date key="time:timestamp" value="{moment}+00:00"/>{holder}'
            f'<string key="lifecycle:transition" value="complete"/>{"".join(more)}</event>\n'
        )


def _attribute(key: str, values: "pd.Series") -> list[str]:
    """The XML of a string attribute for each value, nothing for a blank; each different value is escaped once."""
    text = {value: f"<string key={quoteattr(key)} value={_quoted(str(value))}/>" for value in values.dropna().unique()}
    return [text.get(value, "") if not pd.isna(value) and value != "" else "" for value in values.tolist()]


def _quoted(text: str) -> str:
    """In double quotes, safe in XML: also line breaks, and characters that XML cannot hold."""
    return f'"{escape(NOT_XML.sub("\ufffd", text), {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})}"'


@contextmanager
def _text(path: Path | str) -> Iterator[TextIO]:
    """A text file to write; compressed if its name ends in .gz, without the name and hour that gzip likes to add."""
    with Path(path).open("wb") as file:
        if Path(path).suffix != ".gz":
            with io.TextIOWrapper(file, encoding="utf-8", newline="\n") as text:
                yield text
            return
        packed = gzip.GzipFile("", "wb", fileobj=file, mtime=0)
        with packed, io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as text:
            yield text
