"""What makes no other page of an address, entry by entry, beside what does."""

import pytest

from bot.urls.normalise import link_key

_TRACKING = (
    "utm_source utm_campaign spm spm_id_from scm fbclid gclid dclid msclkid yclid igshid mc_cid mc_eid _ga _gl "
    "_hsenc hmsr hmpl hmcu hmkw hmci refsrc ref_src ref_url ref_type referrer vd_source sharefrom bbid wt_mc trk "
    "trkInfo cmpid ncid wfr share_source share_medium share_token share_from share_plat share_session_id "
    "share_tag share_times share_id isappinstalled source from ref via feature si UTM_Source"
)
TRACKING = _TRACKING.split()
LANGUAGE = ["hl", "lang", "locale", "language", "uselang", "variant"]
ASKED = ["id", "page", "v", "q", "sort", "tab", "refs", "sources", "share", "utm", "hm", "langs"]


@pytest.mark.parametrize("name", TRACKING + LANGUAGE)
def test_a_parameter_that_makes_no_other_page(name):
    assert link_key(f"https://x.org/a?{name}=1&id=2").page == "x.org/a?id=2"


@pytest.mark.parametrize("name", ASKED)
def test_a_parameter_that_makes_another_page(name):
    assert link_key(f"https://x.org/a?{name}=1").page == f"x.org/a?{name}=1"


def test_a_language_is_written_down_and_tracking_is_not():
    assert link_key("https://x.org/a?lang=zh&si=1").url == "https://x.org/a?lang=zh"


@pytest.mark.parametrize("name, kept", [("__biz", True), ("mid", True), ("idx", True), ("sn", True), ("chksm", False)])
def test_what_tells_an_article_of_weixin(name, kept):
    assert (f"{name}=1" in link_key(f"https://mp.weixin.qq.com/s?{name}=1").page) is kept


@pytest.mark.parametrize("fragment", [
    "", "readme", "readme-ov-file", "top", "main", "content", "home", "header", "start", "/", "!", "!/", ":~:text=a",
    "google_vignette", "wechat_redirect", "rd", "README",
])  # fmt: skip
def test_a_fragment_that_names_no_part(fragment):
    assert link_key(f"https://x.org/a#{fragment}").page == "x.org/a"


@pytest.mark.parametrize("fragment", ["usage", "/a", "readme-1", "tops"])
def test_a_fragment_that_names_a_part(fragment):
    assert link_key(f"https://x.org/a#{fragment}").page == f"x.org/a#{fragment}"


@pytest.mark.parametrize("url", [
    "https://link.zhihu.com/?target=", "https://link.jianshu.com/?t=", "https://link.juejin.cn/?target=",
    "https://link.csdn.net/?target=", "https://gitee.com/link?target=", "https://www.google.com/url?q=",
    "https://l.facebook.com/l.php?u=", "https://out.reddit.com/t3_a?url=",
    "https://link.zhihu.com/?target=https%3A%2F%2Fgitee.com%2Flink%3Ftarget%3D",
])  # fmt: skip
def test_a_page_that_only_leads_on(url):
    assert link_key(f"{url}https%3A%2F%2Fgithub.com%2Forg%2Frepo").page == "github.com/org/repo"


def test_a_proxy_in_front_of_a_code_host():
    assert link_key("https://mirror.x.org/https://github.com/org/repo").page == "github.com/org/repo"
    assert link_key("https://mirror.x.org/https://y.org/org/repo").host == "mirror.x.org"


def test_a_page_that_carries_an_address_on_purpose():
    assert link_key("https://x.org/?target=https://github.com/org/repo").host == "x.org"
    assert link_key("https://google.com/search?q=https://github.com/org/repo").host == "google.com"
