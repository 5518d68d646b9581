"""Why two entries with different pages may still be one project; judged from names and addresses alone."""

from __future__ import annotations

from bot.checks.same_page import HUBS, Entry, text_likeness
from bot.fit import fit
from bot.identity import LinkKey, name_key, same_name
from bot.identity.hosts import CODE_HOSTS
from bot.kinship import GENERIC, title, words
from bot.model import Severity
from bot.similar import plain

# Where people and accounts are, beside the project's own site.
PEOPLE = frozenset({"x.com", "facebook.com", "linkedin.com", "weibo.com", "t.me", "instagram.com", "medium.com"})
NOTHING: tuple[str, Severity] = ("", "info")
LONG = 8  # letters from which one name on one site is no accident
SAME_TEXT, NEAR_TEXT = 95.0, 60.0  # of two repositories of one name: a fork or a move; worth a look
TITLE_LETTERS = 24  # a heading this long is a title: of an article, a paper, a talk


def reason(one: Entry, other: Entry) -> tuple[str, Severity]:
    """A Chinese clause and how sure it is; an empty clause where nothing says that two entries are one project."""
    mine, yours = one.key, other.key
    if mine.page == yours.page:
        return NOTHING
    if why := _repository_and_pages(mine, yours):
        return why, "warning"
    if not _one_name(one.record.name, other.record.name):
        return NOTHING
    together = one.record.section == other.record.section
    if mine.project == yours.project:
        return ("名称相同，在同一个仓库里", "warning") if together else NOTHING
    if mine.owner == yours.owner and _account(mine) != _account(yours):
        return "名称相同，一个指到账号主页，一个指到它的仓库", "warning"
    if _code(mine) and _code(yours):
        why = _account_named_so(one, other)
        return (why, "warning") if why else _moved(one, other)
    return _elsewhere(one, other, together=together)


def _elsewhere(one: Entry, other: Entry, *, together: bool) -> tuple[str, Severity]:
    """Two addresses of which at least one is on no code host."""
    mine, yours, name = one.key, other.key, name_key(one.record.name).full
    if mine.host == yours.host:
        near = _nested(mine, yours) or (together and len(name) >= LONG and "?" not in mine.page + yours.page)
        return ("名称相同，在同一个网站", "warning") if near else NOTHING
    if plain(one.record.name) != plain(other.record.name) or {mine.host, yours.host} & PEOPLE:
        return NOTHING
    if len(name) >= TITLE_LETTERS:
        return "标题相同", "warning"
    if mine.kind in HUBS and yours.kind in HUBS:
        return NOTHING
    if _both_fit(one, other):
        return "名称相同，网址里都是这个名称", "warning"
    if not together:
        return NOTHING
    told = max(fit(one.record.name, one.link.url), fit(other.record.name, other.link.url)) >= 0.9
    return "名称相同，在同一小节", "warning" if told or text_likeness(one.record, other.record) >= 70 else "info"


def _one_name(one: str, other: str) -> bool:
    """Equal as a whole, or one is what the other says before it explains."""
    if len(name_key(title(one)).full) < 3 or words(title(one)) <= GENERIC:
        return False
    return same_name(one, other) or same_name(title(one), other) or same_name(one, title(other))


def _repository_and_pages(mine: LinkKey, yours: LinkKey) -> str:
    """GitHub Pages and the repository they come from."""
    repository, pages = (mine, yours) if mine.host in CODE_HOSTS else (yours, mine)
    if mine.project != yours.project or repository.kind != "repository" or pages.host in CODE_HOSTS:
        return ""
    return "一个是仓库，一个是它的主页" if pages.page.count("/") <= 1 else ""


def _code(key: LinkKey) -> bool:
    return key.host in CODE_HOSTS


def _account(key: LinkKey) -> bool:
    return key.kind == "organisation"


def _account_named_so(one: Entry, other: Entry) -> str:
    """`github.com/x` beside `github.com/y/x`: the account of a project that moved out of another one's."""
    for account, repository in ((one, other), (other, one)):
        if _account(account.key) and repository.key.kind == "repository":
            slug = repository.key.page.rpartition("/")[2]
            if account.key.page.rpartition("/")[2] == slug:
                return "名称相同，一个指到同名的账号主页"
    return ""


def _moved(one: Entry, other: Entry) -> tuple[str, Severity]:
    """One repository name in two accounts: moved or forked where the texts agree, else often chance."""
    repositories = {entry.key.page.rpartition("/")[2] for entry in (one, other) if entry.key.kind == "repository"}
    if len(repositories) != 1 or one.key.kind != other.key.kind:
        return NOTHING
    if not (one.record.description and other.record.description):
        return NOTHING
    likeness = text_likeness(one.record, other.record)
    if likeness >= SAME_TEXT:
        return "名称与仓库名都相同，介绍也几乎一样，只是账号不同", "warning"
    return ("名称与仓库名都相同，介绍相近，只是账号不同", "info") if likeness >= NEAR_TEXT else NOTHING


def _nested(mine: LinkKey, yours: LinkKey) -> bool:
    short, long = sorted((mine.page.split("?")[0].split("#")[0], yours.page.split("?")[0].split("#")[0]), key=len)
    return long == short or long.startswith(f"{short}/")


def _both_fit(one: Entry, other: Entry) -> bool:
    """A home page whose host is the name, and a repository called so."""
    return min(fit(one.record.name, one.link.url), fit(other.record.name, other.link.url)) >= 0.9 and (
        _root(one.key) or _root(other.key)
    )


def _root(key: LinkKey) -> bool:
    return "/" not in key.page
