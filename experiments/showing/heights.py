"""Heights in a chart: from where to where an axis goes, and labels that keep out of each other's way."""

from typing import NamedTuple


class Span(NamedTuple):
    """From where to where an axis goes."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.high - self.low


def set_apart(places: list[float], gap: float, within: Span) -> list[float]:
    """Labels at these heights, moved so that none is nearer than `gap` to the next; inside the span if they fit.

    >>> set_apart([0.5, 0.52, 0.9], 0.1, Span(0.0, 1.0))
    [0.42, 0.52, 0.9]
    """
    order = sorted(range(len(places)), key=places.__getitem__, reverse=True)
    moved = list(places)
    above = within.high + gap
    for each in order:
        moved[each] = above = min(moved[each], above - gap)
    below = within.low - gap
    for each in reversed(order):
        moved[each] = below = max(moved[each], below + gap)
    return [round(each, 9) for each in moved]
