"""The page of a workflow's run: what a command did there, or why it could not. Elsewhere nothing is written."""

from __future__ import annotations

import os

from bot.cli.output import say

BUG = "curate 自己出了错，没有做完。详情在本页的日志里，请连同日志报告给 curate 的维护者；修好后重新运行本任务。"


def job_summary(command: str, markdown: str) -> None:
    """Add what was done. `markdown` is safe: whatever it quotes has been escaped."""
    _write(f"### curate {command}\n\n{markdown}")


def job_failed(said: str) -> None:
    """Add why nothing was done: a sentence that may quote anything."""
    if not os.environ.get("GITHUB_STEP_SUMMARY"):
        return
    from bot.markdown.escape import shown

    _write("\n".join(f"> {line}" for line in ("[!CAUTION]", *map(shown, said.splitlines()))))


def _write(markdown: str) -> None:
    """A page that cannot be written is no reason to fail: what was to be done is done."""
    if not os.environ.get("GITHUB_STEP_SUMMARY"):
        return
    from bot.errors import CurateError
    from bot.github.events import summarise

    try:
        summarise(os.environ, markdown)
    except CurateError as error:
        say(f"运行的摘要没有写成：{error}", err=True)
