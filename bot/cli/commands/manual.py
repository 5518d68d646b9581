"""`curate manual`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.generated_document import keep_book
from bot.cli.output import say

WIDTH = 88  # columns; a manual must not depend on the terminal that made it


@click.command(options_metavar="[选项]", short_help="全部命令的用法")
@click.option("--write", "target", metavar="文件", type=click.Path(path_type=Path), help="把命令手册写进这个文件。")
@click.option("--check", "only_check", is_flag=True, help="与 --write 同用：只比较，过期则以 1 退出。")
@click.pass_context
def command(ctx: click.Context, target: Path | None, only_check: bool) -> None:
    """列出全部命令的用法，或把命令手册写进文件。

    \b
    例：
      curate manual
      curate manual --write docs/commands.md --check
    """
    from bot.cli.command_manual import manual

    text = manual(_helps(ctx))
    if target is None:
        say(text, nl=False)
    else:
        keep_book(ctx, target, text, only_check)


def _helps(ctx: click.Context) -> dict[str, str]:
    """Command → its `--help`, as `curate` itself would print it."""
    group = ctx.find_root().command
    if not isinstance(group, click.Group):
        return {}
    top = click.Context(group, info_name="curate", help_option_names=["-h", "--help"], terminal_width=WIDTH)
    helps = {"curate": group.get_help(top)}
    for name in group.list_commands(top):
        if one := group.get_command(top, name):
            helps[f"curate {name}"] = one.get_help(click.Context(one, top, info_name=name, terminal_width=WIDTH))
    return helps
