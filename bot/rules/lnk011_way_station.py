"""链接是短链接或搜索结果，不是项目的页面

短链接背后指到哪里，读者点之前看不出来，服务一停就全部失效，也可以随时改指到别处；搜索结果每天都在变。
请写最后打开的那个网址。有的列表有意给出一类项目的搜索页，所以只是提示。

## Flagged

```yaml
record: {name: Lantern, links: [{url: "https://bit.ly/3abcde"}]}
```

```yaml
record: {name: 灯笼, links: [{url: "http://t.cn/A6abc"}]}
```

```yaml
record: {name: Lantern, links: [{url: "https://www.google.com/search?q=lantern"}]}
```

```yaml
record: {name: Lantern, links: [{url: "https://github.com/search?q=lantern&type=repositories"}]}
```

```yaml
record: {name: 灯笼, links: [{url: "https://www.baidu.com/s?wd=%E7%81%AF%E7%AC%BC"}]}
```

## Fine

```yaml
record: {name: Lantern, links: [{url: "https://github.com/lamp-lab/lantern"}]}
```

网站本身就是条目：

```yaml
record: {name: Bitly, links: [{url: "https://bit.ly"}]}
```

项目名为 search：

```yaml
record: {name: Search, links: [{url: "https://github.com/lamp-lab/search"}]}
```

模型库里的一类，不是搜索结果：

```yaml
record: {name: Lantern 模型, links: [{url: "https://huggingface.co/lamp-lab"}], kind: other}
```
"""

import re
from collections.abc import Iterator

from bot.lint.analysis.link_syntax import form_problem
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.urls.normalise import link_key

SEVERITY: Severity = "info"
SENTENCES = {
    "short": Sentence("链接 {url} 是短链接，不是项目的页面", "请在浏览器里打开它，换成地址栏里最后的网址"),
    "search": Sentence("链接 {url} 是搜索结果，不是项目的页面", "请换成项目自己的页面"),
}
SHORT = frozenset(
    ("bit.ly", "buff.ly", "dwz.cn", "goo.gl", "is.gd", "ow.ly", "rebrand.ly", "suo.im", "t.cn", "t.co", "tiny.cc",
     "tinyurl.com", "url.cn", "v.gd")
)  # fmt: skip
SEARCH = re.compile(
    r"https?://(?:www\.|cn\.)?(?:google\.[a-z.]+/search|bing\.com/search|baidu\.com/s|sogou\.com/web|so\.com/s"
    r"|duckduckgo\.com/|github\.com/search|gitee\.com/search|huggingface\.co/search/[a-z-]+)/?\?(?:.*&)?(?:q|wd|query)=",
    re.IGNORECASE,
)


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for link in record.links:
            key = link_key(link.url)
            short = key.host in SHORT and key.page != key.host
            if (short or SEARCH.match(link.url)) and not form_problem(record, link):
                yield Finding("short" if short else "search", place(record, "links", link.line), {"url": link.url})
