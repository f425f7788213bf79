"""Every refusal that the sources can make, as a template: read from the code itself, so that none can be forgotten."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import dashboard
import experiments
import sim

ROOMS = [Path(room.__file__).parent for room in (sim, experiments, dashboard) if room.__file__]
OURS = {"ValueError", "TypeError", "KeyError", "RuntimeError", "NotImplementedError", "LookupError", "AttributeError",
        "AssertionError", "IndexError"}  # fmt: skip
"""What is raised for mistakes of programmers; it is shown to nobody else."""
UNSEEN = ("evidence", "benchmark")
"""Rooms with commands for us alone."""


class Said(NamedTuple):
    """A refusal in the sources: file and line, and its text with {0}, {1} where values are filled in."""

    where: str
    template: str
    whole: bool
    """Or a part of one, that follows a key of a file."""

    def __str__(self) -> str:
        return self.where


def refusals() -> list[Said]:
    """All of them."""
    files = [
        (str(file.relative_to(room.parent)), file.read_text(encoding="utf-8"))
        for room in ROOMS
        for file in sorted(room.rglob("*.py"))
        if not set(UNSEEN) & set(file.parts)
    ]
    nodes = [(where, node) for where, text in files for node in ast.walk(ast.parse(text))]
    makers = {maker for _, node in nodes for maker in _makers(node)}
    return [
        Said(f"{where}:{getattr(message, 'lineno', 0)}", text, whole)
        for where, node in nodes
        for message, whole in _messages(node, makers)
        for text in templates(message)
    ]


def _makers(node: ast.AST) -> Iterator[str]:
    """The name of a function that makes the text of an error, as in RequestError(full(folder))."""
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        for given in node.exc.args[:1]:
            if isinstance(given, ast.Call) and isinstance(given.func, ast.Name):
                yield given.func.id


def _messages(node: ast.AST, makers: set[str]) -> Iterator[tuple[ast.expr, bool]]:
    """The texts that an expression hands to an error, or to what makes one of a file, or keeps for it as `said`."""
    if isinstance(node, ast.FunctionDef) and node.name in makers:
        yield from ((each.value, True) for each in ast.walk(node) if isinstance(each, ast.Return) and each.value)
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "said":
        yield node.value, False
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "say" and len(node.args) == 1 and not node.keywords:  # what was mended; words of a file need a language
        yield node.args[0], True
    elif name in ("wrong", "asked_for"):
        yield from ((part, False) for part in node.args[2 if name == "wrong" else 1 :][:1])
    elif (name == "error" and isinstance(node.func, ast.Name)) or (
        name.endswith(("Error", "Interrupt")) and name not in OURS
    ):
        yield from ((whole, True) for whole in node.args[:1])


def templates(message: ast.expr) -> Iterator[str]:
    """What a text can be: both sides of a choice; values are numbered."""
    for parts in _parts(message):
        numbers = iter(range(99))
        text = "".join(part if part is not None else f"{{{next(numbers)}}}" for part in parts)
        if any(len(word) > 1 for word in text.replace("{", " ").split()):
            yield text


def _parts(node: ast.expr) -> Iterator[list[str | None]]:
    """The pieces of a text in order; None is a value that is not known before the program runs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield [node.value]
    elif isinstance(node, ast.IfExp):
        yield from _parts(node.body)
        yield from _parts(node.orelse)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        for left in _parts(node.left):
            for right in _parts(node.right):
                yield left + right
    elif isinstance(node, ast.FormattedValue):
        yield from _parts(node.value) if isinstance(node.value, ast.IfExp | ast.JoinedStr) else iter([[None]])
    elif isinstance(node, ast.JoinedStr):
        found: list[list[str | None]] = [[]]
        for value in node.values:
            found = [before + after for before in found for after in _parts(value)]
        yield from found
    else:
        yield [None]
