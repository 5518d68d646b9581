"""同名的条目很可能是同一个项目

名称相同、链接不同的两个条目，多半是同一个项目的两个地址：一个写了主页，一个写了代码仓库；一个写了首页，
一个写了下载页。合成一条、把两个链接都列出来，读者更省事。
不同作者的仓库恰好同名是常有的事，不在此列，除非介绍也相近：那多半是搬了家，或是分支。
版本、规模不同的是不同的项目。

## Flagged

一个写主页，一个写仓库：

```yaml
record: {name: Gallium, links: [{url: "https://gallium-project.dev", type: homepage}]}
catalog: [{name: gallium, slug: gallium-2, links: [{url: "https://github.com/metal-works/gallium"}]}]
```

首页与下载页：

```yaml
record: {name: Broomer, links: [{url: "https://www.tidy-project.dev/broomer/download"}]}
catalog: [{name: broomer, slug: broomer-2, links: [{url: "https://www.tidy-project.dev/broomer"}]}]
```

同一个仓库的两个标签页：

```yaml
record: {name: Proxyman, links: [{url: "https://github.com/pm/pm/labels/good%20first"}]}
catalog: [{name: Proxyman, slug: pm-2, links: [{url: "https://github.com/pm/pm/labels/good-first"}]}]
```

项目的 GitHub Pages 与它的仓库：

```yaml
record: {name: Bucket, links: [{url: "https://paper-boat.github.io/bucket/"}]}
catalog: [{name: 小水桶, slug: pail, links: [{url: "https://github.com/paper-boat/bucket"}]}]
```

一篇论文的两个存放处：

```yaml
record: {name: Learning to Rank Lanterns by Their Light, links: [{url: "https://one-project.dev/p/lantern.pdf"}]}
catalog:
  - name: Learning To Rank Lanterns By Their Light
    slug: rank
    links: [{url: "https://two-project.dev/papers/13.pdf"}]
```

仓库换了账号，新旧两个地址各收了一次：

```yaml
record:
  name: LightRoute
  links: [{url: "https://github.com/alpha-lab/lightroute", type: repository}]
  description: 给小程序用的路由库，支持懒加载、嵌套路由和页面切换动画。
catalog:
  - name: lightroute
    slug: route-2
    links: [{url: "https://github.com/lightroute/lightroute", type: repository}]
    description: 给小程序用的路由库，支持懒加载、嵌套路由和页面切换动画
```

介绍相近的，只作提示：

```yaml
record:
  name: Woodpecker
  links: [{url: "https://github.com/forest-lab/woodpecker", type: repository}]
  description: 灵活的 Scala 代码检查工具，规则可以自己写。
catalog:
  - name: Woodpecker
    slug: woodpecker-2
    links: [{url: "https://github.com/bird-lab/woodpecker", type: repository}]
    description: 一个灵活的代码检查工具，面向 Scala，规则可以自己写
```

## Fine

不同作者的同名仓库：

```yaml
record: {name: LightRoute, links: [{url: "https://github.com/alpha-lab/lightroute"}]}
catalog: [{name: LightRoute, slug: route-2, links: [{url: "https://github.com/beta-lab/LightRoute"}]}]
```

同名的两个仓库，做的事不同：

```yaml
record:
  name: dockmate
  links: [{url: "https://github.com/alpha-lab/dockmate"}]
  description: 在终端里管理容器的界面，可以查看日志、进入容器。
catalog:
  - name: dockmate
    slug: dockmate-2
    links: [{url: "https://github.com/beta-lab/dockmate"}]
    description: 把应用打包成镜像的 Ruby 库，省去手写构建脚本。
```

不同的版本：

```yaml
record: {name: Kite, links: [{url: "https://kite-project.dev"}]}
catalog: [{name: Kite 2, links: [{url: "https://github.com/kite-lab/kite2"}]}]
```

同一网站上给两种语言用的两个项目：

```yaml
record: {name: graphic, links: [{url: "https://graphic-project.dev/python/"}]}
catalog: [{name: graphic, slug: graphic-2, section: corpora, links: [{url: "https://graphic-project.dev/r/"}]}]
```

通用的标题：

```yaml
record: {name: Documentation, links: [{url: "https://one-project.dev/docs"}]}
catalog: [{name: Documentation, slug: docs-2, links: [{url: "https://two-project.dev/docs"}]}]
```

模型与它的语料各在一个小节：

```yaml
record: {name: MOSS, links: [{url: "https://github.com/OpenLMLab/MOSS"}]}
catalog: [{name: MOSS, slug: moss-data, section: corpora, links: [{url: "https://github.com/OpenLMLab/MOSS#data"}]}]
```
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from bot.lint.analysis.same_page import Entry, listed, on_purpose
from bot.lint.analysis.same_project import reason
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.wording import named
from bot.names.compare import title
from bot.names.normalise import name_key
from bot.text.zh import quote

SEVERITY: Severity = "warning"
CROWD = 3  # entries of one name beyond which it is a heading, not a name


def check(ctx: LintContext) -> tuple[Finding, ...]:
    return ctx.once("DUP002", lambda ctx: tuple(_findings(ctx)))  # DUP003 asks again


def _findings(ctx: LintContext) -> Iterator[Finding]:
    judged = {record.slug for record in ctx.subjects}
    told: set[tuple[int, int]] = set()
    for group in _groups(ctx):
        for one, other in combinations(group, 2):
            if (one.at, other.at) in told or not {one.record.slug, other.record.slug} & judged:
                continue
            told.add((one.at, other.at))
            why, severity = reason(one, other)
            if why and not on_purpose(one, other, ctx):
                yield _finding(one, other, why, severity)


def _groups(ctx: LintContext) -> Iterator[list[Entry]]:
    """Entries with a name in common, and entries of one project."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in listed(ctx):
        for form in spellings(entry.record.name):
            groups[form].append(entry)
        groups[f"project {entry.key.project}"].append(entry)
    yield from (group for group in groups.values() if 1 < len(group) <= CROWD)


def spellings(name: str) -> frozenset[str]:
    """What another name must share to be looked at: of the whole, or of what stands before an explanation."""
    short = title(name)
    return name_key(name).forms if short == name else name_key(name).forms | name_key(short).forms


def _finding(one: Entry, other: Entry, why: str, severity: Severity) -> Finding:
    at, there = other.place, one.place
    message = f"{quote(other.record.name, 40)}与{named(one.record, there, at)}很可能是同一个项目：{why}"
    fix = "是同一个项目就合成一条，把两个链接都列在里面；不是就在名称里写明区别，或写上豁免的理由"
    evidence = {"urls": [one.key.url, other.key.url], "names": [one.record.name, other.record.name]}
    return Finding(message, fix, at, evidence, (there,), severity=severity)
