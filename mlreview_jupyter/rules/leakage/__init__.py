"""Rules on what a score must not have seen."""
