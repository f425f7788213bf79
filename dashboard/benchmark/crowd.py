"""Many who look at once: how long each waits, whether all keep their own state, and what it takes of the machine.

The browsers share the cores with the server. How much of the wait is theirs is told by the same crowd before the echo,
where nothing is computed.
"""

import time

from dashboard.benchmark.moves import ECHO_READY, ECHO_SLIDER, READY, SLIDER
from dashboard.benchmark.places import dashboard, echo
from dashboard.benchmark.server import Watched, state
from dashboard.benchmark.visitors import visit

FLOOR_MINUTES = 1.0
"""How long the crowd moves the echo's slider, at most."""
KEPT = 25
"""Seconds after which the server has forgotten who left."""


def measure(browsers: int, minutes: float, pause: float) -> str:
    """All figures of a crowd, as text."""
    with dashboard() as address:
        before = state(address)
        with Watched(address) as seen:
            crowd = visit(address, READY, SLIDER, browsers, minutes, pause)
        time.sleep(KEPT)
        after = state(address)
    with echo() as empty:
        floor = visit(empty, ECHO_READY, ECHO_SLIDER, browsers, min(minutes, FLOOR_MINUTES), pause)
    errors = "".join(f"; {each}" for each in crowd.errors[:3])
    return (
        f"{browsers} browsers, each moving every {pause:g} s, for {minutes:g} minutes\n"
        f"echo of an empty slider   {floor}\n"
        f"first picture             {crowd}\n"
        f"of another {crowd.mixed}; errors in pages {len(crowd.errors)}{errors}; "
        f"sessions {seen.sessions} at most, {after['sessions']:.0f} when all have left\n"
        f"memory of the server {before['memory_mb']:.0f} MB before, {seen.memory:.0f} at most, "
        f"{after['memory_mb']:.0f} when all have left"
    )
