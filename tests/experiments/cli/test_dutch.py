"""The command line in Dutch: which language it takes, its help, and what it says of what was typed wrongly."""

import inspect
import re
from collections.abc import Iterator

import pytest
import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command
from typer.testing import CliRunner, Result

from dashboard.serving.commands import add_to
from experiments.cli.app import app
from experiments.cli.speaking import book, commands, language

ENGLISH = re.compile(
    r"\b(the|must|be|not|with|there|such|which|this|that|are|has|have|cannot|where|write|take|should|missing|no|for|"
    r"options|arguments|usage|default|required|invalid)\b",
    re.IGNORECASE,
)
"""Words of any English sentence, none of which is Dutch."""


@pytest.fixture(scope="module")
def whole() -> typer.Typer:
    """The command line with the commands of the dashboard."""
    both = typer.Typer(name=app.info.name, cls=app.info.cls, rich_markup_mode="rich", pretty_exceptions_enable=False)
    both.registered_callback = app.registered_callback
    both.registered_commands = list(app.registered_commands)
    both.registered_groups = list(app.registered_groups)
    both.info = app.info
    add_to(both)
    return both


def siloscope(*words: str, **environment: str) -> Result:
    given = {"COLUMNS": "300", "TERM": "dumb", "SILOSCOPE_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "C"}
    return CliRunner(env=given | environment).invoke(app, list(words))


def texts(command: TyperGroup | TyperCommand) -> Iterator[str]:
    """Every text of a command's help; examples are typed alike in all languages."""
    panel = getattr(command, "rich_help_panel", None)
    for text in (command.help, command.short_help, command.epilog, panel if isinstance(panel, str) else None):
        for part in inspect.cleandoc(text or "").split("\n\n"):
            yield from re.findall(r"\[dim\](.*?)\[/dim\]", part) if part.startswith(" ") else [part]
    for param in command.params:
        for text in (getattr(param, "help", None), param.metavar, getattr(param, "show_default", None)):
            if isinstance(text, str):
                yield text


def may_stay(text: str) -> bool:
    """Names, addresses and signs of commands: the same in both languages."""
    return not text.strip() or re.fullmatch(r"URL|[a-z0-9_.-]*[_.-][a-z0-9_.-]*|satisfaction", text) is not None


def test_every_text_of_help_has_its_dutch_and_no_dutch_is_left_over(whole: typer.Typer) -> None:
    group = get_command(whole)
    assert isinstance(group, TyperGroup)
    said = {" ".join(text.split()) for command in commands(group) for text in texts(command) if not may_stay(text)}
    assert [text for text in sorted(said) if not book().knows(text)] == [], "write it in experiments/cli/dutch/"
    own = {"Show this message and exit.", "[OPTIONS]", "COMMAND [ARGS]...", "name", "policy", "file"}  # typer's
    left = {en for en, _ in help_entries()} - said - own
    assert left == set(), "no command says this any more"


def test_examples_stand_on_one_line_of_eighty_columns(whole: typer.Typer) -> None:
    """What is longer is typed in two, with a backslash that the shell understands."""
    group = get_command(whole)
    assert isinstance(group, TyperGroup)
    examples = [
        re.sub(r"\[/?dim\]", "", line)
        for command in commands(group)
        for line in inspect.cleandoc(command.help or "").splitlines()
        if line.startswith("  ")
    ]
    assert len(examples) > 40
    assert [line for line in examples if len(line) > 78 or re.search(r"\S {5,}--", line)] == []


def help_entries() -> Iterator[tuple[str, str]]:
    from pathlib import Path

    import experiments.cli
    from experiments.translating.phrasebook import Phrasebook

    folder = Path(experiments.cli.__file__).parent / "dutch"
    yield from Phrasebook([folder / each / "words.toml" for each in ("frame", "company", "many")]).entries


@pytest.mark.parametrize(
    ("words", "environment", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "nl_NL.UTF-8"}, "nl"),
        ([], {"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "nl_BE", "SILOSCOPE_LANG": "en"}, "en"),
        (["policies"], {"SILOSCOPE_LANG": "nl"}, "nl"),
        (["--lang", "nl", "policies"], {"SILOSCOPE_LANG": "en"}, "nl"),
        (["policies", "--lang=en"], {"SILOSCOPE_LANG": "nl"}, "en"),
        (["--lang", "en", "policies", "--lang", "nl"], {}, "nl"),
        (["policies", "--lang", "fr"], {"SILOSCOPE_LANG": "nl"}, "nl"),
        (["policies", "--lang"], {}, "en"),
        (["--", "--lang", "nl"], {}, "en"),
    ],
)
def test_the_language_that_is_asked_for(words: list[str], environment: dict[str, str], lang: str) -> None:
    assert language(words, environment) == lang


@pytest.mark.parametrize(
    ("words", "environment"),
    [(("--lang", "nl", "policies"), {}), (("policies", "--lang", "nl"), {}), (("policies",), {"LANG": "nl_NL.UTF-8"}),
     (("policies",), {"SILOSCOPE_LANG": "nl"})],
)  # fmt: skip
def test_all_ways_to_ask_for_dutch_say_the_same(words: tuple[str, ...], environment: dict[str, str]) -> None:
    assert "Beloningsregels" in siloscope(*words, **environment).stdout
    assert "Beloningsregels" not in siloscope("policies").stdout


@pytest.mark.parametrize("command", [(), ("compare",), ("flips",), ("sweep",), ("sweep", "run"), ("policy", "new")])
def test_help_is_dutch_and_after_it_english_again(command: tuple[str, ...]) -> None:
    dutch = siloscope(*command, "--help", "--lang", "nl") if command else siloscope("--lang", "nl", "--help")
    assert dutch.exit_code == 0
    assert "Gebruik: siloscope" in dutch.stdout
    assert "Toon deze uitleg en stop." in dutch.stdout
    told = "\n".join(line for line in dutch.stdout.splitlines() if "siloscope " not in line or "Gebruik" in line)
    assert not ENGLISH.findall(re.sub(r"--[\w-]+|-\w\b", "", told)), told
    english = siloscope(*command, "--help")
    assert "Usage: siloscope" in english.stdout
    assert "Gebruik" not in english.stdout
    assert english.stdout.count("\n\n") >= 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("compar",), "De opdracht 'compar' is er niet. Bedoelde u 'compare'?"),
        (("compare",), "noem twee regels of meer"),
        (("run", "--weeks", "many"), "'--weeks': het moet een geheel getal zijn, niet 'many'"),
        (("run", "--weeks", "2.5"), "het moet een geheel getal zijn, niet '2.5'"),
        (("run", "--every", "0"), "'--every': het moet minstens 1 zijn, niet '0'"),
        (("receipt", "--week", "20"), "'--week': het mag hoogstens 12 zijn, niet '20'"),
        (("receipt", "--sales", "x"), "het moet een getal zijn, met een punt voor de decimalen, niet 'x'"),
        (("receipt", "--sat", "3"), "De optie --sat is er niet; misschien --sales"),
        (("receipt", "--week"), "Bij optie '--week' hoort een waarde."),
        (("receipt", "--json=1"), "Bij optie '--json' hoort geen waarde."),
        (("policies", "x"), "Hier hoort niets meer: x"),
        (("policies", "--lang", "fr"), "(omgevingsvariabele 'SILOSCOPE_LANG'): 'fr' is geen van 'en', 'nl'."),
        (("policy", "show"), "Argument 'naam' ontbreekt."),
        (("results",), "Argument 'MAP' ontbreekt."),
        (("xray", "x.csv"), "Optie '--case' ontbreekt."),
        (("-x",), "De optie -x is er niet"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_dutch(words: tuple[str, ...], said: str) -> None:
    result = siloscope(*words, SILOSCOPE_LANG="nl")
    assert result.exit_code == 2
    assert result.stdout == ""
    told = " ".join(re.sub(r"[│╭╮╰╯─]", " ", result.stderr).split())
    assert said in told
    assert "Fout" in result.stderr
    assert not ENGLISH.findall(re.sub(r"--[\w-]+|'\w+'", "", told)), told
    assert siloscope(*words).exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "--weeks", "many"), "Invalid value for '--weeks': must be a whole number, not 'many'"),
        (("receipt", "--week", "20"), "must be 12 or less, not '20'"),
        (("receipt", "--sales", "inf"), "must be 100.0 or less, not 'inf'"),
        (("run", "--seed", "9" * 5_000), "must be a shorter number, not '999"),
        (("policies", "--lang", "[/red]"), "'[/red]' is not one of 'en', 'nl'."),
    ],
)
def test_what_is_typed_wrongly_is_named_with_what_would_be_right(words: tuple[str, ...], said: str) -> None:
    told = " ".join(re.sub(r"[│╭╮╰╯─]", " ", siloscope(*words).stderr).split())
    assert said in told
    assert "Value error" not in told
