"""Prints what a shell needs so that the Tab key works, and speaks with the shell when it does."""

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
    # bash takes FIELD=VALUE for three words: only what stands behind the last = is replaced
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
    local -a said words_plain says_plain words_open says_open
    local kind word help
    said=("${(@f)$(COMP_WORDS="${(j: :)words}" COMP_CWORD=$((CURRENT-1)) \\
        %(complete_var)s=zsh_complete ${words[1]} 2>/dev/null)}")
    for kind word help in "${said[@]}"; do
        [[ $help == _ ]] && help="$word" || help="$word  -- $help"
        case $kind in
            file|dir) _files ;;
            open) words_open+=("$word"); says_open+=("$help") ;;
            *) words_plain+=("$word"); says_plain+=("$help") ;;
        esac
    done
    (( $#words_open )) && compadd -U -V open -S '' -l -d says_open -a words_open
    (( $#words_plain )) && compadd -U -V plain -l -d says_plain -a words_plain
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""


class Bash(BashComplete):
    """Bash, told the line itself: how bash cuts it into words depends on its settings."""

    source_template = BASH
    # the version is not asked for: nothing newer than bash 4.4 is relied on
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
    """Zsh, which shows what each word means, and puts no space behind a word that goes on."""

    source_template = ZSH

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return three lines: what kind of word, the word, what it means."""
        return f"{item.type}\n{item.value}\n{item.help or '_'}"


class Fish(FishComplete):
    """Fish, which puts no space behind a sign of equality by itself."""

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return the word and, behind a tab, what it means."""
        item.type = "plain" if item.type == candidates.OPEN else item.type
        return super().format_completion(item)


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def teach_click() -> None:
    """Have click answer each shell as its script here asks."""
    for shell, spoken in SHELLS.items():
        add_completion_class(spoken, shell)


def source(shell: str, program: click.Command) -> str:
    """Return the script of a shell; what sets it off is named as click names it."""
    return SHELLS[shell](program, {}, "solflow", "_SOLFLOW_COMPLETE").source()
