"""`curate submit`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from bot.cli.job_summary import job_summary
from bot.cli.output import say

FILE = click.Path(path_type=Path)


@click.command(options_metavar="[选项]", short_help="由投稿 issue 得出评论、标签与 PR")
@click.option("--issue-body", metavar="文件", type=FILE, help="issue 正文所在的文件，“-”为标准输入。")
@click.option("--form", "form_file", metavar="文件", type=FILE, help="填写时所用的表单文件，--parse-only 需要。")
@click.option("--parse-only", is_flag=True, help="只读出各项内容，以 JSON 输出。")
@click.option("--dry-run", is_flag=True, help="只显示机器人会做的事，不改 GitHub；会花至多 5 秒看看链接通向哪里。")
@click.option("--offline", is_flag=True, help="预演时不联网，不看链接通向哪里。")
@click.option("--facts", metavar="文件", type=FILE, help="预演时不联网，链接通向哪里以这个事实文件为准。")
@click.option(
    "--format", "form", metavar="格式", type=click.Choice(["text", "json"]), help="--dry-run 的输出格式，默认 text。"
)
@click.pass_context
def command(  # noqa: PLR0917 - click passes them by name
    ctx: click.Context,
    issue_body: Path | None,
    form_file: Path | None,
    parse_only: bool,
    dry_run: bool,
    offline: bool,
    facts: Path | None,
    form: str | None,
) -> None:
    """处理一份用表单填写的投稿。不写选项时由工作流运行，处理触发它的那个 issue。

    \b
    退出码：0 会建立 PR 或转给维护者（或已处理），1 投稿还有问题，2 无法运行。
    例：
      curate submit --issue-body 正文.md --dry-run
      curate submit --issue-body 正文.md --dry-run --format json
      curate submit --issue-body 正文.md --dry-run --facts facts.json   不联网，链接以记住的为准
      curate submit --issue-body 正文.md --form .github/ISSUE_TEMPLATE/new-entry.yml --parse-only
    """
    from bot.errors import CurateError

    if parse_only:
        if not (issue_body and form_file):
            raise CurateError("--parse-only 还缺少参数", "curate submit", "请写 --issue-body 文件 --form 表单文件")
        say(_parsed(ctx.obj, issue_body, form_file))
    elif issue_body:
        ctx.exit(_dry_run(ctx.obj, issue_body, form or "text", offline=offline, facts=facts))
    elif dry_run:
        raise CurateError("--dry-run 还缺少参数", "curate submit", "请写 --issue-body 文件")
    else:
        from bot.flows.workflow_job import submit_job

        done = submit_job(os.environ, ctx.obj)
        say(done)
        job_summary("submit", done)


def _parsed(root: Path, issue_body: Path, form_file: Path) -> str:
    from bot.files.given import given_text
    from bot.submissions.answers_json import answers_json
    from bot.submissions.form import read_form
    from bot.submissions.issue_body import parse

    form = read_form(given_text(root / form_file), str(form_file))
    return answers_json(parse(_body(root, issue_body), form))


def _dry_run(root: Path, issue_body: Path, form: str, *, offline: bool, facts: Path | None) -> int:
    """The decision for an issue that nobody has answered yet; 0 when its author has nothing left to do."""
    from bot.flows.dry_run import dry_run
    from bot.flows.submitted_links import from_facts, from_web, nobody
    from bot.submissions.decision_json import decision_json
    from bot.submissions.dry_run_text import decision_text
    from bot.submissions.labels import is_maintainers

    look_at = from_facts(root / facts) if facts else nobody if offline else from_web(os.environ)
    run = dry_run(root, _body(root, issue_body), look_at)
    if form == "json":
        say(decision_json(run.decision, run.report, run.unseen))
    else:
        say(decision_text(run.decision, run.old, run.unseen), nl=False)
    return 0 if is_maintainers(run.decision.labels) else 1


def _body(root: Path, file: Path) -> str:
    """The body as it was sent, line ends and all; bytes that are no UTF-8 become U+FFFD, as GitHub has none."""
    from bot.files.given import given_bytes

    data = sys.stdin.buffer.read() if str(file) == "-" else given_bytes(root / file)
    return data.decode("utf-8", "replace")
