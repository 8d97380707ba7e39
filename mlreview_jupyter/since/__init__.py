"""A git revision and a finding → does it count, because something that it rests on changed since then?"""

from .git import SinceError
from .since import Since

__all__ = ["Since", "SinceError"]
