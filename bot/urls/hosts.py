"""The table of known hosts: everything that is known of a host stands in its row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

TRAITS = {
    "known": "lists link to it so often that an address which begins with it needs no scheme to be understood",
    "ascii": "the first two parts of its paths are ASCII, so Chinese there was glued on",
    "https": "it has answered on https for years: http is an old spelling",
    "code": "its paths begin with an owner and a project",
    "mended": "a host one keystroke away, before an owner and a project, is surely this one",
    "watched": "a host one keystroke away is probably this one",
    "genuine": "a site of its own, although one keystroke away from a watched one",
    "people": "where people and accounts are, beside the project's own site",
}


@dataclass(frozen=True, slots=True)
class Host:
    """A host without `www.`; `traits` are words of TRAITS.

    `site` is the host that it is another name of, `called` what people call it in the text of a link.
    """

    name: str
    traits: str = ""
    site: str = ""
    called: str = ""


HOSTS = (
    # Code, models and data sets.
    Host("github.com", "known ascii https code mended watched", called="github"),
    Host("kkgithub.com", site="github.com"),
    Host("bgithub.xyz", site="github.com"),
    Host("github.co", "genuine"),
    Host("github.io", "watched"),
    Host("gist.github.com", "https"),
    Host("raw.githubusercontent.com", "known https"),
    Host("gitlab.com", "known ascii https code watched", called="gitlab"),
    Host("gitee.com", "known ascii https code", called="gitee 码云"),
    Host("bitbucket.org", "https code watched"),
    Host("codeberg.org", "https code"),
    Host("gitcode.com", "code", called="gitcode"),
    Host("gitcode.net", site="gitcode.com"),
    Host("openi.pcl.ac.cn", "known code"),
    Host("openi.org.cn", site="openi.pcl.ac.cn"),
    Host("git.openi.org.cn", site="openi.pcl.ac.cn"),
    Host("coding.net", "code"),
    Host("git.sr.ht", "code"),
    Host("notabug.org", "code"),
    Host("framagit.org", "code"),
    Host("huggingface.co", "known ascii https mended watched", called="抱抱脸"),
    Host("hf.co", "known", site="huggingface.co"),
    Host("hf-mirror.com", site="huggingface.co"),
    Host("modelscope.cn", "known ascii https"),
    Host("modelscope.com", site="modelscope.cn"),
    Host("kaggle.com", "known"),
    Host("colab.research.google.com", "known"),
    # Packages and manuals.
    Host("npmjs.com", "https watched"),
    Host("pypi.org", "known https"),
    Host("readthedocs.io", "watched"),
    # Papers.
    Host("arxiv.org", "known ascii https mended watched"),
    Host("export.arxiv.org", site="arxiv.org"),
    Host("cn.arxiv.org", site="arxiv.org"),
    Host("browse.arxiv.org", site="arxiv.org"),
    Host("xxx.lanl.gov", site="arxiv.org"),
    Host("ar5iv.org", site="arxiv.org"),
    Host("ar5iv.labs.arxiv.org", site="arxiv.org"),
    Host("alphaxiv.org", site="arxiv.org"),
    Host("doi.org", "https"),
    Host("dx.doi.org", site="doi.org"),
    Host("openreview.net", "known https"),
    Host("aclanthology.org", "known https"),
    Host("paperswithcode.com", "known"),
    # Articles, videos, people.
    Host("wikipedia.org", "https watched"),
    Host("medium.com", "known https watched people", called="medium"),
    Host("medium.co", "genuine"),
    Host("zhihu.com", "known https", called="知乎"),
    Host("zhuanlan.zhihu.com", "known https"),
    Host("mp.weixin.qq.com", "known"),
    Host("bilibili.com", "known https"),
    Host("youtube.com", "known https watched", called="youtube"),
    Host("youtube-nocookie.com", site="youtube.com"),
    Host("x.com", "known https people", called="x"),
    Host("twitter.com", "known watched", site="x.com", called="twitter"),
    Host("reddit.com", "https"),
    Host("old.reddit.com", site="reddit.com"),
    Host("np.reddit.com", site="reddit.com"),
    Host("weibo.com", "people", called="weibo 微博"),
    Host("weibo.cn", site="weibo.com"),
    Host("facebook.com", "people", called="facebook"),
    Host("linkedin.com", "people", called="linkedin"),
    Host("instagram.com", "people"),
    Host("t.me", "people", called="telegram"),
    Host("discord.com", called="discord"),
)


def _having(trait: str) -> frozenset[str]:
    return frozenset(host.name for host in HOSTS if trait in host.traits.split())


KNOWN = _having("known")
ASCII_SITES = _having("ascii")
HTTPS = _having("https")
CODE_HOSTS = _having("code")
MENDED = _having("mended")
WATCHED = _having("watched")
GENUINE = _having("genuine")
PEOPLE = _having("people")
ALIASES = {host.name: host.site for host in HOSTS if host.site}
NAMES = {host.name: tuple(host.called.split()) for host in HOSTS}
CALLED = frozenset(word for host in HOSTS for word in host.called.split())

# Forges that have closed: what they held has moved.
CLOSED = frozenset({"code.google.com", "googlecode.com", "gitorious.org", "codeplex.com", "freecode.com", "berlios.de"})

_MOBILE = re.compile(r"^(?:m|mobile|wap|3g|amp)\.(?=[^.]+\.[^.])|(?<=^[a-z]{2})\.m(?=\.wikipedia\.org$)")


@lru_cache(maxsize=1 << 14)
def site_name(host: str) -> str:
    """The one name of a site: without `www.` and the mobile prefix, mirrors and old names folded.

    >>> site_name("www.hf-mirror.com"), site_name("en.m.wikipedia.org")
    ('huggingface.co', 'en.wikipedia.org')
    """
    bare = host.removeprefix("www.")
    bare = ALIASES.get(bare) or _MOBILE.sub("", bare)
    if bare.endswith(".readthedocs.org"):
        bare = bare.removesuffix("org") + "io"
    return ALIASES.get(bare, bare)


def is_closed(host: str) -> bool:
    """Whether the host belongs to a forge that has closed."""
    return host in CLOSED or host.partition(".")[2] in CLOSED
