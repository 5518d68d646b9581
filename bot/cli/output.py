"""The one way to the terminal: whatever a file, a path or an answer of GitHub holds, it only shows as text."""

from __future__ import annotations

import click

from bot.text.control import but_colours, controls_shown


def say(text: str, *, nl: bool = True, err: bool = False, coloured: bool = False) -> None:
    """Print `text`. With `coloured` its ANSI codes for colours stay; click drops them where nobody sees colours."""
    click.echo(but_colours(text) if coloured else controls_shown(text), nl=nl, err=err)
