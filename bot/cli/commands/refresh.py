"""`curate refresh`."""

from __future__ import annotations

import os

import click

from bot.cli.job_summary import job_summary
from bot.cli.output import say


@click.command(options_metavar="[选项]", short_help="默认分支更新后，重建所有投稿的分支")
@click.pass_context
def command(ctx: click.Context) -> None:
    """由工作流在默认分支更新后运行：把每个未合并的投稿重建在最新的条目库之上，使它们永远不会冲突。

    \b
    别人提交过内容的分支不会被覆盖，只在 PR 里留言说明。需要 GITHUB_TOKEN 与 GITHUB_REPOSITORY。
    例：
      curate refresh
    """
    from bot.flows.workflow_job import refresh_job

    done = refresh_job(os.environ, ctx.obj)
    say(done)
    job_summary("refresh", done)
