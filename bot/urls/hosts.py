"""What a curator knows about hosts: one site under several names, noise in an address."""

from __future__ import annotations

import re
from functools import lru_cache

ALIASES = {
    "hf.co": "huggingface.co",
    "hf-mirror.com": "huggingface.co",
    "m.github.com": "github.com",
    "kkgithub.com": "github.com",
    "bgithub.xyz": "github.com",
    "twitter.com": "x.com",
    "m.twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "youtube-nocookie.com": "youtube.com",
    "dx.doi.org": "doi.org",
    "export.arxiv.org": "arxiv.org",
    "cn.arxiv.org": "arxiv.org",
    "browse.arxiv.org": "arxiv.org",
    "xxx.lanl.gov": "arxiv.org",
    "ar5iv.org": "arxiv.org",
    "ar5iv.labs.arxiv.org": "arxiv.org",
    "alphaxiv.org": "arxiv.org",
    "modelscope.com": "modelscope.cn",
    "gitcode.net": "gitcode.com",
    "openi.org.cn": "openi.pcl.ac.cn",
    "git.openi.org.cn": "openi.pcl.ac.cn",
    "old.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
    "weibo.cn": "weibo.com",
}

# Sites that have answered on https for years: http there is an old spelling, and the canonical form drops it.
_HTTPS = (
    "github.com gitlab.com gitee.com bitbucket.org codeberg.org huggingface.co modelscope.cn arxiv.org "
    "doi.org youtube.com x.com reddit.com gist.github.com raw.githubusercontent.com npmjs.com pypi.org "
    "openreview.net aclanthology.org medium.com zhihu.com zhuanlan.zhihu.com bilibili.com "
    "wikipedia.org"
)
HTTPS = frozenset(_HTTPS.split())
_CODE_HOSTS = (
    "github.com gitlab.com gitee.com bitbucket.org codeberg.org gitcode.com openi.pcl.ac.cn coding.net "
    "git.sr.ht notabug.org framagit.org"
)
CODE_HOSTS = frozenset(_CODE_HOSTS.split())
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
INDEX = re.compile(r"(?i)(?:index|default)\.(?:html?|php|aspx?|jsp)|home\.html?")
LOCALE = re.compile(r"(?i)(?:zh|en|ja|ko|fr|de|es|ru)(?:[-_](?:cn|hans|hant|tw|hk|us|gb|sg))?")
MOBILE = re.compile(r"^(?:m|mobile|wap|3g|amp)\.(?=[^.]+\.[^.])|(?<=^[a-z]{2})\.m(?=\.wikipedia\.org$)")

TRACKING = re.compile(
    r"(?i)utm_\w+|spm|spm_id_from|scm|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|_hs\w+"
    r"|hm(?:sr|pl|cu|kw|ci)|ref_?src|ref_url|ref_type|referrer|vd_source|sharefrom|bbid|wt_\w+|trk\w*|cmpid|ncid|wfr"
    r"|share_(?:source|medium|token|from|plat|session_id|tag|times|id)|isappinstalled|source|from|ref|via|feature|si",
)
# The same page in another language: one page to compare, but written down as the contributor chose.
LANGUAGE = frozenset({"hl", "lang", "locale", "language", "uselang", "variant"})
CODE_NOISE = frozenset({"tab"})
KEEP = {"mp.weixin.qq.com": frozenset({"__biz", "mid", "idx", "sn"})}
# Words that name a place to read a page, not a part of it.
EMPTY_FRAGMENT = re.compile(
    r"(?i)|readme(?:-ov-file)?|top|main|content|home|header|start|/|!/?|:~:text=.*|google_vignette|wechat_redirect|rd"
)
REDIRECTORS = {
    "link.zhihu.com": "target",
    "link.jianshu.com": "t",
    "link.juejin.cn": "target",
    "link.csdn.net": "target",
    "gitee.com/link": "target",
    "google.com/url": "q",
    "l.facebook.com": "u",
    "out.reddit.com": "url",
}


@lru_cache(maxsize=1 << 14)
def site_name(host: str) -> str:
    """The one name of a site: without `www.` and the mobile prefix, mirrors and old names folded.

    >>> site_name("www.hf-mirror.com"), site_name("en.m.wikipedia.org")
    ('huggingface.co', 'en.wikipedia.org')
    """
    bare = host.removeprefix("www.")
    bare = ALIASES.get(bare) or MOBILE.sub("", bare)
    if bare.endswith(".readthedocs.org"):
        bare = bare.removesuffix("org") + "io"
    return ALIASES.get(bare, bare)
