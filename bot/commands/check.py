"""`curate check`."""

from __future__ import annotations

import sys

import click

FORMATS = ["text", "json", "github", "sarif"]


@click.command(options_metavar="[选项]", short_help="检查目录，列出问题与改法")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式，默认给人看。")
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """运行全部规则。

    \b
    退出码：0 没有错误和警告，1 有，2 无法检查。
    例：
      curate check
      curate check --format json > findings.json
    """
    from bot.flows.check import check
    from bot.render.findings import render

    findings = check(ctx.obj)
    click.echo(render(form, findings, colour=form == "text" and sys.stdout.isatty()), nl=False)
    ctx.exit(1 if any(finding.severity != "info" for finding in findings) else 0)
