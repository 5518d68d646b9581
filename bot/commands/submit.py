"""`curate submit`."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(options_metavar="[选项]", short_help="由投稿议题得出评论、标签与合并请求")
@click.option(
    "--issue-body", metavar="文件", type=click.Path(path_type=Path), help="议题正文所在的文件，“-”为标准输入。"
)
@click.option("--form", "form_file", metavar="文件", type=click.Path(path_type=Path), help="填写时所用的表单文件。")
@click.option("--parse-only", is_flag=True, help="只读出各项内容，以 JSON 输出。")
@click.pass_context
def command(ctx: click.Context, issue_body: Path | None, form_file: Path | None, parse_only: bool) -> None:
    """读取一份用表单填写的投稿，检查后给出机器人会做的事。

    \b
    例：
      curate submit --issue-body 正文.md --form .github/ISSUE_TEMPLATE/new-entry.yml --parse-only
    """
    from bot.edge.files import read_text
    from bot.errors import CurateError
    from bot.render.answers import answers_json
    from bot.sources.form import read_form
    from bot.sources.issue import parse

    if not (issue_body and form_file and parse_only):
        raise CurateError("还缺少参数", "curate submit", "请写 --issue-body 文件 --form 表单 --parse-only")
    form = read_form(read_text(ctx.obj / form_file), str(form_file))
    click.echo(answers_json(parse(read_body(ctx.obj, issue_body), form)))


def read_body(root: Path, file: Path) -> str:
    """The body as it was sent, line ends and all; bytes that are no UTF-8 become U+FFFD, as GitHub has none."""
    from bot.edge.files import read_bytes

    data = sys.stdin.buffer.read() if str(file) == "-" else read_bytes(root / file)
    return data.decode("utf-8", "replace")
