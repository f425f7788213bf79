"""The command line `siloscope`: one file a group of commands; app.py puts them together.

Only what shows help and reads words is loaded at once. The model, which takes half a second, is loaded by the commands
that need it, inside their functions.
"""

import os
import sys


def main() -> None:
    """Run the command line; ends the process with one of the exit codes that `siloscope --help` lists."""
    from experiments.cli.app import app
    from experiments.cli.failures import INTERRUPTED

    try:
        app(prog_name="siloscope")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            # Threads may be busy compiling or living a week; nobody waits for them, and nothing is half written.
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(INTERRUPTED)
        raise
