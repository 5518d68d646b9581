"""`curate check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.flows.checked import Checked
    from bot.lint.fix.model import Fixed
    from bot.web.model import Fact

ON_GITHUB = {"github", "sarif"}  # who read paths from the top of the repository
FORMATS = ["text", "json", "github", "markdown", "sarif"]


@click.command(options_metavar="[选项]", short_help="检查条目库或一份页面，列出问题与修改建议")
@click.argument("files", metavar="[文件]…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式，默认给人看。")
@click.option(
    "--facts", metavar="文件", type=click.Path(path_type=Path), help="链接的事实，由 curate links 记下；默认取自分支。"
)
@click.option("--fix", is_flag=True, help="以 diff 显示可自动修复的内容，不写入。")
@click.option("--write", "writing", is_flag=True, help="与 --fix 同用：写入这些修改。")
@click.option("--patch", is_flag=True, help="只输出这些改法的补丁，可交给 git apply；其余写到标准错误。")
@click.pass_context
def command(ctx: click.Context, /, files: tuple[Path, ...], form: str, facts: Path | None, **given: Any) -> None:
    """运行全部规则：不写文件时检查条目库，写了则直接检查这些 Markdown 页面。

    没有条目库的文件夹里，不写文件就是检查 README.md。文件是条目库里的一条记录时，只列出与它有关的问题，
    结果与检查整个条目库时相同。

    \b
    末尾的评级按错误和警告的数量给出，提示不算：A 没有；B 只有一处，或每百条不超过 1 处；
    C 每百条不超过 5 处；D 更多。

    \b
    链接失效、搬走、归档要有事实才知道：写了 --facts 就读那个文件；没写时，查条目库就读链接巡检写的分支 curate/facts
    （先运行 git fetch origin curate/facts:curate/facts）。都没有则不查。检查时不上网。

    \b
    --fix 只改两种：语法有误的网址与页内链接（原意毫无疑问的），同一小节里完全相同的条目（留下先收录的，
    日期取较晚的）。其余照旧列出。条目库改好后会一并重新生成 README.md。

    \b
    退出码：0 没有错误和警告，1 有，或有改法还没有写入，2 无法检查。
    例：
      curate check
      curate check README.md     还没有条目库的列表，报告其中的行号
      curate check catalog/models/moss.yml  只看这一条
      curate check --fix         先看会怎样改
      curate check --fix --write 写入，再列出剩下的问题
      curate check README.md --patch > fixes.patch   改法存成补丁
      curate check --format json > findings.json
      curate check --facts facts.json
    """
    from bot.cli.show_check import show_findings, show_fixes
    from bot.flows.checked import seen_from

    fixing = given["fix"] or given["patch"]
    _look_out(given, form, fixing=fixing, facts=facts)
    if not files and (instead := _page_instead(ctx.obj)):
        files = (instead,)
    if fixing:
        fixed, waiting = _fixed(ctx.obj, files, writing=given["writing"])
        show_fixes(fixed, form, written=given["writing"], patch=given["patch"])
        findings = [one for part in fixed for one in (part.left if given["writing"] else part.now)]
        show_findings(findings, form, err=given["patch"])
    else:
        checked, waiting = _checked(ctx.obj, files, ctx.obj / facts if facts else None), False
        if form in ON_GITHUB and not files and not ctx.obj.is_absolute():
            checked = seen_from(checked, ctx.obj.as_posix())
        findings = list(checked.findings)
        show_findings(findings, form, checked.entries)
    ctx.exit(1 if waiting or any(finding.severity != "info" for finding in findings) else 0)


def _look_out(given: dict[str, Any], form: str, *, fixing: bool, facts: Path | None) -> None:
    """Options that do not go together."""
    from bot.errors import CurateError

    if given["writing"] and not given["fix"]:
        raise CurateError("--write 要和 --fix 同用", "", "先用 --fix 看会怎样改，再用 --fix --write 写入")
    if given["patch"] and (given["writing"] or form != "text"):
        raise CurateError("--patch 不能和 --write、--format 同用", "", "请只写 --patch，再交给 git apply")
    if fixing and facts:
        raise CurateError("--fix 不看链接的事实", "", "请去掉 --facts；搬走的网址由链接巡检提出 PR")


def _page_instead(root: Path) -> Path | None:
    """The README, where there is no catalog to check; says so."""
    from bot.flows.check_page import page_instead

    if not (name := page_instead(root)):
        return None
    say(f"这里没有条目库（catalog/list.yml），检查的是 {name}。", err=True)
    return Path(name)


def _checked(root: Path, files: tuple[Path, ...], facts: Path | None) -> Checked:
    from bot.flows.checked import together
    from bot.flows.known_facts import known_facts
    from bot.flows.today import latest_today

    targets = [(file, *_record(root, file)) for file in files]
    home = next((folder for _, folder, record in targets if record), root)
    known = known_facts(home, facts, branch=not files or any(record for *_, record in targets))
    today = latest_today()
    if age := known.age(today):
        say(age, err=True)
    if not files:
        from bot.flows.check import check

        return check(root, today, known.facts)
    return together(_target(root / file, folder, record, today, known.facts) for file, folder, record in targets)


def _target(page: Path, folder: Path, record: str, today: date, facts: Mapping[str, Fact]) -> Checked:
    """A record of the list in `folder`, or a page, which takes little of what a catalog takes."""
    if record:
        from bot.flows.check import check_record

        return check_record(folder, record, today, facts)
    from bot.flows.check_page import check_page

    return check_page(page, today, facts)


def _fixed(root: Path, files: tuple[Path, ...], *, writing: bool) -> tuple[list[Fixed], bool]:
    """What was or would be mended, and whether any of it waits to be written."""
    from bot.errors import CurateError
    from bot.flows.fix import fix_catalog, fix_page, write

    for file in files:
        if record := _record(root, file)[1]:
            raise CurateError("--fix 不能只改一条记录", record, "请不写文件，改整个条目库")
    fixed = [fix_page(root / file) for file in files] if files else [fix_catalog(root)]
    for part in fixed if writing else ():
        write(part, None if files else root)
    return fixed, not writing and any(part.files for part in fixed)


def _record(root: Path, file: Path) -> tuple[Path, str]:
    """The list's folder and the file as a path below it, where it is a record's; else `root` and nothing."""
    from bot.catalog.locate import list_above
    from bot.files.access import real

    path = real((root / file).parent) / file.name  # a link is a record's file, wherever it leads
    above = list_above(path.parent / "_") if path.suffix == ".yml" else None
    if above is None or not path.is_relative_to(above / "catalog"):
        return root, ""
    return above, path.relative_to(above).as_posix()
