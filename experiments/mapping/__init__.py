"""The silo map: who hands problems to whom and who helps whom, before a change and after it."""

from experiments.mapping.lived import Traffic, Window, divisions_in, live_traffic, windows_of
from experiments.mapping.maps import KINDS, Kind, SiloMap, Ties
from experiments.mapping.said import Shown, shown

__all__ = [
    "KINDS", "Kind", "Shown", "SiloMap", "Ties", "Traffic", "Window", "divisions_in", "live_traffic", "shown",
    "windows_of",
]  # fmt: skip
