"""GitHub, GitLab, Gitee and their like: owner, repository, branch, path; and the sites they serve."""

from __future__ import annotations

import re

from bot.urls.parts import Parts, Site
from bot.urls.sites.web import anywhere

NAME = re.compile(r"[A-Za-z0-9_.~-]+")
VIEWS = frozenset({"tree", "blob", "raw", "resolve", "edit", "blame", "src", "file", "files"})
# Where the pages of an account's repositories are served; GitBook names its spaces after both as a rule.
FORGES = {"github.io": "github.com", "gitee.io": "gitee.com", "gitlab.io": "gitlab.com", "gitbook.io": "github.com"}
# github.com/<word> that is a page of the site and no owner.
_SITE_PAGES = (
    "about account apps blog codespaces collections contact customer-stories dashboard enterprise "
    "events explore features home issues join login logout marketplace mobile new nonprofit "
    "notifications orgs organizations pricing pulls readme search security sessions settings signup "
    "site sponsors stars team topics trending users user-attachments copilot skills"
)
SITE_PAGES = frozenset(_SITE_PAGES.split())
DEFAULT_BRANCHES = frozenset({"main", "master", "head"})
README = re.compile(
    r"(?i)(?:cn[_-])?readme(?:[._-](?:zh|en|cn|ch|chs|cht|tw|ja|ko|english|chinese|hans|hant))*(?:\.\w+)?"
)
VIEW_KIND = {"blob": "file", "raw": "file", "edit": "file", "blame": "file"}


def code_host(parts: Parts) -> Site:
    """`host/owner/name/…`: a repository, its directories and files; a bare owner; a page of the site."""
    path = parts.path
    if not path or path[0].lower() in SITE_PAGES:
        return _site_page(parts)
    owner, cut = cut_name(path[0])
    base = f"{parts.host}/{owner.lower()}"
    if len(path) == 1 or cut:
        return Site((owner.lower(),), (owner,), parts.host, base, base, "organisation")
    end = _project_end(parts)
    names = [owner, *path[1:end]]
    last, cut = cut_name(names[-1])
    names[-1] = last.removesuffix(".git")
    key = tuple(n.lower() for n in names)
    project = "/".join((parts.host, *key))
    rest = () if cut else tuple(r for r in path[end:] if r != "-")
    word, branch, inside = view(rest)
    written = tuple(names) if cut else tuple(names) + path[end:]
    if not word and rest:
        kind = "docs" if rest[0] in ("wiki", "wikis") else "other"
        return Site((*key, *rest), written, parts.host, project, base, kind)
    if not inside and not branch:
        root = tuple(names) if len(rest) <= 2 else written
        return Site(key, root, parts.host, project, base, "repository")
    kind = VIEW_KIND.get(word, "directory")
    return Site((*key, *branch, *inside), written, parts.host, project, base, kind)


def _site_page(parts: Parts) -> Site:
    path = parts.path
    if len(path) > 1 and path[0] in ("orgs", "organizations"):
        base = f"{parts.host}/{path[1].lower()}"
        return Site((path[1].lower(), *path[2:]), None, parts.host, base, base, "organisation")
    return Site(tuple(p.lower() for p in path), None, parts.host, kind="other" if path else "homepage")


def _project_end(parts: Parts) -> int:
    """How many segments name the project: two, or more where GitLab nests groups."""
    path = parts.path
    if "gitlab" not in parts.host:
        return 2
    if "-" in path:
        return max(2, path.index("-"))
    ends = [i for i, p in enumerate(path) if i >= 2 and p in (VIEWS | {"wikis", "issues", "merge_requests"})]
    return min(ends, default=len(path))


def cut_name(segment: str) -> tuple[str, bool]:
    """The part of a segment that can be an account's or a repository's name, and whether more followed."""
    found = NAME.match(segment)
    if not found:
        return segment, False
    return found[0].rstrip(".") or segment, found.end() < len(segment)


def view(rest: tuple[str, ...]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """`tree/<branch>/<path>` → the word, the branch where it is not the default one, the path inside."""
    if not rest or rest[0] not in VIEWS or (rest[0] in ("file", "files") and len(rest) < 2):
        return "", (), ()
    branch, inside = rest[1:2], rest[2:]
    if branch and branch[0] in ("branch", "tag"):
        branch, inside = rest[2:3], rest[3:]
    if branch and branch[0].lower() in DEFAULT_BRANCHES:
        branch = ()
    if len(inside) == 1 and README.fullmatch(inside[0]):
        inside = ()
    return rest[0], tuple(f"@{b}" for b in branch), inside


def raw_file(parts: Parts) -> Site:
    if len(parts.path) < 4:
        return anywhere(parts)
    owner, name, *rest = parts.path
    rest = rest[2:] if rest[:2] == ["refs", "heads"] else rest
    return code_host(Parts("github.com", (owner, name, "blob", *rest), (), parts.fragment, slash=False))


def pages_site(parts: Parts) -> Site:
    """`owner.github.io/name` belongs to repository `owner/name`, the bare host to `owner/owner.github.io`."""
    account, _, service = parts.host.partition(".")
    forge = FORGES.get(service)
    if forge is None:  # two labels before the service: no account can have a dot
        return anywhere(parts)
    name = parts.path[0].lower() if parts.path and "." not in parts.path[0] else parts.host
    general = anywhere(parts)
    return Site(general.page, None, "", f"{forge}/{account}/{name}", f"{forge}/{account}", "homepage")
