"""issue 表单过期

表单里的小节和类别取自条目库。条目库改了而表单没有跟上，投稿人就会选到已经不存在的小节，或选不到新的。

## Flagged

```yaml
record: {name: ChatYuan}
stale: {.github/ISSUE_TEMPLATE/new-entry.yml: curate forms}
```

## Fine

```yaml
record: {name: ChatYuan}
```

```yaml
record: {name: ChatYuan}
stale: {README.md: curate regen}
```
"""

from collections.abc import Iterator

from bot.lint import stale_files
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity

SEVERITY: Severity = "error"
SENTENCES = stale_files.SENTENCES


def check(ctx: LintContext) -> Iterator[Finding]:
    return (stale_files.finding(path, why) for path, why in ctx.stale.items() if stale_files.is_form(path))
