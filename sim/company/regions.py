"""Neighbourhoods of the company: who is lived through together, and whom a division works with."""

import numpy as np

from sim.tables import PARTNERS_MOST, World

REGION_LEAST = 1024  # employees in a region, about: their rows fit in a processor's own cache


def region_cuts(heads: np.ndarray) -> np.ndarray:
    """First division of each region: neighbours in the tree, enough people and enough divisions to work together."""
    cuts, held, divisions = [0], 0, 0
    for d, count in enumerate(heads.tolist()):
        if held >= REGION_LEAST and divisions > PARTNERS_MOST:
            cuts.append(d)
            held, divisions = 0, 0
        held, divisions = held + count, divisions + 1
    if len(cuts) > 1 and divisions <= PARTNERS_MOST:
        cuts.pop()  # too few are left for a region of their own
    return np.array(cuts)


def place_regions(w: World, heads: np.ndarray, cuts: np.ndarray) -> None:
    """Give every region its divisions and its share of the places for customers."""
    w.regions.first = cuts
    w.regions.divisions = np.diff(np.append(cuts, len(heads)))
    ends = np.round(np.cumsum(np.add.reduceat(heads, cuts)) / heads.sum() * len(w.customers)).astype(np.int64)
    w.regions.first_place = np.append(0, ends[:-1])
    w.regions.places = np.diff(np.append(0, ends))


def choose_partners(w: World, draw: np.random.Generator) -> None:
    """Whom each division works with in its region: all if there are few, else half from its unit, half from others."""
    w.divisions.trust = w.parameters[0].trust_start
    unit = np.asarray(w.divisions.unit)
    for region in w.regions:
        here = np.arange(region.first, region.first + region.divisions)
        for d in here.tolist():
            inside = here[(unit[here] == unit[d]) & (here != d)]
            outside = here[unit[here] != unit[d]]
            near = min(len(inside), max(PARTNERS_MOST // 2, PARTNERS_MOST - len(outside)))
            far = min(len(outside), PARTNERS_MOST - near)
            chosen = [some(inside, near, draw), some(outside, far, draw)]
            w.divisions.partners[d, : near + far] = np.concatenate(chosen)
            w.divisions.partners_known[d] = near + far


def some(of: np.ndarray, count: int, draw: np.random.Generator) -> np.ndarray:
    """So many of them, in their order; drawn only where there are more."""
    return of if count == len(of) else np.sort(draw.permutation(of)[:count])
