"""生成的文件过期了

README.md 和 JSON Schema 由条目库生成。条目库改了而页面没有重新生成，读者看到的就是旧内容。

## Flagged

```yaml
record: {name: ChatYuan}
stale: {README.md: curate regen}
```

```yaml
record: {name: ChatYuan}
stale: {catalog/record.schema.json: curate regen}
```

页面被直接改过，`curate regen` 会丢掉这些改动，`curate absorb` 把它们写回 catalog/：

```yaml
record: {name: ChatYuan}
stale: {README.md: curate absorb}
```

模板或条目库有错，页面生成不了：

```yaml
record: {name: ChatYuan}
stale: {README.md: "README.template.md:12：模板写错了。请检查这一行的括号与标签。"}
```

## Fine

```yaml
record: {name: ChatYuan}
```

表单过期由 GEN002 报告：

```yaml
record: {name: ChatYuan}
stale: {.github/ISSUE_TEMPLATE/new-entry.yml: curate forms}
```
"""

from collections.abc import Iterator

from bot.lint import stale_files
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity

SEVERITY: Severity = "error"
SENTENCES = stale_files.SENTENCES


def check(ctx: LintContext) -> Iterator[Finding]:
    return (stale_files.finding(path, why) for path, why in ctx.stale.items() if not stale_files.is_form(path))
