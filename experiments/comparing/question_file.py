"""A question as a file in TOML, and as the query of an address: the same keys in both.

version = 1
scenario = "six-weeks"          # or company = the text of a scenario's file
policies = ["sales-commission", "gate-and-shared-target"]
weeks = 52
contracts = []                  # texts of policies' files

[set]
"choice.meaning" = "0.5"

In an address long texts are packed (zlib, base64), so that a link stays short enough to send.
"""

import base64
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.given.files import name_of, text_in
from sim.company.file import LARGEST
from sim.datafiles.mistakes import nearest, on_one_line, short
from sim.datafiles.reading import DataFileError, parse_toml
from sim.datafiles.spelling import spelled

VERSION = 1
LONGEST_QUERY = 60_000
"""Signs; servers and browsers refuse much longer addresses."""
_KEYS = ("version", "scenario", "company", "policies", "contracts", "set", "weeks", "seed", "replicates")
_SINGLE = ("scenario", "company", "weeks", "seed", "replicates")
_SHORT = {"policies": "policy", "contracts": "contract"}  # one each in an address, where they are repeated


def question_to_toml(question: Question) -> str:
    """The text of a file; reading it gives an equal question."""
    lines = [f"version = {VERSION}"]
    if question.own_scenario:
        lines.append(f"company = {spelled(question.own_scenario)}")
    else:
        lines.append(f"scenario = {spelled(question.scenario)}")
    lines.append(f"policies = [{', '.join(map(spelled, question.policies))}]")
    lines += [f"{name} = {value}" for name, value in _numbers(question)]
    if question.own_policies:
        lines.append(f"contracts = [{', '.join(map(spelled, question.own_policies))}]")
    if question.settings:
        lines += ["", "[set]", *(f"{spelled(key)} = {spelled(value)}" for key, value in question.settings)]
    return "\n".join(lines) + "\n"


def question_of_toml(text: str, source: str = "question") -> Question:
    """The question in the text of a file. Raises RequestError."""
    if len(text) > LARGEST:
        raise RequestError(f"{source}: is longer than {LARGEST:,} signs, the most that a question may have")
    try:
        values = parse_toml(text, source, DataFileError)
    except DataFileError as error:
        raise RequestError(str(error)) from None
    for key in values:
        if key not in _KEYS:
            raise RequestError(f'{source}: "{on_one_line(key)}" is an unknown key; {nearest(key, _KEYS)}')
    settings = values.get("set", {})
    if not isinstance(settings, dict):
        raise RequestError(f"{source}: set = {short(settings)} must be a table of keys and values, headed [set]")
    return _question(
        source,
        version=_text(values.get("version", VERSION)),
        policies=_texts(source, "policies", values.get("policies", list(Question().policies))),
        contracts=_texts(source, "contracts", values.get("contracts", [])),
        settings=[(key, _text(value)) for key, value in _flat(settings)],
        single={key: _text(values[key]) for key in _SINGLE if key in values},
    )


def read_question(path: Path) -> Question:
    """The question in a file, looked through. Raises RequestError, which names the file."""
    source = name_of(path)
    question = question_of_toml(text_in(path, LARGEST), source)
    try:
        _ = question.of_courses
    except ValueError as error:
        raise RequestError(f"{source}: {error}") from None
    return question


def question_to_query(question: Question) -> list[tuple[str, str]]:
    """The keys and values of an address's query; only what differs from the default question is in it."""
    usual = Question()
    found: list[tuple[str, str]] = []
    if question.own_scenario:
        found.append(("company", packed(question.own_scenario)))
    elif question.scenario != usual.scenario:
        found.append(("scenario", question.scenario))
    if question.policies != usual.policies:
        found += [("policy", each) for each in question.policies]
    found += [("contract", packed(each)) for each in question.own_policies]
    found += [("set", f"{key}={value}") for key, value in question.settings]
    return [*found, *((name, str(value)) for name, value in _numbers(question))]


