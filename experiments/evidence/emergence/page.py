"""The page docs/emergence.md: every pattern in plain words, with its verdicts and the figures behind them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from experiments.evidence.emergence.pattern import Figure, Finding, Pattern
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, Status, spread
from experiments.showing.markdown import table
from sim.compiled import source_hash

type Findings = Mapping[str, Mapping[str, Finding]]
"""What was found, by pattern and size."""

PAGE = "emergence.md"
FIGURES = "figures"
MARKS = {Status.HOLDS: "✔ holds", Status.FAILS: "✘ does not hold", Status.OPEN: "? not distinguishable"}

OPENING = """\
# What emerges

<!-- Made by `python -m experiments.evidence.emergence`; do not edit it here. -->

No rule of the model knows a reward policy: people see prices, and do what pays, what they are used to, and what means
something to them. So what happens under a policy is not put in; it comes out. This page asks whether what comes out
are the patterns that the model was built to study. It was made from {replicates} futures each (seed 1, model sources
`{source}`); every policy meets the same customers with the same problems on the same days.

**How a verdict comes about.** A pattern makes claims, each with a bar that was written down before it was run. The 95 %
interval of the distance to the bar, future by future, decides: wholly on the right side, the claim *holds*; wholly on
the wrong side, it *does not hold*; otherwise it is *not distinguishable*. A pattern holds in a company if all its
claims do. Nobody sets a verdict by hand, and no rule was bent for one. The companies:

{companies}
**What the model can't tell.** An interval says how sure the *model* is, not how sure the world is: more futures make it
as narrow as you like. Most parameters are assumptions (docs/parameters.md says which, and of what strength). A pattern
that holds shows that these mechanisms *can* bring it about, not that they do so in your company.

## Verdicts

"""


def page(patterns: Sequence[Pattern], sizes: Sequence[Size], found: Findings, knock_outs: str, replicates: int) -> str:
    """The page as text; `knock_outs` is the text of their section."""
    companies = "".join(f"- *{size.id}*: {size.about}.\n" for size in sizes)
    head = OPENING.format(replicates=replicates, source=source_hash()[:12], companies=companies)
    sections = [_section(pattern, sizes, found[pattern.id]) for pattern in patterns]
    last = f"\n## Knock-outs\n\n![Knock-outs]({FIGURES}/knock-outs.svg)\n\n{knock_outs}"
    return "".join([head, verdicts(patterns, sizes, found), *sections, last])


def verdicts(patterns: Sequence[Pattern], sizes: Sequence[Size], found: Findings) -> str:
    """All verdicts in one table, with the number of claims that hold."""
    rows = [
        (f"{pattern.id} {pattern.title}", *(_verdict(found[pattern.id][size.id]) for size in sizes))
        for pattern in patterns
    ]
    return table(("pattern", *(size.id for size in sizes)), rows)


def _verdict(finding: Finding) -> str:
    return f"{MARKS[finding.status]} ({finding.holding} of {len(finding.claims)} claims)"


def _section(pattern: Pattern, sizes: Sequence[Size], by_size: Mapping[str, Finding]) -> str:
    """One pattern."""
    parts = [
        f"\n## {pattern.id}: {pattern.title}\n\n{_flat(pattern.statement)}\n\n",
        f"*How it is tested.* {_flat(pattern.design)}\n\n*What it leaves open.* {_flat(pattern.open)}\n",
    ]
    picture = by_size[sizes[0].id].picture
    if picture is not None:
        parts.append(f"\n![{picture.title}]({FIGURES}/{picture.name}.svg)\n")
    for size in sizes:
        parts.append(_company(size, by_size[size.id]))
    return "".join(parts)


def _company(size: Size, finding: Finding) -> str:
    """A pattern in one company."""
    head = ("claim", "found", "bar", "distance to the bar (95 % interval)", "verdict")
    claims = table(head, map(_claim, finding.claims))
    notes = "".join(f"\n{note}\n" for note in finding.notes)
    figures = table(("also seen", "mean (95 % interval)"), map(_figure, finding.figures)) if finding.figures else ""
    more = f"\n<details><summary>More figures of {size.id}</summary>\n\n{figures}\n</details>\n" if figures else ""
    return f"\n### {pattern_head(size, finding)}\n\n{claims}{notes}{more}"


def pattern_head(size: Size, finding: Finding) -> str:
    """Company and verdict."""
    return f"{size.id}: {finding.status}"


def _claim(claim: Claim) -> tuple[str, ...]:
    distance = "–" if claim.distance is None else spread(claim.distance)
    return claim.text, claim.found, claim.wanted, distance, MARKS[claim.status]


def _figure(figure: Figure) -> tuple[str, str]:
    return figure.text, spread(figure.found, figure.signed)


def _flat(text: str) -> str:
    return " ".join(text.split())


def figures_folder(docs: Path) -> Path:
    """Where the pictures of the page are."""
    return docs / FIGURES
