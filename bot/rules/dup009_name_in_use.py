"""新条目的名称，列表里已有条目在用

投稿人没有搜到已有的条目，往往因为它用的是另一个名称：列表里是“骆驼（Luotuo）”，投稿写“駱駝”；或者它早已撤下。
所以评审一份新投稿时，拿它的各种名称（别名、成员、只供查找的名称也算）与已有条目的比一遍，繁简、大小写、连字符不算差别。
与撤下的条目同名是警告：撤下总有原因，重新收录之前应当知道。其余只是提示：模型与它的语料、榜单同名本来正常。
检查整个列表时不提。写明了关系（`relations`）的，或已由 DUP001 至 DUP003 说过的，不再提。

## Flagged

已有条目的别名：

```yaml
new: {name: 駱駝, links: [{url: "https://github.com/sand-lab/camel-zh"}]}
catalog: [{name: Sandship, slug: sandship, aliases: [骆驼], links: [{url: "https://github.com/dune-lab/sandship"}]}]
```

已有条目的成员，或它的旧标题：

```yaml
new: {name: Sandship-7B-Chat, links: [{url: "https://huggingface.co/other-lab/chat-7b"}]}
catalog: [{name: Sandship, slug: sandship, includes: [Sandship-7B-Chat], links: [{url: "https://github.com/dune-lab/sandship"}]}]
```

```yaml
new: {name: 沙舟模型, links: [{url: "https://github.com/sand-lab/camel-zh"}]}
catalog: [{name: Sandship, slug: sandship, search_names: [沙舟模型], links: [{url: "https://github.com/dune-lab/sandship"}]}]
```

已有名称的前半：

```yaml
new: {name: 竹海, links: [{url: "https://bamboo-sea.dev"}]}
catalog: [{name: 竹海 Bamboo-7B, slug: bamboo-7b, links: [{url: "https://github.com/bamboo-lab/bamboo"}]}]
```

同名，类别和小节不同：

```yaml
new: {name: Starling-Sea, kind: framework, section: corpora, links: [{url: "https://gitee.com/mirrors/Starling-Sea"}]}
catalog: [{name: Starling-Sea, slug: starling, links: [{url: "https://github.com/sea-lab/Starling-Sea"}]}]
```

早已撤下：

```yaml
new: {name: BigHoax, links: [{url: "https://huggingface.co/joke-lab/BigHoax"}]}
catalog: [{name: BigHoax, slug: bighoax-2023, status: withdrawn, reason: 愚人节玩笑}]
```

自己的别名是别人的名称：

```yaml
new: {name: Sandship 2, aliases: [Dunewalker], links: [{url: "https://github.com/dune-lab/sandship2"}]}
catalog: [{name: Dunewalker, slug: dunewalker, links: [{url: "https://github.com/walk-lab/dunewalker"}]}]
```

## Fine

名称不相干：

```yaml
new: {name: 望远镜, links: [{url: "https://github.com/star-lab/telescope"}]}
catalog: [{name: 显微镜, slug: microscope, aliases: [Microscope], links: [{url: "https://github.com/lens-lab/microscope"}]}]
```

写明了关系：

```yaml
new:
  name: Sandship
  slug: sandship-data
  section: corpora
  kind: dataset
  links: [{url: "https://huggingface.co/datasets/dune-lab/sandship"}]
  relations: [{type: part-of, record: sandship}]
catalog: [{name: Sandship, slug: sandship, links: [{url: "https://github.com/dune-lab/sandship"}]}]
```

版本不同：

```yaml
new: {name: Sandship 2, links: [{url: "https://github.com/dune-lab/sandship2"}]}
catalog: [{name: Sandship, slug: sandship, links: [{url: "https://github.com/dune-lab/sandship"}]}]
```

同一个链接，归 DUP001：

```yaml
new: {name: Sandship, links: [{url: "https://github.com/dune-lab/sandship"}]}
catalog: [{name: Sandship, slug: sandship-2, links: [{url: "https://github.com/dune-lab/sandship/"}]}]
```
"""

from collections.abc import Iterator

from bot.catalog.model import Record
from bot.lint.analysis.double_entries import doubled
from bot.lint.analysis.same_page import everything
from bot.lint.context import LintContext
from bot.lint.finding import Clause, EntryRef, Finding, Severity, place
from bot.lint.phrases import NAME_THE_DIFFERENCE
from bot.lint.sentences import Sentence
from bot.names.normalise import name_key

SEVERITY: Severity = "info"
SENTENCES = {
    "in-use": Sentence(
        "“{called:40}”与{other}用的是同一个名称",
        "是同一个项目就不必再收，要补充请改已有的条目；不是就在名称里写明区别，如加上机构或版本",
    ),
    "withdrawn": Sentence(
        "“{called:40}”与已撤下的{other}用的是同一个名称{why}",
        "如果撤下原因已消除，请恢复原条目；如果是同名的另一个项目，请在名称中区分",
    ),
}
CLAUSES = {"why": "（撤下的原因：“{reason:60}”）"}
CONTRIBUTOR_FIX = {"new-entry": NAME_THE_DIFFERENCE}
NAMESAKES = 5  # of one name: more are a word that many use


def check(ctx: LintContext) -> Iterator[Finding]:
    if not ctx.new:
        return
    [record] = ctx.subjects
    mine = forms(record)
    namesakes = [one for one in everything(ctx) if one.slug != record.slug and not mine.isdisjoint(forms(one))]
    known = doubled(ctx) if namesakes else set()
    for other in namesakes if len(namesakes) <= NAMESAKES else ():
        related = {relation.record for relation in (*record.relations, *other.relations)}
        if record.status == "active" and other.slug not in known and related.isdisjoint({record.slug, other.slug}):
            yield _finding(record, other)


def forms(record: Record) -> frozenset[str]:
    """All that the record is called, as names are compared."""
    return frozenset().union(*(name_key(name).forms for name in record.names))


def _finding(record: Record, other: Record) -> Finding:
    there, gone = place(other), other.status == "withdrawn"
    evidence = {"name": min(forms(record) & forms(other)), "names": [other.name, record.name]}
    why = Clause("why", {"reason": other.reason}) if other.reason else None
    parts = {"called": record.name, "other": EntryRef(other.name, there), "why": why}
    severity: Severity = "warning" if gone else SEVERITY
    return Finding("withdrawn" if gone else "in-use", place(record), evidence, parts, (there,), severity=severity)
