"""字段的值不合要求

类别、链接类型、状态等只能从固定的几种里选，位置要写整数，名称只占一行。
不合要求的值读不进来，条目会被当成没有写这个字段。

## Flagged

类别不在可选项里：

```yaml
record: {name: ChatYuan, kind: chatbot}
```

链接类型写成了中文：

```yaml
record: {name: ChatYuan, links: [{url: "https://github.com/clue-ai/ChatYuan", type: 仓库}]}
```

应当是列表：

```yaml
record: {name: ChatYuan, aliases: 元语对话}
```

应当是整数：

```yaml
record: {name: ChatYuan, order: 第三}
```

关系里要写对方的文件名，不是名称：

```yaml
record: {name: Alpaca-LoRA, relations: [{type: based-on, record: Stanford Alpaca}]}
catalog: [{name: Stanford Alpaca}]
```

## Fine

```yaml
record: {name: ChatYuan, kind: model, order: 30, aliases: [元语对话]}
```

```yaml
record: {name: Alpaca-LoRA, relations: [{type: based-on, record: stanford-alpaca}]}
catalog: [{name: Stanford Alpaca}]
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.parse_errors import of_kinds

SEVERITY: Severity = "error"


def check(ctx: LintContext) -> Iterator[Finding]:
    return of_kinds(ctx, "type", "choice", "slug")