def question_of_query(pairs: Iterable[tuple[str, str]]) -> Question:
    """The question in an address's query; keys that are none of a question's are left alone. Raises RequestError."""
    given = list(pairs)
    single = {key: value for key, value in given if key in ("scenario", "weeks", "seed", "replicates")}
    company = next((value for key, value in given if key == "company"), "")
    if company:
        single["company"] = unpacked(company)
    settings = []
    for text in (value for key, value in given if key == "set"):
        key, equals, value = text.partition("=")
        if not equals:
            raise RequestError(f'set "{on_one_line(text)}": write it as key=value, such as choice.meaning=0.5')
        settings.append((key, value))
    return _question(
        "address",
        version=next((value for key, value in given if key == "v"), str(VERSION)),
        policies=tuple(value for key, value in given if key == _SHORT["policies"]) or Question().policies,
        contracts=tuple(unpacked(value) for key, value in given if key == _SHORT["contracts"]),
        settings=settings,
        single=single,
    )


def pairs_of(query: str) -> list[tuple[str, str]]:
    """Keys and values of a query's text. Raises RequestError if it is too long to be one of ours."""
    if len(query) > LONGEST_QUERY:
        raise RequestError(f"the address is {len(query):,} signs long; the most is {LONGEST_QUERY:,}")
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=1_000)
    except ValueError:
        raise RequestError("the address holds too many keys") from None


def query_text(pairs: Iterable[tuple[str, str]]) -> str:
    """The text of a query; signs that are safe in one stay readable."""
    return urlencode(list(pairs), safe=":.,/@=")


def packed(text: str) -> str:
    """A text made short and safe for an address."""
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")


def unpacked(text: str) -> str:
    """The text that was packed. Raises RequestError for anything else, and for what grows beyond all measure."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        opened = zlib.decompressobj()
        content = opened.decompress(data, LARGEST)
        if opened.unconsumed_tail or not opened.eof:
            raise RequestError(f"a packed text of the address is cut off, or larger than {LARGEST:,} bytes")
        return content.decode()
    except (ValueError, zlib.error) as error:
        if isinstance(error, RequestError):
            raise
        raise RequestError("a packed text of the address cannot be read; was the link cut off?") from None


def _question(
    source: str,
    *,
    version: str,
    policies: tuple[str, ...],
    contracts: tuple[str, ...],
    settings: list[tuple[str, str]],
    single: dict[str, str],
) -> Question:
    if version != str(VERSION):
        raise RequestError(f'{source}: version = "{on_one_line(version)}" is not known; this program reads {VERSION}')
    if single.get("company") and "scenario" in single:
        named = on_one_line(single["scenario"])
        raise RequestError(f'{source}: scenario = "{named}" and company are both given; leave one of them out')
    if not policies:
        raise RequestError(f"{source}: policies is empty; name one at least")
    numbers = {name: _whole(source, name, single[name]) for name in ("weeks", "seed", "replicates") if name in single}
    try:
        return Question(
            policies=policies, own_policies=contracts, settings=tuple(sorted(dict(settings).items())),
            scenario=single.get("scenario", Question().scenario), own_scenario=single.get("company", ""), **numbers,
        )  # fmt: skip
    except RequestError as error:
        raise RequestError(f"{source}: {error}") from None


def _text(value: object) -> str:
    return value if isinstance(value, str) else spelled(value)


def _flat(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """Keys and values of a table; choice.meaning is one key, whether somebody put it in quotes or not."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _whole(source: str, name: str, text: str) -> int:
    if not text.isdecimal() or len(text) > 19:
        raise RequestError(f'{source}: {name} = "{on_one_line(text)}" must be a whole number, such as 52')
    return int(text)


def _texts(source: str, key: str, given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise RequestError(f'{source}: {key} = {short(given)} must be a list of texts, such as ["fair-salary"]')
    return tuple(given)


def _numbers(question: Question) -> Iterator[tuple[str, int]]:
    for name in ("weeks", "seed", "replicates"):
        value = getattr(question, name)
        if value is not None:
            yield name, value
