"""不认识或重复的字段

字段名写错，值就被悄悄忽略：`link` 少了一个 s，条目就没有链接。同一个字段写两次，后写的会白写。

## Flagged

少了一个 s（报告会指出最接近的字段）：

```yaml
record: {name: ChatYuan, link: [{url: "https://github.com/clue-ai/ChatYuan"}]}
```

链接里的字段写错：

```yaml
record: {name: ChatYuan, links: [{url: "https://github.com/clue-ai/ChatYuan", title: 代码}]}
```

同一个字段写了两次：

```yaml
text: |
  name: ChatYuan
  kind: model
  description: 对话模型。
  name: 元语对话
```

## Fine

```yaml
record: {name: ChatYuan, aliases: [元语对话], organisations: [元语智能]}
```

```yaml
record: {name: ChatYuan, links: [{url: "https://github.com/clue-ai/ChatYuan", type: repository, label: 代码}]}
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.parse_errors import of_kinds

SEVERITY: Severity = "error"


def check(ctx: LintContext) -> Iterator[Finding]:
    return of_kinds(ctx, "unknown-key", "duplicate-key")
