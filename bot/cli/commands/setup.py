"""`curate setup`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from bot.cli.output import say

if TYPE_CHECKING:
    from bot.flows.setup import Setup
    from bot.flows.setup_known import Choices, Known


@click.command(options_metavar="[选项]", short_help="给一份现成的列表装上机器人：条目库、表单、工作流")
@click.option("--yes", is_flag=True, help="不提问：没有写在选项里的，用找得到的或通常的。")
@click.option("--dry-run", is_flag=True, help="只显示会写什么、改什么，不写文件，也不提问。")
@click.option("--repository", metavar="网址", default="", help="列表在 GitHub 上的仓库；不写就看 git 的 origin。")
@click.option("--license", "licence", metavar="许可", default="", help="投稿的文字以什么许可收录，如 CC BY 4.0。")
@click.option("--language", type=click.Choice(["zh", "en"]), default=None, help="表单用的语言；不写就看条目。")
@click.option("--action", metavar="仓库@提交", default="", help="工作流用 curate 的哪个提交：仓库@40 位编号。")
@click.option("--pages/--no-pages", default=True, help="要不要发布网站的工作流；默认要。")
@click.option("--pre-commit/--no-pre-commit", default=None, help="要不要 .pre-commit-config.yaml；默认不要。")
@click.option("--section/--no-section", default=None, help="要不要在页面末尾加一节“参与贡献”；默认不要，页面一字不变。")
@click.pass_context
def command(
    ctx: click.Context, /, yes: bool, dry_run: bool, pre_commit: bool | None, section: bool | None, **given: Any
) -> None:
    """在列表的文件夹里运行：README.md 变成条目库，再写好表单和工作流。

    写之前列出每个文件，写完说明要在 GitHub 上勾选什么。再运行一次没有变化；不是它写的、
    或写好以后被人改过的文件，它不动。不访问网络。

    \b
    例：
      curate setup                先问几个问题
      curate setup --dry-run      只看看
      curate setup --yes --license "CC BY 4.0"
    """
    from bot.flows import setup
    from bot.flows.setup_known import Choices, find_out

    given = {name: value for name, value in given.items() if value is not None}
    choices = Choices(**given, pre_commit=bool(pre_commit), section=bool(section))
    known = find_out(ctx.obj, choices)
    if not (yes or dry_run or known.imported):
        choices = _asked(choices, known, pre_commit, section)
        known = find_out(ctx.obj, choices)
    made = setup.look(ctx.obj, choices, known)
    _show(made, dry_run=dry_run)
    if made.files and not dry_run:
        if not yes:
            click.confirm("写入？", default=True, abort=True)
        setup.write(ctx.obj, made)
        say(f"已写入 {len(made.files)} 个文件" + (f"和 {len(made.catalog)} 个记录文件。" if made.catalog else "。"))
        _next(made)


def _asked(choices: Choices, known: Known, pre_commit: bool | None, section: bool | None) -> Choices:
    """What cannot be known is asked; an empty answer leaves it open."""
    if known.home is None:
        choices = replace(choices, repository=_line("列表在 GitHub 上的仓库（网址；还没有就留空）"))
    if not known.licence:
        choices = replace(choices, licence=_line("投稿的文字以什么许可收录，如 CC BY 4.0（可留空）"))
    if known.action is None and known.usable:
        choices = replace(choices, action=_line("工作流用 curate 的哪一个提交：仓库@40 位编号（留空就先不写工作流）"))
    if pre_commit is None:
        choices = replace(choices, pre_commit=click.confirm("提交之前也在本机检查（pre-commit）？", default=False))
    if section is None:
        choices = replace(choices, section=click.confirm("在页面末尾加一节“参与贡献”？", default=False))
    return choices


def _line(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False)).strip()


def _show(made: Setup, *, dry_run: bool) -> None:
    from bot.text.diff import unified

    if dry_run:
        for path, (_, old, new) in made.files.items():
            say(unified(path, old, new), nl=False)
    if made.made:
        records = len(made.made.catalog.records)
        sections = len(made.made.catalog.sections)
        added = "加一节“参与贡献”和" if made.with_section else "多"
        say(f"README.md：{records} 个条目，{sections} 个小节；页面一字不变，只在末尾{added}一行看不见的记号。")
        say(f"  catalog/…  {len(made.catalog)} 个记录文件")
    for path, (what, old, _) in made.files.items():
        say(f"  {path}  {what}{'（更新）' if old else ''}")
    for sentence in (*made.kept, *made.notes):
        say(f"注意：{sentence}。")
    if not made.files:
        say("没有变化。")
    elif dry_run:
        say("没有写文件。")


def _next(made: Setup) -> None:
    if made.settings:
        say("\n还要在 GitHub 上设置：")
        for number, setting in enumerate(made.settings, 1):
            say(f"  {number}. {setting}")
    then = "，填一次表单试试" if made.settings else ""
    say(f"\n接下来：提交并推送这些文件{then}。")
