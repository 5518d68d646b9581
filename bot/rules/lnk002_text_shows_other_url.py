"""文字显示一个网址，点开却是另一个

读者看着文字决定要不要点。文字写着甲网址，链接却通向乙，不是改了一处忘了另一处，就是有意误导。
两边哪个对，本规则不猜：实际更正过的例子里，多半是链接对、文字旧。

## Flagged

```yaml
record:
  name: ChatYuan
  links: [{url: "https://github.com/OpenLMLab/MOSS", label: "https://github.com/clue-ai/ChatYuan"}]
```

文字和网址写反了：

```yaml
markdown: |
  # 列表

  - [https://github.com/clue-ai/ChatYuan](ChatYuan)：对话模型
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

介绍里的链接也一样：

```yaml
record:
  name: ChatYuan
  description: "代码见 [github.com/clue-ai/ChatYuan](https://github.com/OpenLMLab/MOSS)。"
```

README 页面里的链接：

```yaml
markdown: |
  # 列表

  - [https://github.com/clue-ai/ChatYuan](https://github.com/OpenLMLab/MOSS)：对话模型
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

文字写的是一个仓库，点开是另一个人的同名仓库：

```yaml
record:
  name: ChatYuan
  links: [{url: "https://github.com/someone-else/ChatYuan", label: clue-ai/ChatYuan}]
```

只写了域名，没有写 https://：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://github.com/lamp-lab/lantern"}
    - {url: "https://night-shop.cn/hot", label: lantern.dev}
```

大家都认得的域名，用形近的字母、全角字母写成，或者点号、斜杠写得像：

```yaml
record: {name: Lantern, links: [{url: "https://night-shop.cn/hot", label: "g\\u0456thub.com/lamp-lab/lantern"}]}
```

```yaml
record: {name: Lantern, links: [{url: "https://night-shop.cn/hot", label: "ｇｉｔｈｕｂ．ｃｏｍ/lamp-lab/lantern"}]}
```

```yaml
record: {name: Lantern, links: [{url: "https://night-shop.cn/hot", label: "github\\u2024com \\u2215 lamp-lab"}]}
```

```yaml
record: {name: Lantern, links: [{url: "https://night-shop.cn/hot", label: github.com}]}
```

写着 @某人，点开是另一个人的主页：

```yaml
page: |
  ## 人
  - [@nightlamp](https://twitter.com/seaside) - 写灯的人
```

## Fine

两处的账号名相近：

```yaml
page: |
  ## 人
  - [@nightlamp](https://twitter.com/night_lamp) 与 [@deng](https://github.com/denglab) - 写灯的人
  - [@nightlamp](https://nightlamp-project.dev/about) - 个人网站
```

写着“作者/仓库”的就是那个仓库，或者根本不是仓库：

```yaml
record:
  name: ChatYuan
  links:
    - {url: "https://github.com/clue-ai/ChatYuan", label: clue-ai/chatyuan}
    - {url: "https://github.com/clue-ai/network", label: TCP/IP}
```

写法不同，是同一个页面：

```yaml
record:
  name: ChatYuan
  links: [{url: "https://github.com/clue-ai/ChatYuan/", label: "github.com/clue-ai/ChatYuan"}]
```

文字只写到网站或仓库，链接更具体：

```yaml
record:
  name: ChatYuan
  links:
    - {url: "https://github.com/clue-ai/ChatYuan/tree/main/data", label: "https://github.com/clue-ai/ChatYuan"}
    - {url: "https://chat.openai.com/share/1234", label: "https://chat.openai.com"}
```

文字写的是网站，链接是它的另一个域名下的页面：

```yaml
record:
  name: ChatYuan
  links: [{url: "https://login.chatyuan-lab.cn/register", label: "https://www.chatyuan-lab.cn"}]
```

文字太长而省略：

```yaml
record:
  name: ChatYuan
  links: [{url: "https://www.zhihu.com/question/1/answer/2", label: "https://www.zhihu.com/question/1…"}]
```

存档、跳转页和短网址，文字写的是原来的网址：

```yaml
record:
  name: ChatYuan
  links:
    - {url: "https://web.archive.org/web/2023/https://moss.fastnlp.top", label: "https://moss.fastnlp.top"}
    - {url: "https://t.co/NewB94G2uo", label: "https://moss.fastnlp.top/blog"}
```

看着像域名的名称：

```yaml
record:
  name: Socket.io
  links: [{url: "https://github.com/socketio/socket.io", label: Socket.io}]
```

```yaml
page: |
  ## 画图
  - [draw.io](https://www.diagrams-project.dev/) - 画流程图，也有 [node.js](https://nodejs.org/) 版
  - [Booking.com](https://www.booking-project.dev) - 订房间
  - [ASP.NET](https://learn.microsoft.com/aspnet/core) - 写网站
```

域名和网站是一家的：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://lantern-project.dev/docs", label: lantern-project.dev}
    - {url: "https://github.com/lamp-lab/lantern-project.dev", label: lantern-project.dev}
```
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Place, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import description
from bot.names.compare import kinship
from bot.names.match_url import fit
from bot.names.normalise import same_name
from bot.text.look_alikes import as_address
from bot.urls.hosts import CODE_HOSTS, KNOWN, PEOPLE
from bot.urls.normalise import LinkKey, link_key

SEVERITY: Severity = "error"
SENTENCES = {
    "swapped": Sentence("文字“{text:60}”和网址“{url:60}”写反了", "请写成 [{url}]({text})"),
    "differs": Sentence("文字显示的是“{text:60}”，点开却是“{url:60}”", "请核对哪一个对，再改成一致"),
}
_SHOWN = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]（）“”，。]+|(?:[\w-]+\.)+[a-z]{2,}/[\w./~%#?=&-]+", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|cn|ai|app|me|co|edu|gov|info|xyz|top|tech|site|cc|tv|jp|uk|de|fr|ru|kr|tw|hk)",
    re.IGNORECASE,
)
FITS = 0.6  # how well a domain fits an address that is another one of the same thing
_WORD = re.compile(r"(?!#)[^./:#?]+")  # no address, nor a file of the page's folder
_OWNED = re.compile(r"[A-Za-z0-9][\w-]+/[\w.-]{2,}")
_HANDLE = re.compile(r"@([A-Za-z0-9_-]{3,})")
_CUT = re.compile(r"(?:\.{3}|…)+$")
_SHORT = {
    *("t.co", "bit.ly", "goo.gl", "tinyurl.com", "git.io", "dwz.cn", "url.cn", "t.cn", "suo.im", "is.gd", "ow.ly"),
    *(
        "amzn.to",
        "aka.ms",
        "lnkd.in",
        "fb.me",
        "hubs.la",
        "g.co",
        "buff.ly",
        "forms.gle",
        "discord.gg",
        "t.me",
        "b23.tv",
    ),
}


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for text, url, at in _links(record):
            label = text.strip()
            shown = _address(as_address(label))
            if shown and _WORD.fullmatch(url) and "://" in shown:
                yield Finding("swapped", at, {"text": label, "url": url})
            elif shown and not _agree(shown, url):
                yield Finding("differs", at, {"text": label, "url": url})
            elif not shown and (severity := _other_site(as_address(label), url, record.name)):
                yield Finding("differs", at, {"text": label, "url": url}, severity=severity)
            elif not shown and _of_another(label, url):
                yield Finding("differs", at, {"text": label, "url": url}, severity="warning")


def _links(record: Record) -> Iterator[tuple[str, str, Place]]:
    """What a reader sees, where it leads, where that stands. On a page the description's links are the record's."""
    for link in record.links:
        yield link.label, link.url, place(record, "links", link.line)
    if "](" in record.description and "description" in record.lines:
        from bot.markdown.links import links  # noqa: PLC0415 - few descriptions hold a link

        text = description(record)
        for found in links(record.description):
            yield found.label, found.url, text.place(found.line)


def _address(label: str) -> str:
    """The label where it is an address. A bare domain may be a name (Socket.io, Hyper.sh/frakti)."""
    if "." not in label:
        return ""
    whole = label.lower().startswith(("http", "www.")) or label.partition("/")[0].lower() in KNOWN
    return label if whole and _SHOWN.fullmatch(label) else ""


def _other_site(label: str, url: str, name: str) -> Severity | None:
    """How grave it is that a domain stands over another site's page. `draw.io` and `Booking.com` may be names."""
    domain, _, path = label.partition("/")
    target = link_key(url)
    if not _DOMAIN.fullmatch(domain) or not target.host or target.host in _SHORT or _agree(label, url):
        return None
    if domain.lower() in KNOWN:
        return "warning" if same_name(label, name) else "error"
    if not label.islower() or target.host in CODE_HOSTS or fit(domain, url) >= FITS:
        return None
    if path:
        return "warning"
    own = same_name(label, name)
    return None if own else "warning" if fit(name, f"https://{domain}") >= FITS else "info"


