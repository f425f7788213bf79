"""Components drawn by a .vue file, whose lists and dicts nobody looks through on the way.

Whatever is handed to an element as a list or a dict is searched for other elements at each render, number by number:
for the curves of a page that took four fifths of the answer. Here it is handed on as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import get_annotations
from typing import Any, get_origin

import solara


@dataclass(frozen=True, slots=True)
class _Plain:
    """Lists, dicts, texts and numbers, as JSON has them."""

    data: Any


def component(file: str) -> Callable[[Callable[..., None]], Callable[..., Any]]:
    """A component drawn by a .vue file beside the function; call it with keywords.

    Arguments that are declared as a list or a dict hold plain data, and no elements.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., Any]:
        kinds = get_annotations(function)
        plain = {name for name, kind in kinds.items() if _is_data(kind)}
        bare = solara.component_vue(file, vuetify=False, to_json=dict.fromkeys(plain, _out))
        made: Callable[..., Any] = bare(function)

        def called(**given: Any) -> Any:
            return made(**{name: _Plain(value) if name in plain else value for name, value in given.items()})

        called.__doc__, called.__name__ = function.__doc__, function.__name__
        return called

    return decorate


def _is_data(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return kind in (list, dict) or origin in (list, dict)


def _out(value: object, _: object) -> Any:
    return value.data if isinstance(value, _Plain) else value
