"""What people ordered in an issue's comments, read from the first to the last in every run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.catalog.model import Catalog
from bot.github.decision import Reaction
from bot.github.snapshot import IssueComment, Snapshot
from bot.lint.discover import all_rules
from bot.submissions import sentences
from bot.submissions.commands import AUTHORS, Command, read_command
from bot.submissions.comment_state import Memory, same_user
from bot.submissions.intake import CODES
from bot.submissions.write_forms import section_options

WRITERS = frozenset({"admin", "maintain", "write"})
MOST_SAID = 5  # sentences about commands that did nothing; the reactions say it too


@dataclass(frozen=True, slots=True)
class Orders:
    """`section` is a path; `allow` code → reason; `withdrawn` the id of a standing /withdraw, 0 for none;
    `reopened` when a standing /reopen was written, "" for none; `says` are sentences for the comment.
    """

    section: str = ""
    allow: Mapping[str, str] = field(default_factory=dict)
    withdrawn: int = 0
    reason: str = ""
    reopened: str = ""
    reactions: Mapping[int, Reaction] = field(default_factory=dict)
    says: tuple[str, ...] = ()


def read_orders(now: Snapshot, catalog: Catalog, shown: tuple[IssueComment, Memory] | None, digest: str) -> Orders:
    """`shown` is the bot's comment as it stands, `digest` that of the issue's text now."""
    orders = Orders()
    for comment in now.comments:
        command = None if comment.author.bot else read_command(comment.body)
        if command:
            orders, reaction, said = _obey(
                orders, command, comment, now, catalog, lapsed=_lapsed(comment, shown, digest)
            )
            says = (*orders.says, said) if said else orders.says
            orders = replace(orders, reactions={**orders.reactions, comment.id: reaction}, says=says[-MOST_SAID:])
    return orders


def may_write(now: Snapshot, login: str) -> bool:
    return now.permissions.get(login) in WRITERS


def _lapsed(comment: IssueComment, shown: tuple[IssueComment, Memory] | None, digest: str) -> bool:
    """Whether the text now checked is another than the one its writer saw checked."""
    if shown is None:
        return True
    sticky, memory = shown
    return memory.digest != digest or comment.created_at < (memory.since or sticky.updated_at)


def _obey(
    orders: Orders, command: Command, comment: IssueComment, now: Snapshot, catalog: Catalog, *, lapsed: bool
) -> tuple[Orders, Reaction, str]:
    """The orders after this command, the reaction to it, and what to say about it ("" for nothing)."""
    own = same_user(comment.author, now.issue.author)
    if not (own and command.word in AUTHORS) and not may_write(now, comment.author.login):
        refusal = sentences.MAINTAINERS_ONLY.format(command=command.word)
        return orders, "-1", refusal if own else ""  # strangers have the reaction
    if command.fault:
        return orders, "confused", sentences.NOT_UNDERSTOOD.format(why=command.fault)
    if command.word == "withdraw":
        return replace(orders, withdrawn=comment.id, reason=command.text, reopened=""), "+1", ""
    if command.word == "reopen":
        return replace(orders, withdrawn=0, reason="", reopened=comment.created_at), "+1", ""
    if command.word == "section":
        return _move(orders, command.text, catalog, lapsed=lapsed)
    if command.word == "allow":
        return _allow(orders, command, lapsed=lapsed)
    return orders, "eyes", ""


def _move(orders: Orders, wanted: str, catalog: Catalog, *, lapsed: bool) -> tuple[Orders, Reaction, str]:
    if path := find_section(wanted, catalog):
        if lapsed:
            return replace(orders, section=""), "+1", sentences.SECTION_LAPSED.format(path=path)
        return replace(orders, section=path), "+1", ""
    known = "、".join(section_options(catalog).values())
    why = sentences.NO_SUCH_SECTION.format(wanted=wanted[:60], known=known)
    return orders, "confused", sentences.NOT_UNDERSTOOD.format(why=why)


def _allow(orders: Orders, command: Command, *, lapsed: bool) -> tuple[Orders, Reaction, str]:
    if command.code.upper() not in {*CODES, *(rule.code for rule in all_rules())}:
        why = sentences.NO_SUCH_RULE.format(code=command.code.upper())
        return orders, "confused", sentences.NOT_UNDERSTOOD.format(why=why)
    if not lapsed:
        return replace(orders, allow={**orders.allow, command.code: command.text}), "+1", ""
    allow = {code: reason for code, reason in orders.allow.items() if code != command.code}
    return replace(orders, allow=allow), "+1", sentences.ALLOW_LAPSED.format(code=command.code.upper())


def find_section(wanted: str, catalog: Catalog) -> str:
    """The path of a section named by path, by title with its parents' or without, or by id; "" if none or several."""
    text = wanted.strip().strip("“”\"'`").casefold()
    options = section_options(catalog)
    for names in (
        [(path, path) for path in options.values()],
        list(options.items()),
        [(s.entry.title, s.path) for s in catalog.sections],
        [(s.entry.id, s.path) for s in catalog.sections],
    ):
        found = {path for name, path in names if name.casefold() == text}
        if len(found) == 1:
            return found.pop()
    return ""
