"""What the compiled loops say to simulation.py when they cannot go on; a row number asks that employee to decide."""

NOBODY = -1  # nothing to do: the hours are lived
LOG_IS_FULL = -2
POOL_IS_FULL = -3
