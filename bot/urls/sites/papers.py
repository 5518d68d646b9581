"""Papers: one key for abstract, PDF, version, mirror and DOI."""

from __future__ import annotations

import re

from bot.urls.parts import Parts, Site
from bot.urls.sites.web import anywhere

ARXIV_ID = re.compile(r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?")
ANTHOLOGY_ID = re.compile(r"[A-Z]\d\d-\d{4,5}|\d{4}\.[\w-]+\.\d+")
DOI_INSIDE = re.compile(r"(?i)(?:^|/)doi/(?:abs/|pdf/|full/|epdf/|book/|proceedings/)?(10\.\d{4,}/.+)")


def arxiv(parts: Parts) -> Site:
    if len(parts.path) >= 2 and (found := ARXIV_ID.match("/".join(parts.path[1:]))):
        number = tuple(found[1].split("/"))
        page = "/".join(("arxiv.org/abs", *number))
        return Site(("abs", *number), ("abs", *number), "arxiv.org", page, "arxiv.org", "paper", ())
    return anywhere(parts)


def doi(parts: Parts) -> Site:
    name = "/".join(parts.path).lower()
    if name.startswith("10.48550/arxiv."):
        return arxiv(Parts("arxiv.org", ("abs", name.removeprefix("10.48550/arxiv.")), (), "", slash=False))
    key = tuple(name.split("/"))
    return Site(key, parts.path, "doi.org", f"doi.org/{name}", "doi.org", "paper", ())


def openreview(parts: Parts) -> Site:
    asked = dict(parts.query)
    if parts.path[:1] in (("forum",), ("pdf",)) and (number := asked.get("id")):
        return Site(("forum",), ("forum",), "openreview.net", "", "", "paper", (("id", number),))
    return anywhere(parts)


def anthology(parts: Parts) -> Site:
    if parts.path and ANTHOLOGY_ID.fullmatch(number := parts.path[-1].split(".pdf")[0]):
        return Site((number,), (number, ""), "aclanthology.org", "", "", "paper", ())
    return anywhere(parts)


def published(parts: Parts) -> Site | None:
    """The paper behind a publisher's page that carries its DOI; None for all other pages."""
    if "doi" in parts.path and (found := DOI_INSIDE.search("/".join(parts.path))):
        return doi(Parts("doi.org", tuple(found[1].split("/")), (), "", slash=False))
    return None
