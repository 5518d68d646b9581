"""同一个项目收录了两次

两个条目指向同一个页面，读者会以为是两个项目，以后更新时也只会改到其中一处。
协议、`www.`、大小写、末尾的斜杠、`.git`、`#readme`、跟踪参数、镜像站、arXiv 的 abs 与 pdf 都不算区别。
名称也相同、又在同一小节里的，是错误；名称或小节不同的，请维护者判断，是警告。
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

仓库里的一个目录是另一个项目：

```yaml
record: {name: Anchor, links: [{url: "https://github.com/harbor/anchor"}]}
catalog: [{name: AirChain, links: [{url: "https://github.com/harbor/anchor/tree/main/air_chain"}]}]
```

写明理由的豁免：

```yaml
record: {name: Harbor, allow: {dup001: 两个小节的读者不同，各放一次}, links: [{url: "https://harbor-project.dev"}]}
catalog: [{name: Harbor, slug: harbor-2, section: corpora, links: [{url: "https://harbor-project.dev"}]}]
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

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bot.catalog.model import Catalog
from bot.lint.analysis.copied_links import taken
from bot.lint.analysis.repeated_listings import Listing, relisted, told_twice
from bot.lint.analysis.same_page import Entry, once, projects, summed_up, text_likeness
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.wording import all_named, named, spot
from bot.names.compare import kinship
from bot.text.zh import join, quote

SEVERITY: Severity = "warning"
NAMED = 12  # names given as evidence of two sections that repeat each other


def check(ctx: LintContext) -> tuple[Finding, ...]:
    return ctx.once("DUP001", lambda ctx: tuple(_findings(ctx)))  # DUP003 asks again


def _findings(ctx: LintContext) -> Iterator[Finding]:
    shown: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for group in projects(ctx):
        for found in group:
            own = tuple(entry for entry in found if not taken(entry, ctx))
            if len(kept := once(own, ctx)) > 1:
                yield _finding(kept, ctx)
            standing = {entry.at for entry in kept}
            for entry in own:
                if entry.at not in standing and (first := summed_up(kept, entry, ctx)):
                    shown[first.record.section, entry.record.section] += [first, entry]
    yield from (_shown(sections, found, ctx.catalog) for sections, found in shown.items())
    yield from map(_again, relisted(ctx))


def _shown(sections: tuple[str, str], found: list[Entry], catalog: Catalog) -> Finding:
    """Of two sections that list the same things by design: one note for all of them."""
    last = found[-1].place
    one, other = (quote(catalog.titles.get(path, ""), 30) for path in sections)
    message = f"小节{one}里的 {len(found) // 2} 个条目在小节{other}里又列了一遍，看来是有意的"
    fix = "有意列两遍的（按另一种分类、更新记录）不必改；其中若有写重的，请只留一处"
    evidence = {"names": list(dict.fromkeys(entry.record.name for entry in found))[:NAMED]}
    return Finding(message, fix, last, evidence, tuple(entry.place for entry in found[:-1]), severity="info")


def _again(group: tuple[Listing, ...]) -> Finding:
    """Of a page that lists it where it makes no entry of it."""
    *others, last = group
    at = last.place
    there = [(one.record, one.place) for one in others]
    where = join([f"第 {one.line} 行" for one in others])
    fix = "若是写重了，请只留一处；若是介绍别的条目时提到它，不必改"
    message = f"{quote(last.name, 40)}在{where}已经列出，这里又列了一次，都指向 {last.key.url}"
    evidence = {"url": last.key.url, "names": [one.name for one in group]}
    severity: Severity = "warning" if told_twice(group) else "info"
    return Finding(message, fix, at, evidence, tuple(place for _, place in there), severity=severity)


def _finding(found: tuple[Entry, ...], ctx: LintContext) -> Finding:
    keep = min(found, key=lambda e: (e.record.added or e.record.updated or date.max, e.at))
    gone = [entry for entry in found if entry is not keep]
    at = gone[-1].place
    others = [(entry.record, entry.place) for entry in (keep, *gone[:-1])]
    url = keep.key.url
    message = f"与{all_named(others, at)}重复，都指向 {url}"
    fix = f"请保留{named(keep.record, keep.place, at)}，删去这里的条目，独有的说明与日期并入保留的一条"
    evidence = {
        "url": url,
        "names": [entry.record.name for entry in found],
        "keep": spot(keep.place, at),
        "text_likeness": round(max(text_likeness(keep.record, entry.record) for entry in gone)),
    }
    severity: Severity = "error" if _sure(found, ctx.catalog) else "warning"
    message = f"{quote(gone[-1].record.name, 40)}{message}"
    return Finding(message, fix, at, evidence, tuple(p for _, p in others), severity=severity)


def _sure(found: tuple[Entry, ...], catalog: Catalog) -> bool:
    """Same name, and the same section or the same words: nobody lists that on purpose."""
    first, *rest = found
    return all(
        kinship(first.record.name, other.record.name) == "same"
        and (
            catalog.titles.get(first.record.section) == catalog.titles.get(other.record.section)
            or text_likeness(first.record, other.record) >= 90
        )
        for other in rest
    )
