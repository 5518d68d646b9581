"""What the bot remembers of an issue: a hidden last line of its own comment, and nothing anywhere else."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from bot.github.snapshot import IssueComment, User
from bot.submissions.issue_body import normal_lines

_MARK = re.compile(r"<!-- curate (\{[^<>]*\}) -->\s*\Z")


@dataclass(frozen=True, slots=True)
class Memory:
    """`digest` of the text last checked; `since` when that check was first shown, "" for the comment's own time;
    `done`: the ending already carried out, which people may then undo by hand; `shut`: the pull request the bot
    itself closed, 0 for none.
    """

    digest: str = ""
    since: str = ""
    done: str = ""
    shut: int = 0


def text_digest(body: str) -> str:
    """SHA-256 of an issue's body, hexadecimal, the same whatever line ends it was sent with."""
    return hashlib.sha256("\n".join(normal_lines(body)).strip().encode("utf-8", "replace")).hexdigest()


def mark(memory: Memory) -> str:
    return f"<!-- curate {json.dumps(asdict(memory), separators=(',', ':'))} -->"


def unmarked(text: str) -> str:
    """A comment without its mark and with one kind of line end, for comparing."""
    return _MARK.sub("", "\n".join(normal_lines(text))).rstrip()


def read_memory(body: str) -> Memory | None:
    """The memory in a comment's last line; None where there is none (or it is not as we write it)."""
    match = _MARK.search(body[-1000:])
    if not match:
        return None
    try:
        found = json.loads(match[1])
        memory = Memory(**found)
    except (ValueError, TypeError):
        return None
    kinds = {name: type(value) for name, value in asdict(Memory()).items()}
    return memory if all(type(getattr(memory, name)) is kind for name, kind in kinds.items()) else None


def own_comment(comments: Iterable[IssueComment], me: User) -> tuple[IssueComment, Memory] | None:
    """The bot's one comment: written by it (a mark alone can be copied) and marked; the oldest, should there be two."""
    for comment in comments:
        if same_user(comment.author, me) and (memory := read_memory(comment.body)):
            return comment, memory
    return None


def same_user(one: User, other: User) -> bool:
    """Logins ignore case; GitHub's two interfaces name an app with and without "[bot]", as a person may be named."""
    names = (one.login.lower().removesuffix("[bot]"), other.login.lower().removesuffix("[bot]"))
    return names[0] == names[1] and one.bot == other.bot
