"""介绍是空的，或太长

介绍是读者判断要不要点开的依据，“暂无”等于没有。它也不是文档：写清是什么、谁做的、以什么为基础、有何特点和限制就够了。
超过 1500 个字符时给出警告（手机上约三屏）；超过 10000 个字符算错误，多半是误贴了整篇 README，
而 GitHub 只显示 README.md 的前 500 KiB，一条过长的介绍会挤掉后面的条目。

## Flagged

只有空白：

```yaml
record: {name: ChatYuan, description: "  "}
```

只有占位的文字：

```yaml
record: {name: ChatYuan, description: 暂无介绍。}
```

只有看不见的内容：

```yaml
record: {name: ChatYuan, description: "<!-- 待写 -->"}
```

只重复了名称：

```yaml
record: {name: ChatYuan, description: "**ChatYuan**"}
```

## Fine

```yaml
record: {name: ChatYuan, description: 元语智能发布的中文对话模型。}
```

短，但说了事：

```yaml
record: {name: ChatYuan, description: 中文对话模型}
```

从 README 导入、照原文保留的条目：

```yaml
record: {name: ChatYuan, description: null, body: "- [ChatYuan](https://github.com/clue-ai/ChatYuan)"}
```
"""

import re
from collections.abc import Iterator

from bot.catalog.limits import LONG_DESCRIPTION, LONGEST_DESCRIPTION
from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence
from bot.lint.text_fields import description

SEVERITY: Severity = "error"
_WRITE = "请写一两句：是什么、谁做的、有何特点"
SENTENCES = {
    "empty": Sentence("介绍是空的", _WRITE),
    "nothing-said": Sentence("介绍只有“{text:40}”，等于没有写", _WRITE),
    "name-again": Sentence("介绍只重复了名称", _WRITE),
    "long": Sentence("介绍有 {characters} 个字符，太长了", "请压缩到 {most} 字以内，细节留给项目自己的页面"),
}
# More than any placeholder, and with a run of letters: decided without a closer look.
PLAINLY = 40
_PROSE = re.compile(r"\w{6}")
_NOTHING = re.compile(
    r"(?:暂无|没有|无|待补充|待完善|待定|待写|略|同上|如题|未填写"
    r"|todo|tbd|tba|n/?a|none|null|no ?description|-+|\.+|…+)(?:简介|介绍|描述|说明|内容)?",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    r"<!--.*?-->|[\s*_`#>\\。．.，,；;：:！!？?（）()\[\]\u200b-\u200f\u2060\ufeff\u3164\u00ad-]+", re.DOTALL
)


def check(ctx: LintContext) -> Iterator[Finding]:
    unread = {mistake.file for mistake in ctx.mistakes if mistake.kind == "missing"}
    for record in ctx.subjects:
        if record.body or "description" not in record.lines or ctx.stood_so(record):
            continue
        if sentence := _empty(record):
            stops = not record.description and record.file in unread
            evidence = {"characters": len(record.description)}
            parts = {"text": record.description.strip()}
            yield Finding(sentence, description(record).at, evidence, parts, stops=stops)
        elif (size := len(record.description.strip())) > LONG_DESCRIPTION:
            severity: Severity = "error" if size > LONGEST_DESCRIPTION else "warning"
            at = description(record).at
            yield Finding("long", at, {"characters": size}, {"most": LONG_DESCRIPTION}, severity=severity)


def _empty(record: Record) -> str:
    """Which sentence says that a description tells nothing; none where it does."""
    text = record.description
    if len(text) > LONG_DESCRIPTION or (
        len(text) > len(record.name) + PLAINLY and "<!--" not in text and _PROSE.search(text)
    ):
        return ""
    shown = _UNSEEN.sub("", text)
    if not shown:
        return "empty"
    if _NOTHING.fullmatch(shown) or _NOTHING.fullmatch(text.strip()):
        return "nothing-said"
    return "name-again" if shown.lower() == _UNSEEN.sub("", record.name).lower() else ""
