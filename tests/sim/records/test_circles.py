"""Circles in a network: known ones, those of the library, and what must not change them."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from sim.records.circles import best_modularity


def ties_of(graph: nx.Graph, weight: str | None = None) -> csr_array:
    return nx.to_scipy_sparse_array(graph, weight=weight, dtype=float)


@pytest.mark.parametrize("circles", [1, 2, 5, 12])
def test_rings_of_cliques_fall_apart_into_their_cliques(circles: int) -> None:
    """Cliques without a tie between them: each is a circle, and the modularity is 1 − 1/circles."""
    graph = nx.disjoint_union_all([nx.complete_graph(6) for _ in range(circles)])
    for seed in range(5):
        assert best_modularity(ties_of(graph), seed) == pytest.approx(1 - 1 / circles)


def test_the_best_of_a_well_known_network_is_found() -> None:
    """Zachary's club (1977): 0.4198 is its highest modularity, by exhaustive search (Brandes et al. 2008)."""
    found = [best_modularity(ties_of(nx.karate_club_graph()), seed) for seed in range(10)]
    assert max(found) == pytest.approx(0.4198, abs=0.0001)
    assert min(found) > 0.37


@pytest.mark.parametrize("seed", range(4))
def test_it_finds_as_much_as_the_library(seed: int) -> None:
    """In companies of walls, in random networks, and in those without any order (the library's needs more time)."""
    for graph in (
        nx.planted_partition_graph(8, 15, 0.5, 0.05, seed=seed),
        nx.gnm_random_graph(100, 400, seed=seed),
        nx.barabasi_albert_graph(120, 3, seed=seed),
    ):
        theirs = [nx.community.louvain_communities(graph, seed=again) for again in range(4)]
        ours = [best_modularity(ties_of(graph), again) for again in range(4)]
        assert max(ours) > max(nx.community.modularity(graph, parts) for parts in theirs) - 0.015


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=40), st.integers(1, 50))
def test_what_is_found_is_a_modularity_whatever_the_weights_are_counted_in(
    pairs: list[tuple[int, int]], times: int
) -> None:
    ties = np.zeros((8, 8))
    for a, b in pairs:
        ties[a, b] += 1.0
    ties += ties.T
    found = best_modularity(csr_array(ties), 0)
    one_circle_each = np.trace(ties) / ties.sum() - ((ties.sum(axis=0) / ties.sum()) ** 2).sum()
    assert one_circle_each - 1e-12 <= found < 1.0
    assert best_modularity(csr_array(times * ties), 0) == pytest.approx(found)
