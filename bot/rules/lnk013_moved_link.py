"""链接已经搬走

网址永久转到了别处：仓库改了名或换了账号，文档换了网站。现在还点得开，旧的一停就失效；旧名称若被别人注册，
读者会到一个不相干的项目去。只是换成 https、多一个斜杠、换了语言的不算，临时的跳转也不算。
要有事实（`curate links` 记下的）才查得出来。

## Flagged

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts:
  "https://github.com/lamp-lab/lantern":
    {outcome: moved, why: renamed, status: 200, moved_to: "https://github.com/light-lab/lantern"}
```

指到页面里一处的：

```yaml
record: {name: 灯笼, links: [{url: "https://lantern-project.dev/docs#start"}]}
facts:
  "https://lantern-project.dev/docs":
    {outcome: moved, why: redirect, status: 200, moved_to: "https://docs.lantern-project.dev/"}
```

## Fine

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts: {"https://github.com/lamp-lab/lantern": {outcome: alive, status: 200}}
```

跳到首页，拿不准：

```yaml
record: {name: 灯笼, links: [{url: "https://lantern-project.dev/docs"}]}
facts:
  "https://lantern-project.dev/docs": {outcome: unsure, why: home, status: 200, moved_to: "https://lantern-project.dev/"}
```
"""

from collections.abc import Iterator

from bot.lint.analysis.link_verdicts import judged_links
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence
from bot.web.wording import reason

SEVERITY: Severity = "warning"
FROM_FACTS = True
SENTENCES = {
    "moved": Sentence(
        "“{name:40}”的链接 {url} 已经搬到 {moved_to}（{reason}）",
        "请换成新网址；要保留旧的，用 allow 写明理由",
        "请换成新网址",
    )
}


def check(ctx: LintContext) -> Iterator[Finding]:
    for link in judged_links(ctx):
        if link.verdict.outcome == "moved":
            yield link.finding("moved", moved_to=link.target, reason=reason(link.verdict.why))
