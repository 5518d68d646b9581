"""Bodies made to do harm: no crash, and nothing of theirs comes alive (tests/hostile.py tries as many as wanted)."""

import pytest
from hostile import FIX_CALLING, hostile_body, hostile_world, tried
from worlds import ALICE, FIX, body, context


@pytest.mark.parametrize("first", range(0, 300, 50), ids=lambda first: f"seeds-{first}-to-{first + 49}")
def test_hostile_bodies_do_nothing(first):
    for seed in range(first, first + 50):
        world = hostile_world()
        number = world.open_issue(hostile_body(seed), ALICE)
        tried(context(world.main), world.snapshot(number), seed)


@pytest.mark.parametrize("answers", [
    pytest.param(FIX_CALLING, id="its link"),
    pytest.param({**FIX_CALLING, "有什么问题": "介绍过时或不准确", "新的介绍": "换一段新的介绍，说明它是什么。"}, id="its description"),
    pytest.param({**FIX_CALLING, "有什么问题": "项目已下线"}, id="withdrawn"),
    pytest.param({**FIX, "有什么问题": "与另一个条目重复", "与哪个条目重复": FIX_CALLING["哪个条目"]}, id="as the other one"),
])  # fmt: skip
def test_an_entry_that_calls_people_calls_nobody_in_an_issue(answers):
    world = hostile_world()
    number = world.open_issue(body(answers), ALICE)
    assert tried(context(world.main), world.snapshot(number)) in {"pull request", "to be mended"}
