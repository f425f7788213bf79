"""The claims put to the test: do the patterns hold by other rules of decision, in other companies, with other numbers?

What a pattern claims, and its bars, stand in experiments/evidence/emergence and nowhere else. Here the same claims are
asked of many companies that somebody could believe in: every uncertain parameter is drawn anew from its likely range.
"""
