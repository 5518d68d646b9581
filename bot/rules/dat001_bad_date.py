"""日期写得不对

日期一律写成年-月-日，如 2023-08-14，补足两位。写成别的样子就无法解析，条目会失去日期和排序。

## Flagged

```yaml
record: {name: ChatYuan, added: 2023年4月6日}
```

```yaml
record: {name: ChatYuan, added: "2023-4-6"}
```

没有这一天：

```yaml
record: {name: ChatYuan, updated: "2023-02-30"}
```

## Fine

```yaml
record: {name: ChatYuan, added: 2023-04-06, updated: 2023-04-18}
```

不知道日期就不写：

```yaml
record: {name: ChatYuan, added: null}
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.parse_errors import of_kinds

SEVERITY: Severity = "error"


def check(ctx: LintContext) -> Iterator[Finding]:
    return of_kinds(ctx, "date")
