"""Which version of the program this is."""

from importlib.metadata import PackageNotFoundError, version

PROGRAM = "siloscope"


def version_of(package: str) -> str | None:
    """Version of an installed package; None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def own_version() -> str:
    """Version of this program; "unknown" where it runs without being installed."""
    return version_of(PROGRAM) or "unknown"
