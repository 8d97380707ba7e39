"""Rules on what must not be seen."""
