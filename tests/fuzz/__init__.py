"""Hostile notebooks and generated programs, by the million: whatever goes wrong is kept, made small, and played again by a test."""
