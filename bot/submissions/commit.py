"""The one commit of a submission: its files, guarded, and a message that says all that is needed to rebuild it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.catalog.model import Record
from bot.catalog.write import record_path, record_text
from bot.errors import CurateError
from bot.github.decision import Commit
from bot.github.snapshot import Branch, User
from bot.markdown.escape import escape
from bot.submissions.comment_state import same_user
from bot.submissions.model import Submission

_LOGIN = re.compile(r"[A-Za-z0-9-]{1,39}(\[bot\])?")
_NAME = re.compile(r"[\w .+·()（）-]{1,60}")
_RECORD = re.compile(r"catalog/(?:[a-z0-9-]+/)+[a-z0-9-]+\.yml")
_TRAILERS = re.compile(r"^Curate-Text: .*\Z", re.MULTILINE | re.DOTALL)
_TRAILER = re.compile(r"^Curate-(Text|Before|Files): ([0-9a-f]{64}|none)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Trailers:
    """Digests in the message: of the issue's text, of the record's file before ("none": new), of the files."""

    text: str
    before: str
    files: str


def subject(record: Record, before: Record | None, issue: int, gone: Record | None = None) -> str:
    """The title of commit and pull request; a name that could do something in one gives way to the slug, or to none."""
    what = f"{plain_name(gone)} 并入 {plain_name(record)}" if gone else plain_name(record)
    return f"{'更正' if before else '收录'} {what}（#{issue}）"


def state_before(before: Record | None, gone: Record | None) -> str:
    """Digest of the records that a change starts from, as they stand in the catalog."""
    texts = [record_text(record) for record in (before, gone) if record]
    return digest("".join(texts) if texts else None)


def own_paths(made: Submission) -> set[str]:
    """The files that a submission may touch beside those that are generated."""
    return {record_path(record) for record in (made.before, made.after, made.gone, *made.others) if record}


def plain_name(record: Record) -> str:
    """What to call it in a title; “closes GH-2” is not harmless."""
    return next((one for one in (record.name, record.slug) if _NAME.fullmatch(one) and escape(one) == one), "条目")


def message(title: str, author: User, text: str, before: str, files: Mapping[str, str | None]) -> str:
    """`text` and `before` as in Trailers."""
    credit = f"Co-authored-by: {author.login} <{author.id}+{author.login}@users.noreply.github.com>\n"
    credited = credit if _LOGIN.fullmatch(author.login) and author.id else ""
    return f"{title}\n\n{credited}{trailers(text, before, files)}"


def trailers(text: str, before: str, files: Mapping[str, str | None]) -> str:
    listed = "".join(f"{path}\0{content}\0" for path, content in sorted(files.items()))
    return f"Curate-Text: {text}\nCurate-Before: {before}\nCurate-Files: {digest(listed)}"


def read_trailers(text: str) -> Trailers | None:
    found = dict(_TRAILER.findall(text))
    return Trailers(found["Text"], found["Before"], found["Files"]) if len(found) == 3 else None


def renewed(text: str, files: Mapping[str, str | None]) -> str:
    """The message of a commit, for the same record with other generated files."""
    found = read_trailers(text)
    return _TRAILERS.sub("", text) + trailers(found.text, found.before, files) if found else text


def digest(text: str | None) -> str:
    """SHA-256 in hexadecimal, "none" for a file that does not exist."""
    return "none" if text is None else hashlib.sha256(text.encode()).hexdigest()


def commit(
    parent: str, text: str, files: Mapping[str, str | None], own: Collection[str], made: Collection[str]
) -> Commit:
    """Raises CurateError when a file is neither one of the record's `own` nor `made` from the catalog."""
    strays = [path for path in files if path not in made and not (path in own and _RECORD.fullmatch(path))]
    if strays:
        raise CurateError(
            "机器人只能提交这一条记录和由条目库生成的文件", strays[0], "这是 curate 的错误，请报告给维护者"
        )
    return Commit(parent, text, dict(files))


def foreign(branch: Branch | None, me: User) -> str:
    """Who else committed to the branch, "" for nobody: their work is never overwritten."""
    for one in branch.commits if branch else ():
        author = User(one.author, 0, bot=one.author.endswith("[bot]"))
        if not same_user(author, me) or read_trailers(one.message) is None:
            return one.author
    return ""
