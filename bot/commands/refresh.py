"""`curate refresh`."""

from __future__ import annotations

import os

import click


@click.command(short_help="默认分支更新后，重建机器人的各个合并请求")
@click.pass_context
def command(ctx: click.Context) -> None:
    """由工作流在默认分支更新后运行：把每个未合并的投稿重建在最新的目录之上，合并请求便不会冲突。

    需要环境变量 GITHUB_TOKEN 与 GITHUB_REPOSITORY；工作流已设好。
    """
    from bot.flows.job import refresh_job
    from bot.flows.refresh import decide

    click.echo(refresh_job(os.environ, ctx.obj, decide))
