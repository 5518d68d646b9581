"""One command per file, each with a `command`; here is only what several of them say alike."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.output import say


def keep_book(ctx: click.Context, target: Path, text: str, only_check: bool) -> None:
    """Write a generated document, or with `only_check` show how the one there differs and exit 1."""
    from bot.files.access import text_if_there, write_if_changed
    from bot.text.diff import unified

    path = ctx.obj / target
    if not only_check:
        say("已写入。" if write_if_changed(path, text) else "没有变化。")
    elif difference := unified(target.as_posix(), text_if_there(path), text):
        say(difference, nl=False)
        say(f"已过期：{target}。请运行 curate {ctx.info_name} --write {target}。", err=True)
        ctx.exit(1)
    else:
        say("已是最新。")
