"""What a value in a scenario may be, and the single line that says what is wrong and what would be right.

Everything is derived from the declarations (pydantic models): no range or name is written here a second time.
"""

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from sim.datafiles.mistakes import Location, did_you_mean, near, place, wrong
from sim.datafiles.reading import DataFileError

ITEMS = {"tree": "unit", "units": "unit", "divisions": "division"}
"""What an item of each list is called."""


class ScenarioError(DataFileError):
    """A scenario cannot be used; the message is one line that names the file, the key, the value and the remedy."""

    def __init__(self, message: str, location: Location = ()) -> None:
        """`location` says where in the file's values it is wrong, if that is known."""
        super().__init__(message)
        self.location = location


def plain(number: float) -> str:
    """A number as people write it: 0.136, 100,000."""
    return f"{int(number):,}" if number == int(number) else f"{number:g}"


def bound(field: FieldInfo, name: str) -> Any:
    """A declared limit of a field (ge, le, min_length, max_length), or None."""
    return next((getattr(fact, name) for fact in field.metadata if hasattr(fact, name)), None)


def unit(field: FieldInfo) -> str:
    """The unit of a parameter; empty for other fields."""
    return str(field.json_schema_extra.get("unit", "")) if isinstance(field.json_schema_extra, dict) else ""


def table_in(field: FieldInfo) -> type[BaseModel] | None:
    """The table that a field holds, or that it is a list of; None for a plain value."""
    kinds = [field.annotation, *get_args(field.annotation)]
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _with_keys(model: type[BaseModel]) -> str:
    return f"with the keys {', '.join(model.model_fields)}"


def allowed(field: FieldInfo) -> str:
    """What a value may be, in words: "a number from 0 to 1 (chance)"."""
    table = table_in(field)
    if table is not None:
        return f"{'a table' if field.annotation is table else 'a list of tables'} {_with_keys(table)}"
    if field.annotation is bool:
        return "true or false"
    if field.annotation is str:
        lines = " of one line" if bound(field, "pattern") else ""
        return f"a text{lines} in quotes, of at most {plain(bound(field, 'max_length'))} signs"
    is_whole = field.annotation is int or bound(field, "multiple_of") is not None
    kind = "a whole number" if is_whole else "a number"
    words = f"{kind} from {plain(bound(field, 'ge'))} to {plain(bound(field, 'le'))}"
    return f"{words} ({unit(field)})" if unit(field) else words


def leaves(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """All keys of a scenario file that hold a value, with their section: "problems.triage"; the tree is one of them."""
    found: dict[str, FieldInfo] = {}
    for name, field in model.model_fields.items():
        table = table_in(field)
        found |= {f"{name}.{key}": inner for key, inner in table.model_fields.items()} if table else {name: field}
    return found


def unknown(key: str, siblings: Iterable[str], root: type[BaseModel]) -> str:
    """The end of a message on an unknown key: the nearest known ones, first those of its own table."""
    table, last = ["", *re.split("[.:] *", key)][-2:]
    own = {name: f"{table}.{name}" if table in root.model_fields else name for name in siblings}
    known = {name.rpartition(".")[2]: name for name in leaves(root)} | own
    close = [last] if last in known else near(last, own) or near(last, known)
    if close:
        return f"is an unknown key; {did_you_mean(known[name] for name in close)}"
    return "is an unknown key" + ("; known are " + ", ".join(own) if own else "")


def _holder(root: type[BaseModel], location: Location) -> tuple[type[BaseModel], FieldInfo | None]:
    """The table in which a key stands, and what is declared about the key (None: it is unknown)."""
    holder, field = root, None
    for step in (step for step in location if isinstance(step, str)):
        if field is not None:
            holder = table_in(field) or holder
        field = holder.model_fields.get(step)
    return holder, field


def one_line(error: ValidationError, root: type[BaseModel]) -> str:
    """The first of the errors that pydantic found in a `root`, in our own words."""
    first = error.errors(include_url=False)[0]
    where, value = place(first["loc"], ITEMS), first["input"]
    holder, field = _holder(root, first["loc"])
    if isinstance(value, int) and abs(value) >= 2**63:
        value = None  # too long to show
    if first["type"] == "value_error":
        said = str(first.get("ctx", {})["error"])
        return f"{where}: {said}" if where else said
    if first["type"] == "recursion_depth_exceeded":
        return "company: units are nested too deep"
    if first["type"] == "missing":
        return wrong(where, None, "is missing").message()
    if field is None:
        return wrong(where, value, unknown(where, holder.model_fields, root)).message()
    is_item = isinstance(first["loc"][-1], int)
    inner = table_in(field)
    remedy = f"a table {_with_keys(inner)}" if is_item and inner else allowed(field)
    return wrong(where, value, f"must be {remedy}").message()
