"""Who hands problems to whom, and who helps whom: weighted directed networks between groups.

Nodes carry `label`, `part` (the division or unit the group belongs to, "" if none) and `size`; edges carry `weight`,
the number of hand-offs or of helps. Two nulls say what a figure would be if ties ignored the parts:

    "activity"  every group keeps the ties it sends and receives, and they meet at random, but never a group itself:
                share inside = Σ over parts of (out·in − Σ own out·own in) / (W² − Σ over groups of out·in)
    "sizes"     every ordered pair of two groups is as likely as any other: Σ n(n − 1) / (N(N − 1))
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

Null = Literal["activity", "sizes"]

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file may hold (control characters that stray into the names of teams)."""

_LOUVAIN_TRIES = 10

type Tell = Callable[[float], None]


@dataclass(frozen=True)
class NetworkSummary:
    """Figures of one network; NaN means: not defined (no ties, or all groups in one part)."""

    groups: int
    ties: int
    """Pairs of groups, with direction, that are tied."""
    weight: int
    """Hand-offs, or helps, in all."""
    reciprocity: float
    """Share of the weight that is answered by the opposite direction: Σ min(w_ij, w_ji) / W (Squartini et al. 2013)."""
    crossing: float
    """Share of the weight between different parts."""
    crossing_null: float
    ei: float
    """E–I index, (external − internal) / all (Krackhardt & Stern 1988): −1 all inside, 1 all across."""
    ei_null: float
    """Its value when ties ignore the parts ("activity"); a figure below it says walls, above it openness."""
    ei_null_sizes: float
    homophily: float
    """Coleman's homophily index (1958): (inside − expected) / (1 − expected), or / expected if below; 0 is its null.

    Pooled over all parts, with the "activity" null as the expected share inside.
    """
    modularity: float
    """Modularity of the parts, weighted, directions ignored (Newman 2004)."""
    louvain: float
    """Highest modularity that Louvain (Blondel et al. 2008) finds, best of ten fixed seeds: walls whatever they are."""

    def to_dict(self) -> dict[str, float | int | None]:
        """As plain values for JSON; what is not defined is None."""
        return {k: None if isinstance(v, float) and math.isnan(v) else v for k, v in asdict(self).items()}


def network(
    source: "pd.Series | Iterable[object]",
    target: "pd.Series | Iterable[object]",
    part_of: Mapping[object, object] | None = None,
    nodes: Iterable[str] = (),
    size_of: Mapping[str, int] | None = None,
) -> nx.DiGraph:
    """Network with an edge for every pair (source, target); its weight is how often the pair occurs.

    A tie to oneself is none and is left out. `nodes` are there even without ties; `part_of` gives their division or
    unit; `size_of` their size (default: their ties, sent and received).
    """
    pairs = pd.DataFrame({"source": list(source), "target": list(target)}, dtype=object).astype(str)
    pairs = pairs[pairs["source"] != pairs["target"]]
    weight = pairs.groupby(["source", "target"]).size().reset_index(name="weight")
    ties = pd.concat([pairs["source"], pairs["target"]]).value_counts()
    parts = {str(group): str(part) for group, part in (part_of or {}).items()}
    graph = nx.DiGraph()
    for name in sorted({*map(str, nodes), *ties.index}):
        size = int(size_of.get(name, 0) if size_of is not None else ties.get(name, 0))
        graph.add_node(name, label=name, part=parts.get(name, ""), size=size)
    graph.add_weighted_edges_from(zip(weight["source"], weight["target"], weight["weight"].tolist(), strict=True))
    return graph


def summarise_network(graph: nx.DiGraph, tell: Tell = lambda share: None) -> NetworkSummary:
    """All figures of a network as `network` makes it; those about parts are NaN where no group has one.

    `tell` hears which share of the longest part of it is done.
    """
    weight = sum(w for _, _, w in graph.edges.data("weight"))
    has_parts = any(part for _, part in graph.nodes.data("part"))
    crossing = crossing_share(graph) if has_parts else math.nan
    inside = expected_inside(graph) if has_parts else math.nan
    return NetworkSummary(
        groups=graph.number_of_nodes(),
        ties=graph.number_of_edges(),
        weight=weight,
        reciprocity=reciprocity(graph),
        crossing=crossing,
        crossing_null=1 - inside,
        ei=2 * crossing - 1,
        ei_null=1 - 2 * inside,
        ei_null_sizes=1 - 2 * expected_inside(graph, "sizes") if has_parts else math.nan,
        homophily=coleman(1 - crossing, inside),
        modularity=modularity(graph) if has_parts else math.nan,
        louvain=louvain(graph, tell),
    )


