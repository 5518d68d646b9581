"""日期在将来，或先更新后收录

日期来自当时的记录，不会在将来；更新也不会早于收录。多半是年份写错，或两个日期写反了。
“今天”按全球最早的时区算，在任何地方已经到来的日期都不算将来。

## Flagged

```yaml
record: {name: ChatYuan, added: 2032-04-06}
today: 2023-08-14
```

```yaml
record: {name: ChatYuan, added: 2023-04-06, updated: 2023-08-15}
today: 2023-08-14
```

```yaml
record: {name: ChatYuan, added: 2023-04-18, updated: 2023-04-06}
```

万维网出现以前：

```yaml
record: {name: ChatYuan, added: 0203-04-06}
```

## Fine

```yaml
record: {name: ChatYuan, added: 2023-08-14}
today: 2023-08-14
```

当天收录，当天更新：

```yaml
record: {name: ChatYuan, added: 2023-04-06, updated: 2023-04-06}
```
"""

from collections.abc import Iterator
from datetime import date

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place

SEVERITY: Severity = "error"
# The first web page went public: https://www.w3.org/History.html
WEB = date(1991, 8, 6)
NAMES = {"added": "收录日期", "updated": "更新日期"}


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for key, name in NAMES.items():
            day: date | None = getattr(record, key)
            if day and day > ctx.today:
                yield _finding(record, key, f"{name} {day} 还没有到（今天是 {ctx.today}）", "请核对年月日")
            elif day and day < WEB:
                yield _finding(record, key, f"{name} {day} 早于万维网出现", "请核对年份")
        if record.added and record.updated and record.updated < record.added:
            message = f"更新日期 {record.updated} 早于收录日期 {record.added}"
            yield _finding(record, "updated", message, "请核对两个日期，是否写反了")


def _finding(record: Record, key: str, message: str, fix: str) -> Finding:
    return Finding(message, fix, place(record, key), {key: str(getattr(record, key))})
