"""同一个项目收录了两次

两个条目指向同一个页面，读者会以为是两个项目，以后更新时也只会改到其中一处。
协议、`www.`、大小写、末尾的斜杠、`.git`、`#readme`、跟踪参数、镜像站、arXiv 的 abs 与 pdf 都不算区别。
名称也相同、又在同一小节里的，是错误；名称或小节不同的，请维护者判断，是警告。从列表的样子看得出是有意再列一遍的
（按平台分的小节、放在最前面的“最新收录”和赞助、列表下面的统计表），只合起来提示一次；
一门课的“讲义”“作业”和课程共用一个页面，介绍里顺带提到的老师，都不算重复。
一个仓库里确有几个项目（模型与它的数据集、不同的版本与规模）、更新记录里又提到一次的，不在此列。

## Flagged

```yaml
record: {name: Lantern, links: [{url: "https://github.com/lantern-lab/lantern", type: repository}]}
catalog: [{name: LANTERN, slug: lantern-2, links: [{url: "http://www.github.com/Lantern-Lab/Lantern.git"}]}]
```

名称稍有出入，链接多了一个斜杠：

```yaml
record: {name: Interview Map, links: [{url: "https://github.com/path-lab/interview-map"}]}
catalog: [{name: Interview Map Questions, links: [{url: "https://github.com/path-lab/interview-map/"}]}]
```

论文的摘要页与 PDF 是同一篇：

```yaml
record: {name: Tuning at Night, links: [{url: "https://arxiv.org/abs/2301.12345", type: paper}]}
catalog: [{name: Tuning At Night, slug: night, links: [{url: "https://arxiv.org/pdf/2301.12345v2.pdf", type: paper}]}]
```

分在两个小节里：

```yaml
record: {name: 灯塔 Beacon, links: [{url: "https://beacon-project.dev/index.html"}]}
catalog: [{name: Beacon（灯塔）, slug: beacon-2, section: corpora, links: [{url: "https://www.beacon-project.dev"}]}]
```

同一篇文章，换了个标题：

```yaml
record: {name: 从零读懂对齐, links: [{url: "https://blog-project.dev/2023/alignment-notes", type: blog}]}
catalog:
  - {name: 间隔的一条, slug: entry-5}
  - {name: 人类反馈笔记, slug: notes, links: [{url: "https://blog-project.dev/2023/alignment-notes/?utm_source=x"}]}
```

页面里一行一个的，无论写成列表、表格还是 HTML：

```yaml
page: |
  ## 工具

  <p>
  <a href="https://lantern-project.dev"><b>Lantern</b></a> - 会聊天的灯笼<br>
  <a href="https://beacon-project.dev"><b>Beacon</b></a> - 指路的灯塔<br>
  <a href="https://lantern-project.dev/"><b>Lantern</b></a> - 陪人聊天的灯笼<br>
  </p>
```

一位作者名下列了几个作品，其中一个又列了一次：

```yaml
page: |
  ## 四月

  #### 阿灯 - [GitHub](https://github.com/lamp-lab)
  * [Lantern](https://lantern-project.dev)：会聊天的灯，随问随答
  * [Wick](https://wick-project.dev)：灯芯计算器

  ## 五月

  #### 阿灯（海边） - [GitHub](https://github.com/lamp-lab)
  * [Lantern](https://lantern-project.dev)：会聊天的灯，随时问答
```

## Fine

同一系列的两代，各有仓库：

```yaml
record: {name: Dolly, links: [{url: "https://github.com/databrickslabs/dolly"}]}
catalog: [{name: Dolly 2.0, links: [{url: "https://huggingface.co/databricks/dolly-v2-12b"}]}]
```

不同规模的模型共用一个仓库：

```yaml
record: {name: Kite-7B, links: [{url: "https://github.com/kite-lab/kite"}]}
catalog: [{name: Kite-13B, links: [{url: "https://github.com/kite-lab/kite"}]}]
```

模型与建立在它上面的数据集共用一个仓库：

```yaml
record: {name: MindTalk, links: [{url: "https://github.com/quiet-lab/calm"}]}
catalog: [{name: CalmConv, section: corpora, links: [{url: "https://github.com/quiet-lab/calm"}]}]
```

仓库里的一个文件夹是另一个项目：

```yaml
record: {name: Anchor, links: [{url: "https://github.com/harbor/anchor"}]}
catalog: [{name: AirChain, links: [{url: "https://github.com/harbor/anchor/tree/main/air_chain"}]}]
```

写明理由的忽略项，页面里写在条目那一行，或者写在它前面：

```yaml
page: |
  ## 灯
  - [Lantern](https://lantern-project.dev) - 会聊天的灯
  - [Wick](https://wick-project.dev) - 灯芯

  ## 海边的灯
  - [Lantern](https://lantern-project.dev) - 会聊天的灯 <!-- curate: allow dup001 两处的读者不同 -->
  - [Beacon](https://beacon-project.dev) - 灯塔
```

写明理由的忽略项：

```yaml
record: {name: Harbor, allow: {dup001: 两个小节的读者不同，各放一次}, links: [{url: "https://harbor-project.dev"}]}
catalog: [{name: Harbor, slug: harbor-2, section: corpora, links: [{url: "https://harbor-project.dev"}]}]
```

一门课和它的讲义在一个页面，两门课是同一位老师：

```yaml
page: |
  ## 课程

  - [灯学导论](https://lamp-university.dev/101/) **灯学导论**
    - 讲灯从哪里来。
    - [讲义](https://lamp-university.dev/101/)
  - [灯芯原理](https://lamp-university.dev/201/) **灯芯原理**
    - 由 [阿灯](https://lamp-university.dev/~adeng/) 主讲，二〇一〇年起开课。
  - [高等灯芯原理](https://lamp-university.dev/301/) **高等灯芯原理**
    - 接着 [阿灯](https://lamp-university.dev/~adeng/) 的课往下讲。
```

带链接的标题，下面第一行又写了一遍：

```yaml
page: |
  ## 灯
  - [Lantern](https://lantern-project.dev) - 会聊天的灯

  ### [灯芯入门](https://github.com/lamp-lab/wick)

  - [灯芯入门](https://github.com/lamp-lab/wick)
  - [灯油入门](https://github.com/lamp-lab/oil)
```

更新记录里再提到一次：

```yaml
page: |
  ## 更新

  - [2023/07/26] 收录 [Lantern](https://github.com/lamp-lab/lantern)

  ## 模型

  - [Lantern](https://github.com/lamp-lab/lantern) - 会聊天的灯
  - [Wick](https://github.com/lamp-lab/wick) - 灯芯，给 [Lantern](https://github.com/lamp-lab/lantern) 用
```
"""

