"""A chosen contract as a policy of its own, whose file every other command takes."""

import math
import re

from experiments.choosing.choice import Choice
from experiments.choosing.chosen import Chosen
from experiments.choosing.judging import Lived
from experiments.choosing.words import say
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.numbers import significant
from sim.policies import Policy
from sim.policies.parts import Words
from sim.policies.reading import parse_policy, policy_to_toml

_LONGEST = 40  # signs of the part of an id that is the choice's name


def policy_of(choice: Choice, lived: Lived) -> Policy:
    """The contract under an id, a name and a meaning of its own. Raises PolicyError."""
    policy, number = choice.policy(lived.row), lived.number
    names = {lang: say("contract_name", lang, name=getattr(policy.name, lang), number=number) for lang in LANGUAGES}
    meanings = {lang: _meaning(choice, lived, lang) for lang in LANGUAGES}
    changes = {"id": id_of(choice, number), "name": Words(**names), "meaning": Words(**meanings)}
    return policy.model_copy(update=changes)


def id_of(choice: Choice, number: int) -> str:
    """What a contract is called: of small letters, digits and hyphens.

    The choice "Gate & share" has contracts gate-share-01, gate-share-02 and so on.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", choice.name.lower()).strip("-")[:_LONGEST].strip("-") or "contract"
    return f"{plain}-{number:02d}"


def files_of(found: Chosen) -> dict[str, str]:
    """The texts of the new contracts of the front, by name of file; each is read once more before it is given out."""
    files = {}
    for each in found.front:
        if not each.number:
            continue  # as it is, it has a file already
        policy = policy_of(found.choice, each)
        text = policy_to_toml(policy)
        if parse_policy(text, policy.id) != policy:
            raise AssertionError(f"{policy.id}: its file does not give it back")
        files[f"{policy.id}.toml"] = text
    return files


def _meaning(choice: Choice, lived: Lived, lang: Lang) -> str:
    """What is different in it, in one line."""
    changes = [
        f"{key.key} = {significant(value, lang=lang)}"
        for key, value in zip(choice.keys, lived.row, strict=True) if not math.isnan(value)
    ]  # fmt: skip
    return say("contract_meaning", lang, policy=choice.changed, changes=", ".join(changes))
