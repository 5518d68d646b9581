"""同名的条目很可能是同一个项目

名称相同、链接不同的两个条目，多半是同一个项目的两个地址：一个写了主页，一个写了代码仓库；一个写了首页，
一个写了下载页。合并成一条、把两个链接都列出来，读者更省事。
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

介绍很短，一字不差：

```yaml
page: |
  ## 工具
  - [小灯笼](https://github.com/alpha-lab/lantern) - 会聊天的灯
  - [灯塔](https://github.com/sea-lab/beacon) - 指路的灯

  ## 玩具
  - [小灯笼](https://github.com/beta-lab/lantern) - 会聊天的灯
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

旧的托管网站早已关闭，新旧两个地址各收了一次：

```yaml
record: {name: OldLamp, links: [{url: "https://github.com/lamp-lab/oldlamp"}]}
catalog: [{name: oldlamp, slug: oldlamp-2, section: corpora, links: [{url: "https://code.google.com/p/oldlamp/"}]}]
```

名称多了“App”或“.com”，一个是仓库，一个是网站，只作提示：

```yaml
record: {name: Lantern, links: [{url: "https://github.com/lamp-lab/lantern"}]}
catalog: [{name: Lantern App, slug: lantern-app, section: corpora, links: [{url: "https://lantern.app/"}]}]
```

```yaml
record: {name: Beacon-Project.dev, links: [{url: "https://beacon-project.dev"}]}
catalog: [{name: Beacon Project, slug: beacon-2, section: corpora, links: [{url: "https://github.com/sea-lab/beacon-project"}]}]
```

首页和它下面的一页，网站就叫这个名称：

```yaml
record: {name: Tidy Weekly, links: [{url: "https://tidyweekly.com/archive.html"}]}
catalog: [{name: Tidy Weekly, slug: tidy-2, section: corpora, links: [{url: "https://www.tidyweekly.com"}]}]
```

## Fine

名称多了“App”，却是另一个网站：

```yaml
record: {name: Lantern, links: [{url: "https://github.com/lamp-lab/lantern"}]}
catalog: [{name: Lantern App, slug: lantern-app, section: corpora, links: [{url: "https://night-market.dev/apps/77"}]}]
```

两代产品，各有网站：

```yaml
record: {name: Harbor 2, links: [{url: "https://harbor2.dev"}]}
catalog: [{name: Harbor, slug: harbor, section: corpora, links: [{url: "https://harbor.dev"}]}]
```

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

介绍说的是两件事，网站又另有名字：

```yaml
page: |
  ## 类型检查
  - [Kite.js](https://kite-types.dev/en/) - 静态类型检查器，由一家大公司维护。

  ## 文件上传
  - [kite.js](https://github.com/kitejs/kite.js) - 断点续传的库，支持并发与重试。
```

标题里的数字不是编号：

```yaml
page: |
  ## 文章
  - [5 Essential Lessons about Lanterns](https://one-project.dev/lessons)
  - [19 Essential Lessons about Lanterns](https://two-project.dev/lessons)
```

一个仓库里的前后两章：

```yaml
page: |
  ## 灯学
  - [灯学入门](https://github.com/lamp-lab/study/blob/master/introduction.md)
  - [灯学入门——点灯](https://github.com/lamp-lab/study/blob/master/lighting.md)
```

表格里每一行的“代码”不是名称：

```yaml
page: |
  ## 论文
  | 代码 | 年份 | 标题 |
  |---|---|---|
  | [代码](https://github.com/lamp-lab/one) | 2021 | 灯笼为什么亮 |
  | [代码](https://github.com/sea-lab/two) | 2022 | 灯塔为什么高 |
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

from collections.abc import Iterator

from bot.lint.analysis.double_entries import same_name
from bot.lint.analysis.which_first import WHY, first_of
from bot.lint.context import LintContext
from bot.lint.finding import Clause, Finding, Severity
from bot.lint.phrases import CHOOSE_DUPLICATE, NAME_THE_DIFFERENCE
from bot.lint.sentences import Sentence

SEVERITY: Severity = "warning"
SENTENCES = {
    "same-name": Sentence(
        "“{name:40}”与{other}很可能是同一个项目：{why}",
        "是同一个项目就合并成一条，保留{other}{first}，把两个链接都列在里面；不是就在名称里写明区别，或写明忽略的理由{how}",
    )
}
CLAUSES = {
    **WHY,
    "on-page": "（在这一行写 <!-- curate: allow dup002 理由 -->）",
    "one-repository": "名称相同，在同一个仓库里",
    "account-and-repository": "名称相同，一个指到账号主页，一个指到它的仓库",
    "account-named-so": "名称相同，一个指到同名的账号主页",
    "repository-and-pages": "一个是仓库，一个是它的主页",
    "one-title": "标题相同",
    "one-site": "名称相同，在同一个网站",
    "repository-and-site": "名称相同，一个是仓库，一个是网站",
    "near-names": "名称只差“App”、域名后缀或版本，一个是仓库，一个是网站",
    "closed-forge": "名称相同，其中一个在已经关闭的代码托管网站",
    "one-section": "名称相同，在同一小节",
    "one-section-near-words": "名称相同，在同一小节，介绍也相近",
    "same-words": "名称相同，介绍也相同",
    "in-both-urls": "名称相同，网址里都是这个名称",
    "moved-same-words": "名称与仓库名都相同，介绍也几乎一样，只是账号不同",
    "moved-near-words": "名称与仓库名都相同，介绍相近，只是账号不同",
}
CONTRIBUTOR_FIX = {"new-entry": NAME_THE_DIFFERENCE, "fix-entry": CHOOSE_DUPLICATE}


def check(ctx: LintContext) -> Iterator[Finding]:
    how = Clause("on-page") if ctx.pages else None
    for one, other, (why, severity) in same_name(ctx):
        evidence = {"urls": [one.key.url, other.key.url], "names": [one.record.name, other.record.name]}
        parts = {"name": other.record.name, "other": one.ref, "why": Clause(why), "how": how}
        parts["first"] = first_of((one, other), ctx).why
        yield Finding("same-name", other.place, evidence, parts, (one.place,), severity=severity)
