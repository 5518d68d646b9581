"""Slips of the pen in a link, each with what speaks for it: the entry's name, its other links, the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from functools import lru_cache
from urllib.parse import unquote

from bot.catalog.model import Link, Record
from bot.lint.analysis.link_syntax import form_problem
from bot.lint.analysis.mentions import is_role
from bot.lint.analysis.same_page import HUBS
from bot.lint.context import LintContext
from bot.lint.finding import Severity
from bot.names.compare import GENERIC, title
from bot.names.normalise import name_key
from bot.text.slip import is_one_slip
from bot.urls.normalise import LinkKey, link_key
from bot.urls.shape import is_relative
from bot.urls.typos import Typo, url_typo

LOCAL = re.compile(r"(?i)file:|[a-z]:[\\/]|/(?:users|home)/")
DOMAIN = re.compile(r"(?i)(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|cn|ai|app|me|co)")
FOLDERS = frozenset({"docs", "doc", "assets", "images", "img", "src", "examples", "example", "papers", "data", "wiki"})
NO_LETTER = re.compile(r"[\W_]+")
OWNER_NAME = re.compile(r"[A-Za-z0-9][\w-]*/[\w-]*[A-Za-z][\w-]*(?:\.(?:nvim|js|vim|sh|zsh))?")
WITNESSES = 100  # links of one entry that are asked how its name is spelt


def slip(record: Record, link: Link, folders: Container[str]) -> Typo | None:
    """The slip in a link; None where nothing speaks for one."""
    key = link_key(link.url)
    if form_problem(record, link):
        return None  # told by LNK001
    if not key.host:
        return _no_address(record, link, folders)
    return url_typo(link.url) or _site(key, link) or _name(record, link, key)


def _no_address(record: Record, link: Link, folders: Container[str]) -> Typo | None:
    if LOCAL.match(link.url):
        return Typo("local-path", "error")
    if OWNER_NAME.fullmatch(link.url) and link.url.partition("/")[0] not in folders:
        slug = name_key(link.url.rpartition("/")[2]).full
        names = (title(record.name), link.label, re.sub(r"[(（].*", "", title(record.name)))
        if any(len(full) >= 3 and (full in slug or slug in full) for full in (name_key(name).full for name in names)):
            return Typo("no-site", "warning")
    return None


def folders(ctx: LintContext) -> frozenset[str]:
    """The first parts of relative paths that stand for folders: several links go into them, or their name says so."""
    paths = {link.url for record in ctx.subjects for link in record.links if is_relative(link.url)}
    counts = Counter(path.removeprefix("./").partition("/")[0] for path in paths if "/" in path)
    return frozenset(first for first, times in counts.items() if times > 1) | FOLDERS


def _site(key: LinkKey, link: Link) -> Typo | None:
    """A domain as text that leads to a file of some repository: a relative link, made whole where it should not be."""
    ending = link.label.rpartition(".")[2].lower()
    if key.kind == "file" and DOMAIN.fullmatch(link.label) and link.url.lower().endswith(f".{ending}"):
        return Typo("file-for-site", "warning", {"site": link.label})
    return None


def _name(record: Record, link: Link, key: LinkKey) -> Typo | None:
    before, _, slug = key.page.partition("#")[0].partition("?")[0].rpartition("/")
    if not before or "#" in key.page:
        return None
    called = record.name if is_role(link.label) else link.label
    if title(called).lower() == slug.lower() or name_key(record.name).full == name_key(slug).full:
        return None
    name, other = _letters(title(called)), _letters(slug)
    if not name.isascii() or min(len(name), len(other)) < 3 or name == other:
        return None
    if key.kind != "paper" and _numbers_differ(title(called), unquote(slug)):
        sure: Severity = "info" if _witness(record, link, name, other) else "warning"
        return Typo("other-number", sure, {"called": called})
    if other in GENERIC or not _one_letter(name, other):
        return None
    owner = _letters(before.rpartition("/")[2])
    witness = _witness(record, link, name, other) or (before if name in owner and other not in owner else "")
    if witness and _slipped(name, other) and not _plural(title(called), slug):
        return Typo("spelt-elsewhere", "warning", {"slug": slug, "witness": witness, "spelling": name})
    lost = _slipped(name, other) and len(name) >= 7 and (len(other) < len(name) or sorted(other) == sorted(name))
    if key.kind in HUBS and (_cut(name, other) or len(name) >= 10 or lost):
        return Typo("one-letter", "info", {"slug": slug, "called": called})
    return None


def _letters(text: str) -> str:
    full = name_key(text).full
    return full if full.isalnum() else NO_LETTER.sub("", full)


def _one_letter(name: str, other: str) -> bool:
    """One letter missing, added, changed or two swapped; a digit is a version, not a slip."""
    return is_one_slip(name, other) and re.sub(r"\D", "", name) == re.sub(r"\D", "", other)


def _slipped(name: str, other: str) -> bool:
    """Of two words one letter apart, whether the slip is inside, or the last letter was cut off in copying.

    A letter put before or behind is often meant: `gzdoom`, `trytond`, `ctuner`.
    """
    inside = name[0] == other[0] and name[-1] == other[-1]
    return inside or (_cut(name, other) and name[-1] not in "sx" and len(other) >= 5)


def _plural(name: str, slug: str) -> bool:
    """Whether words differ by an s alone: a plural, or somebody's."""
    mine, yours = (re.sub(r"'?s(?![a-z])|'", "", text.lower()) for text in (name, re.sub(r"[-_.]", " ", slug)))
    return name_key(mine).full == name_key(yours).full or "'" in name


def _cut(name: str, other: str) -> bool:
    """The slug lost its last letter when it was copied."""
    return other == name[:-1]


def _numbers_differ(name: str, other: str) -> bool:
    """The same words with as many numbers in the same places, one of them another: `ext3` for `ext4`."""
    ours, theirs = ([number.lstrip("0") for number in re.findall(r"\d+", text)] for text in (name, other))
    mine, yours = (re.sub(r"[\W_]", "", re.sub(r"\d+", "0", text.lower())) for text in (name, other))
    return mine == yours and len(mine) - len(ours) >= 3 and ours != theirs and not _one_year(ours, theirs)


def _one_year(ours: list[str], theirs: list[str]) -> bool:
    """Whether the numbers are equal, a year in full or by its last two digits alike."""
    short = [re.sub(r"^(?:19|20)(?=\d\d$)", "", number) for number in (*ours, *theirs)]
    return short[: len(ours)] == short[len(ours) :]


def _witness(record: Record, link: Link, name: str, other: str) -> str:
    """Another link of the entry that spells the name as the entry does, and not as this link does."""
    spelt = _spelt(tuple(one.url for one in record.links[:WITNESSES]), name, other)
    return next((url for url in spelt if url != link.url), "")


@lru_cache(maxsize=1)
def _spelt(urls: tuple[str, ...], name: str, other: str) -> list[str]:
    """Looked for once, for an entry with thousands of links that are misspelt alike."""
    return [url for url in urls if name in (told := _letters(url)) and other not in told]
