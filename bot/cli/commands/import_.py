"""`curate import`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.output import say


@click.command(options_metavar="[选项]", short_help="从现有 README 生成 catalog/，内容一字不差")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--into", metavar="文件夹", type=click.Path(path_type=Path), help="写到这个文件夹；不写则是当前文件夹。")
@click.option("--dry-run", is_flag=True, help="只报告读懂了什么，不写文件。")
@click.option("--merge", is_flag=True, help="并入已有的条目库：只添加其中没有的条目。")
@click.pass_context
def command(ctx: click.Context, file: Path, into: Path | None, dry_run: bool, merge: bool) -> None:
    """读一份手工维护的 Markdown 列表，写出 catalog/、README.template.md 和 README.md。

    \b
    重新生成的页面与原来一字不差（只在末尾多一行看不见的标记）。没有读懂的文字留在模板里。
    例：
      curate import README.md              在列表自己的文件夹里
      curate import 旧列表.md --into 新列表   写到另一个文件夹
      curate import 别人的.md --merge       把别的列表里的新条目并进来
    """
    from bot.flows import import_
    from bot.readme.importer.report import report

    root: Path = ctx.obj
    into = root if into is None else root / into
    if merge:
        _merge(root / file, into, dry_run)
        return
    made = import_.look(root / file, None if dry_run else into)
    if not dry_run:
        import_.write(into, made)
    say(report(made.read, made.catalog.records, str(file)), nl=False)
    if made.evened:
        say(f"与原文的差别：{'；'.join(made.evened)}。")
    say("没有写文件。" if dry_run else f"已写入 {into / 'catalog'}、README.template.md 和 README.md。")


def _merge(file: Path, into: Path, dry_run: bool) -> None:
    from bot.cli.main import go_on
    from bot.flows import merge
    from bot.readme.importer.report import merged

    go_on(into)
    made = merge.look(file, into)
    if not dry_run:
        merge.write(into, made)
    say(merged(made.added, made.known, str(file)), nl=False)
    say("没有写文件。" if dry_run else f"已并入 {into / 'catalog'}，README.md 已重新生成。")
