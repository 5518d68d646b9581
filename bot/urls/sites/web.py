"""Every other site, and a few whose habits everyone knows."""

from __future__ import annotations

import re

from bot.urls.parts import Parts, Site

INDEX = re.compile(r"(?i)(?:index|default)\.(?:html?|php|aspx?|jsp)|home\.html?")
LOCALE = re.compile(r"(?i)(?:zh|en|ja|ko|fr|de|es|ru)(?:[-_](?:cn|hans|hant|tw|hk|us|gb|sg))?")


def anywhere(parts: Parts) -> Site:
    """No site in particular: an index file, a language and a stop at the end do not make another page."""
    path = parts.path
    if path and INDEX.fullmatch(path[-1]):
        path = path[:-1]
    if path and LOCALE.fullmatch(path[0]):
        path = path[1:]
    return Site(path, kind="paper" if path and path[-1].lower().endswith(".pdf") else "homepage")


def lowercased(parts: Parts) -> Site:
    """Sites whose paths take any case: package registries, forums, microblogs."""
    site = anywhere(parts)
    return Site(tuple(p.lower() for p in site.page), None, kind=site.kind)


def wikipedia(parts: Parts) -> Site:
    """`/wiki/X`, `/zh-cn/X` and `/zh-hant/X` are one article."""
    if len(parts.path) == 2 and (parts.path[0] == "wiki" or LOCALE.fullmatch(parts.path[0])):
        return Site(("wiki", parts.path[1].replace(" ", "_")), None)
    return anywhere(parts)


def read_the_docs(parts: Parts) -> Site:
    """Every language and version of a manual is the manual."""
    path = parts.path[1:] if parts.path and LOCALE.fullmatch(parts.path[0]) else parts.path
    path = path[1:] if path and path[0] in ("latest", "stable", "main", "master") else path
    path = path[:-1] if path and INDEX.fullmatch(path[-1]) else path
    return Site(path, None, "", parts.host, parts.host, "docs")


def youtube(parts: Parts) -> Site:
    path, asked = parts.path, dict(parts.query)
    video = path[0] if parts.host == "youtu.be" and path else ""
    if path[:1] in (("embed",), ("shorts",), ("live",), ("v",)) and len(path) > 1:
        video = path[1]
    video = video or (asked.get("v", "") if path[:1] == ("watch",) else "")
    if video:
        asked_for = (("v", video),)
        return Site(("watch",), ("watch",), "www.youtube.com", "", "", "other", asked_for)
    return anywhere(Parts("youtube.com", path, parts.query, parts.fragment, parts.slash))
