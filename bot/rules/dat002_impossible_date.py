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
from bot.lint.finding import Clause, Finding, Severity, place
from bot.lint.sentences import Sentence

SEVERITY: Severity = "error"
SENTENCES = {
    "future": Sentence("{which} {day} 还没有到（今天是 {today}）", "请核对年月日"),
    "before-the-web": Sentence("{which} {day} 早于万维网出现", "请核对年份"),
    "wrong-order": Sentence("{which} {day} 早于收录日期 {added}", "请核对两个日期，是否写反了"),
}
CLAUSES = {"added": "收录日期", "updated": "更新日期"}
# The first web page went public: https://www.w3.org/History.html
WEB = date(1991, 8, 6)


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        for key in CLAUSES:
            day: date | None = getattr(record, key)
            if day and day > ctx.today:
                yield _finding("future", record, key, day, today=ctx.today)
            elif day and day < WEB:
                yield _finding("before-the-web", record, key, day)
        if record.added and record.updated and record.updated < record.added:
            yield _finding("wrong-order", record, "updated", record.updated, added=record.added)


def _finding(sentence: str, record: Record, key: str, day: date, **other: date) -> Finding:
    return Finding(sentence, place(record, key), {key: str(day)}, {"which": Clause(key), "day": day, **other})
