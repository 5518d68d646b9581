"""`curate absorb`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.output import say
from bot.text.zh import quote


@click.command(options_metavar="[选项]", short_help="把 README.md 的手工改动写回 catalog/")
@click.option("--yes", is_flag=True, help="不再询问，直接写入。")
@click.option("--dry-run", is_flag=True, help="只显示会怎样改，不写文件。")
@click.pass_context
def command(ctx: click.Context, yes: bool, dry_run: bool) -> None:
    """README.md 被手工改过之后，找出改了哪些条目和文字，写回 catalog/ 与模板，再生成的页面与改过的一样。

    \b
    有一行收不进去，就什么都不写，并说出是哪一行。
    例：
      curate absorb            先看会怎样改，再决定
      curate absorb --yes      直接写入
    """
    from bot.flows import absorb

    root: Path = ctx.obj
    made = absorb.look(root)
    if not made.files and not made.page:
        say("README.md 没有手工改动。")
        return
    say(made.diff(), nl=False)
    if made.following:
        say(f"另有 {made.following} 行由模板算出（如目录、条数），会随之更新。")
    for record, other in made.twins:
        both = f"{quote(record.name, 40)}与{quote(other.name, 40)}（{other.file}）"
        say(f"提醒：{both}的链接相同，如果是一个项目请留一个。")
    if dry_run or not (yes or click.confirm(f"写入以上 {len(made.files)} 个文件？")):
        say("没有写文件。")
        return
    absorb.write(root, made)
    say(f"已收进 {len(made.files)} 个文件，README.md 已重新生成。")
