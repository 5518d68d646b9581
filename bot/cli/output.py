"""The one way to the terminal: whatever a file, a path or an answer of GitHub holds, it only shows as text."""

from __future__ import annotations

import re

import click

# C0 and C1 controls but tab and line feed, what turns the writing direction (UAX #9), and line ends of Unicode's own.
# A carriage return may stand before a line feed; alone it would begin a line anew, for a workflow's log as well.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)")
_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")
# A workflow obeys "::name::" at the start of a line, blanks aside, and "##[name]" anywhere (actions/runner,
# ActionCommand.cs). Colours may be dropped before it looks.
_COMMAND = re.compile(r"^((?:[^\S\n]|\x1b\[[0-9;]*m)*+):(?=:)|(?<=#)#(?=\[)", re.MULTILINE)


def say(text: str, *, nl: bool = True, err: bool = False, coloured: bool = False, commands: bool = False) -> None:
    """Print `text`. With `coloured` its ANSI codes for colours stay; click drops them where nobody sees colours.

    With `commands` the lines are meant for a workflow.
    """
    shown = but_colours(text) if coloured else controls_shown(text)
    click.echo(shown if commands else commands_shown(shown), nl=nl, err=err)


def hand_on(text: str) -> None:
    """To a program or a file, byte for byte: nothing that a terminal would act on is touched."""
    click.echo(text.encode("utf-8", "surrogateescape"), nl=False)


def controls_shown(text: str) -> str:
    """The text with every character that drives a terminal as a backslash and its code."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def but_colours(text: str) -> str:
    """The same for a text that was coloured here: the codes for colours stay."""
    return "".join(part if at % 2 else controls_shown(part) for at, part in enumerate(_COLOUR.split(text)))


def commands_shown(text: str) -> str:
    """The text without anything that a workflow takes for a command, in a form that JSON reads back as it was."""
    return _COMMAND.sub(lambda found: r"\u0023" if found[1] is None else found[1] + r"\u003a", text)
