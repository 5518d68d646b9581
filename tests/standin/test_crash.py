"""Whatever happens to the k-th request, the next delivery ends where an undisturbed run ends.

Here writes fail in every way and reads in one; `python -m bench.crash` strikes every request in every way.
"""

from __future__ import annotations

import pytest
from disturbed import FAULTS
from scenarios import SCENARIOS, Trial


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_request_may_be_the_last_or_fail(hub_server, small_list, scenario):
    trial = Trial(hub_server, small_list, scenario)
    for number, request in enumerate(trial.requests, 1):
        writes = request["method"] != "GET"
        for how in ("killed", *FAULTS) if writes else ("502",):
            assert trial.disturbed(how, number) == trial.expected, (how, number, request)