def _of_another(label: str, url: str) -> bool:
    """Whether `owner/name` or `@name` stands over what is somebody else's."""
    if handle := _HANDLE.fullmatch(label):
        return _other_account(handle[1].lower(), link_key(url))
    return bool(_OWNED.fullmatch(label)) and _other_repository(label, url)


def _other_account(handle: str, key: LinkKey) -> bool:
    """Whether `@name` stands over the account of somebody else; a person may have two names that are alike."""
    account = key.page.rpartition("/")[2].lower()
    if key.host not in PEOPLE | CODE_HOSTS or key.page.count("/") != 1 or not account.isidentifier():
        return False
    return handle not in account and account not in handle and kinship(handle, account) == "strangers"


def _other_repository(label: str, url: str) -> bool:
    """Whether `owner/name` stands over a repository of that owner or of that name, and not over this one."""
    key = link_key(url)
    if key.host not in CODE_HOSTS or key.kind != "repository":
        return False
    mine, yours = label.lower().split("/"), key.page.split("/")[1:]
    same = [one == other for one, other in zip(mine, yours, strict=False)]
    renamed = len(yours) == 2 and same[0] and kinship(mine[1], yours[1]) != "strangers"
    return len(yours) == 2 and any(same) != all(same) and not renamed


def _agree(shown: str, url: str) -> bool:
    """Whether the target is the page shown, a part of it, or a way to it that cannot be seen through."""
    whole = _CUT.sub("", shown)
    text, target = link_key(whole if "://" in whole else f"https://{whole}"), link_key(url)
    if not text.host or not target.host or _SHORT & {text.host, target.host}:
        return True
    if text.page == target.page or text.project == target.project:
        return True
    if _is_site(text, target):
        return True
    if whole != shown or _is_above(text, target):
        return target.page.startswith(text.page)
    return re.sub(r"^https?://|/$", "", whole).lower() in unquote(url).lower()


def _is_site(text: LinkKey, target: LinkKey) -> bool:
    """Whether the text names a site as a whole, and the target lies on another host of it."""
    home = text.page == text.host
    return home and _domain(text.host) == _domain(target.host) and text.host not in CODE_HOSTS


def _domain(host: str) -> str:
    labels = host.split(".")
    second = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in {"com", "org", "net", "co", "ac", "edu", "gov"}
    return ".".join(labels[-3 if second else -2 :])


def _is_above(text: LinkKey, target: LinkKey) -> bool:
    """Whether the text names the site, the account or the folder that the target lies in."""
    return target.page.startswith(f"{text.page.rstrip('/')}/")
