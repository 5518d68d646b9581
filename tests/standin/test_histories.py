"""Edits, merges, closings and deliveries in any order end where a fresh start would end.

`python -m bench.crash --histories N` plays more of them.
"""

from __future__ import annotations

from histories import check, histories
from hypothesis import HealthCheck, example, given, settings

SAME_NAME = (["Gamma", "Gamma", "", "Delta", "Gamma"], [("deliver", 1, None), ("deliver", 0, None), ("merge", 1, None)])


@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories)
@example(history=SAME_NAME)
def test_any_history_ends_as_from_scratch(hub_server, small_list, history):
    check(hub_server, small_list, *history)
