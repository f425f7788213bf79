"""X-ray of a real ticket log: read, measured by the model's own definitions, and drawn."""
