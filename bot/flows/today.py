"""Which day it is for the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def latest_today() -> date:
    """Today where the day starts first (UTC+14): a date that is past anywhere is not in the future."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def in_china() -> date:
    """Today in China, where the dates of entries are counted."""
    return (datetime.now(UTC) + timedelta(hours=8)).date()
