"""Opening the page in a browser, where there is one."""

import os
import sys
import webbrowser


def has_browser() -> bool:
    """Whether a window could open here; a browser inside the terminal is none, it would take the terminal over."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def show(address: str) -> None:
    """Open an address in the browser, if there is one."""
    if has_browser():
        webbrowser.open(address)
