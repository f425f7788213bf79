"""What all pages share of looks: styles, the chart, and what a browser shows again."""

from pathlib import Path

import ipyvue

from experiments.showing import looks

_DARK = looks.colours(dark=True)
_BASE = (Path(__file__).parent / "base.css").read_text(encoding="utf-8")
CSS = (
    f":root {{ {looks.colours()} }}\n"
    f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {_DARK} }} }}\n'
    f':root[data-theme="dark"] {{ {_DARK} }}\n'
    f"{_BASE}\n"
    f"@media print {{ :root:root, :root[data-theme] {{ {looks.colours()} }} }}\n"
)
"""Styles of all pages; the colours of policies come from the one palette, on paper as by day."""
_SHARED = {"silo-chart": "chart.vue", "silo-seen": "seen.vue"}


def share() -> None:
    """Make the shared components known in this tab; call it once, before the first page is drawn."""
    for name, file in _SHARED.items():
        ipyvue.register_component_from_file(name, file, __file__)