def reciprocity(graph: nx.DiGraph) -> float:
    """Weighted reciprocity Σ min(w_ij, w_ji) / Σ w_ij, between 0 and 1; NaN without ties."""
    weight = {(a, b): w for a, b, w in graph.edges.data("weight")}
    answered = sum(min(w, weight.get((b, a), 0)) for (a, b), w in weight.items())
    return answered / sum(weight.values()) if weight else math.nan


def crossing_share(graph: nx.DiGraph) -> float:
    """Share of the weight between groups of different parts (a group without a part is its own); NaN without ties."""
    part = dict(zip(graph, _parts(graph).tolist(), strict=True))
    weight = sum(w for _, _, w in graph.edges.data("weight"))
    return sum(w for a, b, w in graph.edges.data("weight") if part[a] != part[b]) / weight if weight else math.nan


def expected_inside(graph: nx.DiGraph, null: Null = "activity") -> float:
    """Share of ties inside parts if ties ignored the parts (see the two nulls above); NaN where nothing can be tied."""
    part = _parts(graph)
    if null == "sizes":
        count = np.bincount(part)
        pairs = len(part) * (len(part) - 1)
        return float((count * (count - 1)).sum() / pairs) if pairs else math.nan
    sent = np.array([w for _, w in graph.out_degree(weight="weight")], dtype=float)
    received = np.array([w for _, w in graph.in_degree(weight="weight")], dtype=float)
    own = float(sent @ received)
    allowed = sent.sum() * received.sum() - own
    return float((np.bincount(part, sent) @ np.bincount(part, received) - own) / allowed) if allowed else math.nan


def coleman(inside: float, expected: float) -> float:
    """Coleman's index (1958) of a share inside against an expected one: 1 all inside, 0 as expected, −1 none inside."""
    room = 1 - expected if inside >= expected else expected
    return (inside - expected) / room if room > 0 else math.nan


def modularity(graph: nx.DiGraph) -> float:
    """Weighted modularity of the parts, directions ignored; NaN without ties."""
    members: dict[int, set[str]] = {}
    for name, part in zip(graph, _parts(graph).tolist(), strict=True):
        members.setdefault(part, set()).add(name)
    if not graph.number_of_edges():
        return math.nan
    return float(nx.community.modularity(_undirected(graph), members.values()))


def louvain(graph: nx.DiGraph, tell: Tell = lambda share: None) -> float:
    """Highest weighted modularity of Louvain partitions, directions ignored, seeds 0 … 9; NaN without ties.

    `tell` hears which share of it is done.
    """
    if not graph.number_of_edges():
        return math.nan
    plain, found = _undirected(graph), -1.0
    for seed in range(_LOUVAIN_TRIES):
        tell(seed / _LOUVAIN_TRIES)
        parts = nx.community.louvain_communities(plain, seed=seed)
        found = max(found, float(nx.community.modularity(plain, parts)))
    return found


def write_graphml(graph: nx.DiGraph, path: Path | str) -> Path:
    """Write GraphML that Gephi reads: nodes with label, part and size, edges with weight. Returns the path."""
    clean = nx.DiGraph()
    for name, values in graph.nodes.data():
        clean.add_node(_xml(name), label=_xml(values["label"]), part=_xml(values["part"]), size=values["size"])
    clean.add_weighted_edges_from((_xml(a), _xml(b), w) for a, b, w in graph.edges.data("weight"))
    nx.write_graphml(clean, path)
    return Path(path)


def _xml(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def _undirected(graph: nx.DiGraph) -> nx.Graph:
    """The same ties without direction: the weights of both directions added."""
    plain = nx.Graph()
    plain.add_nodes_from(graph)
    for a, b, weight in graph.edges.data("weight"):
        plain.add_edge(a, b, weight=weight + (plain[a][b]["weight"] if plain.has_edge(a, b) else 0))
    return plain


def _parts(graph: nx.DiGraph) -> NDArray[np.intp]:
    """Number of each group's part, in the order of the nodes; a group without a part is a part of its own."""
    labels = [("part", part) if part else ("alone", name) for name, part in graph.nodes.data("part")]
    number = {label: i for i, label in enumerate(dict.fromkeys(labels))}
    return np.array([number[label] for label in labels], dtype=np.intp)
