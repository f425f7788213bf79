"""What it was measured on, as far as it explains a figure; nothing that tells whose machine it was."""

import os
import platform

from experiments.comparing.jobs import cores
from experiments.storing.version import version_of

PACKAGES = ("numba", "numpy", "mesa")
NAMES = ("cores", "load_before", "processor", "python", *PACKAGES)


def machine() -> dict[str, str | int | float | None]:
    """Cores, versions, and how many processes were busy before (None where the system does not tell)."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "cores": cores(),
        "load_before": None if busy is None else round(busy, 2),
        "processor": platform.machine(),
        "python": platform.python_version(),
        **{name: version_of(name) for name in PACKAGES},
    }
