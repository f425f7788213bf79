"""What would you have to believe: where on two assumptions one course beats another, and where nobody can tell.

from experiments.believing.asked import Asked
from experiments.believing.drawing import draw
asked = Asked.about(scenario, "gate-and-shared-target", "fair-salary", "problems_per_customer", "meaning")
found = draw(asked)               # a BeliefMap; `drawn(asked)` streams it while it grows
says(found, "en")                 # one sentence (saying.py)
"""
