"""Draws a map: a few points first, then everywhere a little finer, then along the border, and with more futures.

    for found in drawn(asked):
        show(found)

Round after round: the points that a round looks at, and with how many futures, depend on what was found in the rounds
before it and on nothing else. So the same question gives the same map, whoever works and in whatever order.
"""

from collections.abc import Generator, Iterator
from concurrent.futures import Executor
from contextlib import closing

import numpy as np

from experiments.believing.asked import Asked
from experiments.believing.belief_map import BeliefMap
from experiments.believing.lattice import Node, corners, first_blocks, halved, refined
from experiments.believing.lives import Lives, lives_of
from experiments.believing.looking import Point, Verdict, judged
from experiments.comparing.course import Course
from experiments.comparing.intervals import Floats
from experiments.comparing.jobs import Job, Stop, stream
from sim.company.scenario import Scenario

type Round = tuple[int, list[Node]]
"""How many looks the nodes have had when it is over, and which nodes."""


def draw(
    asked: Asked, *, lives: Lives | None = None, executor: Executor | None = None, workers: int | None = None
) -> BeliefMap:
    """The whole map; see `drawn`."""
    *_, found = drawn(asked, lives=lives, executor=executor, workers=workers)
    return found


def drawn(
    asked: Asked,
    *,
    lives: Lives | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    stop: Stop | None = None,
) -> Generator[BeliefMap]:
    """The map while it grows: with nothing in it at first, after each look at a point, and last with `finished`.

    `lives` keeps what is lived from map to map. `executor`, `workers` and `stop` are those of `comparing.jobs.stream`;
    after a stop the iterator ends with what there is, and without `finished`. So does closing it.
    """
    drawing = _Drawing(asked, Lives() if lives is None else lives)
    yield drawing.map()
    for looks, nodes in drawing.rounds():
        for _ in drawing.look(nodes, looks, executor, workers, stop):
            yield drawing.map()
        if any(drawing.looks_at(node) < looks for node in nodes):
            return
    yield drawing.map(finished=True)


