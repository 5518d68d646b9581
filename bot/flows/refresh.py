"""`curate refresh`: main moved → every open bot branch is rebuilt from main and the record it brings.

The record is read from the branch, not from the issue: what a maintainer has looked at stays what is merged. Where
the record it is about changed on main meanwhile, or someone else committed, the bot steps back and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bot.flows.submit import submission_context
from bot.github.decision import Comment, PullRequest, Refresh
from bot.github.snapshot import OpenWork, Pull
from bot.markdown.escape import escape
from bot.markdown.relocate_links import home_of
from bot.submissions import pull_request
from bot.submissions.comment_state import Memory, mark, own_comment, unmarked
from bot.submissions.commit import Trailers, commit, foreign, own_paths, read_trailers, renewed, state_before
from bot.submissions.context import SubmissionContext
from bot.submissions.entry_links import held_back, let_pass
from bot.submissions.model import Report, Submission, Verdict
from bot.submissions.open_submissions import earlier, read_change, records_of, rivals
from bot.submissions.review import judge


def decide(root: Path, work: OpenWork) -> Sequence[Refresh]:
    """For the list in the folder `root`, which stands at commit `work.base`. Raises CurateError if unreadable."""
    return decide_at(submission_context(root), work)


def decide_at(context: SubmissionContext, work: OpenWork) -> list[Refresh]:
    """One Refresh for each open pull request, in the order of their issues."""
    pulls = sorted((pull for pull in work.pulls if pull.issue and pull.branch), key=lambda pull: pull.issue)
    return [_refresh(context, work, pull) for pull in pulls]


def _refresh(context: SubmissionContext, work: OpenWork, pull: Pull) -> Refresh:
    trailers = read_trailers(pull.branch.commits[-1].message) if pull.branch and pull.branch.commits else None
    if other := foreign(pull.branch, work.me):
        return _step_back(work, pull, f"{escape(other)} 在这个分支上提交过内容，机器人不会覆盖。请直接处理本 PR")
    change = read_change(pull, context.catalog)
    if trailers is None or change is None:
        return _step_back(work, pull, "分支里不是刚好一条能解析的记录，机器人没有重建它。请直接处理本 PR")
    if state_before(change.before, change.gone) != trailers.before:
        said = f"这条记录{_happened(change)}，机器人没有重建本分支。"
        return _step_back(work, pull, f"{said}请在 issue #{pull.issue} 里评论 /recheck，按最新内容重新生成", draft=True)
    return _rebuild(context, work, pull, trailers, change)


def _happened(change: Submission) -> str:
    if change.before is None:
        return "已经从列表里删去"
    if change.before == change.after:
        return "已经在列表里"
    return "在默认分支上有了新的改动（或同名记录已被占用）"


def _rebuild(context: SubmissionContext, work: OpenWork, pull: Pull, trailers: Trailers, made: Submission) -> Refresh:
    others = earlier(work.pulls, pull.issue)
    days = [day for day in (made.after.added, made.after.updated) if day] if made.after else []
    today = max(days, default=date.min) + timedelta(days=1)
    brought = records_of(others)
    verdict = let_pass(held_back(judge(made, context, brought, today, always=True), context, brought))
    report = Report("ready", verdict, made.form, rivals=rivals(others, context.catalog), home=home_of(work.repository))
    files = dict(verdict.files)
    text = renewed(pull.branch.commits[-1].message if pull.branch else "", files)
    wanted = replace(
        _same(work, pull),
        draft=pull.draft or bool(verdict.blocking),
        body=pull_request.body(report, verdict, pull.issue, trailers.text, pull_request.said_before(pull.body)),
        commit=commit(work.base, text, files, own_paths(made), frozenset(context.generated)),
    )
    summary = f"#{pull.number}（issue #{pull.issue}）：已按最新的条目库重建，{_state(verdict)}。"
    # A draft waits for its issue's text, which is not looked at here: a green check would say more than is known.
    check = None if pull.draft else pull_request.check_run(report, verdict)
    return Refresh(wanted, summary, check, _all_clear(work, pull))


def _state(verdict: Verdict) -> str:
    return f"有 {len(verdict.blocking)} 处与新的条目库冲突，已转为草稿" if verdict.blocking else "可以合并"


def _same(work: OpenWork, pull: Pull) -> PullRequest:
    return PullRequest(pull.head, work.default_branch, open=True, draft=pull.draft, number=pull.number)


def _step_back(work: OpenWork, pull: Pull, said: str, *, draft: bool = False) -> Refresh:
    wanted = replace(_same(work, pull), draft=pull.draft or draft)
    return Refresh(wanted, f"#{pull.number}（issue #{pull.issue}）：{said}。", note=_note(work, pull, f"{said}。"))


def _all_clear(work: OpenWork, pull: Pull) -> Comment | None:
    """Takes back an earlier note; none where there never was one."""
    return _note(work, pull, "机器人已经重新接手本分支。") if own_comment(pull.comments, work.me) else None


def _note(work: OpenWork, pull: Pull, text: str) -> Comment:
    shown = own_comment(pull.comments, work.me)
    if shown and unmarked(shown[0].body) == text:
        return Comment(shown[0].body, shown[0].id)
    return Comment(f"{text}\n\n{mark(Memory())}", shown[0].id if shown else None)
