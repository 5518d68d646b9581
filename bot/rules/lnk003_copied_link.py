"""链接是从别的条目抄来的

照着邻近的条目写新条目时，最容易忘记的就是换掉链接：名称和介绍是这个项目的，点开却是另一个项目。
本规则找这样的链接：它和别处一个条目的链接是同一个页面，合那个条目的名称，却和本条目的名称毫无关系，
介绍里也没有提到那个项目。介绍里说明了来由的、名称也相同的，不在此列；放在不同小节里的常是模型和它的数据集，只作提示。

## Flagged

```yaml
record: {name: BayLing, links: [{url: "https://github.com/imoneoi/openchat"}]}
catalog: [{name: OpenChat, links: [{url: "https://github.com/imoneoi/openchat"}]}]
```

名称只差一个字母，链接却是人家的：

```yaml
record: {name: fpmoney, links: [{url: "https://github.com/penny-lab/fpdecimal"}], description: 定点数表示的货币。}
catalog: [{name: fpdecimal, links: [{url: "https://github.com/penny-lab/fpdecimal"}]}]
```

主页是对的，“源码”却是下一条的：

```yaml
record:
  name: Traverse
  links: [{url: "https://traverse-proxy.dev"}, {url: "https://github.com/quiet/static-server", label: 源码}]
catalog: [{name: Static Server, links: [{url: "https://github.com/quiet/static-server"}]}]
```

两个名称有一半相同，不同的那一半说明链接是谁的：

```yaml
page: |
  ## 工具
  - [Kettle CRUDRouter](https://github.com/steam-lab/kettle-crudrouter) - 生成路由。
  - [Kettle FastCRUD](https://github.com/steam-lab/kettle-crudrouter) - 快速增删改查。
```

两篇论文，标题写全了，链接却是同一篇：

```yaml
page: |
  ## 论文
  - [Calm Decoding: Large Models for Quiet Rooms](https://arxiv.org/abs/2301.12345)
  - [A Survey of Steam Kettles and Their Whistles](https://arxiv.org/abs/2301.12345)
```

表里的评分带着链接，抄的那一行在前面：

```yaml
page: |
  ## 书
  | 书名 | 作者 | 评分 |
  |---|---|---|
  | 灯塔与海：一部航海史 The Lighthouse and the Sea | 阿海 | [4.2](https://books-project.dev/show/77.A_Quiet_Kettle) |
  | A Quiet Kettle: Notes on Steam | 阿壶 | [4.1](http://books-project.dev/show/77.A_Quiet_Kettle) |
```

链接写法不同，页面相同：

```yaml
record: {name: YuLan-Chat, links: [{url: "http://www.github.com/ictnlp/BayLing/"}]}
catalog: [{name: BayLing 百聆, slug: bayling, links: [{url: "https://github.com/ictnlp/BayLing"}]}]
```

链接写法不同，页面相同：和网址里的对不上：

```yaml
record: {name: Polynotebook, links: [{url: "https://github.com/ml-tools/workspace-ml"}]}
catalog: [{name: Workspace ML, links: [{url: "https://github.com/ml-tools/workspace-ml"}]}]
```

## Fine

介绍里说明了它建立在那个项目上：

```yaml
record: {name: Koala, description: 用 EasyLM 训练的对话模型。, links: [{url: "https://github.com/young-geng/EasyLM"}]}
catalog: [{name: EasyLM, links: [{url: "https://github.com/young-geng/EasyLM"}]}]
```

两个名称都与仓库名对应：

```yaml
record: {name: Linly-Chinese-LLaMA-2, links: [{url: "https://github.com/CVI-SZU/Linly"}]}
catalog: [{name: 伶荔（Linly）, slug: linly, links: [{url: "https://github.com/CVI-SZU/Linly"}]}]
```

同一个仓库里的两件工具，名称同出一源：

```yaml
page: |
  ## 工具
  - [kettlectx](https://github.com/steam-lab/kettlectx) - 切换水壶。
  - [kettlens](https://github.com/steam-lab/kettlectx) - 切换壶嘴。
```

头像指到作者的主页：

```yaml
page: |
  | 作者 | 名称 |
  |---|---|
  | [![头像](https://quiet-lab.cn/a.png)](https://github.com/quietlab) | **护眼模式** |
  | [![头像](https://quiet-lab.cn/b.png)](https://github.com/quietlab) | **Quietlab 增强** |
```

各自的子目录：

```yaml
record: {name: SmileConv, links: [{url: "https://github.com/quiet-lab/mechat/tree/main/smileconv"}]}
catalog: [{name: MeChat, links: [{url: "https://github.com/quiet-lab/mechat"}]}]
```

链接文字就是那个项目的名称，是顺带提到：

```yaml
record:
  name: ripz
  links: [{url: "https://github.com/jed/ripz"}, {url: "https://github.com/burnt/ripgrep", label: ripgrep}]
catalog: [{name: ripgrep, links: [{url: "https://github.com/burnt/ripgrep"}]}]
```

没有别的条目用这个链接，名称和仓库名对不上也可能自有原因：

```yaml
record: {name: 悟道·天鹰, links: [{url: "https://github.com/FlagAI-Open/FlagAI/tree/master/examples/Aquila"}]}
catalog: [{name: OpenFlamingo, links: [{url: "https://github.com/mlfoundations/open_flamingo"}]}]
```
"""

