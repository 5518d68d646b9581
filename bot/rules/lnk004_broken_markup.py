"""Markdown 链接语法有误

方括号与圆括号之间多了空格、少了一半括号、裸网址后面紧跟着中文，GitHub 都会照另一种方式显示：
不成链接，或者把后面的文字也算进网址。

## Flagged

方括号与圆括号之间有空格：

```yaml
page: |
  ## 工具
  - [movie] (https://github.com/reel-lab/movie) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

方括号没有写对：

```yaml
page: |
  ## 工具
  - [podman][https://podman-docs.dev] - 容器。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

括号写了两层：

```yaml
page: |
  ## 工具
  - [AMBERT]((https://arxiv.org/pdf/2008.11869.pdf)
  - [show](https://github.com/reel-lab/show) - 看节目。
```

全角括号：

```yaml
page: |
  ## 工具
  - [steedos]（https://github.com/steed-lab/mini-vip)
  - [show](https://github.com/reel-lab/show) - 看节目。
```

少了一半括号，或圆括号跑到了外面：

```yaml
page: |
  ## 工具
  - [movie(https://github.com/reel-lab/movie) - 查电影。
  - [show]()https://github.com/reel-lab/show) - 看节目。
```

```yaml
page: |
  ## 工具
  - (movie](https://github.com/reel-lab/movie) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

两种括号写反了：

```yaml
page: |
  ## 工具
  - (movie)[https://github.com/reel-lab/movie] - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

链接里又套着链接，GitHub 只认里面的：

```yaml
page: |
  ## 工具
  - [[movie](https://github.com/reel-lab/movie)](https://reel-lab.cn) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

HTML 写错了一处：

```yaml
page: |
  ## 工具
  - <ahref="https://github.com/reel-lab/movie">movie</a> - 查电影。
  - <a href="https://github.com/reel-lab/show">show</a> - 看节目。
```

介绍和小节导语里的也一样：

```yaml
record: {name: ChatYuan, description: "元语智能发布，见[代码] (https://github.com/clue-ai/ChatYuan)。"}
```

```yaml
record: {name: ChatYuan, description: "元语智能发布，代码在 https://github.com/clue-ai/ChatYuan，欢迎使用。"}
```

```yaml
record: {name: ChatYuan, description: "元语智能发布，见[代码](https://github.com/clue-ai/ChatYuan))。"}
```

投稿里的 Markdown 会照原样显示，不成链接，只作提示：

```yaml
record: {name: ChatYuan, description: '元语智能发布，见\\[代码\\](https://github.com/clue-ai/ChatYuan)。'}
```

裸网址后面紧跟着中文，GitHub 把中文也算进网址：

```yaml
page: |
  ## 工具
  - show：地址是 https://github.com/reel-lab/show，欢迎使用。
  - movie：地址是 https://github.com/reel-lab/movie
```

表格的一行比表头多出几格，或者代码里的竖线把一格切成了两格，GitHub 不显示多出来的：

```yaml
page: |
  ## 工具
  | 名称 | 说明 |
  |---|---|
  | [movie](https://github.com/reel-lab/movie) | 查电影 | [文档](https://reel-lab.cn/movie) |
```

```yaml
page: |
  ## 工具
  | 名称 | 说明 |
  |---|---|
  | movie | 用法 `reel | less` 见 [手册](https://reel-lab.cn/movie) |
```

指到标题和列表自己的文件的，括号写乱了：

```yaml
page: |
  - 灯](#灯)
  - [灯芯][#灯芯]

  ## 灯
  - [Lantern]](#灯芯) - 会聊天的灯
  - [Kite]((#灯) - 风筝

  ## 灯芯
```

```yaml
page: |
  ## 灯
  - [Beacon]（docs/beacon.md） - 灯塔
  - 【Harbor】(docs/harbor.md) - 港口
  - [Wick] (docs/wick.md) - 灯芯
```

## Fine

数组、编号、没有定义的方括号和代码，都不是链接：

```yaml
page: |
  ## 灯
  - [Lantern](https://lantern-project.dev) - 见 [文档][没有] 与 issue (#12)，取 `a[i]](#x)`，或 lamp[0] (默认)
  - 【Harbor】（港口）- [待办] 与 [1] (见下文)
```

```yaml
page: |
  ## 工具
  - [movie](https://github.com/reel-lab/movie) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

竖线前面有反斜杠，格数相同：

```yaml
page: |
  ## 工具
  | 名称 | 说明 |
  |---|---|
  | [movie](https://github.com/reel-lab/movie) | 用法 `reel \\| less` 见 [手册](https://reel-lab.cn/movie) |
```

网址后面有空格：

```yaml
page: |
  ## 工具
  - show：地址是 https://github.com/reel-lab/show ，欢迎使用。
  - movie：地址是 https://github.com/reel-lab/movie
```

尖括号隔开了网址：

```yaml
page: |
  ## 工具
  - show：<https://github.com/reel-lab/show>，欢迎使用。
  - movie：<https://github.com/reel-lab/movie>
```

网址里成对的括号：

```yaml
page: |
  ## 工具
  - [Claude](https://en.wikipedia.org/wiki/Claude_(language_model)) - 百科。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

方括号里的说明带着网址：

```yaml
page: |
  ## 工具
  - [show](https://github.com/reel-lab/show) - 看节目 [[论文](https://reel-lab.cn/show.pdf)]。
  - [movie(见 https://reel-lab.cn)](https://github.com/reel-lab/movie)
```

介绍里括号成对的：

```yaml
record:
  name: ChatYuan
  description: "1) 元语智能发布（见[代码](https://github.com/clue-ai/ChatYuan))，[论文](https://yuan-lab.cn/a_(1))。"
```

代码里的写法：

```yaml
page: |
  ## 工具
  - [show](https://github.com/reel-lab/show) - 写作 `[show] (https://github.com/reel-lab/show)` 就不成链接。
  - [movie](https://github.com/reel-lab/movie)
```
"""

