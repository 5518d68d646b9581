"""`curate check`."""

from __future__ import annotations

import os
import sys
import textwrap
from pathlib import Path

import click

FORMATS = ["text", "json", "github", "sarif"]


@click.command(options_metavar="[选项]", short_help="检查目录，列出问题与改法")
@click.argument("file", metavar="[文件]", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式，默认给人看。")
@click.pass_context
def command(ctx: click.Context, file: Path | None, form: str) -> None:
    """运行全部规则：不写文件时检查目录，写了则直接检查这份 Markdown 列表。

    \b
    退出码：0 没有错误和警告，1 有，2 无法检查。
    例：
      curate check
      curate check README.md     还没有目录的列表，报告其中的行号
      curate check --format json > findings.json
    """
    from bot.flows.check import check, check_page
    from bot.render.findings import render

    findings = check_page(ctx.obj / file) if file else check(ctx.obj)
    click.echo(render(form, findings, colour=form == "text" and sys.stdout.isatty()), nl=False)
    if form == "github":
        from bot.edge.event import summarise

        # Indented, Markdown shows it as it is, whatever it quotes.
        summarise(os.environ, textwrap.indent(render("text", findings, colour=False), "    "))
    ctx.exit(1 if any(finding.severity != "info" for finding in findings) else 0)
