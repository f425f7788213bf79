"""The commands `siloscope dashboard`, `siloscope serve` and `siloscope demo`."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.serving.plan import DEFAULT_PORT, Plan, checked, name_of, origin_of
from experiments.cli.options import LangOption

HostOption = Annotated[str, typer.Option("--host", help="Address to listen on.")]
PortOption = Annotated[
    int | None,
    typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 is any free one.",
                 show_default=f"{DEFAULT_PORT}, or the next that is free"),
]  # fmt: skip
BrowserOption = Annotated[
    bool, typer.Option("--browser/--no-browser", help="Open the page in the browser, where there is one.")
]


def dashboard(
    host: HostOption = "127.0.0.1",
    port: PortOption = None,
    browser: BrowserOption = True,
    lang: LangOption = "en",
) -> None:
    """Open the dashboard in your browser: compare policies, watch a company, compose a contract.

    Only this computer can reach it; for others, see siloscope serve.

    [bold]Examples[/bold]

      siloscope dashboard
      siloscope dashboard --lang nl --port 9000 --no-browser
    """
    from dashboard.serving.opening import open_dashboard

    open_dashboard(checked(Plan(host=host, port=port, lang=lang, grace=1)), with_browser=browser)


def serve(
    host: HostOption = "127.0.0.1",
    port: PortOption = None,
    public_url: Annotated[
        list[str] | None,
        typer.Option("--public-url", metavar="URL", help="The address that people type; may be repeated."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="Another name of this server; may be repeated."),
    ] = None,
    sessions: Annotated[int, typer.Option(min=1, max=1000, help="Pages that may be open at a time.")] = 40,
    memory: Annotated[int, typer.Option(min=256, help="MB of memory above which nobody new is let in.")] = 4096,
    upload: Annotated[int, typer.Option(min=1, max=64, help="MB of the largest message from a browser.")] = 8,
    keep: Annotated[int, typer.Option(min=10, max=3600, help="Seconds that a lost page may take to come back.")] = 180,
    grace: Annotated[int, typer.Option(min=0, max=300, help="Seconds for what is running when it stops.")] = 10,
    lang: LangOption = "en",
) -> None:
    """Serve the dashboard to others: a class, a team, a company.

    It does not start before it knows under which address people come, and refuses pages of other sites. It asks nobody
    to log in: whoever can reach the address can look. For the internet, put a proxy that speaks https before it.

    [bold]Examples[/bold]

      siloscope serve --host 0.0.0.0 --public-url http://192.168.1.20:8765
      siloscope serve --public-url https://silo.example.org --sessions 100
    """
    from dashboard.serving.opening import open_dashboard

    plan = Plan(
        host=host,
        port=port,
        origins=tuple(origin_of(url) for url in public_url or ()),
        names=tuple(name_of(name) for name in allow_host or ()),
        lang=lang,
        sessions=sessions,
        memory=memory,
        message=upload * 1024 * 1024,
        keep=keep,
        grace=grace,
    )
    open_dashboard(checked(plan), with_browser=False)


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the page goes.")] = Path(
        "out/six-weeks"
    ),
    host: HostOption = "127.0.0.1",
    port: Annotated[
        int | None,
        typer.Option("--port", min=0, max=65535, help="Serve the page at this port as well, until it is stopped."),
    ] = None,
    browser: BrowserOption = True,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other things too.")] = False,
    lang: LangOption = "en",
) -> None:
    """Run the six-weeks case and write the page that shows it: curves, receipts and plain sentences.

    The page is one file that can be mailed or printed. With --port it is served too.

    [bold]Examples[/bold]

      siloscope demo
      siloscope demo --no-browser --port 9000
    """
    from dashboard.serving.browser import show
    from dashboard.serving.demo_page import open_page
    from experiments.cli.demo import demo as make

    plan = checked(Plan(host=host, port=port, lang=lang))
    made = make(out, lang, force=force)
    if port is not None:
        open_page(made.found, plan, with_browser=browser)
    elif browser:
        show(made.page.absolute().as_uri())


def add_to(app: typer.Typer) -> None:
    """Put the commands into the command line."""
    for command in (dashboard, serve, demo):
        app.command(rich_help_panel="In the browser")(command)