from collections.abc import Iterable, Iterator

from bot.catalog.model import Link
from bot.lint.analysis.copied_links import Copied, copied
from bot.lint.context import LintContext
from bot.lint.finding import Clause, EntryRef, Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.names.match_url import fit
from bot.urls.normalise import link_key

SEVERITY: Severity = "warning"
SENTENCES = {
    "copied": Sentence(
        "“{name:40}”的链接 {url} 疑似抄自“{owner:40}”：{other}用的是同一个页面，名称也对应",
        "请换成“{name:40}”自己的网址{candidate}；如果确实同属一个项目，请在介绍里注明",
    ),
    "two-titles": Sentence(
        "“{name:40}”和{other}是两个标题，链接却是同一个 {url}，有一条抄错了",
        "请打开看看是哪一条，再把另一条换成它自己的网址",
    ),
}
CLAUSES = {"candidate": "（可从 {url} 找起）"}


def check(ctx: LintContext) -> Iterator[Finding]:
    # An entry in the list was once accepted as it is; a single one that asks to be let in was not.
    fresh = len(ctx.subjects) == 1 < len(ctx.catalog.records)
    judged = {record.slug for record in ctx.subjects}
    ranked: dict[str, list[Link]] = {}
    reported = set()
    for copy in copied(ctx).values():
        record, pair = copy.record, (copy.record.slug, copy.owner.slug)
        if record.slug in judged and pair not in reported:  # two links taken from one entry are one mistake
            reported.add(pair)
            if record.slug not in ranked:
                ranked[record.slug] = sorted(record.links, key=lambda link: -fit(copy.record.name, link.url))
            yield _finding(copy, ranked[record.slug], "error" if fresh else "warning")


def _finding(copy: Copied, ranked: Iterable[Link], severity: Severity) -> Finding:
    at = place(copy.record, "links", copy.link.line)
    there = place(copy.owner, "links", copy.theirs.line)
    evidence = {
        "url": link_key(copy.link.url).url,
        "owner": copy.owner.name,
        "fits_owner": round(fit(copy.owner.name, copy.link.url), 2),
        "fits_name": round(fit(copy.record.name, copy.link.url), 2),
    }
    sure = copy.grade != "note" and copy.record.section == copy.owner.section
    parts = {"name": copy.record.name, "other": EntryRef(copy.owner.name, there), "candidate": _candidate(copy, ranked)}
    sentence = "two-titles" if copy.grade == "titles" else "copied"
    return Finding(sentence, at, evidence, parts, (there,), severity=severity if sure else "info")


def _candidate(copy: Copied, ranked: Iterable[Link]) -> Clause | None:
    """Another address of the entry that fits its name: a place to start from, not an answer."""
    page = link_key(copy.link.url).page
    best = next((link for link in ranked if link_key(link.url).page != page), None)
    return Clause("candidate", {"url": best.url}) if best and fit(copy.record.name, best.url) >= 0.8 else None
