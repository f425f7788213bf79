"""From what a browser sends to a draft: one move by its name. Whatever is not such a move leaves the draft as it is."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from dashboard.pages.workshop import draft as drafts
from dashboard.pages.workshop.draft import Draft
from dashboard.pages.workshop.explaining import Unreadable, content_of, mistakes, place_in_words
from dashboard.pages.workshop.naming import free_id
from experiments.showing.language import Lang
from experiments.showing.words import Words

type Sent = Mapping[str, Any]

MOVES: dict[str, Callable[[Draft, Sent], Draft]] = {
    "explain": lambda draft, sent: drafts.explained_as(draft, sent.get("value")),
    "attribute": lambda draft, sent: drafts.attributed(draft, sent.get("value")),
    "survey": lambda draft, sent: drafts.surveyed(draft, sent.get("name"), sent.get("value")),
    "pay": lambda draft, sent: drafts.paid(draft, sent.get("role"), sent.get("name"), sent.get("value")),
    "add": lambda draft, sent: drafts.added(draft, sent.get("role"), sent.get("kind")),
    "remove": lambda draft, sent: drafts.removed(draft, sent.get("role"), sent.get("place")),
    "shift": lambda draft, sent: drafts.shifted(draft, sent.get("role"), sent.get("place"), sent.get("by")),
    "set": lambda draft, sent: drafts.set_in(
        draft, sent.get("role"), sent.get("place"), sent.get("name"), sent.get("value")
    ),
}


def after(draft: Draft, sent: object, taken: Collection[str]) -> Draft:
    """The draft after a move; `taken` are ids that other policies have."""
    if not isinstance(sent, dict):
        return draft
    name = sent.get("move")
    if name == "name":
        return drafts.named(draft, sent.get("value"), taken)
    move = MOVES.get(name) if isinstance(name, str) else None
    return move(draft, sent) if move is not None else draft


def uploaded(text: object, taken: Collection[str], words: Words, lang: Lang) -> Draft | str:
    """The draft that a file holds, or what is wrong with it, in a line or more.

    What the form can show at a field is let in, to be mended there; anything else is refused.
    """
    content = content_of(text, words, lang)
    if isinstance(content, Unreadable):
        return content.text
    wrong = mistakes(content, words, lang)
    unfit = [each for each in wrong if not each.mendable]
    if unfit:
        told = [f"{place_in_words(each.where, words, lang)}: {each.text}" for each in unfit[:5]]
        return "\n".join([words.say("upload_refused", lang), *told])
    most = max(len(content[role].get("terms", [])) for role in drafts.ROLES)
    if most > drafts.MOST_TERMS:
        return words.say("upload_terms", lang, terms=most, most=drafts.MOST_TERMS)
    return drafts.draft_of(content | {"id": free_id(content["id"], taken)}, content["id"])
