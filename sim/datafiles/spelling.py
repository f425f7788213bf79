"""How a value is written in TOML; the standard library only reads it."""

import json


def spelled(value: object) -> str:
    r"""A text, number or switch as TOML writes it; reading gives the same value.

    A text in TOML is one in JSON, but for the sign DEL, which TOML wants escaped.

    >>> spelled('a "b"\n'), spelled(True), spelled(0.5)
    ('"a \\"b\\"\\n"', 'true', '0.5')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value)