from collections.abc import Iterator

from bot.catalog.model import Catalog
from bot.lint.analysis.double_entries import same_link
from bot.lint.analysis.repeated_listings import Listing, relisted, told_twice
from bot.lint.analysis.same_page import HUBS, Entry, one_name, refs, text_likeness
from bot.lint.analysis.which_first import WHY, first_of
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Fix, Severity
from bot.lint.phrases import CHOOSE_DUPLICATE, IS_THERE
from bot.lint.sentences import Sentence
from bot.names.compare import kinship

SEVERITY: Severity = "warning"
SENTENCES = {
    "same-link": Sentence(
        "“{name:40}”与{others}重复，都指向 {url}",
        "请保留{kept}{why}，删去这里的条目，独有的说明与日期并入保留的一条",
    ),
    "same-page": Sentence(
        "“{name:40}”与{others}重复，都指向 {url}",
        "是同一个项目的，请保留{kept}{why}，删去这里的条目；不是的，请把其中一个换成它自己的网址",
    ),
    "section-again": Sentence(
        "小节“{first:30}”里的 {count} 个条目在小节“{second:30}”里又列了一遍，看来是有意的",
        "有意列两遍的（按另一种分类、更新记录）不必改；如果其中有写重的，请只留一处",
    ),
    "listed-again": Sentence(
        "“{name:40}”在{places}已经列出，这里又列了一次，都指向 {url}",
        "如果写重了，请只留一处；如果只是介绍别的条目时提到它，不必改",
    ),
}
CONTRIBUTOR_FIX = {
    "new-entry": f"{IS_THERE}；如果是另一个项目，请把“项目链接”换成它自己的页面，没有独立页面的请说明，由维护者处理",
    "fix-entry": CHOOSE_DUPLICATE,
}
CLAUSES = {**WHY}
FIX: Fix = "merge"
NAMED = 12  # names given as evidence of two sections that repeat each other


