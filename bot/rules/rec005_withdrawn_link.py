"""撤下的条目还带着链接，或没有标明撤下

撤下的条目留在页面上，是为了告诉查旧资料的读者它为什么不在了。链接若还在，读者照样点过去：
域名换了主人、页面换了内容、仓库里换成恶意代码，都不会有人再来核对。
所以撤下时应当删去链接，把原因写进 `reason`。链接指向的正是项目方对撤下的说明，可以留着，写明忽略的理由。
写了撤下的原因而 `status` 不是 `withdrawn` 的，页面上一面照常收录，一面又说已撤下，也由本规则报告。
没有写原因的由 REC001 报告。

## Flagged

```yaml
record:
  name: Lantern
  status: withdrawn
  reason: 作者已停止维护，域名到期。
  links: [{url: "https://lantern-project.dev"}]
```

写了原因，忘了改状态：

```yaml
record: {name: Lantern, reason: 作者已停止维护，域名到期。}
```

## Fine

```yaml
record: {name: Lantern, status: withdrawn, reason: 作者已停止维护，域名到期。, links: null}
```

链接就是撤下的说明：

```yaml
record:
  name: Lantern
  status: withdrawn
  reason: 作者发布公告，停止服务。
  links: [{url: "https://lantern-project.dev/goodbye", label: 停止服务的公告}]
  allow: {rec005: 链接是作者的停止服务公告}
```
"""

from collections.abc import Iterator

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence

SEVERITY: Severity = "warning"
SENTENCES = {
    "linked": Sentence(
        "条目已撤下，页面上却还有它的 {count} 个链接，读者照样会点过去",
        "请删去链接；若链接是对撤下的说明，请忽略 rec005 并写明理由",
    ),
    "not-withdrawn": Sentence(
        "写了撤下的原因，状态却不是 withdrawn",
        "已经撤下的，请写 status: withdrawn；没有撤下的，请删去 reason",
    ),
}
CONTRIBUTOR_FIX = {"": "你不用改，维护者可以删去这些链接"}


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        if record.status == "withdrawn" and record.links:
            yield _linked(record)
        elif record.status != "withdrawn" and record.reason.strip():
            yield Finding("not-withdrawn", place(record, "reason"), {"reason": record.reason})


def _linked(record: Record) -> Finding:
    first, *others = (place(record, "links", link.line) for link in record.links)
    urls = [link.url for link in record.links]
    return Finding("linked", first, {"urls": urls}, {"count": len(urls)}, tuple(others))
