"""两个条目的介绍几乎一样

名称不同、链接不同，介绍却几乎一字不差：或者是改了名、搬了家的同一个项目，或者是照着邻近的条目写时忘了改介绍。
标点、全半角、繁简、日期和个别字的出入不算差别；各自的名称也不算。介绍相同不等于项目相同，所以只请维护者看一眼：
整段照抄的是警告，其余是提示。
太短的介绍、几个条目共用的套话、同一项目的不同版本、同一作者的几个项目不报；说的事情不同（语言、数字、对象）也不报。

## Flagged

整段相同，一字未改：

```yaml
record:
  name: 松烟
  links: [{url: "https://github.com/pine-lab/pine-smoke"}]
  description: |
    用两百万段公开的庭审记录训练的法律问答模型，能引用法条并给出出处，
    权重与训练脚本全部开放，单张显卡即可运行。
catalog:
  - name: 砚台
    slug: inkstone
    links: [{url: "https://github.com/ink-works/inkstone"}]
    description: |
      用两百万段公开的庭审记录训练的法律问答模型，能引用法条并给出出处，
      权重与训练脚本全部开放，单张显卡即可运行。
```

改了名的项目，介绍里只换了名称：

```yaml
record:
  name: Lampwork
  links: [{url: "https://github.com/lamp-guild/lampwork"}]
  description: Lampwork 把多家天文台的观测记录整理成统一的问答对，方便训练能看懂星图的助手。
catalog:
  - name: 星火集
    slug: sparks
    links: [{url: "https://gitee.com/night-sky/sparks"}]
    description: 星火集把多家天文台的观测记录整理成统一的问答对，方便训练能看懂星图的助手。
```

标点、全半角、繁简与日期不同：

```yaml
record:
  name: 晚钟
  links: [{url: "https://github.com/dusk-lab/evening-bell"}]
  description: "（更新于2023年8月2日）收录三万篇古寺碑文,逐句對照白話譯文,適合訓練文言翻譯模型."
catalog:
  - name: 碑林
    slug: steles
    links: [{url: "https://huggingface.co/datasets/stone-lab/steles", type: dataset}]
    description: 收录三万篇古寺碑文，逐句对照白话译文，适合训练文言翻译模型。
```

改动了个别字句：

```yaml
record:
  name: 听雨
  links: [{url: "https://github.com/rain-lab/listening"}]
  description: 面向客服场景的语音对话系统，能边听边答，遇到方言也能听懂，并把通话自动整理成工单。
catalog:
  - name: 檐下
    slug: eaves
    links: [{url: "https://github.com/eaves-lab/eaves"}]
    description: 面向客服场景的语音对话系统，可以边听边答，碰到方言也能听懂，并将通话自动整理为工单。
```

英文介绍：

```yaml
record:
  name: Tidewatch
  links: [{url: "https://github.com/harbour/tidewatch"}]
  description: >-
    Collects hourly tide gauge readings from coastal stations and turns them into clean tables for
    training forecasting models.
catalog:
  - name: Breakwater
    links: [{url: "https://github.com/quay-lab/breakwater"}]
    description: >-
      Collects hourly tide gauge readings from coastal stations, and turns them into clean tables
      for training of forecasting models.
```

README 页面里的也一样：

```yaml
page: |
  ## 数据

  - [山歌](https://github.com/hill-lab/songs)：整理各地采集的民歌唱词四千余首，标注方言、调式与采集地点，可用于歌词生成。
  - [采风录](https://gitee.com/folk-lab/field-notes)：整理各地采集的民歌唱词四千余首，标注方言、调式与采集地点，可用于歌词生成。
```

## Fine

版本不同，共用一段说明：

```yaml
record:
  name: 灯塔2
  links: [{url: "https://github.com/beacon-lab/beacon2"}]
  description: 支持中英双语的对话模型，由高校团队训练，可以在单张消费级显卡上运行，权重对学术研究完全开放。
catalog:
  - name: 灯塔
    slug: beacon
    links: [{url: "https://github.com/beacon-works/beacon"}]
    description: 支持中英双语的对话模型，由高校团队训练，可以在单张消费级显卡上运行，权重对学术研究完全开放。
```

太短，说不明什么：

```yaml
record: {name: 松针, links: [{url: "https://github.com/pine-lab/needle"}], description: 支持中文的开源对话模型。}
catalog:
  - name: 柏叶
    slug: cypress
    links: [{url: "https://github.com/cypress-lab/leaf"}]
    description: 支持中文的开源对话模型。
```

几个条目共用的套话：

```yaml
record:
  name: 甲木
  links: [{url: "https://github.com/one-lab/wood"}]
  description: 该项目已将模型权重、训练代码与评测脚本全部开源，欢迎下载试用并在社区里反馈问题。
catalog:
  - name: 乙草
    slug: grass
    links: [{url: "https://github.com/two-lab/grass"}]
    description: 该项目已将模型权重、训练代码与评测脚本全部开源，欢迎下载试用并在社区里反馈问题。
  - name: 丙火
    slug: fire
    links: [{url: "https://github.com/three-lab/fire"}]
    description: 该项目已将模型权重、训练代码与评测脚本全部开源，欢迎下载试用并在社区里反馈问题。
```

说法一样，说的是两件事：

```yaml
record:
  name: TideBase
  links: [{url: "https://github.com/sea-lab/tidebase"}]
  description: >-
    Unofficial client that reads tables from Postgres and offers typed queries, migrations and
    connection pooling.
catalog:
  - name: ReefBase
    links: [{url: "https://github.com/reef-works/reefbase"}]
    description: >-
      Unofficial client that reads documents from Mongo and offers typed queries, migrations and
      connection pooling.
```

同一作者的两个项目：

```yaml
record:
  name: 扁舟
  links: [{url: "https://github.com/river-lab/skiff"}]
  description: 为小型团队准备的标注平台，支持多人协作、进度统计和一键导出，部署只需一条命令。
catalog:
  - name: 画舫
    slug: barge
    links: [{url: "https://github.com/river-lab/barge"}]
    description: 为小型团队准备的标注平台，支持多人协作、进度统计和一键导出，部署只需一条命令。
```

题材相近，写法不同：

```yaml
record:
  name: 问药
  links: [{url: "https://github.com/herb-lab/ask"}]
  description: 用医院脱敏病历微调的问诊模型，侧重中药配伍与禁忌，附有人工评测结果。
catalog:
  - name: 知症
    slug: symptoms
    links: [{url: "https://github.com/clinic-lab/know"}]
    description: 收集网上公开的医患对话，微调出能做初步分诊的模型，并公布了评测方法。
```
"""

