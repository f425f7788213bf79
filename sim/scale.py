"""The scale of satisfaction, 0 to 10: where its middle, its neutral point and the marks of promoters lie.

Customers judge by it (`sim/agents/customer.py`), and pay that hangs on customers counts by it (`sim/policies/metrics`).
"""

MIDDLE, HIGHEST = 5.0, 10.0

NEUTRAL = 7.5
"""Satisfaction at which a scenario's rates of buying and leaving hold, and that is expected where nobody answered."""

PROMOTER, DETRACTOR = 8.5, 6.5
"""An answer from the first on rounds to 9 or 10; one below the second to 6 or less (Reichheld 2003)."""
