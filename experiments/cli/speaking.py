"""In which language the command line speaks, and how its help and the errors of its parser come to be Dutch.

Help is written in English beside the commands; `dutch/` holds its translation, found by the English text itself. So a
command is declared as ever, and a test tells what lacks its Dutch.
"""

import inspect
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.exceptions import TyperException

from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.words import Words
from experiments.translating.phrasebook import Phrasebook

VARIABLE = "SILOSCOPE_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_FOLDER = Path(__file__).parent / "dutch"
_FRAME = Words(_FOLDER / "words.toml")


def language(words: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """The language that is asked for: with --lang, or else by SILOSCOPE_LANG, or else by the computer's own language.

    >>> language(["policies", "--lang", "nl"], {}), language([], {"LANG": "nl_NL.UTF-8"}), language([], {"LANG": "C"})
    ('nl', 'nl', 'en')
    """
    options = list(words)[: words.index("--")] if "--" in words else list(words)
    said = [
        word.removeprefix("--lang=") if "=" in word else after
        for word, after in pairwise([*options, ""])
        if word.partition("=")[0] == "--lang"
    ]
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    for asked in (*reversed(said), environment.get(VARIABLE, ""), locale.partition("_")[0]):
        for lang in LANGUAGES:
            if asked == lang:
                return lang
    return "en"


@cache
def book() -> Phrasebook:
    """The Dutch of help, and of what the parser says."""
    return Phrasebook(sorted(_FOLDER.glob("*/words.toml")))


def speak(group: TyperGroup, lang: Lang) -> None:
    """Let the commands of a group speak a language, and answer in it unless they are told otherwise."""
    if lang != "en" or "typer.rich_utils" in sys.modules:
        from typer import rich_utils

        for name, texts in _FRAME.all.items():
            if name.isupper():  # typer's own names for the texts around help and errors
                setattr(rich_utils, name, texts[lang])
    for command in commands(group):
        for param in command.params:
            if param.name == "lang":
                param.default = lang
        if lang != "en":
            _translate(command, lang)


def commands(group: TyperGroup) -> Iterator[TyperGroup | TyperCommand]:
    """The group, and every command in it."""
    yield group
    for each in group.commands.values():
        if isinstance(each, TyperGroup):
            yield from commands(each)
        elif isinstance(each, TyperCommand):
            yield each


def help_in(text: str, lang: Lang) -> str:
    """A text of help in that language, paragraph by paragraph; commands that it shows are typed alike in both."""
    return "\n\n".join(_paragraph(each, lang) for each in inspect.cleandoc(text).split("\n\n"))


def _paragraph(text: str, lang: Lang) -> str:
    if not text.startswith(" "):
        return book().said(text, lang)
    return re.sub(r"(?<=\[dim\])(.*?)(?=\[/dim\])", lambda note: book().said(note[1], lang), text)


def _translate(command: TyperGroup | TyperCommand, lang: Lang) -> None:
    """Put Dutch in place of every text that a command holds."""
    for name in ("help", "short_help", "epilog", "rich_help_panel", "options_metavar", "subcommand_metavar"):
        _say(command, name, lang)
    for param in command.params:
        for name in ("help", "metavar", "show_default", "rich_help_panel"):
            _say(param, name, lang)
        if isinstance(param, TyperArgument) and param.metavar is None and param.name:
            param.metavar = book().said(param.name, lang)
    usage, help_option = command.get_usage, command.get_help_option

    def get_usage(ctx: Any) -> str:
        return usage(ctx).replace(_FRAME.say("usage", "en"), _FRAME.say("usage", lang), 1)

    def get_help_option(ctx: Any) -> Any:
        option = help_option(ctx)
        _say(option, "help", lang)
        return option

    command.get_usage = get_usage  # type: ignore[method-assign]
    command.get_help_option = get_help_option  # type: ignore[method-assign]


def _say(thing: object, name: str, lang: Lang) -> None:
    text = getattr(thing, name, None)
    if isinstance(text, str):
        setattr(thing, name, help_in(text, lang))


class Misused(typer.BadParameter):
    """An error of the parser, in the language of the one who typed."""

    def format_message(self) -> str:
        """The whole of what is said."""
        return self.message


def misused(error: TyperException, lang: Lang) -> TyperException:
    """An error of the parser, in that language; help that is shown because nothing was typed is no error."""
    if lang == "en" or type(error).__name__ == "NoArgsIsHelpError":
        return error
    return Misused(book().said(error.format_message(), lang), ctx=getattr(error, "ctx", None))
