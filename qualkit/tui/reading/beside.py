"""Long work beside the screen, in a thread, while keys go on being answered."""

import asyncio
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

SWITCH_SECONDS = 0.0005
"""How long a thread may keep the interpreter while the screen waits for it. Python's own 5 ms,
taken several times for one key, make the cursor lag behind."""


async def beside(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Give what a call gives that runs in a thread."""
    sys.setswitchinterval(SWITCH_SECONDS)
    return await asyncio.to_thread(call, *args, **kwargs)
