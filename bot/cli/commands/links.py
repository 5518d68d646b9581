"""`curate links`."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.job_summary import job_summary
from bot.cli.output import say

if TYPE_CHECKING:
    from bot.flows.links import LinkReport, Report, Settings

_TIME = re.compile(r"(\d+(?:\.\d+)?)(s|m|h|)")
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600}
MOST = 500  # rows of a summary
_GROUPS = {"gone": "失效", "moved": "搬走", "archived": "归档", "taken-over": "被占用"}
_NAMES = {"alive": "正常", "moved": "搬走", "archived": "归档", "gone": "失效", "blocked": "被拦", "unsure": "拿不准"}


def _budget(_: click.Context, __: click.Parameter, value: str | None) -> float | None:
    if value is None:
        return None
    if not (found := _TIME.fullmatch(value.strip().lower())):
        raise click.BadParameter("请写成 60s、5m 或 1h")
    return float(found[1]) * _UNITS[found[2]]


def _part(_: click.Context, __: click.Parameter, value: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", value)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise click.BadParameter("请写成 1/4，即四份中的第一份")
    return int(found[1]), int(found[2])


@click.command(options_metavar="[选项]", short_help="看看每个网址通向哪里：失效、搬走、归档")
@click.argument("file", metavar="[文件]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--facts",
    metavar="文件",
    multiple=True,
    type=click.Path(path_type=Path),
    help="记在这个 JSON 文件里；写几次时，把后面几个并入第一个。",
)
@click.option("--today", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="当作这一天，默认今天。")
@click.option("--only", metavar="网址", multiple=True, help="只看这个网址，可以写几次。")
@click.option("--budget", metavar="时间", callback=_budget, help="最多用这么久，如 60s，其余下次先看；0s 只读不看。")
@click.option("--concurrency", metavar="个数", type=click.IntRange(1, 1000), default=128, help="同时看几个，默认 128。")
@click.option("--timeout", metavar="秒", type=click.FloatRange(0.1, 600), default=20, help="一次最多等多久，默认 20。")
@click.option("--shard", metavar="几/几", callback=_part, default="1/1", help="只看其中一份，如 1/4；按网站分。")
@click.option("--allow-loopback", is_flag=True, help="也看本机的网址（127.0.0.1 等）。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式，默认给人看。")
@click.pass_context
def command(ctx: click.Context, /, file: Path | None, facts: tuple[Path, ...], form: str, **given: Any) -> None:
    """条目库（或一份 Markdown 列表）里的网址每个看一次，只说有把握的：失效、搬走、归档。

    失效要至少三次、前后至少七天都不在才算，所以要有 --facts 记住以前的结果。打不开、被拦、跳到首页都不算失效。

    GitHub、Hugging Face、arXiv、Gitee、ModelScope 的网址问接口；GitHub 的要有 GITHUB_TOKEN，没有就看网页，慢一些。
    按 ^C 停下，看到的照样记下。

    \b
    退出码：0 没有要说的，1 有失效、搬走、归档或被占用的，2 无法运行。
    例：
      curate links --facts facts.json
      curate links README.md                        还没有条目库的列表
      curate links --facts facts.json --budget 60s  每天看一部分
      curate links --facts facts.json --format json --budget 0s   只读出记住的
      curate links --facts facts.json --facts 1.json --facts 2.json --budget 0s   合并几份
    """
    import gc

    from bot.flows.links import Settings
    from bot.flows.today import latest_today
    from bot.web.fetch import Limits

    gc.enable()  # a long run leaves cycles behind
    settings = Settings(
        today=given["today"].date() if given["today"] else latest_today(),
        facts=tuple(ctx.obj / path for path in facts),
        only=_only(given["only"]),
        part=given["shard"],
        budget=given["budget"],
        limits=Limits(given["timeout"], concurrency=given["concurrency"], allow_loopback=given["allow_loopback"]),
        environment=os.environ,
    )
    report = _check(ctx.obj, file, settings)
    if form == "json":
        say(_json(report))
    else:
        say(_text(report), nl=False)
    job_summary("links", _table(report))
    if report.late:
        say(f"注意：事实文件记到 {report.late}，比今天还晚。请核对时钟。", err=True)
    ctx.exit(130 if report.interrupted else 1 if report.speaks else 0)


def _only(texts: tuple[str, ...]) -> tuple[str, ...]:
    from bot.urls.web_address import web_address

    for text in texts:
        if not web_address(text):
            raise click.BadParameter(f"“{text}”不是网址", param_hint="--only")
    return tuple(map(web_address, texts))


def _check(root: Path, file: Path | None, settings: Settings) -> Report:
    """A bar on a terminal, one line in a log."""
    from bot.flows.addresses import of_catalog, of_page
    from bot.flows.links import check_links

    uses = of_page(root / file) if file else of_catalog(root)
    if not sys.stderr.isatty():
        report = check_links(uses, settings)
        say(_summary(report), err=True)
        return report
    with click.progressbar(length=len(uses), label="看网址", file=sys.stderr) as bar:
        return check_links(uses, settings, _shown_on(bar))


def _shown_on(bar: Any) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        bar.length = total
        bar.update(done - bar.pos)

    return show


def _summary(report: Report) -> str:
    state = "已停下，看到的都记下了" if report.interrupted else "" if report.complete else "没看完，其余的下次先看"
    return f"看了 {report.looked} 个网址，共 {len(report.links)} 个" + (f"；{state}。" if state else "。")


def _text(report: Report) -> str:
    """What is certain, in groups; then how many of each."""
    lines = []
    for name, title in _GROUPS.items():
        group = [link for link in report.links if name in {link.verdict.outcome, link.verdict.why}]
        if group:
            lines += [f"{title}（{len(group)}）", *map(_line, group), ""]
    return "\n".join([*lines, f"{len(report.links)} 个网址：{_counted(report)}", ""])


def _counted(report: Report) -> str:
    counts = "，".join(f"{_NAMES[name]} {count}" for name, count in report.counts.items() if count)
    return f"{counts or '没有'}。"


def _line(link: LinkReport) -> str:
    from bot.web.wording import reason

    verdict, use = link.verdict, link.use
    target = f" → {link.moved_to}" if link.moved_to else ""
    since = f"，{verdict.first_bad} 起不在，看过 {verdict.looks} 天" if verdict.first_bad else ""
    return f"  {use.file}:{use.line}  {use.url}{target}  {reason(verdict.why)}{since}"


def _table(report: Report) -> str:
    """For the page of a workflow's run."""
    from bot.markdown.escape import shown
    from bot.web.wording import reason

    rows = [
        (title, f"{link.use.file}:{link.use.line}", f"{link.use.url} {link.moved_to and '→'} {link.moved_to}",
         reason(link.verdict.why))
        for name, title in _GROUPS.items()
        for link in report.links
        if name in {link.verdict.outcome, link.verdict.why}
    ]  # fmt: skip
    lines = [f"| {' | '.join(map(shown, row))} |" for row in rows[:MOST]]
    head = ["| 结论 | 位置 | 网址 | 原因 |\n|---|---|---|---|"] if rows else []
    return "\n".join([f"{_summary(report)}{_counted(report)}", "", *head, *lines])


def _json(report: Report) -> str:
    import json

    links = [
        {
            "url": link.use.url,
            "verdict": link.verdict.outcome,
            "moved_to": link.moved_to or None,
            "why": link.verdict.why,
            "status": link.verdict.status or None,
            "first_bad": link.verdict.first_bad.isoformat() if link.verdict.first_bad else None,
            "looks": link.verdict.looks,
            "records": list(link.use.records),
            "line": link.use.line,
        }
        for link in report.links
    ]
    return json.dumps({"links": links, "counts": report.counts}, ensure_ascii=False, indent=2)
