"""What a report says of where it comes from, as its pictures carry it when they are saved."""

from collections.abc import Iterable, Iterator

from experiments.reporting.parts import Facts, Fold, Part


def origin_of(title: str, these: Iterable[Part]) -> dict[str, str]:
    """The report's title, and its facts of origin, in the words of the page."""
    facts = (part.rows for part in every(these) if isinstance(part, Facts) and part.origin)
    return {"report": title, **{term: said for rows in facts for term, said in rows}}


def every(these: Iterable[Part]) -> Iterator[Part]:
    """Parts in their order, those that are folded away among them."""
    for part in these:
        yield part
        if isinstance(part, Fold):
            yield from every(part.parts)
