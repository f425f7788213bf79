"""Solara's own settings, made safe before it starts: what it leaves open, says to others, or keeps for a day."""

import logging
import os
import secrets
import traceback
from types import SimpleNamespace

# Read when Solara is first imported: no id of this machine for a telemetry that is off anyway.
os.environ["SOLARA_TELEMETRY_SERVER_USER_ID"] = "nobody"
os.environ["SOLARA_TELEMETRY_MIXPANEL_ENABLE"] = "false"

import reacton.core
import solara.server.app as solara_app
from solara.server import settings

from dashboard.serving.plan import Plan
from dashboard.serving.words import say
from experiments.showing.language import LANGUAGES


def make_safe(plan: Plan) -> None:
    """Set what must hold, whatever the environment says."""
    settings.telemetry.mixpanel_enable = False
    settings.main.mode = "production"  # no reloading, no checks that call home
    settings.main.root_path = ""
    settings.main.base_url = "/"
    settings.oauth.private = False
    settings.session.secret_key = secrets.token_urlsafe(32)
    settings.session.http_only = True
    settings.kernel.cull_timeout = f"{plan.keep}s"
    settings.state.test_eviction = False
    settings.theme.force_refresh = True  # a page whose session is gone starts anew, from its own address
    # Both write a traceback into the page of whoever met it; it belongs in the log.
    for module in (reacton.core, solara_app):
        vars(module)["traceback"] = SimpleNamespace(format_stack=traceback.format_stack, format_exception=_said)


def _said(_: object, error: BaseException, __: object) -> list[str]:
    """What a user is told of an error, in place of its traceback."""
    logging.getLogger(__name__).error("a page could not be drawn", exc_info=error)
    return [f"{say('broken_title', lang)}. {say('broken', lang)}\n" for lang in LANGUAGES]
