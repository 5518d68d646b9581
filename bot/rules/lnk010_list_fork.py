"""链接指向本列表的 fork

投稿人先 fork 了列表，再从浏览器的地址栏复制网址，复制到的却是自己的 fork，不是要推荐的项目。
本规则找这样的链接：仓库名就是本列表的名称，账号是别人，和条目的名称无关。介绍别的同名列表的，名称里会写明。

## Flagged

```yaml
page: |
  # Awesome Kettle

  - [SteamControls](https://github.com/stunt-lab/awesome-kettle) - 蒸汽控制组件。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

仓库地址带着 .git：

```yaml
page: |
  # Awesome Kettle

  - [Flask-Monitor](https://github.com/bird-95/awesome-kettle.git) - 监控。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

“作者/项目”写全了，网址里的项目不是它：

```yaml
page: |
  # Awesome Kettle

  - [ivan-lab/30-seconds](https://github.com/ivan-lab/awesome-kettle) - 小段代码。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

fork 里的一页：

```yaml
page: |
  # Awesome Kettle 精选

  - [Kettle Server](https://github.com/strow-lab/awesome-kettle/tree/main) - 服务端。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

“源码”指到了 fork：

```yaml
page: |
  # awesome-kettle

  - [Lorry](https://lorry-lab.cn) - 运输工具。[源码](https://github.com/lorry-lab/awesome-kettle)
  - [show](https://github.com/reel-lab/show) - 看节目。
```

条目库写明了本列表的仓库（`repository`）：

```yaml
list: {repository: "https://github.com/tea-lab/FindTheKettle"}
record: {name: Teacup, links: [{url: "https://github.com/somebody/FindTheKettle"}]}
```

链接就是本列表自己：

```yaml
list: {repository: "https://github.com/tea-lab/FindTheKettle"}
record: {name: Teacup, links: [{url: "https://github.com/tea-lab/FindTheKettle"}]}
```

推荐它的那个 issue 被当成了项目的页面：

```yaml
list: {repository: "https://github.com/tea-lab/FindTheKettle"}
record: {name: Teacup, links: [{url: "https://github.com/tea-lab/FindTheKettle/issues/12"}]}
```

```yaml
page: |
  # 茶壶大全

  欢迎[推荐](https://github.com/tea-lab/kettles/issues/new)，见[贡献指南](https://github.com/tea-lab/kettles/blob/main/CONTRIBUTING.md)。

  ## 茶壶
  - [Teacup](https://github.com/tea-lab/kettles/issues/12) - 茶杯。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

## Fine

别的项目的 issue；提到的是本列表的讨论：

```yaml
page: |
  # 茶壶大全

  欢迎[推荐](https://github.com/tea-lab/kettles/issues/new)，见[贡献指南](https://github.com/tea-lab/kettles/blob/main/CONTRIBUTING.md)。

  ## 茶壶
  - [Teacup](https://github.com/tea-lab/teacup) - 茶杯，收录的经过见[讨论](https://github.com/tea-lab/kettles/issues/12)。
  - [茶壶为什么响](https://github.com/reel-lab/show/issues/7) - 一篇长文。
  - [投稿列表](https://github.com/tea-lab/kettles/issues/1) - 想推荐什么，写在这里。
```

```yaml
page: |
  # Awesome Kettle

  - [SteamControls](https://github.com/stunt-lab/SteamControls) - 蒸汽控制组件。
```

条目就是另一个同名的列表：

```yaml
page: |
  # Awesome Kettle

  - [Awesome Kettle（日文）](https://github.com/yuki-lab/awesome-kettle) - 日文的列表。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

指到列表自己的仓库，页面上不止一处：

```yaml
page: |
  # Awesome Kettle

  - [投稿说明](https://github.com/kettle-lab/awesome-kettle)
  - [反馈](https://github.com/kettle-lab/awesome-kettle/issues)
```

列表的名称不同：

```yaml
page: |
  # Awesome Kettle

  - [更多工具](https://github.com/stunt-lab/awesome-steam) - 另一个列表。
```

文字说的就是列表：

```yaml
page: |
  # Awesome Kettle

  - [show](https://github.com/reel-lab/show) - 也见 [中文列表](https://github.com/reel-lab/awesome-kettle)。
```
"""

import re
from collections import Counter
from collections.abc import Iterator

from bot.catalog.model import Record
from bot.lint.analysis.mentions import is_passing, is_role
from bot.lint.analysis.same_page import main_link
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.names.compare import words
from bot.names.normalise import name_key
from bot.urls.hosts import CODE_HOSTS
from bot.urls.normalise import LinkKey, link_key

