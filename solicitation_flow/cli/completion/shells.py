"""The script each shell needs for Tab completion, and the form its answers take."""

import os
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

from solicitation_flow.cli.completion import candidates

BASH = """\
%(complete_func)s() {
    local typed="${COMP_LINE:0:COMP_POINT}" current="${COMP_WORDS[COMP_CWORD]}" kind word
    # bash splits FIELD=VALUE into three words: only the part after the last = is replaced
    [[ $current == [=:] ]] && current=""
    local whole="${typed##*[[:space:]]}"
    local before="${whole%%"$current"}"
    COMPREPLY=()
    while IFS=, read -r kind word; do
        case $kind in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            *) COMPREPLY+=("${word#"$before"}") ;;
        esac
        [[ $kind == open ]] && compopt -o nospace
    done < <(COMP_LINE="$typed" %(complete_var)s=bash_complete "$1" 2>/dev/null)
    return 0
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

ZSH = """\
#compdef %(prog_name)s
%(complete_func)s() {
    local -a answer words_plain help_plain words_open help_open
    local kind word help
    answer=("${(@f)$(COMP_WORDS="${(j: :)words}" COMP_CWORD=$((CURRENT-1)) \\
        %(complete_var)s=zsh_complete ${words[1]} 2>/dev/null)}")
    for kind word help in "${answer[@]}"; do
        [[ $help == _ ]] && help="$word" || help="$word  -- $help"
        case $kind in
            file|dir) _files ;;
            open) words_open+=("$word"); help_open+=("$help") ;;
            *) words_plain+=("$word"); help_plain+=("$help") ;;
        esac
    done
    (( $#words_open )) && compadd -U -V open -S '' -l -d help_open -a words_open
    (( $#words_plain )) && compadd -U -V plain -l -d help_plain -a words_plain
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""


class Bash(BashComplete):
    """Bash, which passes the line itself: how it splits words depends on its settings."""

    source_template = BASH
    # click would run bash to learn its version; nothing newer than bash 4.4 is needed
    source = ShellComplete.source

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one being typed, and that one."""
        line = os.environ.get("COMP_LINE")
        if line is None:
            return super().get_completion_args()
        words = split_arg_string(line)
        if line[-1:].isspace() or not words[1:]:
            return words[1:], ""
        return words[1:-1], words[-1]


class Zsh(ZshComplete):
    """Zsh, which shows what each word means and adds no space to a word that is continued."""

    source_template = ZSH

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return three lines: the type of the word, the word, and what it means."""
        return f"{item.type}\n{item.value}\n{item.help or '_'}"


class Fish(FishComplete):
    """Fish, which by itself adds no space after an equals sign."""

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return the word, a tab, and what it means."""
        item.type = "plain" if item.type == candidates.OPEN else item.type
        return super().format_completion(item)


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def teach_click() -> None:
    """Register these scripts with click."""
    for name, shell in SHELLS.items():
        add_completion_class(shell, name)


def source(shell: str, program: click.Command) -> str:
    """Return the script of a shell."""
    return SHELLS[shell](program, {}, "solflow", "_SOLFLOW_COMPLETE").source()