def check(ctx: LintContext) -> Iterator[Finding]:
    doubles = same_link(ctx)
    yield from (_same_link(group, ctx) for group in doubles.groups)
    yield from (_section_again(titles, entries, ctx.catalog) for titles, entries in doubles.shown_again.items())
    yield from map(_listed_again, relisted(ctx))


def _same_link(group: tuple[Entry, ...], ctx: LintContext) -> Finding:
    keep, *others, last = group
    why = first_of(group, ctx).why
    in_order = sorted(group, key=lambda entry: entry.at)
    evidence = {
        "url": keep.key.url,
        "names": [entry.record.name for entry in in_order],
        "keep": keep.place,
        "text_likeness": round(max(text_likeness(keep.record, entry.record) for entry in (*others, last))),
    }
    parts = {"name": last.record.name, "others": refs((keep, *others)), "kept": keep.ref, "why": why}
    related = tuple(entry.place for entry in (keep, *others))
    sentence = "same-link" if all(one_name(keep, entry) for entry in (*others, last)) else "same-page"
    return Finding(sentence, last.place, evidence, parts, related, severity=_severity(in_order))


def _severity(group: list[Entry]) -> Severity:
    """An error only for one name in one section; other words in a sentence of another section may be a mention."""
    first, *rest = group
    kin = {kinship(first.record.name, other.record.name) for other in rest}
    together = all(first.record.section == other.record.section for other in rest)
    grouped = any(first.record.whole != other.record.whole for other in rest)  # by year, by conference: maybe meant
    if together and kin == {"same"}:
        return "warning" if grouped else "error"
    mention = not together and kin & {"near", "strangers"} and first.key.kind not in HUBS and any(map(_in_prose, group))
    return "info" if mention else "warning"


def _in_prose(entry: Entry) -> bool:
    """Whether the entry begins a paragraph of a page: no bullet, no row, no heading."""
    return bool(entry.record.body) and not entry.record.body.lstrip().startswith(tuple("-*+|#<0123456789"))


def _section_again(sections: tuple[str, str], entries: list[Entry], catalog: Catalog) -> Finding:
    """Of two sections that list the same things by design: one note for all of them."""
    *others, last = entries
    first, second = (catalog.titles.get(path, "") for path in sections)
    evidence = {"names": list(dict.fromkeys(entry.record.name for entry in entries))[:NAMED]}
    parts = {"first": first, "second": second, "count": len(entries) // 2}
    related = tuple(entry.place for entry in others)
    return Finding("section-again", last.place, evidence, parts, related, severity="info")


def _listed_again(group: tuple[Listing, ...]) -> Finding:
    """Of a page that lists it where it makes no entry of it."""
    *others, last = group
    places = tuple(listing.place for listing in others)
    evidence = {"url": last.key.url, "names": [listing.name for listing in group]}
    severity: Severity = "warning" if told_twice(group) else "info"
    return Finding(
        "listed-again", last.place, evidence, {"name": last.name, "places": places}, places, severity=severity
    )
