"""The workbench: the draft, the way back, and what the page remembers of it in the address."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from dashboard.pages.workshop.draft import Draft, begun_from, reopened
from dashboard.pages.workshop.moves import after, uploaded
from dashboard.pages.workshop.saving import policies_of, taken
from dashboard.state.view import LONGEST_OPTION
from experiments.comparing.question import Question
from experiments.comparing.question_file import packed, unpacked
from experiments.errors import RequestError
from experiments.showing.language import LANGUAGES, Lang
from experiments.showing.words import Words

MOST_BACK = 100


@dataclass(frozen=True)
class Bench:
    """What is composed now.

    `past` are drafts before it; `saved` is the id under which it is in the question (empty: it is not); `against` is
    the policy that its outcome is set against. `said` and `refused` are what the page says of the last deed.
    """

    draft: Draft
    against: str
    saved: str = ""
    past: tuple[Draft, ...] = ()
    said: str = ""
    refused: str = ""
    dragging: bool = False
    """Whether a slider is under way; all of its moves are one step of the way back."""

    def moved(self, sent: object, free: Collection[str]) -> "Bench":
        """After a move of the browser."""
        moved = self._with(after(self.draft, sent, free))
        past = self.past if self.dragging else moved.past
        return replace(moved, past=past, dragging=is_live(sent))

    def begun(self, question: Question, name: object, words: Words, lang: Lang) -> "Bench":
        """A new draft like a policy of the catalogue, or one of the user's own opened again."""
        if not isinstance(name, str) or name not in policies_of(question):
            return self
        policy = question.policy(name)
        if name in question.own:
            return replace(self._with(reopened(policy)), saved=name)
        names = tuple(words.say("variant", each, name=getattr(policy.name, each)) for each in LANGUAGES)
        draft = begun_from(policy, taken(question), (names[0], names[1]))
        return replace(self._with(draft), saved="", against=name)

    def uploaded(self, text: object, free: Collection[str], words: Words, lang: Lang) -> "Bench":
        """With the draft of a file, or with what is wrong with it."""
        found = uploaded(text, free, words, lang)
        if isinstance(found, str):
            return replace(self, refused=found, said="")
        return replace(self._with(found), saved="", said=words.say("uploaded", lang))

    def back(self) -> "Bench":
        """The draft before."""
        if not self.past:
            return self
        return replace(self, draft=self.past[-1], past=self.past[:-1], said="", refused="", dragging=False)

    def set_against(self, question: Question, name: object) -> "Bench":
        """Against another policy."""
        return replace(self, against=name) if isinstance(name, str) and name in policies_of(question) else self

    def now_saved(self, said: str) -> "Bench":
        """The draft is in the question."""
        return replace(self, saved=str(self.draft.content["id"]), said=said, refused="")

    def no_longer_saved(self, said: str) -> "Bench":
        """The draft is only here."""
        return replace(self, saved="", said=said, refused="")

    def _with(self, draft: Draft) -> "Bench":
        if draft == self.draft:
            return replace(self, said="", refused="")
        return replace(self, draft=draft, past=(*self.past, self.draft)[-MOST_BACK:], said="", refused="")


def is_live(sent: object) -> bool:
    """Whether a move comes from a slider that is still held."""
    return isinstance(sent, dict) and sent.get("live") is True


def noted(bench: Bench) -> dict[str, str | None]:
    """What the address remembers: the draft, unless it is in the question as it is."""
    text = packed(bench.draft.to_toml())
    return {
        "workshop.draft": text if len(text) <= LONGEST_OPTION else None,
        "workshop.saved": bench.saved or None,
        "workshop.against": bench.against,
    }


def bench_of(options: Mapping[str, str], question: Question, words: Words, lang: Lang) -> Bench:
    """The bench that the address remembers; else one like the last policy that is compared."""
    begin = question.of_courses[-1].first.id
    known = policies_of(question)
    empty = Bench(reopened(known[begin]), question.of_courses[0].first.id)
    fresh = replace(empty.begun(question, begin, words, lang), past=())
    against = options.get("workshop.against", "")
    fresh = replace(fresh, against=against if against in known else empty.against)
    try:
        text = unpacked(options["workshop.draft"])
    except (KeyError, RequestError):
        return fresh
    # A draft that is word for word in the question is that policy, even if the address was cut before it said so.
    same = (name for name, own in zip(question.own, question.own_policies, strict=True) if own == text)
    saved = next(same, options.get("workshop.saved", ""))
    saved = saved if saved in question.own else ""
    draft = uploaded(text, taken(question, saved), words, lang)
    return fresh if isinstance(draft, str) else replace(fresh, draft=draft, saved=saved)
