"""`curate explain`."""

from __future__ import annotations

import click

from bot.cli.output import say


def _codes(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """For the shell to complete."""
    from bot.lint.discover import all_rules

    upper = begun[:1].isupper()
    return [code for one in all_rules() if (code := one.code if upper else one.code.lower()).startswith(begun)]


@click.command(options_metavar="", short_help="说明一条规则")
@click.argument("code", metavar="规则", shell_complete=_codes)
def command(code: str) -> None:
    """说明一条规则：查什么，为什么，什么算问题，什么不算。

    \b
    例：
      curate explain DUP001
      curate explain same-link
    """
    from bot.cli.terminal import terminal
    from bot.lint.discover import rule
    from bot.lint.report.rulebook import page

    say(terminal(page(rule(code))), nl=False, coloured=True)
