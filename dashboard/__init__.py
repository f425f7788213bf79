"""The browser interface: a strategist compares policies, watches a company, and composes contracts."""
