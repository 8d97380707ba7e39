"""Rules on reproducibility."""
