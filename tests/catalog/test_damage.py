"""Every shipped file, cut and spoilt: told with its place or read as sound, never a crash.

`python -m bench.fuzz_catalog` does the same at length, and on whole runs of regen.
"""

import random

import pytest

from bench.fuzz_catalog import cuts, flips, loader, moves


@pytest.mark.parametrize(("kind", "times"), [
    pytest.param(cuts, 0, id="cut at every 50th byte"),
    pytest.param(flips, 5, id="bytes flipped"),
    pytest.param(moves, 5, id="pieces taken out, doubled, moved"),
])  # fmt: skip
def test_damage(kind, times):
    found = loader(kind, random.Random(1), times)
    assert found["told"] > 300
    assert set(found) <= {"told", "silent"}
