"""`curate site`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.job_summary import job_summary
from bot.cli.output import say


def _address(_: click.Context, __: click.Parameter, value: str) -> str:
    from bot.catalog.model import is_url

    if value and not is_url(value):
        raise click.BadParameter("请写完整的网址，如 https://example.org/list/")
    return value and f"{value.rstrip('/')}/"


@click.command(options_metavar="[选项]", short_help="由条目库生成列表自己的网站：搜索、筛选、订阅、数据")
@click.option(
    "--into",
    metavar="文件夹",
    type=click.Path(path_type=Path),
    default=Path("_site"),
    help="写到这个文件夹，默认 _site；里面以前的网站整个换掉。",
)
@click.option(
    "--facts",
    metavar="文件",
    multiple=True,
    type=click.Path(path_type=Path),
    help="curate links 记下的事实，用来标出归档、最后更新、星数；可以写几次。默认取自分支 curate/facts。",
)
@click.option(
    "--address", metavar="网址", default="", callback=_address, help="网站将来的网址；不写则按 GitHub Pages 推算。"
)
@click.pass_context
def command(ctx: click.Context, into: Path, facts: tuple[Path, ...], address: str) -> None:
    """写出一个静态网站：全部条目、每条一页、搜索和筛选、Atom、JSON、CSV。

    没有 JavaScript 也能读，不向别的网站要任何东西；同一份条目库在任何日子生成的内容都相同。

    \b
    例：
      curate site                       写到 _site
      curate site --into 网站           写到别处
      curate site --facts facts.json    标出归档的项目
    """
    from bot.flows import site

    root: Path = ctx.obj
    count = site.write(root, root / into, tuple(root / path for path in facts), address)
    say(f"已写入 {into}（{count} 个文件）。")
    job_summary("site", f"已写出网站，{count} 个文件。")
