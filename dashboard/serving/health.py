"""Whether the server is well: asked by whoever looks after it, and by pages that lost their connection."""

import psutil
from starlette.responses import JSONResponse

from experiments.storing.version import own_version


def memory() -> float:
    """MB of memory that this process holds."""
    return float(psutil.Process().memory_info().rss) / 2**20


def health(sessions: int, *, stopping: bool = False) -> JSONResponse:
    """The answer at /health: 200 while it takes people in or is merely full, 503 once it stops."""
    facts = {"ok": not stopping, "version": own_version(), "sessions": sessions, "memory_mb": round(memory(), 1)}
    return JSONResponse(facts, 503 if stopping else 200, headers={"Cache-Control": "no-store"})
