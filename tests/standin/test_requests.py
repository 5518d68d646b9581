"""How many requests an event costs: PyGithub fetches an object again when an attribute is read that GitHub left out."""

from __future__ import annotations

import pytest
from scenarios import SCENARIOS, Trial

REQUESTS = {"opened": 21, "edited": 18, "spoiled": 20, "mended": 23, "reopened": 25, "merged": 17, "refreshed": 12}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_request_is_made_twice(hub_server, small_list, scenario):
    requests = Trial(hub_server, small_list, scenario).requests
    assert len(requests) == REQUESTS[scenario], [f"{r['method']} {r['path']}" for r in requests]
