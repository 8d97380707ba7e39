"""Rules on how a model is judged."""
