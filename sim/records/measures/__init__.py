"""What is measured: one function, one reported number, with its label, unit and how to read it, in both languages.

A measure is computed from `Counts`: the rows of the weeks of a window, summed, for many runs at once. It returns one
number a run; NaN where it is undefined (nothing to divide by). Hand-off measures have their definition in handoffs.py,
over a log; the running counts used here are tested equal to it.

The measures are found in the files of this folder and listed in the order of their names.
"""

from sim.policies.found import files_of
from sim.records.counts import MEASURES, Counts, Floats, Measure, measure, quantile, ratio, window

__all__ = ["MEASURES", "Counts", "Floats", "Measure", "measure", "quantile", "ratio", "window"]

files_of(__name__, __path__)
