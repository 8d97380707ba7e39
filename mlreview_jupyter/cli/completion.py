"""`nbreview completion SHELL`: a script that completes commands, options, their values, rules and files.

Made from the parsers themselves. Written here rather than taken from a library, since the first word may be a command or a
path, which the generators for argparse cannot tell apart.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module

from .codes import FINE, USAGE
from .main import COMMANDS
from .show import put, say

SHELLS = ("bash", "zsh", "fish")
RULES = ("--select", "--ignore", "--rule")


def completion(words: list[str]) -> int:
    """Print the script of one shell."""
    if len(words) != 1 or words[0] not in SHELLS:
        say(f"usage: nbreview completion {'|'.join(SHELLS)}\n\n  bash: source <(nbreview completion bash)")
        say("  zsh:  source <(nbreview completion zsh)\n  fish: nbreview completion fish | source")
        return FINE if words in (["-h"], ["--help"]) else USAGE
    put(_fish() if words[0] == "fish" else _zsh() if words[0] == "zsh" else _bash())
    return FINE


def _options(command: str) -> Iterator[argparse.Action]:
    room = {"": ".options", "init": ".init", "fix": ".fix"}.get(command)
    if room is not None:
        made: argparse.ArgumentParser = import_module(room, __package__).parser()
        yield from (action for action in made._actions if action.option_strings)


def _bash() -> str:
    values = {
        name: " ".join(map(str, action.choices))
        for command in ("", "init", "fix")
        for action in _options(command)
        for name in action.option_strings
        if action.choices
    }
    values["--format"] = " ".join(_formats())
    by_value = "\n".join(f'    {name}) COMPREPLY=($(compgen -W "{told}" -- "$cur")); return ;;' for name, told in sorted(values.items()))
    by_command = "\n".join(f'    {command or "*"}) options="{_listed(command)}" ;;' for command in ("init", "fix", ""))
    return f"""\
# nbreview: completion for bash
_nbreview() {{
  local cur prev options
  cur=${{COMP_WORDS[COMP_CWORD]}}
  prev=${{COMP_WORDS[COMP_CWORD-1]}}
  COMPREPLY=()
  case "$prev" in
{by_value}
    {"|".join(RULES)}|explain) COMPREPLY=($(compgen -W "$(nbreview rules --names 2>/dev/null)" -- "$cur")); return ;;
    completion) COMPREPLY=($(compgen -W "{" ".join(SHELLS)}" -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    case "${{COMP_WORDS[1]}}" in
{by_command}
    esac
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$cur"))
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY+=($(compgen -W "{" ".join(COMMANDS)}" -- "$cur"))
  fi
}}
complete -F _nbreview nbreview
"""


def _zsh() -> str:
    return "# nbreview: completion for zsh, through its own reader of bash's\nautoload -U +X bashcompinit && bashcompinit\n" + _bash()


def _fish() -> str:
    lines = ["# nbreview: completion for fish"]
    for command in COMMANDS:
        lines.append(f"complete -c nbreview -n __fish_use_subcommand -a {command}")
    for command in ("", "init", "fix"):
        condition = f"__fish_seen_subcommand_from {command}" if command else f"not __fish_seen_subcommand_from {' '.join(COMMANDS)}"
        for action in _options(command):
            long = next((name[2:] for name in action.option_strings if name.startswith("--")), "")
            told = _formats() if long == "format" else action.choices
            choices = f" -x -a '{' '.join(map(str, told))}'" if told else " -r" if action.nargs != 0 else ""
            if f"--{long}" in RULES:
                choices = " -x -a '(nbreview rules --names)'"
            text = (action.help or "").replace("'", "").replace("%", "%%")
            lines.append(f"complete -c nbreview -n '{condition}' -l {long}{choices} -d '{text}'")
    lines.append("complete -c nbreview -n '__fish_seen_subcommand_from explain' -x -a '(nbreview rules --names)'")
    lines.append(f"complete -c nbreview -n '__fish_seen_subcommand_from completion' -x -a '{' '.join(SHELLS)}'")
    return "\n".join(lines) + "\n"


def _listed(command: str) -> str:
    return " ".join(name for action in _options(command) for name in action.option_strings if name.startswith("--"))


def _formats() -> tuple[str, ...]:
    from .options import FORMATS

    return FORMATS
