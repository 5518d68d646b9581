"""What is wrong with the form of a URL: what can surely be repaired, what only named, what must be left alone."""

from __future__ import annotations

import pytest
from broken_urls import PAGE, REPAIRED
from hypothesis import given
from hypothesis import strategies as st

from bot.urls.diagnose import url_problem


@pytest.mark.parametrize("url, message", REPAIRED.values(), ids=REPAIRED)
def test_a_url_whose_meaning_is_certain_is_repaired(url: str, message: str):
    found = url_problem(url)
    assert found
    assert (found.message, found.repaired, found.fix) == (message, PAGE, f"应为“{PAGE}”")


@pytest.mark.parametrize(
    "url, repaired",
    [
        pytest.param("htttp://www.lmflow.com", "http://www.lmflow.com", id="http-stays-http"),
        pytest.param("https://x.org/a_(b))", "https://x.org/a_(b)", id="own-bracket-stays"),
        pytest.param(
            r"https://huggingface.co/datasets/kd\_conv", "https://huggingface.co/datasets/kd_conv", id="escape"
        ),
        pytest.param("https://x.org/?a=1&amp;b=2", "https://x.org/?a=1&b=2", id="entity"),
        pytest.param(
            "https://github.com/a/b？tab=readme", "https://github.com/a/b?tab=readme", id="wide-question-mark"
        ),
        pytest.param("https://x.org/page.html.", "https://x.org/page.html", id="stop-after-file"),
        pytest.param("See https://x.org/a", "https://x.org/a", id="a-word-before"),
        pytest.param("**https://x.org/a**", "https://x.org/a", id="bold"),
        pytest.param("#  https://x.org/a", "https://x.org/a", id="a-heading's-mark"),
        pytest.param("https://x.org。/docs/a", "https://x.org/docs/a", id="a-stop-before-the-path"),
        pytest.param("https://x.org/docs/，a/b", "https://x.org/docs/a/b", id="a-comma-in-the-path"),
        pytest.param("https://x.org/do。cs/a", "", id="a-stop-inside-a-word"),
        pytest.param("（https：//github.com/a/b），", "https://github.com/a/b", id="several-at-once"),
    ],
)
def test_only_the_fault_is_changed(url: str, repaired: str):
    found = url_problem(url)
    assert found
    assert found.repaired == repaired


NAMED = {
    "empty": ("", "是空的"),
    "blank": ("  ", "是空的"),
    "no-scheme-unknown-host": ("lmflow.com", "缺少开头的 https://"),
    "relative": ("docs/guide.md", "缺少开头的 https://"),
    "file": ("README.md", "缺少开头的 https://"),
    "words": ("暂无", "缺少开头的 https://"),
    "mail": ("mailto:a@b.org", "以“mailto:”开头，不是网页地址"),
    "script": ("javascript:alert(1)", "以“javascript:”开头，不是网页地址"),
    "ftp": ("ftp://x.org/a", "以“ftp:”开头，不是网页地址"),
    "no-host": ("https://", "没有域名"),
    "no-host-path": ("https:///clue-ai/ChatYuan", "没有域名"),
    "no-dot": ("https://github/a/b", "的域名“github”不完整"),
    "short-address": ("https://1.2.3/", "的域名“1.2.3”不完整"),
    "port": ("https://x.org:99999/", "的域名或端口写得不对"),
    "password": ("https://me:secret@x.org/", "的域名前带着账号（“@”之前的部分）"),
    "look-alike": (
        "https://g\u0456thub.com/a/b",
        "的域名“g\u0456thub.com”混用了形近的外文字母（“\u0456”是 U+0456，看上去像 github.com）",
    ),
    "accent": (
        "https://g\u00edthub.com/a",
        "的域名“g\u00edthub.com”混用了形近的外文字母（“\u00ed”是 U+00ED，看上去像 github.com）",
    ),
    "whole script": (
        "https://\u0441\u043e\u0440.com/",
        "的域名“\u0441\u043e\u0440.com”混用了形近的外文字母（“\u0441”是 U+0441，看上去像 cop.com）",
    ),
    "punycode": (
        "https://xn--80ak6aa92e.com/",
        "的域名“xn--80ak6aa92e.com”混用了形近的外文字母（“\u0430”是 U+0430，看上去像 apple.com）",
    ),
    "punycode with an accent": (
        "https://xn--gthub-cta.com/a",
        "的域名“xn--gthub-cta.com”混用了形近的外文字母（“\u00ef”是 U+00EF，看上去像 github.com）",
    ),
    "an attribute": ('src="https://x.org/a"', '前面有别的文字“src="”'),
    "loopback": ("http://127.0.0.1:7860/", "的地址“127.0.0.1”只在自己的网络里有效"),
    "private": ("http://192.168.1.5/", "的地址“192.168.1.5”只在自己的网络里有效"),
    "localhost": ("http://localhost:7860/", "里的“localhost”是占位用的"),
    "example": ("https://www.example.com/a", "里的“example.com”是占位用的"),
    "template": ("https://github.com/{owner}/{repo}", "里的“{owner}”还没有填"),
    "angle-template": ("https://github.com/<用户名>/b", "里的“<用户名>”还没有填"),
    "chinese-stand-in": ("https://github.com/用户名/b", "里的“用户名”还没有填"),
    "variable": ("https://github.com/$USER/b", "里的“$USER”还没有填"),
    "stand-in": ("https://github.com/your-name/your-repo", "里的“your-name/your-repo”是占位用的"),
    "blank-in-path": ("https://github.com/a/b c", "中间有空格（第 23 个字符）"),
    "two": ("https://github.com/a/b https://github.com/c/d", "里有不止一个网址"),
    "two-in-markdown": ("[https://x.org](https://y.org)", "里有不止一个网址"),
    "words-after-blank": ("https://x.org/Side Menu 源码解析", "中间有空格（第 19 个字符）"),
    "two-in-brackets": ("https://github.com/a/b)(https://github.com/c/d)", "是两个网址粘在了一起"),
    "same-host-twice": ("https://x.org/a/https://x.org/a/b", "是两个网址粘在了一起"),
    "words-of-a-name": ("Startup Playbook", "不是网址"),
    "two-glued": ("https://github.com/a/bhttps://github.com/c/d", "是两个网址粘在了一起"),
    "owner-missing": ("https://github.com/，作者未公开", "后面粘着别的文字“，作者未公开”"),
    "bar": ("https://github.com/a|b", "里有网址不能用的“|”（第 21 个字符）"),
    "replacement": ("https://x.org/\ufffd", "里有残缺的字符 U+FFFD（第 15 个字符）"),
    "private-use": ("https://x.org/\ue000", "里有私用区字符 U+E000（第 15 个字符）"),
    "long": (f"https://x.org/{'a' * 3000}", "长达 3014 个字符"),
}


