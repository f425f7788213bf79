"""Who asks just now. The more people move sliders, the longer one holds still before a picture is sharpened.

To sharpen takes twenty times the work of a first picture, and a redrawing in the browser besides; for somebody who
moves on after a few seconds it is thrown away, while the first pictures of all others wait. One who is almost alone
hardly waits; one who looks at a picture gets it sharp, however many others move.
"""

from collections.abc import Callable
from threading import Lock
from time import monotonic, sleep

LATELY = 10.0
"""Seconds in which somebody who moved a slider is likely to move it again."""
FEW = 2
"""So many others are no crowd."""
EACH = 0.4
"""Seconds to hold still for each further one: of thirty who move every five seconds, nobody's work is thrown away.
Nor when all of them have to wait and move less often: else sharpening would make them wait longer still."""
AT_LEAST = 0.08
"""Seconds that everybody holds still: a slider that moves asks anew by then, and its first picture needs all cores."""
_GLANCE = 0.25  # seconds between two looks at whether it is still wanted


class Askers:
    """When each of those who look asked last. Threads may share it."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        """`now` gives seconds."""
        self._now = now
        self._last: dict[str, float] = {}
        self._lock = Lock()

    def came(self, owner: str) -> float:
        """Note that somebody asks; returns when."""
        with self._lock:
            now = self._last[owner] = self._now()
            self._last = {each: at for each, at in self._last.items() if now - at <= LATELY}
        return now

    def others(self, owner: str) -> int:
        """How many others asked lately."""
        with self._lock:
            since = self._now() - LATELY
            return sum(at >= since for each, at in self._last.items() if each != owner)

    def is_crowd(self, owner: str) -> bool:
        """Whether so many others ask that each picture more is one too many."""
        return self.others(owner) > FEW

    def pause(self, owner: str) -> float:
        """Seconds that this one holds still before a picture is sharpened."""
        return max(AT_LEAST, EACH * (self.others(owner) - FEW))

    def hold(self, owner: str, since: float, stop: Callable[[], bool]) -> bool:
        """Wait until this one has held still long enough since it asked; False if it is no longer wanted."""
        while not stop():
            left = since + self.pause(owner) - self._now()
            if left <= 0:
                return True
            sleep(min(left, _GLANCE))
        return False