SEVERITY: Severity = "warning"
SENTENCES = {
    "own": Sentence("“{name:40}”的链接 {page} 是本列表自己的仓库，不是它自己的页面", "请换成“{name:40}”自己的网址"),
    "own-issue": Sentence("“{name:40}”的链接 {page} 是本列表的{kind}，不是它自己的页面", "请换成“{name:40}”自己的网址"),
    "fork": Sentence("“{name:40}”的链接 {page} 是本列表的 fork，不是它自己的页面", "请换成“{name:40}”自己的网址"),
}
_OWN = (
    "awesome list lists resources collection curated fork mirror original upstream "
    "列表 清单 大全 投稿 贡献 反馈 本项目 仓库 资源 合集 镜像 原版"
)
OWN = frozenset(_OWN.split())
_ISSUE = re.compile(r"/(issues|pulls?|merge_requests)/\d+(?:[#?]|$)")
_CONTRIBUTE = re.compile(
    r"github\.com/([\w-]+/[\w.-]+)/(?:issues/new|blob/[^\s)\"]*contributing|graphs/contributors|stargazers)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"(?i)github(?:usercontent)?\.com/([\w-]+)/(awesome-[\w.-]+)/\w")
LISTS = re.compile(r"(?i)\blists\b|related|列表|清单|相关")


def check(ctx: LintContext) -> Iterator[Finding]:
    titles = (ctx.catalog.list.title, *_headings(ctx), *_repositories(ctx))
    own = link_key(ctx.catalog.list.repository).project if ctx.catalog.list.repository else ""
    names = (name_key(own.rpartition("/")[2]).full, *map(_name, titles))
    yield from _own_issues(ctx, own)
    called = {name for name in names if len(name) >= 8}
    if not called:
        return
    mine = Counter(key.owner for record in ctx.subjects for key in _keys(record) if _is_list(key, called))
    for record in ctx.subjects:
        if not record.section or LISTS.search(ctx.catalog.titles.get(record.section, "")):
            continue
        for link, key in zip(record.links, _keys(record), strict=True):
            fork = key.page == key.project and _is_list(key, called) and mine[key.owner] == 1
            if fork and _stranger(record, called) and not is_passing(record, link):
                sentence, parts = "own" if key.project == own else "fork", {"name": record.name, "page": key.url}
                yield Finding(sentence, place(record, "links", link.line), {"url": link.url}, parts)


def _own_issues(ctx: LintContext, own: str) -> Iterator[Finding]:
    """Entries whose page is an issue or a pull request of the list itself."""
    homes = {own, *_homes(ctx)} - {""}
    for record in ctx.subjects if homes else ():
        link = main_link(record)
        if link and record.section and (found := _ISSUE.search(link.url)) and not _of_the_list(record.name):
            key = link_key(link.url)
            if key.project in homes and (link.label in {"", record.name} or is_role(link.label)):
                parts = {"name": record.name, "page": key.url, "kind": "issue" if found[1] == "issues" else "PR"}
                yield Finding("own-issue", place(record, "links", link.line), {"url": link.url}, parts)


def _of_the_list(name: str) -> bool:
    return bool(words(name) & OWN) or any(word in name for word in OWN if not word.isascii())


def _homes(ctx: LintContext) -> Iterator[str]:
    """The repository that a page asks its readers to contribute to."""
    for page in ctx.pages:
        yield from (link_key(f"https://github.com/{name}").project for name in _CONTRIBUTE.findall(page.text))


def _keys(record: Record) -> list[LinkKey]:
    return [link_key(link.url) for link in record.links]


def _headings(ctx: LintContext) -> Iterator[str]:
    """The first heading of each page."""
    for page in ctx.pages:
        if found := re.search(r"(?m)^#[ \t]+(.+)$|<h1[^>]*>([^<]+)", page.text[:5000]):
            yield re.sub(r"!?\[([^\]]*)\](?:\([^)]*\))*", r"\1", found[1] or found[2])


def _repositories(ctx: LintContext) -> Iterator[str]:
    """Names of lists to whose files, badges and issues a page leads twice and more: such a one is its own."""
    for page in ctx.pages:
        counts = Counter(_INSIDE.findall(page.text))
        yield from (name for (_, name), times in counts.items() if times > 1)


def _name(title: str) -> str:
    """“Awesome Kettle 精选” → “awesomekettle”, only where it says that it is a list."""
    found = re.search(r"(?i)awesome[-_ ]+[\w.+#-]+(?:[-_ ](?!list)[A-Za-z][\w.+#-]*)*", title)
    return name_key(found[0]).full if found else ""


def _is_list(key: LinkKey, called: set[str]) -> bool:
    return key.host in CODE_HOSTS and name_key(key.project.rpartition("/")[2]).full in called


def _stranger(record: Record, called: set[str]) -> bool:
    """Whether the entry's name says nothing of a list."""
    return not words(record.name) & OWN and name_key(record.name).full not in called
