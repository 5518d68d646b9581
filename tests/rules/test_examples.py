"""Every rule does what its own examples say; they are also its documentation."""

from __future__ import annotations

import re

import pytest
from examples import evidence, examples, findings

from bot.lint.discover import Rule, all_rules
from bot.lint.wording import for_maintainer

RULES = all_rules()


def cases(heading: str) -> list[object]:
    return [
        pytest.param(rule.code, text, id=f"{rule.code.lower()}-{at}")
        for rule in RULES
        for at, text in enumerate(examples(rule, heading), 1)
    ]


@pytest.mark.parametrize("code, text", cases("Flagged"))
def test_flagged_examples_are_flagged(code: str, text: str):
    assert code in {finding.code for finding in findings(text)}


@pytest.mark.parametrize("code, text", cases("Fine"))
def test_fine_examples_are_not_flagged(code: str, text: str):
    assert [finding for finding in findings(text) if finding.code == code] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.lower())
def test_a_rule_explains_itself(rule: Rule):
    title, blank, *why = rule.doc.strip().partition("\n## ")[0].splitlines()
    assert title
    assert not title.endswith("。")
    assert blank == ""
    assert any(why), "says why it matters"
    assert examples(rule, "Flagged")
    assert examples(rule, "Fine")
    assert rule.doc.count("```yaml") == len(examples(rule, "Flagged")) + len(examples(rule, "Fine"))


def test_codes_and_names_are_unique():
    names = [name for rule in RULES for name in (rule.code, rule.name)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code, text", [*cases("Flagged"), *cases("Fine")])
def test_every_finding_can_be_acted_upon(code: str, text: str):
    for finding in findings(text):
        said = for_maintainer(finding)
        assert re.search(r"[\u4e00-\u9fff]", said.message), "a Chinese sentence"
        assert said.fix
        assert not said.message.endswith("。")
        assert not said.fix.endswith("。")
        assert finding.place.file
        assert finding.place.line >= 1
        assert len(said.message) <= 300


def test_an_example_with_a_misspelt_part_is_refused():
    with pytest.raises(ValueError, match="recrod"):
        evidence({"recrod": {}})


def test_a_repository_is_named_as_its_owner_spells_it():
    url = "https://github.com/Abacus/Counter/tree/main"
    text = f'record: {{name: Counter, links: [{{url: "{url}"}}]}}'
    (found,) = [one for one in findings(text) if one.code == "LNK008"]
    assert found.evidence["project"] == "https://github.com/Abacus/Counter"
