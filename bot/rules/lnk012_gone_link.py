"""链接已经失效

读者点开只见“404”或打不开的域名。`curate links` 至少看过三次、前后至少七天都不在，才算失效；被拦的、超时的不算。
项目常常只是换了地方，找得到的话请换上新网址；项目没有了，就撤下这一条，或改指存档，或写明留下它的理由。
要有事实（`curate links` 记下的）才查得出来。

## Flagged

```yaml
record: {name: 灯笼, links: [{url: "https://lantern-project.dev/home"}]}
facts: {"https://lantern-project.dev/home": {outcome: gone, why: http-404, status: 404}}
```

域名没有了：

```yaml
record: {name: 灯笼, links: [{url: "https://gituh.com/lamp-lab/lantern"}]}
facts: {"https://gituh.com/lamp-lab/lantern": {outcome: gone, why: no-host}}
```

介绍里的链接：

```yaml
record: {name: 灯笼, description: "对话模型，见[论文解读](https://lamp-project.dev/notes)，可以在单张显卡上运行。"}
facts: {"https://lamp-project.dev/notes": {outcome: gone, why: http-410, status: 410}}
```

列表自己的文件：

```yaml
list: {repository: "https://github.com/lamp-lab/list"}
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/list/blob/main/lantern.md"}]}
facts: {"https://github.com/lamp-lab/list/blob/main/lantern.md": {outcome: gone, why: file, status: 200}}
```

## Fine

只看过两次：

```yaml
record: {name: 灯笼, links: [{url: "https://lantern-project.dev/home"}]}
facts:
  "https://lantern-project.dev/home":
    {outcome: gone, why: http-404, status: 404, looks: 2, bad: ["2026-11-17", "2026-11-18"]}
```

只是不让机器看：

```yaml
record: {name: 灯笼, links: [{url: "https://lantern-project.dev/home"}]}
facts: {"https://lantern-project.dev/home": {outcome: blocked, why: http-403, status: 403}}
```

写明要留下：

```yaml
record: {name: 灯笼, allow: {lnk012: 历史条目，留作纪念}, links: [{url: "https://lantern-project.dev/home"}]}
facts: {"https://lantern-project.dev/home": {outcome: gone, why: http-404, status: 404}}
```
"""

from collections.abc import Iterator

from bot.lint.analysis.link_verdicts import ARCHIVE, judged_links
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence
from bot.urls.normalise import link_key
from bot.web.wording import reason

SEVERITY: Severity = "warning"
FROM_FACTS = True
SENTENCES = {
    "gone": Sentence(
        "“{name:40}”的链接 {url} 已经失效（{reason}），从 {since} 起不在",
        "请换成现在的网址；项目已经没有的，可以撤下，存档见 {archive}；要留下的，用 allow 写明理由",
        "请在浏览器里打开核对，换成现在的网址",
    ),
    "own-file": Sentence(
        "链接 {url} 指到本列表自己的文件，文件已经不在了",
        "请改成现在的路径，或删去这个链接",
    ),
}


def check(ctx: LintContext) -> Iterator[Finding]:
    own = link_key(ctx.catalog.list.repository).project if ctx.catalog.list.repository else ""
    for link in judged_links(ctx):
        if link.verdict.outcome == "gone":
            sentence = "own-file" if own and link_key(link.url).project == own else "gone"
            yield link.finding(
                sentence,
                reason=reason(link.verdict.why),
                since=link.since.isoformat(),
                archive=ARCHIVE + link.url,
            )
