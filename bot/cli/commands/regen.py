"""`curate regen`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.output import say


@click.command(options_metavar="[选项]", short_help="由条目库重新生成 README.md")
@click.option("--check", "only_check", is_flag=True, help="只比较，不写文件；过期则显示差异并以 1 退出。")
@click.option("--force", is_flag=True, help="README.md 被手工改过也照样覆盖。")
@click.pass_context
def command(ctx: click.Context, only_check: bool, force: bool) -> None:
    """读取 catalog/ 与 README.template.md，重新生成 README.md。

    \b
    同一份条目库在任何日子、任何机器上生成的内容都相同；没有变化就不写文件。
    例：
      curate regen            生成
      curate regen --check    在 CI 里确认没有忘记生成
    """
    from bot.flows import regen

    root: Path = ctx.obj
    made = regen.look(root)
    if only_check:
        if made.stale:
            say(made.diff(), nl=False)
            how = "README.md 被直接改过，请先用 curate absorb 写回 catalog/" if made.edited else "请运行 curate regen"
            say(f"已过期：{'、'.join(made.stale)}。{how}。", err=True)
            ctx.exit(1)
        say("已是最新。")
        return
    written = regen.write(root, made, force=force)
    say(f"已写入 {'、'.join(written)}（{made.count} 条记录）。" if written else f"没有变化（{made.count} 条记录）。")
