"""What a worker process does first, whoever starts it."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread


def begin_worker() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it: a worker whose parent was killed would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, name="siloscope-parent", daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
