"""Opens the dashboard to its users: bind, warm, answer, say where, and stop."""

import os
import sys
from functools import partial
from socket import socket

import typer

from dashboard.serving.browser import show
from dashboard.serving.plan import Plan
from dashboard.serving.ports import address_of, listen
from dashboard.serving.words import say
from experiments.cli.console import compiling


def open_dashboard(plan: Plan, *, with_browser: bool) -> None:
    """Serve the dashboard until it is stopped. Raises RequestError if it cannot listen there."""
    bound = listen(plan.host, plan.port)
    with bound:
        _compile(plan)
        typer.echo(say("warming", plan.lang), err=True)
        # Loaded only now: it takes a second, and a wrong option should not have to wait for it.
        from dashboard.serving.running import serve
        from dashboard.serving.sessions import Sessions
        from dashboard.serving.site import site
        from dashboard.serving.warm import warm

        sessions = Sessions(plan)
        app = site(sessions)
        warm()

        def stopping() -> None:
            sessions.stopping = True

        serve(app, plan, bound, partial(invite, plan, bound, with_browser), stopping)
    leave(plan)


def invite(plan: Plan, bound: socket, with_browser: bool) -> None:
    """Say where the page is, and open it."""
    query = "" if plan.lang == "en" else f"?lang={plan.lang}"
    for address in plan.origins or (address_of(bound),):
        typer.echo(say("ready", plan.lang, address=f"{address}/{query}"))
    typer.echo(say("how_to_stop", plan.lang), err=True)
    if with_browser:
        show(f"{address_of(bound)}/{query}")


def _compile(plan: Plan) -> None:
    """Compile what is not compiled yet, before anyone looks: `make run` has done it, a bare call may not have."""
    from sim.warm_up import warm_up

    with compiling(plan.lang) as progress:
        warm_up(progress)


def leave(plan: Plan) -> None:
    """End the process at once: a future that is still being lived in a thread is for nobody any more."""
    typer.echo(say("stopped", plan.lang), err=True)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
