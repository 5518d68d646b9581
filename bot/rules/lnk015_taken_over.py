"""链接里的名称已经是另一个项目

仓库删去或改名之后，别人可以用同一个账号名和仓库名另建一个。网址一个字没变，打开也正常，里面却不是当初收录的
项目，有人就借此放恶意代码。`curate links` 记着仓库的编号，编号变了就是换了项目。
要有事实（`curate links` 记下的）才查得出来。

## Flagged

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts: {"https://github.com/lamp-lab/lantern": {outcome: alive, status: 200, id: R_1, id_now: R_2}}
```

## Fine

还是那个仓库：

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts: {"https://github.com/lamp-lab/lantern": {outcome: alive, status: 200, id: R_1}}
```
"""

from collections.abc import Iterator

from bot.lint.analysis.link_verdicts import judged_links
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence

SEVERITY: Severity = "warning"
FROM_FACTS = True
SENTENCES = {
    "taken-over": Sentence(
        "“{name:40}”的链接 {url} 现在是另一个项目，只是同名（{first} 看到的仓库已经不在这里）",
        "请核对现在的内容；原来的项目在别处的，换成它的网址，没有了的，可以撤下；如果确实是原作者重建的，用 allow 写明",
        "请核对打开的是不是要推荐的项目",
    )
}


def check(ctx: LintContext) -> Iterator[Finding]:
    for link in judged_links(ctx):
        if link.verdict.why == "taken-over":
            yield link.finding("taken-over", first=link.fact.first.isoformat())
