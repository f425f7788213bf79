"""Libraries that only some commands need: loaded when these run, and said plainly when they are not there."""

import warnings
from importlib import import_module
from types import ModuleType

from experiments.errors import RequestError


def extra(module: str, bundle: str = "analysis") -> ModuleType:
    """A module of a library that comes with a bundle of extras. Raises RequestError if it is not installed.

    >>> extra("no_such_library")
    Traceback (most recent call last):
    ...
    experiments.errors.RequestError: this needs no_such_library; install it with: pip install "siloscope[analysis]"
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a library says while it loads is not about the user's work
            return import_module(module)
    except ModuleNotFoundError as error:
        name = (error.name or module).partition(".")[0]
        raise RequestError(f'this needs {name}; install it with: pip install "siloscope[{bundle}]"') from None
