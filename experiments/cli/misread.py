"""What the parser could not read, told with the value and what would be right; its own words name neither."""

from typing import Any

from typer.exceptions import TyperException

_WHOLE, _NUMBER = "must be a whole number", "must be a number, with a point for the decimals"
_RIGHT = {
    "int_parsing": _WHOLE, "int_from_float": _WHOLE, "int_type": _WHOLE, "int_parsing_size": "must be a shorter number",
    "float_parsing": _NUMBER, "float_type": _NUMBER, "finite_number": "must be a finite number",
    "greater_than_equal": "must be {ge} or more", "less_than_equal": "must be {le} or less",
}  # fmt: skip
"""What would be right, by the kind of mistake."""
_BEFORE = "Value error, "


def plainly(error: TyperException) -> TyperException:
    """The same error; its message names the value that was typed, where the parser knows what is wrong with it."""
    from sim.datafiles.mistakes import on_one_line

    found: Any = getattr(error.__cause__, "errors", None)
    if found is None:
        return error
    mistake = found()[0]
    right = _RIGHT.get(mistake["type"])
    if right is None:
        error.message = error.message.removeprefix(_BEFORE)
        return error
    error.message = f"{right.format_map(mistake.get('ctx', {}))}, not '{on_one_line(str(mistake['input']))}'"
    return error
