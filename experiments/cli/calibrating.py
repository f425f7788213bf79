"""`siloscope calibrate`: the company that hands its problems on as a real ticket log does."""

import json
import signal
from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.completing import scenario_names
from experiments.cli.log_options import (
    CaseOption,
    DateOrderOption,
    DivisionOption,
    GroupOption,
    LogArgument,
    SeparatorOption,
    StatusOption,
    TimeOption,
    TimeUnitOption,
)
from experiments.cli.named import scenario_named
from experiments.cli.options import ClusterOption, JsonOption, LangOption, WorkersOption
from experiments.cli.printing import echo
from experiments.cli.words import say


def calibrate(
    log: LogArgument,
    case: CaseOption,
    time: TimeOption,
    group: GroupOption,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FOLDER", help="Where all goes, and is gone on with.", show_default=False),
    ],
    division: DivisionOption = None,
    status: StatusOption = None,
    date_order: DateOrderOption = None,
    time_unit: TimeUnitOption = None,
    separator: SeparatorOption = None,
    people: Annotated[
        int | None, typer.Option(min=1, max=100_000, help="How many people share the tickets; no log says it.")
    ] = None,
    every_case: Annotated[
        bool,
        typer.Option("--every-case", help="Measure old cases too, of which only what lasted is in the log."),
    ] = False,
    scenario: Annotated[
        str,
        typer.Option("--scenario", "-s", help="What is not fitted stays as in this one: a name, or a file (.toml).",
                     autocompletion=scenario_names),
    ] = "six-weeks",
    fit: Annotated[
        list[str] | None,
        typer.Option("--fit", metavar="KEY", help="A parameter to look for; may be repeated.",
                     show_default="ten that decide how problems are handed on"),
    ] = None,
    draws: Annotated[int, typer.Option(min=500, max=100_000, help="Simulated logs to learn from.")] = 2_000,
    seed: Annotated[int, typer.Option(min=0, max=2**63 - 1, help="Where all chance comes from.")] = 1,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    as_json: JsonOption = False,
    lang: LangOption = "en",
) -> None:  # fmt: skip
    """Find the company that hands its problems on as a ticket log does, and what of it the log cannot tell.

    Thousands of logs are simulated, and what is learnt from them says how
    surely each parameter can be read from yours. scenario.toml in the folder is
    for every other command, report.html tells all of it on one page. Run the
    same command again after Ctrl-C or a kill, and it goes on.

    [bold]Examples[/bold]

      siloscope calibrate log.csv --case id --time at --group team --out found
      siloscope compare -s found/scenario.toml sales-commission fair-salary
      siloscope sweep found/plausible.toml --out robust
    """
    from experiments.calibrating import folder
    from experiments.calibrating.calibrate import calibrate as make
    from experiments.calibrating.measuring import FITTED
    from experiments.cli.calibration_tables import show
    from experiments.cli.console import mending, stdout
    from experiments.cli.sweep_progress import Bar
    from experiments.sweeping.engines import engine
    from experiments.xray.reading import Columns, log_in, open_log
    from experiments.xray.tables import guessed

    file = open_log(log, separator)
    read = log_in(file, Columns(case, time, group, division, status), date_order, unit=time_unit)
    if read.times.guessed_from is not None:
        echo(guessed(read.times, lang), err=True)
    base, where = scenario_named(scenario), engine(workers, cluster)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    bar = Bar(lang)
    try:
        with bar:
            found = make(
                read, out, name=Path(file.source).name, base=base, people=people, every=every_case,
                keys=tuple(fit or FITTED), draws=draws, seed=seed, where=where, progress=bar.show,
                say=mending(lang),
            )  # fmt: skip
    except KeyboardInterrupt:
        echo(say("sweep_interrupted", lang, folder=out), err=True)
        raise
    folder.write(out, found, file.sha256, lang)
    echo(say("calibrate_done", lang, folder=out), err=True)
    if as_json:
        echo(json.dumps(found.as_json(), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        show(found, lang, stdout())
