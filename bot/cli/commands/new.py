"""`curate new`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.output import say

if TYPE_CHECKING:
    from bot.lint.finding import Finding
    from bot.submissions.context import SubmissionContext
    from bot.submissions.form import FormField
    from bot.submissions.model import Verdict

KEPT = "curate-new.yml"  # what was typed, where nothing was written


@click.command(options_metavar="[选项]", short_help="在终端里回答几个问题，收录一个新项目")
@click.option(
    "--from", "file", metavar="文件", type=click.Path(path_type=Path), help="从 YAML 文件读取答案，不再提问。"
)
@click.pass_context
def command(ctx: click.Context, file: Path | None) -> None:
    """依次问收录表单里的问题，查重、检查，然后写下记录并重新生成页面。

    列表还没有表单时，问通常的那几项。

    \b
    退出码：0 已写入，1 还有问题，没有写入，2 无法运行。
    例：
      curate new
      curate new --from 答案.yml    键是表单的 id：name、link、section、description 等，
                                 还可以写 added（收录日期）
    """
    from bot.flows.submit import submission_context

    _new(ctx, submission_context(ctx.obj), file)


def _new(ctx: click.Context, context: SubmissionContext, file: Path | None) -> None:
    from datetime import date

    from bot.flows import new

    given: dict[str, Any] = dict(_read(ctx.obj / file)) if file else {}
    today = date.today()  # noqa: DTZ011 - the day where the person is
    try:
        if not file:
            _ask(context, given)
        added = new.day_added(given, today, str(file or ""))
        verdict = new.propose(context, new.answers_from(context, given, str(file or "")), added, today)
        while not file and (wrong := _wrong(context, verdict)):
            given |= {field.id: _ask_one(field) for field in wrong}
            verdict = new.propose(context, new.answers_from(context, given), added, today)
        _write(ctx, context, verdict, file)
    except (click.Abort, KeyboardInterrupt, click.exceptions.Exit):
        if not file and given:
            _keep(ctx.obj, given)
        raise


def _wrong(context: SubmissionContext, verdict: Verdict) -> list[FormField]:
    """The questions to ask again, after saying why."""
    from bot.flows import new

    problems = verdict.submission.problems
    fields = {problem.field for problem in problems}
    wrong = [field for field in new.questions(context) if field.id in fields]
    for problem in problems if wrong else ():
        say(f"需要修改：{problem.message}。", err=True)
    return wrong


def _keep(root: Path, given: Mapping[str, Any]) -> None:
    """Nothing typed is lost."""
    from bot.files.below import write
    from bot.submissions.answers_file import answers_text

    write(root, KEPT, answers_text(given))
    say(f"\n已填的内容存到了 {KEPT}，改好后运行 curate new --from {KEPT}。", err=True)


def _write(ctx: click.Context, context: SubmissionContext, verdict: Verdict, file: Path | None) -> None:
    from bot.flows import new
    from bot.text.diff import unified

    if not _sound(verdict):
        ctx.exit(1)
    for path, text in verdict.files:
        say(unified(path, context.generated.get(path, ""), text or ""), nl=False)
    if not file:
        click.confirm("写入？", default=True, abort=True)
    say(f"已写入 {'、'.join(new.write(ctx.obj, verdict))}。")


def _sound(verdict: Verdict) -> bool:
    """Says what is wrong; whether the record can be written."""
    troubles = [problem.message for problem in verdict.submission.problems]
    troubles += map(_sentences, verdict.blocking)
    if verdict.submission.waits:
        troubles.append("还没有确定所属栏目，请选一个小节")
    for finding in verdict.remarks:
        say(f"提醒：{_sentences(finding)}。", err=True)
    for trouble in troubles:
        say(f"需要修改：{trouble}。", err=True)
    if not verdict.sound:
        say("没有写入。", err=True)
    return verdict.sound


def _sentences(finding: Finding) -> str:
    from bot.lint.wording import for_maintainer

    said = for_maintainer(finding)
    return f"{finding.code} {said.message}。{said.fix}"


def _read(file: Path) -> Mapping[str, Any]:
    from bot.files.given import given_text
    from bot.submissions.answers_file import read_answers

    return read_answers(given_text(file), str(file))


def _ask(context: SubmissionContext, given: dict[str, Any]) -> None:
    """Each answer goes into `given` at once: whoever stops half way keeps them."""
    from bot.flows import new

    for field in new.questions(context):
        given[field.id] = _ask_one(field)
        if field.id == "link":
            _show_similar(context, given["name"], given["link"])


def _ask_one(field: FormField) -> str:
    """Asks until a required question is answered and an address is one."""
    from bot.flows.new import is_address

    while True:
        say(f"\n{click.style(field.label, bold=True)}{'' if field.required else '（可不填）'}", coloured=True)
        say(click.style(field.about, dim=True), coloured=True)
        if field.type == "dropdown":
            return _choose(field)
        text = _lines() if field.type == "textarea" else _line()
        if field.required and not text:
            say("这一项必须填写。", err=True)
        elif text and field.id == "link" and not is_address(text):
            say("这不是完整的网址，请写成 https://github.com/owner/project 的样子。", err=True)
        else:
            return text


def _choose(field: FormField) -> str:
    for number, option in enumerate(field.options, 1):
        say(f"  {number}. {option}")
    while True:
        text = str(click.prompt("序号或文字")).strip()
        if text.isdecimal() and 1 <= int(text) <= len(field.options):
            return field.options[int(text) - 1]
        named = [option for option in field.options if text.casefold() == option.casefold()]
        named = named or [option for option in field.options if text.casefold() in option.casefold()]
        if len(named) == 1 and not text.isdecimal():
            return named[0]
        say(f"请写 1 到 {len(field.options)} 的序号，或选项里的文字。", err=True)


def _line() -> str:
    return str(click.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip()


def _lines() -> str:
    """Several lines; an empty one ends them."""
    say("（可写多行，空行结束）")
    lines: list[str] = []
    while line := _line():
        lines.append(line)
    return "\n".join(lines)


def _show_similar(context: SubmissionContext, name: str, link: str) -> None:
    from bot.flows.new import similar

    found = similar(context, name, link)
    for record in found[:5]:
        say(f"列表里已有：{record.name}（{record.file}）", err=True)
    if found:
        click.confirm("仍要继续吗？", default=False, abort=True)
