"""Networks: known small ones, the nulls against simulation, what must not change, and the real log's figures."""

import math
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.records.handoffs import handoffs, homes, ordered
from sim.records.networks import coleman, expected_inside, network, reciprocity, summarise_network, write_graphml

TIES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=60)
PARTS = {"a": "X", "b": "X", "c": "Y", "d": "Y", "e": "Z"}


def graph_of(pairs, parts=None, **more) -> nx.DiGraph:
    return network([a for a, _ in pairs], [b for _, b in pairs], parts, **more)


def test_walls_and_openness():
    walls = summarise_network(graph_of([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")], PARTS))
    assert (walls.crossing, walls.ei, walls.homophily, walls.reciprocity) == (0, -1, 1, 1)
    assert walls.modularity == walls.louvain == pytest.approx(0.5)
    open_ = summarise_network(graph_of([("a", "c"), ("b", "d")], PARTS))
    assert (open_.crossing, open_.ei, open_.reciprocity) == (1, 1, 0)
    # a and b only send, c and d only receive: by chance too they would never meet inside, so that this is no openness
    assert (open_.ei_null, open_.homophily) == (1, 0)


def test_weights_reciprocity_and_size():
    graph = graph_of([("a", "b")] * 3 + [("b", "a"), ("a", "a")], nodes=["z"])
    assert graph["a"]["b"]["weight"] == 3
    assert reciprocity(graph) == pytest.approx(2 / 4)
    assert graph.nodes["a"] == {"label": "a", "part": "", "size": 4}
    assert graph.nodes["z"]["size"] == 0
    found = summarise_network(graph)
    assert math.isnan(found.crossing)
    assert found.to_dict()["crossing"] is None


def test_no_ties_no_figures():
    found = summarise_network(graph_of([], nodes=["a", "b"], parts=PARTS))
    assert found.weight == 0
    assert all(math.isnan(v) for v in (found.reciprocity, found.crossing, found.homophily, found.louvain))


def test_coleman_runs_from_minus_one_to_one():
    assert (coleman(1, 0.3), coleman(0.3, 0.3), coleman(0, 0.3)) == (1, 0, -1)


def test_activity_null_is_what_chance_gives():
    rng = np.random.default_rng(3)
    groups = np.array(list("aabbbbcccccdde"))  # how often each sends
    pairs = list(zip(groups, rng.permutation(groups), strict=True))
    inside = []
    for _ in range(4_000):
        target = rng.permutation([b for _, b in pairs])
        kept = [(PARTS[a], PARTS[b]) for (a, _), b in zip(pairs, target, strict=True) if a != b]
        inside.append((sum(a == b for a, b in kept), len(kept)))
    simulated = sum(i for i, _ in inside) / sum(n for _, n in inside)
    graph = nx.DiGraph()
    for name in "abcde":
        graph.add_node(name, part=PARTS[name])
    # A ring that sends and receives as often as the pairs do, without a tie to oneself.
    for k, (a, b) in enumerate(zip(groups, np.roll(groups, 5), strict=True)):
        assert a != b, k
        graph.add_edge(a, b, weight=graph.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    assert expected_inside(graph) == pytest.approx(simulated, abs=0.01)
    sizes = [PARTS[a] == PARTS[b] for a in "abcde" for b in "abcde" if a != b]
    assert expected_inside(graph, "sizes") == pytest.approx(np.mean(sizes))


@given(TIES, st.permutations("abcdef"))
def test_new_names_change_nothing(pairs, names):
    new = dict(zip("abcdef", names, strict=True))
    before = summarise_network(graph_of(pairs, PARTS)).to_dict()
    after = summarise_network(
        graph_of([(new[a], new[b]) for a, b in pairs], {new[k]: v for k, v in PARTS.items()})
    ).to_dict()
    for figures in (before, after):  # Louvain is a search: another order may find another partition
        figures.pop("louvain")
    assert after == pytest.approx(before)


@given(TIES)
def test_twice_the_ties_same_shares(pairs):
    once, twice = (summarise_network(graph_of(pairs * k, PARTS)) for k in (1, 2))
    assert twice.weight == 2 * once.weight
    for name in ("reciprocity", "crossing", "ei", "ei_null", "homophily", "modularity"):
        assert getattr(twice, name) == pytest.approx(getattr(once, name), nan_ok=True)


def test_graphml_comes_back(tmp_path):
    graph = network(['<a> & "b"', "x\x0b"], ["é", "é"], {'<a> & "b"': "Unit\x00 1"})
    back = nx.read_graphml(write_graphml(graph, tmp_path / "net.graphml"))
    assert back.nodes['<a> & "b"'] == {"label": '<a> & "b"', "part": "Unit\ufffd 1", "size": 1}
    assert back.edges['<a> & "b"', "é"] == {"weight": 1}
    assert "x\ufffd" in back
    assert back.is_directed()


def test_real_log(raw_log: Path):
    names = {"case_id": "case", "timestamp": "time", "team": "group", "org_line": "division"}
    log = pd.read_csv(raw_log, usecols=list(names)).rename(columns=names)
    events = ordered(log.assign(time=pd.to_datetime(log["time"], utc=True)))
    passed = handoffs(events)
    found = summarise_network(network(passed["source"], passed["target"], homes(events)))
    assert (found.groups, found.weight) == (628, 9_454)
    assert found.crossing == pytest.approx(0.469, abs=0.0005)
    assert found.homophily == pytest.approx(0.270, abs=0.0005)
    assert found.modularity == pytest.approx(0.160, abs=0.0005)
    assert found.louvain == pytest.approx(0.614, abs=0.003)  # a search
    assert found.reciprocity == pytest.approx(0.489, abs=0.00055)  # .48847, printed from .4885
    assert found.ei < found.ei_null < found.ei_null_sizes
