"""What makes no other page of an address: tracking, languages, empty fragments; and sites that only lead on."""

from __future__ import annotations

import re

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
# "You are leaving us" pages: host, or host and first part of the path → the parameter that holds the target.
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
