"""The address a link has a browser ask for, where a redirect leads, and whether two are one page."""

import pytest

from bot.urls.web_address import is_home, is_login, join, path_of, same_page, web_address

ADDRESSES = {
    "plain": ("https://a.cn/b", "https://a.cn/b"),
    "no path": ("https://a.cn", "https://a.cn/"),
    "capitals": ("HTTPS://A.CN/B", "https://a.cn/B"),
    "fragment": ("https://a.cn/b#c", "https://a.cn/b"),
    "Chinese": ("https://例子.cn/中?文=1", "https://xn--fsqu00a.cn/%E4%B8%AD?%E6%96%87=1"),
    "password": ("https://user:word@a.cn/", "https://a.cn/"),
    "usual port": ("https://a.cn:443/", "https://a.cn/"),
    "other port": ("http://a.cn:8080/", "http://a.cn:8080/"),
    "decimal": ("http://2130706433/", "http://127.0.0.1/"),
    "blanks": ("  https://a.cn/b c  ", "https://a.cn/b%20c"),
    "dots": ("https://a.cn/b/../c", "https://a.cn/c"),
    "IPv6": ("http://[::1]:80/", "http://[::1]/"),
    "ftp": ("ftp://a.cn/", ""),
    "file": ("file:///etc/passwd", ""),
    "script": ("javascript:alert(1)", ""),
    "mailbox": ("mailto:a@b.cn", ""),
    "relative": ("docs/a.md", ""),
    "heading": ("#a", ""),
    "no host": ("http://", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("text, address", ADDRESSES.values(), ids=ADDRESSES)
def test_web_address(text, address):
    assert web_address(text) == address
    assert web_address(address) == address


JOINED = {
    "path": (b"/c", "https://a.cn/c"),
    "relative": (b"c", "https://a.cn/b/c"),
    "host": (b"//c.cn/d", "https://c.cn/d"),
    "UTF-8": ("/中".encode(), "https://a.cn/%E4%B8%AD"),
    "GBK": ("/中".encode("gbk"), "https://a.cn/%D6%D0"),
    "blanks": (b" /c d ", "https://a.cn/c%20d"),
    "other scheme": (b"file:///etc/passwd", "file:///etc/passwd"),
    "broken": (b"http://[::1", ""),
}


@pytest.mark.parametrize("location, target", JOINED.values(), ids=JOINED)
def test_join(location, target):
    assert join("https://a.cn/b/x", location) == target


@pytest.mark.parametrize(
    "other",
    [
        "http://a.cn/b", "https://www.a.cn/b", "https://a.cn/b/", "https://a.cn/zh-cn/b", "https://a.cn/en/b/",
        "https://a.cn/b?lang=en", "https://a.cn/b;jsessionid=1", "https://a.cn/b?PHPSESSID=1&utm_source=x",
        "https://a.cn/b/index.html",
    ],
)  # fmt: skip
def test_one_page(other):
    assert same_page("https://a.cn/b", other)
    assert same_page(other, "https://a.cn/b")


@pytest.mark.parametrize(
    "other", ["https://a.cn/B", "https://b.cn/b", "https://a.cn/b/c", "https://a.cn/b?id=1", "https://a.cn:8080/b"]
)
def test_another_page(other):
    assert not same_page("https://a.cn/b", other)


@pytest.mark.parametrize("path, home", {"": 1, "/": 1, "/index.html": 1, "/zh/": 1, "/a": 0, "/zh/a": 0}.items())
def test_home(path, home):
    assert is_home("https://a.cn" + path) == bool(home)


@pytest.mark.parametrize(
    "address, login",
    {
        "https://a.cn/login": 1, "https://a.cn/users/sign_in": 1, "https://passport.a.cn/x": 1, "https://a.cn/sso?to=x": 1,
        "https://a.cn/loginov": 0, "https://a.cn/blog/design": 0, "https://author.a.cn/": 0, "https://a.cn/oauth2-demo": 0,
    }.items(),
)  # fmt: skip
def test_login(address, login):
    assert is_login(address) == bool(login)


@pytest.mark.parametrize(("address", "path"), [
    ("https://a.org//x/%41/", ("x", "A")), ("https://a.org", ()), ("https://a.org/x?y/z#w/v", ("x",)),
])  # fmt: skip
def test_path_of(address, path):
    assert path_of(address) == path
