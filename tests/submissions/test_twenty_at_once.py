"""Twenty submissions for one section on one day: each has its pull request, whichever comes and is merged first."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds import NEW, User, World, body, context, with_generated

# Each sorts before the last one where a name decides; Chinese ones and those alike but for case among them.
NAMES = [f"ZZ-{letter}" for letter in "onmlkjihgfedcba"] + ["Alpha-7B", "阿尔法", "贝塔模型", "zeta-1", "Omega"]
ABOUT = [
    "会写古体诗，也能续写小说，语料取自公版书。",
    "为编程而训练，补全代码、解释报错、生成单元测试。",
    "把英文论文译成中文，术语按学科词典统一。",
    "面向法律咨询，答案后附法条与判例编号。",
    "医院问诊助手，按科室分诊并提示就医时限。",
    "教小学数学，逐步推导而不直接给出结果。",
    "听得懂粤语和四川话，适合语音客服。",
    "只有两亿参数，手机离线也能运行。",
    "看图说话，能读票据、表格与手写字。",
    "为农户回答病虫害问题，数据来自农技站。",
    "记忆长达十万字，适合总结会议录音。",
    "玩文字冒险游戏时扮演主持人，规则可自定义。",
    "检索内部知识库再作答，给出原文出处。",
    "评价作文并指出病句，评分标准公开。",
    "把自然语言改写为数据库查询，支持三种方言。",
    "化学方向，预测反应产物并画出结构式。",
    "生成乐谱与歌词，输出标准的音乐格式。",
    "新闻摘要与谣言核查，列出互相矛盾的报道。",
    "控制机械臂，把口头指令拆成动作序列。",
    "模拟面试官追问简历细节，事后给出建议。",
]
LAST_FIRST = list(range(len(NAMES)))[::-1]
ORDERS = st.permutations(range(len(NAMES)))


def submission(name: str) -> str:
    link, about = f"https://example{NAMES.index(name)}.cn/", f"{name}：{ABOUT[NAMES.index(name)]}"
    return body({**NEW, "项目名称": name, "项目链接": link, "其他名称": "", "其他链接": "", "介绍": about})


def all_merged(come: list[int], merged: list[int]) -> World:
    """`come`: the order of their first runs; `merged`: that of the merges."""
    world = World()
    for number, name in enumerate(NAMES):
        world.open_issue(submission(name), User(f"user{number // 4}", 100 + number // 4))
    for index in come:
        world.run(index + 1)
    for index in merged:
        world.refresh()
        pull = world.pull_of(index + 1)
        assert pull
        assert (pull.open, pull.draft) == (True, False), world.told(index + 1)
        world.merge(pull.number)  # refuses what would conflict
    return world


@pytest.mark.parametrize(
    "come", [pytest.param(LAST_FIRST[::-1], id="as opened"), pytest.param(LAST_FIRST, id="last first")]
)
@pytest.mark.parametrize(
    "merged", [pytest.param(LAST_FIRST[::-1], id="oldest first"), pytest.param(LAST_FIRST, id="newest first")]
)
def test_twenty_in_one_section(come, merged):
    ends_complete(all_merged(come, merged))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ORDERS, ORDERS)
def test_twenty_in_any_order(come, merged):
    ends_complete(all_merged(come, merged))


def ends_complete(world: World) -> None:
    assert world.main == with_generated(world.main), "what is merged is what regen would write"
    assert {record.name for record in context(world.main).catalog.records} >= set(NAMES)
    assert all(name in world.main["README.md"] for name in NAMES)
