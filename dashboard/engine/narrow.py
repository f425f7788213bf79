"""Takes from a browser only what a component declared.

ipyvue lets a browser name any module and class to make ("create_widget") and any method to call ("functionRef"): a way
for a stranger to run code on the server. Nothing here needs it. What is left: the events that a component declares,
with plain JSON. `narrow` is called before the first page is made.
"""

import sys
from typing import Any


def narrow() -> None:
    """Replace what ipyvue does with messages from a browser, for all components."""
    sys.modules["ipyvue.VueTemplateWidget"].Events._handle_event = _take


def _take(self: Any, _: Any, content: object, buffers: object) -> None:
    """Hand a declared event's data to its callback; drop everything else."""
    if isinstance(content, dict):
        event = content.get("event")
        if isinstance(event, str) and event in self.events:
            getattr(self, f"vue_{event}")(content.get("data"))
