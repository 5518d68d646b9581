"""`curate patrol`."""

from __future__ import annotations

import os
from typing import Any

import click

from bot.cli.job_summary import job_summary
from bot.cli.output import say


@click.command(options_metavar="[选项]", short_help="链接巡检：看网址，更新一个 issue，搬走的各开一个 PR")
@click.option(
    "--budget", metavar="秒", type=click.FloatRange(0), default=1500, help="最多看多久，默认 1500；0 只写不看。"
)
@click.option("--timeout", metavar="秒", type=click.FloatRange(0.1, 600), default=20, help="一次最多等多久，默认 20。")
@click.option("--concurrency", metavar="个数", type=click.IntRange(1, 1000), default=128, help="同时看几个，默认 128。")
@click.option("--today", metavar="日期", type=click.DateTime(["%Y-%m-%d"]), help="当作这一天，默认今天。")
@click.option("--allow-loopback", is_flag=True, help="也看本机的网址（127.0.0.1 等）。")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """由工作流每周运行：像 curate links 那样看一遍条目库里的网址，再让 GitHub 上的样子与看到的一致。

    \b
    以前的结果在分支 curate/facts 里，看完写回去，只有一个提交，与人的改动无关。
    失效、搬走、被占用的，列在一个题为“链接巡检”的 issue 里，新发现的在前；没有变化就什么都不写，
    全部解决就关闭，再有就重新打开。搬走的项目各开一个 PR；失效的由人决定换网址还是撤下。
    在记录里写了 allow 的（LNK012、LNK013、LNK015）不再提。

    \b
    需要 GITHUB_TOKEN 与 GITHUB_REPOSITORY，见 .github/workflows/links.yml。
    例：
      curate patrol
      curate patrol --budget 0    不看，只照记住的更新 issue 和 PR
    """
    import gc

    from bot.flows.links import Settings
    from bot.flows.today import latest_today
    from bot.flows.workflow_job import patrol_job
    from bot.web.fetch import Limits

    gc.enable()  # a long run leaves cycles behind
    settings = Settings(
        today=given["today"].date() if given["today"] else latest_today(),
        budget=given["budget"],
        limits=Limits(given["timeout"], concurrency=given["concurrency"], allow_loopback=given["allow_loopback"]),
        environment=os.environ,
    )
    done = patrol_job(os.environ, ctx.obj, settings)
    say(done)
    job_summary("patrol", done)
