"""One command per file, each with a `command`; here is only what several of them say alike."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.output import say


def keep_book(ctx: click.Context, target: Path, text: str, only_check: bool) -> None:
    """Write a generated document, or with `only_check` show how the one there differs and exit 1."""
    from bot.files.below import text_if_there, write
    from bot.text.diff import unified

    root = target.parent if target.is_absolute() else ctx.obj
    name = target.name if target.is_absolute() else str(target)
    if not only_check:
        say("已写入。" if write(root, name, text) else "没有变化。")
    elif difference := unified(target.as_posix(), text_if_there(root, name), text):
        say(difference, nl=False)
        say(f"已过期：{target}。请运行 curate {ctx.info_name} --write {target}。", err=True)
        ctx.exit(1)
    else:
        say("已是最新。")
