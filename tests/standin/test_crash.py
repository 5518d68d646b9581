"""Whatever happens to the k-th request, the next delivery ends where an undisturbed run ends.

Here each is killed once and each write fails in one way; `python -m bench.crash` strikes each in every way.
"""

from __future__ import annotations

from itertools import cycle

import pytest
from disturbed import FAULTS
from scenarios import SCENARIOS, Trial


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_request_may_be_the_last_or_fail(hub_server, small_list, scenario):
    trial = Trial(hub_server, small_list, scenario)
    ways = cycle(FAULTS)
    for number, request in enumerate(trial.requests, 1):
        for how in ("killed", next(ways)) if request["method"] != "GET" else ("killed",):
            assert trial.disturbed(how, number) == trial.expected, (how, number, request)


def test_what_the_hours_budget_did_not_pay_for_the_next_run_does(hub_server, small_list):
    trial = Trial(hub_server, small_list, "refreshed")
    for number in range(1, len(trial.requests) + 1):
        assert trial.disturbed("spent", number) == trial.expected, number
