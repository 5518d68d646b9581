"""The labels the bot keeps on submissions: what kind it is, and whose turn it is."""

from __future__ import annotations

from bot.github.decision import Label, Labels
from bot.submissions.model import FormName, Outcome

_KINDS: dict[FormName, Label] = {
    "new-entry": Label("投稿", "1d76db", "推荐新项目"),
    "fix-entry": Label("更正", "5319e7", "更正已有条目"),
}
WAITING = Label("待审核", "0e8a16", "等维护者合并或处理")
_MEND = Label("待修改", "fbca04", "等投稿人修改")
EARLY = Label("待复查", "d4c5f9", "还不满足收录条件，机器人每天重看")
_DONE = Label("已完成", "c2e0c6", "已经合并")
_GONE = Label("已撤回", "cfd3d7", "投稿人或维护者撤回")
_HELD = Label("未采纳", "e99695", "维护者关闭了 PR")
_STATES: dict[Outcome, Label | None] = {
    "ready": WAITING,
    "waiting": WAITING,
    "mend": _MEND,
    "early": EARLY,
    "withdrawn": _GONE,
    "closed": None,
    "merged": _DONE,
    "held": _HELD,
    "refused": _MEND,
}
MANAGED = frozenset(one.name for one in (*_KINDS.values(), WAITING, _MEND, EARLY, _DONE, _GONE, _HELD))


def is_maintainers(shown: Labels | None) -> bool:
    """Whether it is a maintainer's turn."""
    return shown is not None and WAITING in shown.wanted


def labels(form: FormName | None, outcome: Outcome) -> Labels:
    wanted = (_KINDS[form] if form else None, _STATES[outcome])
    return Labels(tuple(one for one in wanted if one), MANAGED)
