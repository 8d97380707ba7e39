"""`Program` → `Facts`: the cells' trees are run over abstract values. The author's code itself is never run."""

from .build import build

__all__ = ["build"]