from collections.abc import Iterator

from bot.lint.analysis.same_project import likeness
from bot.lint.analysis.shown_again import on_purpose
from bot.lint.analysis.similar_descriptions import Pair, pairs
from bot.lint.analysis.which_first import WHY, first_of
from bot.lint.context import LintContext
from bot.lint.finding import EntryRef, Finding, Severity, place
from bot.lint.phrases import CHOOSE_DUPLICATE, IS_THERE
from bot.lint.sentences import Sentence
from bot.names.compare import Kinship, kinship

SEVERITY: Severity = "info"
SENTENCES = {
    "same-words": Sentence(
        "“{name:40}”的介绍与{other}几乎一样（相似 {likeness}%），链接却不同",
        "如果是改名或迁移，请合并，保留{other}{first}；如果是两个项目，请分别写出特点",
    )
}
CLAUSES = {**WHY}
CONTRIBUTOR_FIX = {
    "new-entry": f"{IS_THERE}；如果不是，请在“介绍”里写出它自己的特点",
    "fix-entry": CHOOSE_DUPLICATE,
}
ENOUGH = 24  # words below which a text says too little
BRIEF = 14  # the same for entries whose names are alike: together they say more
PER = 24  # words for which one place may say something else
CLOSE = 88.0  # how alike such texts must be
WHOLE, LONG = 97.0, 36  # copied as a whole, and long enough to be no accident


def check(ctx: LintContext) -> Iterator[Finding]:
    for pair in pairs(ctx):
        kin = kinship(pair.one.record.name, pair.other.record.name)
        if kin == "variant" or not _telling(pair, kin) or pair.one.key.owner == pair.other.key.owner:
            continue
        if not likeness(pair.one, pair.other) and not on_purpose(pair.one, pair.other, ctx):  # else DUP002 tells it
            whole = pair.likeness >= WHOLE and pair.size >= LONG and not pair.apart
            yield _finding(pair, ctx, "warning" if whole and kin in ("strangers", "part", "near") else "info")


def _telling(pair: Pair, kin: Kinship) -> bool:
    """Whether so much being the same is no accident."""
    if pair.apart:
        return pair.size >= max(ENOUGH, pair.apart * PER) and pair.likeness >= CLOSE
    return pair.size >= ENOUGH or (pair.size >= BRIEF and pair.likeness >= WHOLE and kin in ("same", "near", "part"))


def _finding(pair: Pair, ctx: LintContext, severity: Severity) -> Finding:
    first, (last,), why = first_of((pair.one, pair.other), ctx)
    one, other = first.record, last.record
    there = place(one, "description")
    evidence = {
        "names": [one.name, other.name],
        "urls": [first.key.url, last.key.url],
        "likeness": round(pair.likeness),
    }
    parts = {"name": other.name, "other": EntryRef(one.name, there), "first": why}
    return Finding("same-words", place(other, "description"), evidence, parts, (there,), severity=severity)
