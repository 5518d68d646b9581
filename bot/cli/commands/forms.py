"""`curate forms`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.output import say


@click.command(options_metavar="[选项]", short_help="由条目库更新投稿表单，没有就写出来")
@click.option("--check", "only_check", is_flag=True, help="只比较，不写文件；过期或有错则说明并以 1 退出。")
@click.pass_context
def command(ctx: click.Context, only_check: bool) -> None:
    """让 .github/ISSUE_TEMPLATE 里的表单跟上 catalog/list.yml；还没有表单的列表，写出收录和更正两份。

    自己写的表单只更新小节与类别的选项，其余照旧。

    \b
    例：
      curate forms            更新
      curate forms --check    在 CI 里确认没有忘记更新，表单也没有写错
    """
    from bot.flows import forms

    root: Path = ctx.obj
    made = forms.look(root, create=True)
    for mistake in made.mistakes:
        say(f"{mistake.file}:{mistake.line}：{mistake.message}。{mistake.fix}。", err=True)
    if only_check:
        say(made.diff(), nl=False)
        if made.stale:
            say(f"已过期：{'、'.join(made.stale)}。请运行 curate forms。", err=True)
        elif not made.mistakes:
            say("已是最新。")
    else:
        written = forms.write(root, made)
        say(f"已写入 {'、'.join(written)}。" if written else "没有变化。")
    ctx.exit(1 if made.mistakes or (only_check and made.stale) else 0)