@pytest.mark.parametrize("url, message", NAMED.values(), ids=NAMED)
def test_where_the_meaning_is_uncertain_nothing_is_repaired(url: str, message: str):
    found = url_problem(url)
    assert found
    assert found.message == message
    assert found.repaired == ""
    assert found.fix


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"{PAGE}/",
        f"{PAGE}#数据",
        f"{PAGE}/tree/main/数据",
        f"{PAGE}/blob/main/README(中文).md",
        "HTTPS://GitHub.com/clue-ai/ChatYuan",
        "http://103.2.3.4:8080/",
        "https://[2606:4700::1111]/",
        "https://zh.wikipedia.org/wiki/北京（消歧义）",
        "https://zh.wikipedia.org/wiki/轻音少女！",
        "https://en.wikipedia.org/wiki/Claude_(language_model)",
        "https://en.wikipedia.org/wiki/Apple_Inc.",
        "https://web.archive.org/web/2023/https://x.org/a",
        "https://r.jina.ai/https://x.org/a",
        "https://x.org/?u=https://y.org/",
        "https://x.org/a?b=c&d=e;f#g",
        "https://x.org/q?a[]=1",
        "https://x.org/it's",
        "https://x.org/a,b*c!",
        "https://x.org/100%",
        "https://medium.com/@user/a-b",
        "https://a_b.x.org/",
        "https://例子.中国/",
        "https://xn--fsqu00a.xn--fiqs8s/",
        "https://b\u00fccher.de/",
        "https://\u0441\u043e\u0440.\u0440\u0444/",  # looks like "cop", under a Cyrillic ending
        "https://\u0445\u0430\u0431\u0440.com/",  # has a letter that is not Latin by any look
        "https://\u03b1\u03b2\u03b3.gr/",
        "https://mp.weixin.qq.com/s?__biz=MzI==&mid=2&idx=1&sn=a#wechat_redirect",
        "https://baike.baidu.com/item/悟道·天鹰",
        "https://github.com/user/dotfiles",
        "https://github.com/search?q=中文",
        "https://test.com/",
        "https://gitea.com/gitea/tea",
        "https://github.io/",
        "https://x.org/灯。塔/a",
        "https://en.wikipedia.org/wiki/St.",
    ],
)
def test_a_sound_url_is_left_alone(url: str):
    assert url_problem(url) is None


@given(st.text(max_size=60) | st.from_regex(r"[htps:：/\\.]{0,10}[a-z.（）()\[\]<>*\\ ，。%]{0,30}", fullmatch=True))
def test_anything_gets_an_answer_and_a_repair_is_sound(text: str):
    found = url_problem(text)
    if found and found.repaired:
        assert found.repaired != text
        assert url_problem(found.repaired) is None


@given(st.text("（）()。，、,.*`\"'“”》>;： \u200b\u202e", max_size=4), st.text('（(《<“" \u200b', max_size=3))
def test_whatever_a_sentence_leaves_around_a_url_is_taken_off(after: str, before: str):
    found = url_problem(before + PAGE + after)
    if before + after:
        assert found is None or found.repaired in {PAGE, ""}


def test_a_scheme_that_is_none_is_told_before_what_follows_the_address():
    assert url_problem("htt://x.org/a](b").message == "开头的“htt://”写得不对"
    assert url_problem("http://x.org/a](b").message == "后面带着 Markdown 链接的一部分"
