"""A decision → what a person reads on a terminal instead of GitHub being changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.github.decision import PULL, Decision, PullRequest, comment_text
from bot.submissions.decision_json import not_looked_at
from bot.text import zh
from bot.text.diff import unified


def decision_text(decision: Decision, old: Mapping[str, str], unseen: Sequence[str] = ()) -> str:
    """`old`: path → text as it is now, for the diff; `unseen` are the links that nobody looked at."""
    return "\n".join([*_lines(decision, old), *not_looked_at(unseen)]) + "\n"


def _lines(decision: Decision, old: Mapping[str, str]) -> Iterator[str]:
    yield decision.summary
    if decision.labels:
        yield f"标签：{zh.join(label.name for label in decision.labels.wanted)}"
    if decision.comment:
        text = decision.comment.text.replace(PULL, "还没有编号，内容见下") if decision.pull else decision.comment.text
        yield from ("", "════ 评论 ════", "", comment_text(replace(decision.comment, text=text), None))
    if decision.pull:
        yield from _pull(decision.pull, old)
    if decision.check:
        yield from ("", "════ 检查 ════", "", decision.check.title)


def _pull(pull: PullRequest, old: Mapping[str, str]) -> Iterator[str]:
    state = "关闭" if not pull.open else "草稿" if pull.draft else "可以合并"
    yield from ("", f"════ PR（{pull.branch}，{state}）════", "", pull.title or "", "", pull.body or "")
    if pull.commit:
        yield from ("", "════ 提交 ════", "", pull.commit.message, "")
        for path, text in pull.commit.files.items():
            yield unified(path, old.get(path, ""), text or "")
