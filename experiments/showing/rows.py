"""Which measures are shown, and in which order, to whoever does not ask for others."""

ROWS = (
    "silo_index", "handoffs_per_problem", "avoidable_handoffs", "return_share", "table_share",
    "invitation_acceptance_in_unit", "invitation_acceptance_cross_unit", "satisfaction", "days_to_solve_median",
    "customers", "agenda_customer", "dispute_hours", "effort", "trust", "sales", "pay_cost", "profit",
)  # fmt: skip
"""What a strategist looks at first in a comparison."""
