"""Issue bodies as GitHub writes them when someone fills in one of the project's forms."""

from __future__ import annotations

from lists import PROJECT

from bot.flows.forms import forms

NOTHING = "_No response_"


def new_entry(name: str, **answers: str) -> str:
    """A sound submission of a new entry; `answers` by field id, with _ for -."""
    given = {
        "name": name,
        "link": f"https://github.com/example/{name.lower()}",
        "section": "一、模型",
        "kind": "语言模型",
        "description": f"{name} 由示例团队在 2024 年发布，以自有语料训练，参数规模七十亿，权重可以自由下载和商用。",
    }
    return filled("new-entry", given | {key.replace("_", "-"): value for key, value in answers.items()})


def fix_entry(entry: str, **answers: str) -> str:
    """A correction: the link was wrong."""
    given = {
        "entry": entry,
        "problem": "链接不对",
        "link": "https://github.com/example/moved",
        "reason": "仓库搬家了。",
    }
    return filled("fix-entry", given | {key.replace("_", "-"): value for key, value in answers.items()})


def filled(form: str, answers: dict[str, str]) -> str:
    parts = []
    for field in forms(PROJECT)[form].fields:
        if field.type == "checkboxes":
            answer = "\n".join(f"- [X] {option}" for option in field.options)
        else:
            answer = answers.get(field.id) or ("None" if field.type == "dropdown" else NOTHING)
        parts.append(f"### {field.label}\n\n{answer}")
    return "\n\n".join(parts)
