"""Every way a server may behave, and what is to be said of it after three looks in nine days.

Each case: its id, what stands at /<id> (a list: one answer a day), the verdict, `why`, and where it has moved to.
`{id}` in an answer's target is the case's id. Paths of a second page are given in `also`.
"""

import asyncio
import gzip
import itertools
import os
import zlib
from dataclasses import dataclass, field

from tests.web.server import page, status, to


@dataclass(frozen=True)
class Case:
    id: str
    answer: object
    verdict: str
    why: str = ""
    moved_to: str = ""
    also: dict = field(default_factory=dict)
    path: str = ""  # where it is not /<id>

    @property
    def address(self):
        return self.path or f"/{self.id}"


def by_method(head, get):
    return lambda asked: head if asked.method == "HEAD" else get


def on_visit(*answers):
    return lambda asked: answers[min(asked.visit, len(answers)) - 1]


async def hang():
    await asyncio.sleep(60)
    yield b""


async def endless_headers():
    yield b"HTTP/1.1 200 OK\r\n"
    for number in range(1 << 20):
        yield b"X-%d: %s\r\n" % (number, b"a" * 1000)


async def endless_body():
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>long</title>"
    while True:
        yield b"a" * 65536
        await asyncio.sleep(0)


async def drip(start):
    yield start
    while True:
        yield b"a"
        await asyncio.sleep(0.1)


async def cut_off(start):
    yield start


def packed(body, encoding="gzip", **headers):
    data = gzip.compress(body, 9) if encoding == "gzip" else zlib.compress(body, 9)
    return status(200, data, Content_Encoding=encoding, Content_Type="text/html", **headers)


def always(make, *arguments):
    return lambda _: make(*arguments)


COUNT = itertools.count()
BOMB = gzip.compress(b"\0" * (64 << 20), 9)
OK, NOT_THERE = page(), page("404 Not Found", code=404)
CHALLENGE = {"cf_mitigated": "challenge", "Server": "cloudflare"}

