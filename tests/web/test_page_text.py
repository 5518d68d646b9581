"""What a page's own words prove, and the words that only look like it."""

import pytest

from bot.web.model import Exchange
from bot.web.page_text import text_of, trouble

NOT_FOUND = [
    "404", "404 Not Found", "Error 404", "HTTP 404", "404 - Page", "404 | Example", "Example – 404",
    "Page not found · GitHub Pages",
    "Page Not Found", "Site not found · GitHub Pages", "The page you requested could not be found", "Not Found",
    "This page isn't available", "Project does not exist", "页面不存在", "404错误", "网页找不到了", "该内容已删除",
    "找不到您要的页面", "您访问的页面不存在",
]  # fmt: skip
FOUND = [
    "Project", "404media: independent news", "Room 404", "4040", "Lost and found", "How to handle a 404 in Flask",
    "Not found in translation: a data set", "File formats", "An error-correcting model", "内容安全", "链接预测数据集",
    "存在主义", "A page about found footage", "404 pages that delight", "Finding what does not fit",
]  # fmt: skip
FOR_SALE = [
    "example.com - This domain is for sale", "Buy this domain", "The domain name example.com is for sale!",
    "Domain for sale", "Parked Domain", "域名出售", "该域名正在出售", "本域名可转让", "出售域名 example.cn",
]  # fmt: skip
NOT_FOR_SALE = ["Domain adaptation", "域名解析", "Cars for sale: a data set", "Public domain books", "Parked cars"]


def shown(title, known="", body="", url="https://a.cn/x"):
    return trouble(Exchange(url, 200, {"content-type": "text/html"}, body.encode()), title, known)


@pytest.mark.parametrize("title", NOT_FOUND)
def test_not_found(title):
    assert shown(title) == "soft-404"
    assert shown("Example", body=f"<body><h1 class=x>{title}</h1>") == "soft-404"


@pytest.mark.parametrize("title", [*FOUND, *NOT_FOR_SALE])
def test_nothing_wrong(title):
    assert not shown(title)


@pytest.mark.parametrize("title", FOR_SALE)
def test_for_sale(title):
    assert shown(title) == "parked"


@pytest.mark.parametrize("title", ["404", "Buy this domain"])
def test_a_page_that_was_always_called_so(title):
    assert not shown(title, known=title)


def test_known_parkers():
    assert shown("x", url="https://www.hugedomains.com/domain_profile.cfm?d=a") == "parked"
    assert not shown("x", url="https://nothugedomains.com/")


TITLES = {
    "another trade": ("Cheap shoes", "ChatGLM 技术报告", "title"),
    "a word stays": ("ChatGLM 手册", "ChatGLM 技术报告", ""),
    "a Chinese character stays": ("技术手册", "技术报告", ""),
    "named after the host": ("Welcome to Baichuan", "大模型", ""),
    "no title now": ("", "大模型", ""),
    "no title then": ("Cheap shoes", "", ""),
}


@pytest.mark.parametrize("title, known, why", TITLES.values(), ids=TITLES)
def test_the_old_title(title, known, why):
    assert shown(title, known, url="https://www.baichuan.com/") == why


def test_title_as_it_reads():
    body = "<title lang=zh>\n 一 &amp; 二\u200b\n</title>".encode()
    assert text_of(Exchange("https://a.cn", 200, {"content-type": "text/html"}, body)) == "一 & 二"
    assert not text_of(Exchange("https://a.cn", 200, {"content-type": "text/plain"}, body))
