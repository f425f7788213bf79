"""Experiments at scale: many companies by design, each in many futures, run so that nothing that was lived is lost."""
