"""`curate check`."""

from __future__ import annotations

import os
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from bot.cli.output import say

if TYPE_CHECKING:
    from bot.lint.finding import Finding

FORMATS = ["text", "json", "github", "sarif"]


@click.command(options_metavar="[选项]", short_help="检查目录，列出问题与改法")
@click.argument("file", metavar="[文件]", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式，默认给人看。")
@click.option(
    "--facts", metavar="文件", type=click.Path(path_type=Path), help="链接的事实，由 curate links 记下；默认取自分支。"
)
@click.option("--fix", is_flag=True, help="显示有十足把握的改法（差异），不写文件。")
@click.option("--write", "writing", is_flag=True, help="与 --fix 同用：写入这些改法。")
@click.pass_context
def command(ctx: click.Context, file: Path | None, form: str, facts: Path | None, *, fix: bool, writing: bool) -> None:
    """运行全部规则：不写文件时检查目录，写了则直接检查这份 Markdown 列表。

    文件是目录里的一条记录时，只列出与它有关的问题，结果与检查整个目录时相同。

    \b
    链接失效、搬走、归档要有事实才知道：写了 --facts 就读那个文件；没写时，查目录就读链接巡检写的分支 curate/facts
    （先运行 git fetch origin curate/facts:curate/facts）。都没有则不查。检查时不上网。

    \b
    --fix 只改两种：写坏的网址与页内链接（原意毫无疑问的），同一小节里完全相同的条目（留下先收录的，
    日期取较晚的）。其余照旧列出。目录改好后会一并重新生成 README.md。

    \b
    退出码：0 没有错误和警告，1 有，或有改法还没有写入，2 无法检查。
    例：
      curate check
      curate check README.md     还没有目录的列表，报告其中的行号
      curate check catalog/models/moss.yml  只看这一条
      curate check --fix         先看会怎样改
      curate check --fix --write 写入，再列出剩下的问题
      curate check --format json > findings.json
      curate check --facts facts.json
    """
    from bot.errors import CurateError

    root, record = _record(ctx.obj, file) if file else (ctx.obj, "")
    if writing and not fix:
        raise CurateError("--write 要和 --fix 同用", "", "先用 --fix 看会怎样改，再用 --fix --write 写入")
    if fix and facts:
        raise CurateError("--fix 不看链接的事实", "", "请去掉 --facts；搬走的网址由链接巡检提出合并请求")
    if fix and record:
        raise CurateError("--fix 不能只改一条记录", record, "请不写文件，改整个目录")
    waiting = False
    if fix:
        findings, waiting = _fix(root, file, form, writing=writing)
    else:
        findings = _findings(root, file, record, ctx.obj / facts if facts else None)
    _show(form, findings)
    ctx.exit(1 if waiting or any(finding.severity != "info" for finding in findings) else 0)


def _findings(root: Path, file: Path | None, record: str, path: Path | None) -> list[Finding]:
    from bot.flows.check import check, check_record
    from bot.flows.check_page import check_page
    from bot.flows.known_facts import known_facts
    from bot.flows.today import latest_today

    page = bool(file and not record)
    known, today = known_facts(root, path, branch=not page), latest_today()
    if age := known.age(today):
        say(age, err=True)
    if record:
        return check_record(root, record, today, known.facts)
    return check_page(root / file, today, known.facts) if page and file else check(root, today, known.facts)


def _record(root: Path, file: Path) -> tuple[Path, str]:
    """The list's folder and the file as a path below it, where it is a record's; else `root` and nothing."""
    from bot.catalog.locate import list_above
    from bot.files.access import real

    path = real((root / file).parent) / file.name  # a link is a record's file, wherever it leads
    above = list_above(path.parent / "_") if path.suffix == ".yml" else None
    if above is None or not path.is_relative_to(above / "catalog"):
        return root, ""
    return above, path.relative_to(above).as_posix()


def _show(form: str, findings: list[Finding]) -> None:
    from bot.lint.report.formats import render

    say(render(form, findings, colour=form == "text" and _coloured(sys.stdout)), nl=False, coloured=True)
    if form == "github":
        from bot.github.events import summarise

        # Indented, Markdown shows it as it is, whatever it quotes.
        summarise(os.environ, textwrap.indent(render("text", findings, colour=False), "    "))


def _coloured(stream: TextIO) -> bool:
    """On a terminal, unless its user wants none (no-color.org) or it shows none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _fix(root: Path, file: Path | None, form: str, *, writing: bool) -> tuple[list[Finding], bool]:
    """Show the edits, write them where asked to; the findings that remain, and whether edits wait to be written.

    Formats for programs keep stdout to themselves.
    """
    from bot.flows.fix import fix_catalog, fix_page, write
    from bot.lint.report.fixes import difference, summary

    fixed = fix_page(root / file) if file else fix_catalog(root)
    if writing:
        write(fixed, None if file else root)
    aside = form != "text"
    shown = (sys.stderr if aside else sys.stdout).isatty()
    say(difference(fixed.files, shown=shown), nl=False, err=aside)
    say(summary(fixed, written=writing), err=aside)
    return list(fixed.left if writing else fixed.now), bool(fixed.files) and not writing
