"""The bot's one comment in an issue: what was understood, what to mend and how, what the entry will look like."""

from __future__ import annotations

from collections.abc import Iterator

from bot.github.decision import PULL
from bot.lint.finding import Finding
from bot.lint.wording import for_maintainer
from bot.markdown.escape import shown
from bot.markdown.relocate_links import away
from bot.submissions.contributor_wording import for_contributor, rivals
from bot.submissions.model import Report, Verdict

LONGEST = 60_000  # characters; GitHub takes 65 536, the mark and the pull request's number included
CELL, MOST, PREVIEW = 200, 20, 20_000

_HEADS = {
    "ready": "检查通过",
    "waiting": "等维护者处理",
    "mend": "还有 {count} 处需要修改",
    "withdrawn": "投稿已撤回",
    "closed": "议题已关闭",
    "merged": "已经合并",
    "held": "合并请求已由维护者关闭",
    "refused": "暂时不能受理",
}
_OPENINGS = {
    "ready": "谢谢！下面是机器人读到的内容和条目的样子，维护者看过合并请求就能合并。",
    "waiting": "谢谢！已经收到，接下来由维护者处理，你不用再做什么。",
    "mend": "谢谢！离收录只差一点：请按下面的说明**直接编辑这个议题**（正文右上角的“…”→“Edit”，"
    "在对应的“### ”标题下面改），保存后会自动重新检查，不用另开一个。",
    "withdrawn": "这份投稿已按要求撤回，合并请求不会合并。改了主意的话，维护者可以写 `/reopen`。",
    "closed": "议题关闭期间不再检查。重新打开议题就会继续。",
    "merged": "谢谢你让这个列表更完整！合并请求已经合并，议题随之关闭。",
    "held": "维护者没有采纳这一次的合并请求，议题仍可讨论。需要继续时，维护者可以写 `/reopen`。",
    "refused": "机器人没有处理这份投稿，原因如下。",
}
_HELP = """<details><summary>怎样重新检查，有哪些命令</summary>

编辑议题正文会自动重新检查。也可以发一条评论，第一行写：

| 命令 | 谁可以用 | 作用 |
| --- | --- | --- |
| `/recheck` | 投稿人、维护者 | 重新检查一次 |
| `/withdraw 原因` | 投稿人、维护者 | 撤回这份投稿 |
| `/section 小节` | 维护者 | 指定放在哪一节 |
| `/allow 规则 理由` | 维护者 | 对这份投稿豁免一条规则，正文修改后失效 |
| `/reopen` | 维护者 | 重新打开被关闭或撤回的投稿 |

</details>"""


def comment(report: Report) -> str:
    """Markdown without the mark. Everything a submitter typed is escaped, cut, or both."""
    text = "\n\n".join(part for part in _parts(report, with_preview=True) if part)
    if len(text) > LONGEST:
        text = "\n\n".join(part for part in _parts(report, with_preview=False) if part)
    return text[:LONGEST]


def _parts(report: Report, *, with_preview: bool) -> Iterator[str]:
    verdict = report.verdict
    count = verdict.faults if verdict else 0
    what = {"new-entry": "收录新项目", "fix-entry": "更正条目"}.get(report.form or "", "投稿")
    yield f"### {what}：{_HEADS[report.outcome].format(count=count)}"
    yield _OPENINGS[report.outcome]
    open_to = verdict if report.outcome in {"ready", "waiting", "mend", "held"} else None
    waits = open_to.submission.waits if open_to else ""
    yield "\n".join(f"- {shown(one)}" for one in (*report.says, waits) if one)
    if verdict and open_to:
        yield _understood(verdict)
        yield _problems(verdict, report)
        yield _remarks(verdict, report)
        yield preview(report, verdict) if with_preview else "条目太长，预览请看合并请求里的文件。"
    if report.has_pull:
        yield f"合并请求：{PULL}"
    if open_to or report.outcome == "refused":
        yield _HELP


def _understood(verdict: Verdict) -> str:
    rows = [f"| {shown(label)} | {_cell(value)} |" for label, value in verdict.submission.understood]
    return "\n".join(["| 表单项 | 读到的内容 |", "| --- | --- |", *rows]) if rows else ""


def _cell(value: str) -> str:
    flat = " ".join(value.split())
    return shown(flat if len(flat) <= CELL else flat[: CELL - 1] + "…") or "（没有填）"


def _problems(verdict: Verdict, report: Report) -> str:
    lines = [shown(problem.message[:500]) for problem in verdict.submission.problems]
    lines += [for_contributor(finding, report) for finding in verdict.blocking]
    if not lines:
        return ""
    more = [f"另有 {len(lines) - MOST} 处，改完上面这些后会列出。"] if len(lines) > MOST else []
    numbered = [f"{number}. {line}" for number, line in enumerate(lines[:MOST], 1)]
    return "\n\n".join(["**需要修改**", "\n".join(numbered), *more])


def _remarks(verdict: Verdict, report: Report) -> str:
    lines = [shown(note) for note in verdict.submission.notes]
    lines += [for_contributor(finding, report) for finding in verdict.remarks]
    return "\n\n".join(["**提醒**（不影响收录）", "\n".join(f"- {line}" for line in lines[:MOST])]) if lines else ""


def finding_line(finding: Finding, report: Report) -> str:
    """For a maintainer: rule, sentence, fix, and what it is about, on one line."""
    said = for_maintainer(finding)
    sentences = f"{shown(said.message[:500])}。{shown(said.fix[:300])}"
    return f"`{finding.code}` {sentences}。{rivals(finding, report)}"


def preview(report: Report, verdict: Verdict) -> str:
    """The entry as the page will show it, between two rules; before and after where it changes."""
    before, after = (away(text, report.home) for text in (verdict.preview_before, verdict.preview))
    if not after and not before:
        return ""
    if not before or not after:
        return f"**{'条目预览' if after else '现在的条目'}**\n\n---\n\n{_cut(after or before)}\n\n---"
    return f"**修改前**\n\n---\n\n{_cut(before)}\n\n---\n\n**修改后**\n\n---\n\n{_cut(after)}\n\n---"


def _cut(text: str) -> str:
    return text if len(text) <= PREVIEW else "（条目太长，请看合并请求里的文件）"
