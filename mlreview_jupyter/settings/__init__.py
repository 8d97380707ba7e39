"""What the user chose: command line before environment before project before the user's own file."""

from .left_out import left_out
from .load import Chosen, choose
from .places import Said, SettingsError, read_project, read_user
from .settle import known, settle

__all__ = ["Chosen", "Said", "SettingsError", "choose", "known", "left_out", "read_project", "read_user", "settle"]