import re
from collections.abc import Iterator

from bot.catalog.model import Record
from bot.lint.analysis.link_syntax import form_problem
from bot.lint.analysis.links_in_texts import TextLink, text_links
from bot.lint.context import LintContext
from bot.lint.finding import Clause, Finding, Fix, Place, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import description
from bot.markdown.anchors import torn
from bot.markdown.dropped_cells import dropped

SEVERITY: Severity = "error"
KIND = "text"
_WRITE = "请写成 [{name}]({target})"
SENTENCES = {
    "runs-on": Sentence(
        "{inside}“{written:60}”后面紧跟着别的文字，GitHub 会一起算进网址",
        "请在网址后面加一个空格，或写成 <{url}>",
    ),
    "no-link": Sentence("{inside}“{written:60}”语法有误，GitHub 不会显示成链接", _WRITE),
    "nested": Sentence(
        "{inside}“{written:60}”是一个链接里又套着一个，GitHub 只认里面的", "请只留一个，如 [{name}]({target})"
    ),
    "other-link": Sentence("{inside}“{written:60}”语法有误，GitHub 不会显示成这个链接", _WRITE),
    "dropped-cell": Sentence(
        "表格的这一行比表头多出几格，GitHub 不显示其中的“{written:60}”",
        "请把它并进前面的格子，或给表头加一格；格子里的竖线请写成 \\|",
    ),
    "spare-bracket": Sentence("{inside}“{written:60}”末尾多了“{spare}”，读者会看到它", "请删去它"),
    "escaped": Sentence(
        "介绍里的“{written:60}”前后有反斜杠，读者看到的是这几个符号，不是链接",
        "介绍里不必写链接，请把网址放进 links（投稿时填在“其他链接”里）",
        contributor_fix="介绍里不必写链接，请把网址放进“其他链接”",
    ),
}
CLAUSES = {"inside": "{text}里的"}
FIX: Fix = "link"
_ESCAPED = re.compile(r"\\\[[^\[\]\n]{1,100}\\\] ?\([^()\n]{1,300}(?:\([^()\n]{0,100}\))?\)")


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for link in record.links:
            if link.written and not form_problem(record, link):  # else told by LNK001
                parts = {"inside": None, "name": link.label or record.name, "target": _target(link.url)}
                evidence = {"written": link.written, "url": link.url}
                yield Finding(_sentence(link.written), place(record, "links", link.line), evidence, parts)
        yield from _escaped(record)
    for page in ctx.pages:
        for cell in dropped(page.text):
            yield Finding("dropped-cell", Place("", page.file, cell.line), {"written": cell.text, "url": cell.url})
        for jump in torn(page.text):
            parts = {"inside": None, "name": jump.label, "target": jump.url}
            evidence = {"written": jump.written, "url": jump.url}
            yield Finding("no-link", Place("", page.file, jump.line), evidence, parts)
    for text_link in text_links(ctx):
        if not text_link.problem:
            yield from _in_text(text_link)


def _escaped(record: Record) -> Iterator[Finding]:
    """A link that shows as it is typed, as a submission's Markdown does: nobody's text is taken for more than text."""
    if "\\](" in record.description or "\\] (" in record.description:
        text = description(record)
        for match in _ESCAPED.finditer(text.value):
            at = text.place(text.value.count("\n", 0, match.start()))
            yield Finding("escaped", at, {"written": match[0]}, severity="info")


def _in_text(link: TextLink) -> Iterator[Finding]:
    """A link of a description or an introduction."""
    found, inside = link.found, Clause("inside", {"text": link.text.name})
    if found.written:
        parts = {"inside": inside, "name": found.label or link.name, "target": _target(found.url)}
        evidence = {"written": found.written, "url": found.url}
        yield Finding(_sentence(found.written), link.place, evidence, parts)
    elif spare := link.spare:
        evidence = {"written": link.text.value[found.start : found.end] + spare, "url": found.url}
        yield Finding("spare-bracket", link.place, evidence, {"inside": inside, "spare": spare}, severity="warning")


def _sentence(written: str) -> str:
    """Which sentence says what is wrong."""
    if written.lower().startswith(("http", "www.")):
        return "runs-on"
    if written.startswith("<"):
        return "no-link"
    return "nested" if written.count("](") > 1 else "other-link"


def _target(url: str) -> str:
    """The address as it stands in the brackets of a link."""
    return f"<{url}>" if "(" in url or ")" in url else url
