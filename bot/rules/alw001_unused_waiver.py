"""多余的忽略项

记录里的 `allow` 允许某条规则例外，并写明理由。问题消失以后忽略项还留着，下一个真正的问题就会被它悄悄放过；
没有理由的忽略项，后来的人无从判断该不该留。本规则最后运行。

文件无法解析（字段未知、取值不合要求、日期或网址不合法、文件名不合规或重复、引用的条目不存在……）时，`curate regen`
一律停下，页面无法生成。这样的问题不能忽略：写了也照样报告，另由本规则指出它不起作用。

## Flagged

```yaml
record: {name: ChatYuan, allow: {dup001: 两个条目共用一个仓库}}
```

```yaml
record: {name: ChatYuan, links: [{url: "https//github.com/clue-ai/ChatYuan"}], allow: {lnk001: ""}}
```

```yaml
record: {name: ChatYuan, allow: {same-link: 没有写规则的代码}}
```

无法解析的文件不能忽略，页面无法由它生成：

```yaml
record: {name: ChatYuan, star: 7000, allow: {rec002: 日后会有这个字段}}
```

```yaml
record: {name: ChatYuan, links: [{url: "https//github.com/clue-ai/ChatYuan"}], allow: {lnk001: 原网址如此}}
```

页面里的忽略项也一样：

```yaml
page: |
  ## 灯
  <!-- curate: allow dup001 两处的读者不同 -->
  - [Lantern](https://lantern-project.dev) - 会聊天的灯
  - [Wick](https://wick-project.dev) - 灯芯
```

## Fine

```yaml
record:
  name: ChatYuan
  links: [{url: "https://blog-project.dev/2023/对话模型。"}]
  allow: {lnk001: 原网址末尾确有句号}
```

```yaml
record: {name: ChatYuan}
```
"""

from collections.abc import Iterator

from bot.catalog.model import Record, waiver
from bot.lint.context import LintContext, Waived
from bot.lint.discover import all_rules
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence

SEVERITY: Severity = "warning"
_REFUSED = "{code} 报告的问题在这里不能忽略：文件无法解析时页面无法生成"
SENTENCES = {
    "no-reason": Sentence("忽略 {code} 没有写理由", "请写明为什么可以例外"),
    "no-such-rule": Sentence("忽略的规则 {wanted} 不存在", "请写规则的代码，如 dup001；全部规则见 curate rules"),
    "refused": Sentence(_REFUSED, "请先改正这个问题"),
    "refused-and-unused": Sentence(_REFUSED, "请先改正这个问题，再删去这一项"),
    "unused": Sentence("忽略 {code} 没有对应的问题", "问题已不存在，请删去这一项"),
}
CONTRIBUTOR_FIX = {"": "这是给维护者的提醒，你不用改"}


def check_waivers(ctx: LintContext, waived: Waived) -> Iterator[Finding]:
    """A waiver that silences nothing, or gives no reason: stale permission is worse than none."""
    for record in ctx.subjects:
        for code, reason in record.allow.items():
            if sentence := _against(record, code, reason, waived, facts=bool(ctx.facts)):
                there = place(record, waiver(code) if waiver(code) in record.lines else "allow")
                yield Finding(sentence, there, {"code": code}, {"wanted": code[:40]})


def _against(record: Record, code: str, reason: str, waived: Waived, *, facts: bool) -> str:
    """Which sentence speaks against a waiver; none where it is in use."""
    key = (record.slug, code.upper())
    if not reason.strip():
        return "no-reason"
    rule = next((rule for rule in all_rules() if rule.code == code.upper()), None)
    if rule is None:
        return "no-such-rule"
    if key in waived.refused:
        return "refused" if key in waived.used else "refused-and-unused"
    return "" if key in waived.used or (rule.from_facts and not facts) else "unused"
