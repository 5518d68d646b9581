"""What an address means on the sites a list links to most: which part is the project, which the page."""

from __future__ import annotations

from collections.abc import Callable

from bot.urls import hosts
from bot.urls.parts import Parts, Site
from bot.urls.sites.code import code_host, pages_site, raw_file
from bot.urls.sites.hubs import hugging_face, modelscope
from bot.urls.sites.papers import anthology, arxiv, doi, openreview, published
from bot.urls.sites.web import anywhere, lowercased, read_the_docs, wikipedia, youtube

Family = Callable[[Parts], Site]
FAMILIES: dict[str, Family] = {
    **dict.fromkeys(hosts.CODE_HOSTS, code_host),
    "raw.githubusercontent.com": raw_file,
    "huggingface.co": hugging_face,
    "modelscope.cn": modelscope,
    "arxiv.org": arxiv,
    "doi.org": doi,
    "youtube.com": youtube,
    "youtu.be": youtube,
    "openreview.net": openreview,
    "aclanthology.org": anthology,
    "aclweb.org": anthology,
    **dict.fromkeys(("reddit.com", "x.com", "npmjs.com", "pypi.org", "crates.io"), lowercased),
    "packagist.org": lowercased,
}
SUFFIXES: tuple[tuple[str, Family], ...] = (
    (".github.io", pages_site),
    (".gitee.io", pages_site),
    (".gitlab.io", pages_site),
    (".gitbook.io", pages_site),
    (".readthedocs.io", read_the_docs),
    (".wikipedia.org", wikipedia),
)


def site_of(parts: Parts) -> Site:
    """The family that knows this host, or the general rule."""
    host = parts.host
    family = FAMILIES.get(host)
    if family is None and host.startswith(("git.", "gitlab.")):
        family = code_host
    if family is None:
        family = next((f for end, f in SUFFIXES if host.endswith(end)), None)
    return family(parts) if family else published(parts) or anywhere(parts)
