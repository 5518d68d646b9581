"""Whether a file's times can be trusted to tell of the next change, as git asks it of its index.

Two changes within one tick of a file system's clock cannot be told apart: ext4 and the like tick every few
milliseconds, FAT and some network file systems every two seconds, with no fraction of one.
"""

from __future__ import annotations

import os

TICK, COARSE_TICK = 20_000_000, 2_000_000_000  # ns


def settled(changed: int, modified: int, now: int) -> bool:
    """Whether a change from `now` on would show in the file's times; all in ns."""
    tick = TICK if modified % 1_000_000 else COARSE_TICK
    return changed + tick < now and os.name == "posix"
