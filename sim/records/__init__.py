"""What is recorded and measured of a run: counts, measures, hand-offs, networks, event logs. No rule looks here."""