ALIVE = [
    Case("plain", OK, "alive"),
    Case("empty-body", status(200), "alive"),
    Case("204", status(204), "alive"),
    Case("206", status(206, b"x"), "alive"),
    Case("text-plain", status(200, b"404 not found", Content_Type="text/plain"), "alive"),
    Case("json", status(200, b'{"error": "page not found"}', Content_Type="application/json"), "alive"),
    Case("no-content-type", status(200, b"<title>x</title>"), "alive"),
    Case(
        "latin-1",
        status(200, "<title>Café</title>".encode("latin-1"), Content_Type="text/html; charset=latin-1"),
        "alive",
    ),
    Case("gbk", status(200, "<title>中文主页</title>".encode("gbk"), Content_Type="text/html; charset=gbk"), "alive"),
    Case("no-such-charset", status(200, b"<title>x</title>", Content_Type="text/html; charset=klingon"), "alive"),
    Case(
        "wrong-charset", status(200, b"<title>\xff\xfe\xfd</title>", Content_Type="text/html; charset=utf-8"), "alive"
    ),
    Case("title-only-starts", status(200, b"<html><title>x", Content_Type="text/html"), "alive"),
    Case("gzip", packed(b"<title>Packed</title>"), "alive"),
    Case("deflate", packed(b"<title>Packed</title>", "deflate"), "alive"),
    Case("gzip-broken", status(200, b"\x1f\x8b garbage", Content_Encoding="gzip", Content_Type="text/html"), "alive"),
    Case("gzip-bomb", status(200, BOMB, Content_Encoding="gzip", Content_Type="text/html"), "alive"),
    Case("endless-body", always(endless_body), "alive"),
    Case(
        "slow-drip-body",
        always(drip, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>slow</title>"),
        "alive",
    ),
    Case("content-length-too-long", always(cut_off, b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nshort"), "alive"),
    Case(
        "content-length-too-short",
        always(cut_off, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nlonger than two"),
        "alive",
    ),
    Case(
        "chunked",
        always(cut_off, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
        "alive",
    ),
    Case("bad-chunk", always(cut_off, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"), "alive"),
    Case("http-1.0", always(cut_off, b"HTTP/1.0 200 OK\r\n\r\nold"), "alive"),
    Case("no-reason", always(cut_off, b"HTTP/1.1 200\r\n\r\nok"), "alive"),
    Case(
        "early-hints",
        always(cut_off, b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nok"),
        "alive",
    ),
    Case("continue", always(cut_off, b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nok"), "alive"),
    Case("long-header", status(200, X_Long="a" * 60000), "alive"),
    Case("cookie", page(Set_Cookie="a=b"), "alive"),
    Case("bare-lf", always(cut_off, b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok"), "alive"),
    Case("mitigated-otherwise", page(cf_mitigated="managed"), "alive"),
    Case("encoded%20space", OK, "alive"),
    Case("percent%2Fslash", OK, "alive"),
    Case("%E4%B8%AD%E6%96%87", OK, "alive"),
    Case("query", OK, "alive", path="/query?a=1&b=%20"),
    Case("about-404", page("404 pages that delight"), "alive", path="/about-404"),
    Case("found-in-title", page("Lost and found: a data set"), "alive"),
    Case("404-km", page("4040 km on foot"), "alive"),
    Case("sale-in-text", page("Project", "<p>domain knowledge is not for sale</p>"), "alive"),
]

RECOVERS = [
    Case("503-once", on_visit(status(503), OK), "alive"),
    Case("500-twice", on_visit(status(500), status(500), OK), "alive"),
    Case("502-once", on_visit(status(502), OK), "alive"),
    Case("504-once", on_visit(status(504), OK), "alive"),
    Case("520-once", on_visit(status(520), OK), "alive"),
    Case("408-once", on_visit(status(408), OK), "alive"),
    Case("429-once", on_visit(status(429), OK), "alive"),
    Case("429-retry-after", on_visit(status(429, Retry_After=1), OK), "alive"),
    Case("503-retry-after", on_visit(status(503, Retry_After=2), OK), "alive"),
    Case("retry-after-date", on_visit(status(503, Retry_After="Thu, 01 Jan 2026 00:00:00 GMT"), OK), "alive"),
    Case("retry-after-nonsense", on_visit(status(503, Retry_After="soon"), OK), "alive"),
    Case("reset-once", on_visit(always(cut_off, b""), OK), "alive"),
    Case("404-then-back", [NOT_THERE, OK, OK], "alive"),
    Case("410-twice-then-back", [status(410), status(410), OK], "alive"),
    Case("blocked-then-back", [status(403), status(403), OK], "alive"),
    Case("moved-then-back", [to("/elsewhere/{id}"), to("/elsewhere/{id}"), OK], "alive", also={"/elsewhere/{id}": OK}),
]

FILES = [  # asked for by HEAD
    Case("paper.pdf", OK, "alive"),
    Case("head-hangs.pdf", by_method(always(hang), OK), "alive"),
    Case("head-405.zip", by_method(status(405), OK), "alive"),
    Case("head-501.zip", by_method(status(501), OK), "alive"),
    Case("head-404.pdf", by_method(status(404), OK), "alive"),
    Case("head-403.pdf", by_method(status(403), OK), "alive"),
    Case("head-500.pdf", by_method(status(500), OK), "alive"),
    Case("head-400.png", by_method(status(400), OK), "alive"),
    Case("head-resets.gz", by_method(always(cut_off, b""), OK), "alive"),
    Case("head-redirects.pdf", to("/new/{id}"), "moved", "redirect", "/new/{id}", also={"/new/{id}": OK}),
    Case("head-says-fine.pdf", by_method(OK, NOT_THERE), "alive"),
    Case("gone.pdf", NOT_THERE, "gone", "http-404"),
    Case("endless.bin", by_method(status(200), always(endless_body)), "alive"),
]

GONE = [
    Case("404", NOT_THERE, "gone", "http-404"),
    Case("410", status(410), "gone", "http-410"),
    Case("404-empty", status(404), "gone", "http-404"),
    Case("404-endless", always(cut_off, b"HTTP/1.1 404 Not Found\r\n\r\n"), "gone", "http-404"),
    Case("404-server-errors-between", [NOT_THERE, NOT_THERE, NOT_THERE], "gone", "http-404"),
    Case("301-to-404", to("/nothing/{id}"), "gone", "http-404"),
    Case("308-to-410", to("/gone/{id}", 308), "gone", "http-410", also={"/gone/{id}": status(410)}),
    Case("301-301-404", to("/step/{id}"), "gone", "http-404", also={"/step/{id}": to("/nothing/{id}")}),
    Case("301-to-no-host", to("http://nobody-{id}.invalid/"), "gone", "no-host"),
]

NOT_YET_GONE = [
    Case("404-only-today", [OK, OK, NOT_THERE], "unsure", "http-404"),
    Case("404-two-looks", [OK, NOT_THERE, NOT_THERE], "unsure", "http-404"),
    Case("404-back-404", [NOT_THERE, OK, NOT_THERE], "unsure", "http-404"),
    Case("404-blocked-404", [NOT_THERE, status(403), NOT_THERE], "unsure", "http-404"),
    Case("404-500-404", [NOT_THERE, status(500), NOT_THERE], "unsure", "http-404"),
    Case("302-to-404", to("/nothing/{id}", 302), "unsure", "http-404"),
    Case("307-to-404", to("/nothing/{id}", 307), "unsure", "http-404"),
    Case("301-302-404", to("/step/{id}"), "unsure", "http-404", also={"/step/{id}": to("/nothing/{id}", 302)}),
    Case("302-to-no-host", to("http://nobody-{id}.invalid/", 302), "unsure", "no-host"),
]

BLOCKED = [
    *(Case(str(code), status(code), "blocked", f"http-{code}") for code in (401, 403, 429, 451, 999)),
    Case("403-cloudflare", page("Just a moment...", code=403, **CHALLENGE), "blocked", "challenge"),
    Case("503-challenge", page("Just a moment...", code=503, **CHALLENGE), "blocked", "challenge"),
    Case("429-challenge", page("x", code=429, **CHALLENGE), "blocked", "challenge"),
    Case("404-challenge", page("x", code=404, **CHALLENGE), "blocked", "challenge"),
    Case("200-challenge", page("x", **CHALLENGE), "blocked", "challenge"),
    Case("429-for-a-day", status(429, Retry_After=86400), "blocked", "http-429"),
    Case("429-retry-after-huge", status(429, Retry_After="9" * 40), "blocked", "http-429"),
    Case("301-to-403", to("/forbidden/{id}"), "blocked", "http-403", also={"/forbidden/{id}": status(403)}),
    Case("404-404-403", [NOT_THERE, NOT_THERE, status(403)], "blocked", "http-403"),
    Case("401-basic", status(401, WWW_Authenticate="Basic"), "blocked", "http-401"),
]

UNSURE = [
    *(Case(str(code), status(code), "unsure", f"http-{code}") for code in (400, 402, 405, 406, 409, 418, 422, 500, 501)),
    *(Case(str(code), status(code), "unsure", f"http-{code}") for code in (502, 503, 504, 520, 525, 300, 304)),
    Case("503-for-a-day", status(503, Retry_After=86400), "unsure", "http-503"),
    Case("hang", always(hang), "unsure", "timeout"),
    Case("drip-headers", always(drip, b"HTTP/1.1 200 OK\r\nX-Slow: "), "unsure", "timeout"),
    Case("endless-headers", always(endless_headers), "unsure", "headers"),
    Case("closes", always(cut_off, b""), "unsure", "reset"),
    Case("half-a-status", always(cut_off, b"HTTP/1.1 2"), "unsure", "reset"),
    Case("not-http", always(cut_off, b"SSH-2.0-OpenSSH_9.0\r\n"), "unsure", "protocol"),
    Case("http-0.9", always(cut_off, b"<html>hello</html>"), "unsure", "protocol"),
    Case("no-location", status(301), "unsure", "no-location"),
    Case("empty-location", to(""), "unsure", "no-location"),
    Case("loop", to("/loop"), "unsure", "loop"),
    Case("loop-of-two", to("/loop-back"), "unsure", "loop", also={"/loop-back": to("/loop-of-two")}),
    Case("cookie-loop", to("/cookie-loop", 302, Set_Cookie="seen=1"), "unsure", "loop"),
    Case("endless-redirects", lambda _: to(f"/endless-redirects?{next(COUNT)}"), "unsure", "redirects"),
    *(
        Case(f"to-{name}", to(target), "unsure", "scheme")
        for name, target in {
            "file": "file:///etc/passwd", "javascript": "javascript:alert(1)", "data": "data:text/html,hi",
            "mailto": "mailto:a@b.cn", "ftp": "ftp://example.invalid/x", "intent": "intent://scan/#Intent;end",
            "gopher": "gopher://127.0.0.1:70/x", "about": "about:blank", "broken": "http://[::1", "no-host": "http://",
        }.items()
    ),
    Case("to-metadata", to("http://169.254.169.254/latest/meta-data/"), "unsure", "private"),
    Case("to-private", to("http://10.0.0.1/"), "unsure", "private"),
    Case("to-mapped", to("http://[::ffff:10.0.0.1]/"), "unsure", "private"),
    Case("to-decimal", to("http://2852039166/"), "unsure", "private"),
    Case("to-unspecified", to("http://0.0.0.0/"), "unsure", "private"),
    Case("to-login", to("/login?next=/{id}", 302), "unsure", "login", also={"/login": page("登录")}),
    Case("to-login-for-ever", to("/users/sign_in"), "unsure", "login", also={"/users/sign_in": page("Sign in")}),
    Case("to-home", to("/", 302), "unsure", "home", also={"/": page("首页")}),
    Case("to-home-for-ever", to("/"), "unsure", "home"),
    Case("to-home-index", to("/index.html"), "unsure", "home", also={"/index.html": OK}),
    Case("to-home-chinese", to("/zh-cn/"), "unsure", "home", also={"/zh-cn/": OK}),
    Case("soft-404-title", page("404 Not Found"), "unsure", "soft-404"),
    Case("soft-404-site", page("Page not found · Example"), "unsure", "soft-404"),
    Case("soft-404-error", page("Error 404 - 我的网站"), "unsure", "soft-404"),
    Case("soft-404-chinese", page("页面不存在 - 某站"), "unsure", "soft-404"),
    Case("soft-404-looking-for", page("Oops", "<h1>找不到该页面</h1>"), "unsure", "soft-404"),
    Case("soft-404-heading", page("Example", "<h1>Sorry, this page doesn't exist</h1>"), "unsure", "soft-404"),
    Case("soft-404-gbk", status(200, "<title>您访问的页面不存在</title>".encode("gbk"), Content_Type="text/html; charset=gbk"),
         "unsure", "soft-404"),
    Case("soft-404-redirect", to("/error/404-page", 302), "unsure", "soft-404",
         also={"/error/404-page": page("Not found")}),
    Case("soft-404-packed", packed(b"<title>404 Not Found</title>"), "unsure", "soft-404"),
    Case("parked-title", page("example.com - This domain is for sale"), "unsure", "parked"),
    Case("parked-chinese", page("域名出售：example.cn"), "unsure", "parked"),
    Case("parked-code", page("example.com", "<script src=https://www.sedoparking.com/x.js></script>"), "unsure", "parked"),
    Case("parked-buy", page("x", "<h1>Buy this domain</h1>"), "unsure", "parked"),
    Case("sells-shoes", [page("ChatGLM 技术报告"), page("Cheap running shoes"), page("Cheap running shoes")],
         "unsure", "title"),
    Case("new-words", [page("ChatGLM 技术报告"), page("ChatGLM 2: docs"), page("ChatGLM 3 手册")], "alive"),
    Case("about-errors", [page("Error 404: the book")] * 3, "unsure", "soft-404"),
]  # fmt: skip

MOVED = [
    Case("301", to("/moved/{id}"), "moved", "redirect", "/moved/{id}", also={"/moved/{id}": OK}),
    Case("308", to("/moved/{id}", 308), "moved", "redirect", "/moved/{id}", also={"/moved/{id}": OK}),
    Case("301-301", to("/mid/{id}"), "moved", "redirect", "/end/{id}",
         also={"/mid/{id}": to("/end/{id}"), "/end/{id}": OK}),
    Case("301-302", to("/mid/{id}"), "moved", "redirect", "/mid/{id}",
         also={"/mid/{id}": to("/today/{id}", 302), "/today/{id}": OK}),
    Case("301-relative", to("moved-{id}"), "moved", "redirect", "/moved-{id}", also={"/moved-{id}": OK}),
    Case("301-utf-8", to("/移动/{id}"), "moved", "redirect", "/%E7%A7%BB%E5%8A%A8/{id}",
         also={"/%E7%A7%BB%E5%8A%A8/{id}": OK}),
    Case("301-not-utf-8", to(b"/\xd6\xd0\xce\xc4"), "moved", "redirect", "/%D6%D0%CE%C4",
         also={"/%D6%D0%CE%C4": OK}),
    Case("301-space", to("/with space/{id}"), "moved", "redirect", "/with%20space/{id}",
         also={"/with%20space/{id}": OK}),
    Case("301-fragment", to("/moved/{id}#part"), "moved", "redirect", "/moved/{id}", also={"/moved/{id}": OK}),
    Case("301-query", to("/show?id=7"), "moved", "redirect", "/show?id=7", also={"/show": OK}),
    Case("301-login-page", to("/login/help"), "moved", "redirect", "/login/help",
         also={"/login/help": OK}, path="/login/old-help"),
    Case("301-after-404", [NOT_THERE, NOT_THERE, to("/moved/{id}")], "moved", "redirect", "/moved/{id}",
         also={"/moved/{id}": OK}),
    *(Case(f"{code}-temporary", to("/there/{id}", code), "alive", also={"/there/{id}": OK}) for code in (302, 303, 307)),
    Case("302-301", to("/mid/{id}", 302), "alive", also={"/mid/{id}": to("/end/{id}"), "/end/{id}": OK}),
    Case("301-slash", to("/301-slash/"), "alive", also={"/301-slash/": OK}),
    Case("301-language", to("/zh-cn/301-language"), "alive", also={"/zh-cn/301-language": OK}),
    Case("301-language-query", to("/301-language-query?lang=en"), "alive", also={"/301-language-query?lang=en": OK}),
    Case("301-session", to("/301-session;jsessionid=1A2B"), "alive", also={"/301-session;jsessionid=1A2B": OK}),
    Case("301-session-query", to("/301-session-query?PHPSESSID=9"), "alive", also={"/301-session-query?PHPSESSID=9": OK}),
    Case("301-index", to("/301-index/index.html"), "alive", also={"/301-index/index.html": OK}),
]  # fmt: skip

CASES = [*ALIVE, *RECOVERS, *FILES, *GONE, *NOT_YET_GONE, *BLOCKED, *UNSURE, *MOVED]


def build(web):
    """Put all cases where they belong; their targets are told the case's id."""
    for case in CASES:
        for path, answer in {**case.also, case.address.partition("?")[0]: case.answer}.items():
            answers = [_named(one, case.id) for one in answer] if isinstance(answer, list) else _named(answer, case.id)
            web.pages[path.replace("{id}", case.id)] = answers


def _named(answer, name):
    return answer.replace(b"{id}", os.fsencode(name)) if isinstance(answer, bytes) else answer
