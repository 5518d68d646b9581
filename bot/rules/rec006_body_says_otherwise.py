"""字段与 body 说的不一样

`body` 是导入时逐字保留的一段原文，页面照它印。所以改 `links` 里的网址、`name`、`description`，页面不会变，
读者看到的还是旧的；改了 body 而没有改字段，搜索、查重和网站用的又是旧的。两处必须说同样的话。
最省事的改法是删去 `body`：条目就由字段生成，按所在小节的样式显示。

## Flagged

改了链接，页面上还是旧的：

```yaml
record:
  name: Kettle
  links: [{url: "https://github.com/new/kettle"}]
  description: null
  body: "- [Kettle](https://github.com/old/kettle) - 烧水的工具。"
```

改了名称：

```yaml
record:
  name: Teapot
  links: [{url: "https://github.com/old/kettle"}]
  description: null
  body: "- [Kettle](https://github.com/old/kettle) - 烧水的工具。"
```

写了介绍，页面上没有：

```yaml
record:
  name: Kettle
  links: [{url: "https://github.com/old/kettle"}]
  description: 烧水又快又省电。
  body: "- [Kettle](https://github.com/old/kettle) - 烧水的工具。"
```

改了链接的文字：

```yaml
record:
  name: Kettle
  links: [{url: "https://github.com/old/kettle", label: 源码}]
  description: null
  body: "- Kettle：烧水的工具，[代码](https://github.com/old/kettle)"
```

改了更新日期：

```yaml
record:
  name: Kettle
  updated: 2024-05-01
  links: [{url: "https://github.com/old/kettle"}]
  description: null
  body: "- [Kettle](https://github.com/old/kettle)（更新于2023年4月1日）"
```

原文里有的链接，字段里没有：

```yaml
record:
  name: Kettle
  links: [{url: "https://github.com/old/kettle"}]
  description: null
  body: "- [Kettle](https://github.com/old/kettle)，见[说明](https://kettle-docs.org)"
```

## Fine

```yaml
record:
  name: Kettle
  updated: 2023-04-01
  links: [{url: "https://github.com/old/kettle"}, {url: "https://kettle-docs.org", label: 说明}]
  description: null
  body: "- [Kettle](https://github.com/old/kettle)（更新于2023年4月1日），见[说明](https://kettle-docs.org)"
```

介绍就是原文里的话：

```yaml
record:
  name: Kettle
  links: [{url: "https://github.com/old/kettle"}]
  description: 烧水的工具。
  body: "- [Kettle](https://github.com/old/kettle) - **烧水**的工具。"
```

原文里没有写更新日期：

```yaml
record:
  name: Kettle
  updated: 2024-05-01
  links: [{url: "https://github.com/old/kettle"}]
  description: null
  body: "- [Kettle](https://github.com/old/kettle) - 烧水的工具。"
```

没有 body，条目由字段生成：

```yaml
record: {name: Kettle, links: [{url: "https://github.com/new/kettle"}], description: 烧水的工具。}
```
"""

from collections.abc import Iterator

from bot.lint.analysis.body_text import BodyText
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import has_own_file

SEVERITY: Severity = "error"
_EITHER = "要改页面，请改 body，或删去 body 让条目由字段生成"
SENTENCES = {
    "name": Sentence("名称是“{field:40}”，页面照印的原文（body）里却是“{body:40}”", _EITHER),
    "link": Sentence("链接 {field} 不在原文（body）里，页面上看不到；原文里是 {body}", _EITHER),
    "no-link": Sentence("链接 {field} 不在原文（body）里，页面上看不到", _EITHER),
    "unlisted": Sentence("原文（body）里的链接 {body} 没有写进字段", "请补进字段，或从 body 里删去；也可以删去 body"),
    "label": Sentence("链接 {url} 的文字是“{field:40}”，原文（body）里却是“{body:40}”", _EITHER),
    "description": Sentence("介绍写的是“{field:30}”，页面照印的原文（body）却是“{body:30}”", _EITHER),
    "date": Sentence("更新日期是 {field}，原文（body）里写的是 {body}", _EITHER),
}
CONTRIBUTOR_FIX = {"": "你不用改，维护者可以让两处一致"}


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        if record.body and has_own_file(record):
            yield from _told(BodyText(record))


def _told(text: BodyText) -> Iterator[Finding]:
    record = text.record
    if other := text.other_name():
        yield Finding("name", place(record), {"field": record.name, "body": other})
    unlisted = text.unlisted() if record.status == "active" else []  # of what was withdrawn the page shows no link
    for link in text.unprinted():
        at = place(record, "links", link.line)
        if unlisted:
            yield Finding("link", at, {"field": link.url, "body": unlisted.pop(0)})
        else:
            yield Finding("no-link", at, {"field": link.url})
    for url in unlisted:
        yield Finding("unlisted", place(record, "body"), {"body": url})
    for link, label in text.other_labels():
        evidence = {"url": link.url, "field": link.label, "body": label}
        yield Finding("label", place(record, "links", link.line), evidence)
    if text.hides_description():
        evidence = {"field": record.description.strip(), "body": text.visible}
        yield Finding("description", place(record, "description"), evidence)
    if day := text.other_day():
        yield Finding("date", place(record, "updated"), {"field": str(record.updated), "body": str(day)})
