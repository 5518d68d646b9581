"""Bodies made to do harm: no crash, and nothing of theirs comes alive (tests/hostile.py tries as many as wanted)."""

import pytest
from hostile import hostile_body, tried
from worlds import ALICE, World, context


@pytest.mark.parametrize("first", range(0, 300, 50), ids=lambda first: f"seeds-{first}-to-{first + 49}")
def test_hostile_bodies_do_nothing(first):
    for seed in range(first, first + 50):
        world = World()
        number = world.open_issue(hostile_body(seed), ALICE)
        tried(context(world.main), world.snapshot(number))
