"""The kinds of entries of the lists in these tests."""

from bot.catalog.words import LINKS, Words

KINDS = {
    "model": "语言模型", "multimodal": "多模态模型", "evaluator": "评测模型", "dataset": "数据集", "benchmark": "评测集",
    "leaderboard": "榜单", "framework": "框架与工具", "method": "训练方法", "agent": "智能体", "application": "应用",
    "service": "在线服务", "tutorial": "教程", "prompts": "提示词", "other": "其他",
}  # fmt: skip
WORDS = Words(KINDS)
TYPES = tuple(LINKS)
YAML = "kinds:\n" + "".join(f"  {kind}: {word}\n" for kind, word in KINDS.items())
