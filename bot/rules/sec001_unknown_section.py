"""小节不在 list.yml 里

页面只显示 `catalog/list.yml` 列出的小节。放进别的文件夹的记录，读者永远看不到。

## Flagged

```yaml
record: {name: ChatYuan, section: modles}
```

上级小节的名字写错：

```yaml
record: {name: HH-RLHF, section: corpus/rlhf}
```

同一个小节列了两次：

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型}, {id: models, title: 自主模型}]
```

## Fine

```yaml
record: {name: ChatYuan, section: models}
```

```yaml
record: {name: HH-RLHF, section: corpora/rlhf}
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.parse_errors import of_kinds

SEVERITY: Severity = "error"


def check(ctx: LintContext) -> Iterator[Finding]:
    return of_kinds(ctx, "section")
