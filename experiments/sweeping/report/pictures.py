"""The pictures of a sweep: which there are depends on how many numbers vary, and in what design."""

from collections.abc import Iterator

import pandas as pd

from experiments.reporting.parts import Heading, Key, Paragraph, Part
from experiments.sweeping.report import many, one, two
from experiments.sweeping.report.finding import say
from experiments.sweeping.report.gathered import Gathered
from experiments.sweeping.report.group import Group

MOST_POLICIES, MOST_NUMBERS, MOST_GROUPS = 3, 2, 4
"""What there are pictures of: of more nobody would look at them, and the tables have all."""
MOST_CELLS = 2_500


def pictures(found: Gathered) -> Iterator[Part]:
    """All pictures, under their heading."""
    lang = found.lang
    if len(found.points) < 2:
        return
    yield Heading(say("pictures", lang))
    meanings = [getattr(course.first.meaning, lang) for course in found.experiment.question.of_courses]
    yield Key(tuple(zip(found.names.values(), meanings, strict=True)))
    groups, varied = _groups(found)
    for number in found.first[:MOST_NUMBERS]:
        for group in groups[:MOST_GROUPS]:
            yield from _of(Group(found, number, *group, varied))
    left = [*found.numbers[MOST_NUMBERS:], *found.others[MOST_POLICIES:], *groups[MOST_GROUPS:]]
    if left:
        yield Paragraph(say("not_drawn", lang), "note")


def _of(group: Group) -> Iterator[Part]:
    """The pictures of one number in one company."""
    found = group.found
    policies = found.others[:MOST_POLICIES] or found.brief.policies
    if len(group.varied) == 1:
        yield from one.pictures(group, policies)
    elif len(group.varied) == 2 and found.experiment.design == "grid" and found.others and _fits(group):
        for policy in policies:
            yield from two.pictures(group, policy)
    else:
        for policy in policies:
            yield from many.pictures(group, policy)


def _groups(found: Gathered) -> tuple[list[tuple[str, tuple[bool, ...]]], tuple[int, ...]]:
    """The companies, each with which points are its own; and the places of the dimensions that vary.

    Where nothing but the company varies, all of them are one group.
    """
    points = found.frame(found.first[0], found.brief.policies[0], apart=False)
    dimensions = range(len(found.experiment.dimensions))
    varied = tuple(each for each in dimensions if points[f"d{each}"].nunique() > 1)
    companies: pd.Series = points["company"]
    if not varied or companies.nunique() < 2:
        return [("", (True,) * len(points))], varied
    return [(str(name), tuple((companies == name).tolist())) for name in companies.unique()], varied


def _fits(group: Group) -> bool:
    return 1 < sum(group.mine) <= MOST_CELLS
