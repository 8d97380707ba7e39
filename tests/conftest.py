"""Property tests look elsewhere at every run, and in CI at the same places: a run there says something about the change alone."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
