"""A draft becomes a policy of the question: its text travels with the question, in address and file."""

from dashboard.pages.workshop.draft import Draft
from experiments.comparing.question import Question
from sim.policies import Policy, catalogue

MOST_COMPARED = 4
"""Policies side by side on a page."""


def taken(question: Question, but: str = "") -> set[str]:
    """Ids that a draft may not have; `but` is its own, under which it was saved."""
    return (set(catalogue()) | set(question.own)) - {but}


def saved(question: Question, draft: Draft, was: str) -> Question:
    """The question with the draft among its own policies, and compared; `was` is the id that it had before, if any."""
    name = str(draft.content["id"])
    texts = [text for policy, text in _own(question) if policy not in (name, was)]
    compared = [name if each == was else each for each in question.policies]
    if name not in compared:
        compared = [*compared[: MOST_COMPARED - 1], name]
    settings = tuple((key, value) for key, value in question.settings if key.partition(":")[0] not in (name, was))
    return question.replace(
        own_policies=(*texts, draft.to_toml()), policies=tuple(dict.fromkeys(compared)), settings=settings
    )


def dropped(question: Question, name: str) -> Question:
    """The question without one of its own policies."""
    texts = tuple(text for policy, text in _own(question) if policy != name)
    compared = tuple(each for each in question.policies if name not in each.replace(">", " ").replace("@", " ").split())
    return question.replace(own_policies=texts, policies=compared or Question().policies)


def tried(question: Question, draft: Draft, against: str, futures: int) -> Question:
    """The question of how a good draft does against another policy, in a few futures."""
    name = str(draft.content["id"])
    texts = [text for policy, text in _own(question) if policy != name]
    settings = tuple((key, value) for key, value in question.settings if key.partition(":")[0] != name)
    return question.replace(
        own_policies=(*texts, draft.to_toml()), policies=(against, name), settings=settings,
        replicates=min(question.in_futures, futures),
    )  # fmt: skip


def policies_of(question: Question) -> dict[str, Policy]:
    """All policies that one may begin from: the question's own first."""
    return {**question.own, **catalogue()}


def _own(question: Question) -> list[tuple[str, str]]:
    return list(zip(question.own, question.own_policies, strict=True))
