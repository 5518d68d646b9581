"""From the text of a link to its keys. The parsing is ada's, the WHATWG algorithm that browsers follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, quote, unquote, urlencode

import ada_url

from bot.urls import hosts, noise
from bot.urls.diagnose import meant
from bot.urls.parts import Parts, Site
from bot.urls.sites import site_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SAFE = "/~!$&'()*+,;=:@"
PARTS = ("protocol", "hostname", "port", "pathname", "search", "hash")
# What every parser reads alike, most links by far: nothing escaped, no query, and (see below) no dots to resolve.
PLAIN = re.compile(r"(https?:)//((?!xn--|[^/]*\.xn--)(?:[a-z0-9-]+\.)+[a-z]{2,})((?:/[A-Za-z0-9._~-]*)*)")


@dataclass(frozen=True, slots=True)
class LinkKey:
    """Three answers to "the same?", from narrow to wide, each comparable with `==`.

    `page`     the same page, however it is spelled
    `project`  the same repository, model, data set or paper, whichever of its pages it is; elsewhere the page
    `owner`    the account or the site it belongs to
    `url`      the canonical form to write down
    `kind`     what sort of page it is, a `LinkType` of the model
    `host`     the site's name without `www.`; empty where the text is no web address
    """

    page: str
    project: str
    owner: str
    url: str
    kind: str
    host: str


@lru_cache(maxsize=1 << 19)
def link_key(url: str) -> LinkKey:
    """The keys of a link; never raises. Text that is no web address is its own key.

    >>> link_key("http://www.github.com/Org/Repo.git").page == link_key("https://github.com/org/repo/#readme").page
    True
    """
    return _key(meant(url.strip()), url, hops=3)


def canonical_url(url: str) -> str:
    """The form of a link to write down; the text itself, stripped, where it is no web address.

    >>> canonical_url("http://hf.co/THUDM/chatglm-6b/?utm_source=x")
    'https://huggingface.co/THUDM/chatglm-6b'
    """
    return link_key(url).url


def _key(text: str, written: str, hops: int) -> LinkKey:
    try:
        read = _read(text)
    except ValueError:
        return _nothing(written)
    host = read["hostname"].rstrip(".")
    if "." not in host or read["protocol"] not in ("http:", "https:"):
        return _nothing(written)
    parts = _parts(read, host)
    if hops and (target := _redirected(parts)):
        return _key(meant(target), target, hops - 1)
    site = site_of(parts)
    page, project = _page(parts, site), site.project or _page(parts, site, bare=True)
    written_down = _canonical(parts, site, read)
    return LinkKey(page, project, site.owner or parts.host, written_down, site.kind, parts.host)


def _read(text: str) -> Mapping[str, str]:
    """The parts of an address under WHATWG's names. Raises ValueError where it is none."""
    if (plain := PLAIN.fullmatch(text)) and "/." not in text:
        protocol, host, path = plain.groups()
        return {"protocol": protocol, "hostname": host, "port": "", "pathname": path or "/", "search": "", "hash": ""}
    return cast("Mapping[str, str]", ada_url.parse_url(text, attributes=PARTS))


def _nothing(written: str) -> LinkKey:
    text = written.strip()
    return LinkKey(text, text, "", text, "other", "")


def _parts(read: Mapping[str, str], host: str) -> Parts:
    bare = hosts.site_name(host)
    path = read["pathname"]
    decoded = [unquote(part) if "%" in part else part for part in path.split("/") if part]
    search = read["search"][1:]
    return Parts(
        host=bare,
        path=tuple(decoded),
        query=_query(search, bare) if search else (),
        fragment=unquote(read["hash"][1:]) if read["hash"] else "",
        slash=path.endswith("/"),
        port=f":{read['port']}" if read["port"] else "",
    )


def _query(search: str, host: str) -> tuple[tuple[str, str], ...]:
    pairs = parse_qsl(search, keep_blank_values=True)
    if keep := noise.KEEP.get(host):
        return tuple(pair for pair in pairs if pair[0] in keep)
    code = noise.CODE_NOISE if host in hosts.CODE_HOSTS else ()
    return tuple(pair for pair in pairs if not noise.TRACKING.fullmatch(pair[0]) and pair[0] not in code)


def _redirected(parts: Parts) -> str:
    """Where a "you are leaving us" page leads, or a proxy that puts a repository's whole address behind its own."""
    if parts.path[:1] in {("https:",), ("http:",)} and hosts.site_name("".join(parts.path[1:2])) in hosts.CODE_HOSTS:
        return "//".join((parts.path[0], "/".join(parts.path[1:])))
    name = noise.REDIRECTORS.get(parts.host) or noise.REDIRECTORS.get("/".join((parts.host, *parts.path[:1])))
    return dict(parts.query).get(name, "") if name else ""


def _page(parts: Parts, site: Site, *, bare: bool = False) -> str:
    text = "/".join(((site.host or parts.host).removeprefix("www.") + parts.port, *site.page))
    query = sorted(parts.query) if site.query is None else site.query
    if asked := "&".join(f"{k}={v}" for k, v in query if k not in noise.LANGUAGE):
        text += "?" + asked
    fragment = "" if bare or noise.EMPTY_FRAGMENT.fullmatch(parts.fragment) else parts.fragment
    return f"{text}#{fragment}" if fragment else text


def _canonical(parts: Parts, site: Site, read: Mapping[str, str]) -> str:
    path, host = site.path, site.host or read["hostname"]
    if not site.host and host.removeprefix("www.") != parts.host:
        host = parts.host
    body = read["pathname"] if path is None else "/" + quote("/".join(path), safe=SAFE)
    secure = read["protocol"] == "https:" or host.removeprefix("www.") in hosts.HTTPS
    query = parts.query if site.query is None else site.query
    search = read["search"] if path is None and len(query) == read["search"].count("=") else ""
    if query and not search:
        search = "?" + urlencode(query)
    fragment = "" if noise.EMPTY_FRAGMENT.fullmatch(parts.fragment) else read["hash"]
    text = f"{'https' if secure else 'http'}://{host}{parts.port}{body}{search}{fragment}"
    return text if body != "/" or search or fragment or parts.slash else text.rstrip("/")
