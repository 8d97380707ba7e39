"""`nbreview completion SHELL`: a script that completes commands, options, their values, rules and files.

Made from the parsers themselves. Written here rather than taken from a library, since the first word may be a command or a
path, which the generators for argparse cannot tell apart.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from .codes import FINE, USAGE
from .main import COMMANDS
from .options import FORMATS
from .show import put, say

SHELLS = ("bash", "zsh", "fish")
RULES = ("--select", "--ignore", "--rule")
PARSED = {"": ".options", "demo": ".options", "init": ".init", "fix": ".fix"}  # commands whose options a parser knows
MORE = {"demo": {"--path": "only say where the notebook lies"}, "rules": {"--names": "only their ids, a line each"}}


class _Option(NamedTuple):
    names: tuple[str, ...]
    about: str
    values: tuple[str, ...] = ()
    takes: bool = False  # a value that follows


def completion(words: list[str]) -> int:
    """Print the script of one shell."""
    if len(words) != 1 or words[0] not in SHELLS:
        say(f"usage: nbreview completion {'|'.join(SHELLS)}\n\n  bash: source <(nbreview completion bash)")
        say("  zsh:  source <(nbreview completion zsh)\n  fish: nbreview completion fish | source")
        return FINE if words in (["-h"], ["--help"]) else USAGE
    put(_fish() if words[0] == "fish" else _zsh() if words[0] == "zsh" else _bash())
    return FINE


def _options(command: str) -> Iterator[_Option]:
    if command in PARSED:
        made: argparse.ArgumentParser = import_module(PARSED[command], __package__).parser()
        for action in made._actions:
            if action.option_strings:
                values = FORMATS if "--format" in action.option_strings else tuple(map(str, action.choices or ()))
                yield _Option(tuple(action.option_strings), action.help or "", values, action.nargs != 0)
    else:
        yield _Option(("-h", "--help"), "how it is called")
    yield from (_Option((name,), about) for name, about in MORE.get(command, {}).items())


def _every() -> list[_Option]:
    return [option for command in ("", *COMMANDS) for option in _options(command)]


def _bash() -> str:
    values = {name: " ".join(option.values) for option in _every() if option.values for name in option.names}
    by_value = "\n".join(f'    {name}) _nbreview_from -W "{told}" -- "$cur"; return ;;' for name, told in sorted(values.items()))
    by_command = "\n".join(f'      {command or "*"}) options="{_listed(command)}" ;;' for command in (*COMMANDS, ""))
    return f"""\
# nbreview: completion for bash
_nbreview_from() {{
  local one
  COMPREPLY=()
  while IFS= read -r one; do COMPREPLY+=("$one"); done < <(compgen "$@")
}}
_nbreview() {{
  local cur prev options
  cur=${{COMP_WORDS[COMP_CWORD]}}
  prev=${{COMP_WORDS[COMP_CWORD-1]}}
  COMPREPLY=()
  if [[ $cur == = ]]; then
    cur=""
  elif [[ $prev == = && $COMP_CWORD -gt 2 ]]; then
    prev=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  case "$prev" in
{by_value}
    {"|".join(RULES)}|explain) _nbreview_from -W "$(nbreview rules --names 2>/dev/null)" -- "$cur"; return ;;
    completion) _nbreview_from -W "{" ".join(SHELLS)}" -- "$cur"; return ;;
  esac
  if [[ $cur == -* ]]; then
    case "${{COMP_WORDS[1]}}" in
{by_command}
    esac
    _nbreview_from -W "$options" -- "$cur"
    return
  fi
  compopt -o filenames 2>/dev/null
  _nbreview_from -f -- "$cur"
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY+=($(compgen -W "{" ".join(COMMANDS)}" -- "$cur"))
  fi
}}
complete -o bashdefault -o default -F _nbreview nbreview
"""


def _zsh() -> str:
    return "# nbreview: completion for zsh, through its own reader of bash's\nautoload -U +X bashcompinit && bashcompinit\n" + _bash()


def _fish() -> str:
    lines = ["# nbreview: completion for fish"]
    for command in COMMANDS:
        lines.append(f"complete -c nbreview -n __fish_use_subcommand -a {command}")
    for command in ("", *COMMANDS):
        condition = f"__fish_seen_subcommand_from {command}" if command else f"not __fish_seen_subcommand_from {' '.join(COMMANDS)}"
        for option in _options(command):
            long = next(name[2:] for name in option.names if name.startswith("--"))
            choices = f" -x -a '{' '.join(option.values)}'" if option.values else " -r" if option.takes else ""
            if f"--{long}" in RULES:
                choices = " -x -a '(nbreview rules --names)'"
            lines.append(f"complete -c nbreview -n '{condition}' -l {long}{choices} -d '{option.about.replace(chr(39), '')}'")
    lines.append("complete -c nbreview -n '__fish_seen_subcommand_from explain' -x -a '(nbreview rules --names)'")
    lines.append(f"complete -c nbreview -n '__fish_seen_subcommand_from completion' -x -a '{' '.join(SHELLS)}'")
    return "\n".join(lines) + "\n"


def _listed(command: str) -> str:
    return " ".join(name for option in _options(command) for name in option.names if name.startswith("--"))
