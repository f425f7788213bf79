"""A phrasebook: English sentences with blanks, and the same in another language.

The model and the rooms above it refuse what is wrong in one English sentence, with the values already filled in. It is
recognised here by what stands around the values, so that no rule has to know in which language it is read. A blank may
hold a sentence of its own ("did you mean ...?"), which is looked up in turn. What is not in the book stays as it is.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.words import Words

_LONGEST = 1_000
"""Signs of a sentence that is looked up; ours are shorter."""
_DEEPEST = 6
_JOINTS = (": ", "; ")
"""Where a sentence is cut if it is not known as a whole: a file, what is wrong in it, and what would be right."""
_WORDS = {"kind", "unit", "thing"}
"""Blanks that hold words of ours."""
_SENTENCES = {"what", "near", "names", "remedy", "reason"}
"""Blanks that may hold more of a sentence of ours, or else a name. All others hold what somebody wrote, and stay."""
_MEASURED = {"measured", "amount"}
"""Blanks that hold a number that we found, which nobody has to type: it takes a decimal comma."""
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")


class Phrasebook:
    """The sentences of one or more files words.toml, of which the English is what is looked for."""

    def __init__(self, files: Iterable[Path], more: Mapping[str, str] | None = None) -> None:
        """`more` are further texts, English to Dutch, such as units that the model declares."""
        self._files = tuple(files)
        self._more = more or {}

    def said(self, text: str, lang: Lang) -> str:
        """The text in that language, or as it is where the book does not know it.

        >>> book = Phrasebook([], {"a dog": "een hond"})
        >>> book.said("a dog", "nl"), book.said("a dog", "en"), book.said("a cat", "nl")
        ('een hond', 'a dog', 'a cat')
        """
        if lang == "en" or len(text) > _LONGEST:
            return text
        return self._dutch(" ".join(text.split()), _DEEPEST) or text

    def knows(self, text: str) -> bool:
        """Whether a text without blanks is in the book, word for word."""
        return " ".join(text.split()) in self._whole

    @property
    def entries(self) -> Iterator[tuple[str, str]]:
        """Every sentence of the files, with its blanks: English and Dutch."""
        for file in self._files:
            for texts in Words(file).all.values():
                yield " ".join(texts["en"].split()), texts["nl"]

    @cached_property
    def _whole(self) -> dict[str, str]:
        return {**self._more, **{en: nl for en, nl in self.entries if "{" not in en.replace("{{", "")}}

    @cached_property
    def _blanked(self) -> list[tuple[list[str], re.Pattern[str], str]]:
        """Sentences with blanks, those with the most words of their own first: they are the surest."""
        found = [(_around(en), _pattern(en), nl) for en, nl in self.entries if en not in self._whole]
        return sorted(found, key=lambda each: -sum(map(len, each[0])))

    def _dutch(self, text: str, depth: int) -> str | None:
        """The text in Dutch; None if the book knows nothing of it."""
        whole = self._whole.get(text)
        if whole is not None:
            return whole
        if not depth or not re.search(r"[a-z]", text):
            return None
        for around, pattern, dutch in self._blanked:
            # Looked for one by one at first: a pattern of many blanks would try for long what cannot be.
            match = pattern.fullmatch(text) if all(part in text for part in around) else None
            if match:
                return dutch.format(
                    **{name: self._blank(name, part, depth) for name, part in match.groupdict().items()}
                )
        for joint in _JOINTS:
            first, cut, rest = text.partition(joint)
            known = cut and (self._dutch(first, 1), self._dutch(rest, depth - 1))
            if known and any(known):
                return f"{known[0] or first}{cut}{known[1] or rest}"
        return None

    def _blank(self, name: str, text: str, depth: int) -> str:
        if _GROUPED.fullmatch(text):
            return text.replace(",", "")  # a comma is a decimal comma in Dutch, and a file takes neither
        if name in _MEASURED:
            return text.replace(".", ",")
        ours = name in _WORDS or (name in _SENTENCES and " " in text)
        return (self._dutch(text, depth - 1) if ours else None) or text


def _pattern(english: str) -> re.Pattern[str]:
    """What recognises a sentence; a blank that stands there twice must hold the same."""
    found, seen = "", set()
    for literal, field, _, _ in string.Formatter().parse(english):
        found += re.escape(literal)
        if field is not None:
            found += f"(?P={field})" if field in seen else f"(?P<{field}>.*?)"
            seen.add(field)
    return re.compile(found, re.DOTALL)


def _around(english: str) -> list[str]:
    """What stands around the blanks of a sentence."""
    return [literal for literal, *_ in string.Formatter().parse(english) if literal]
