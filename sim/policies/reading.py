"""Policy files: reads one, finds them all, and writes one back.

The policies that come with the program are the files of `sim/policies/catalogue`, in order of their names; a new file
there is a new policy, and nothing else has to know of it.
"""

from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from sim.datafiles.mistakes import nearest
from sim.datafiles.reading import parse_toml, read_text
from sim.datafiles.spelling import spelled
from sim.policies.checks import PolicyError, one_line
from sim.policies.policy import Policy
from sim.policies.vocabulary import word

CATALOGUE = Path(__file__).parent / "catalogue"
LARGEST = 200_000
"""Bytes; the largest policy of the catalogue is a hundredth of it."""


def parse_policy(text: str, source: str) -> Policy:
    """The policy in the text of a file; `source` names it in errors. Raises PolicyError."""
    values = parse_toml(text, source, PolicyError)
    try:
        return Policy.model_validate(values)
    except ValidationError as error:
        raise PolicyError(f"{source}: {one_line(error)}") from None


def read_policy(path: Path) -> Policy:
    """The policy in a file, whose id must be the file's name. Raises PolicyError."""
    text = read_text(path, PolicyError, LARGEST)
    policy = parse_policy(text, str(path))
    if policy.id != path.stem:
        raise PolicyError(f'{path}: id = "{policy.id}" must be the name of the file; write id = "{path.stem}"')
    return policy


@lru_cache(maxsize=8)
def _read_folder(folder: Path) -> tuple[Policy, ...]:
    return tuple(read_policy(path) for path in sorted(folder.glob("*.toml")))


def catalogue(folder: Path = CATALOGUE) -> dict[str, Policy]:
    """All policies of a folder by id, in order of name; read once a session. Raises PolicyError."""
    return {policy.id: policy for policy in _read_folder(folder)}


def load_policy(name_or_path: str | Path) -> Policy:
    """A policy by its name in the catalogue, or by the path of its file (ending in .toml). Raises PolicyError."""
    name = str(name_or_path)
    if name.endswith(".toml"):
        return read_policy(Path(name_or_path))
    known = catalogue()
    if name not in known:
        raise PolicyError(f'policy "{name}" is not in the catalogue; {nearest(name, known)}')
    return known[name]


def _lines(part: BaseModel, prefix: str = "") -> list[str]:
    """The plain values of a table, one a line; tables inside it, such as name.en, with a dotted key."""
    lines = []
    for key in type(part).model_fields:
        value = getattr(part, key)
        if key in ("employee", "manager", "terms") or value is None:
            continue
        if isinstance(value, BaseModel):
            lines += _lines(value, f"{key}.")
        else:
            lines.append(f"{prefix}{key} = {spelled(word(value) if isinstance(value, IntEnum) else value)}")
    return lines


def policy_to_toml(policy: Policy) -> str:
    """The policy as the text of a file; reading it gives an equal policy."""
    lines = _lines(policy)
    for role in ("employee", "manager"):
        contract = getattr(policy, role)
        lines += ["", f"[{role}]", *_lines(contract)]
        for term in contract.terms:
            lines += ["", f"[[{role}.terms]]", *_lines(term)]
    return "\n".join(lines) + "\n"