class _Drawing:
    """A map in the making."""

    def __init__(self, asked: Asked, lives: Lives) -> None:
        self.asked, self.lives = asked, lives
        self.points: dict[Node, Point] = {}
        self.blocks = first_blocks(asked.steps)
        self.done = self.lived = 0
        self.to_come = 0  # futures of this round that are not there yet
        self._companies: dict[Node, tuple[Scenario, tuple[Course, ...], tuple[str, ...]]] = {}

    def map(self, finished: bool = False) -> BeliefMap:
        """What there is now."""
        expected = self.done if finished else self.done + self.to_come + self._later()
        return BeliefMap(self.asked, dict(self.points), self.blocks, self.done, self.lived, expected, finished)

    def looks_at(self, node: Node) -> int:
        """How many looks a node has had."""
        return self.points[node].looks if node in self.points else 0

    def rounds(self) -> Iterator[Round]:
        """What to look at next; every round is over before the next is asked for.

        First once everywhere, finer and finer; then twice where it is still undecided, and along the border; and so on.
        """
        steps = self.asked.steps
        yield 1, corners(self.blocks)
        while self.blocks[0].side > steps.finest // steps.even:
            self.blocks = halved(self.blocks)
            yield 1, self._new()
        for most in range(2, len(self.asked.looks) + 1):
            yield from self._longer_looks(most)
            for least in self._sides():
                yield from self._along_the_border(least, most)

    def _sides(self) -> Iterator[int]:
        """How small blocks may get along the border, step by step."""
        side = self.asked.steps.finest // self.asked.steps.even // 2
        while side >= 1:
            yield side
            side //= 2

    def _along_the_border(self, least: int, most: int) -> Iterator[Round]:
        """Halve blocks, but not below `least`, until none is left to halve."""
        while True:
            found = {node: point.verdict for node, point in self.points.items()}
            before, self.blocks = self.blocks, refined(self.blocks, found, least, (Verdict.FIRST, Verdict.SECOND))
            if self.blocks == before:
                return
            yield 1, self._new()
            yield from self._longer_looks(most)

    def look(
        self, nodes: list[Node], looks: int, executor: Executor | None, workers: int | None, stop: Stop | None
    ) -> Iterator[Node]:
        """Live what the nodes need for so many looks, and judge each; yields nodes as they are judged."""
        futures = self.asked.looks[looks - 1]
        jobs = {node: self._jobs(node, futures) for node in nodes}
        self.to_come = sum(futures - self._futures(node) for node in nodes)
        waiting = {node: len(of_node) for node, of_node in jobs.items()}
        whose = {job: node for node, of_node in jobs.items() for job in of_node}
        for node in (node for node in nodes if not waiting[node]):
            yield self._judge(node, looks)
        with closing(stream(whose, executor=executor, workers=workers, stop=stop)) as results:
            for job, rows in results:
                node = whose[job]
                self._keep(node, job, rows)
                waiting[node] -= 1
                if not waiting[node]:
                    yield self._judge(node, looks)

    def _new(self) -> list[Node]:
        return [node for node in corners(self.blocks) if node not in self.points]

    def _longer_looks(self, most: int) -> Iterator[Round]:
        """Look again at what is undecided, up to so many times."""
        for looks in range(2, most + 1):
            nodes = [node for node, point in self.points.items() if point.more and point.looks == looks - 1]
            if nodes:
                yield looks, sorted(nodes, key=lambda node: (node[1], node[0]))

    def _judge(self, node: Node, looks: int) -> Node:
        """Judge a node all of whose lives are there."""
        futures = self.asked.looks[looks - 1]
        self.done += futures - self._futures(node)
        self.to_come -= futures - self._futures(node)
        self.points[node] = judged(self.asked, node, self._values(node, futures), looks)
        return node

    def _futures(self, node: Node) -> int:
        """Futures that a node was judged by."""
        looks = self.looks_at(node)
        return self.asked.looks[looks - 1] if looks else 0

    def _jobs(self, node: Node, futures: int) -> list[Job]:
        """What must be lived for a node to have so many futures: of each future the courses that are not kept."""
        scenario, courses, keys = self._company(node)
        found = []
        for future in range(futures):
            missing = [
                course for course, key in zip(courses, keys, strict=True)
                if self._number(key, future) is None
            ]  # fmt: skip
            if missing:
                found.append(Job(scenario, tuple(missing), self.asked.seed, future, self.asked.weeks))
        return found

    def _company(self, node: Node) -> tuple[Scenario, tuple[Course, ...], tuple[str, ...]]:
        """The company and the courses at a node, and for each course the key under which its lives are kept."""
        if node not in self._companies:
            asked, scenario, courses = self.asked, self.asked.scenario_at(node), self.asked.courses_at(node)
            keys = tuple(Job(scenario, (course,), asked.seed, 0, asked.weeks).key for course in courses)
            self._companies[node] = scenario, courses, keys
        return self._companies[node]

    def _number(self, key: str, future: int) -> float | None:
        life = self.lives.get(key, future)
        return None if life is None else life.number(self.asked.window, self.asked.measure)

    def _values(self, node: Node, futures: int) -> Floats:
        """The measure of both courses, shape (2, futures)."""
        *_, keys = self._company(node)
        return np.array([[self._number(key, future) for future in range(futures)] for key in keys], dtype=float)

    def _keep(self, node: Node, job: Job, rows: np.ndarray) -> None:
        _, courses, keys = self._company(node)
        by_course = dict(zip(courses, keys, strict=True))
        for course, life in zip(job.courses, lives_of(job, rows), strict=True):
            self.lives.keep(by_course[course], job.replicate, life)
        self.lived += 1

    def _later(self) -> int:
        """Futures of rounds to come: a guess from how many points there are still to look at, and how closely."""
        looks, even = self.asked.looks, (self.asked.steps.even + 1) ** 2
        if len(self.points) < even:
            begun = self.to_come // looks[0]
            return (even - len(self.points) - begun) * looks[0] + even * (looks[-1] - looks[0]) // 2
        due = sum(looks[-1] - self._futures(node) for node, point in self.points.items() if point.more)
        return max(0, due - self.to_come)
