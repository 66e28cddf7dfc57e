"""How large the invented projects are, and where they are kept."""

import hashlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from qualkit.store import migrations

CACHE = Path(__file__).parent.parent / ".benchmarks"
"""Outside version control."""

_MAKERS = (
    "plans.py",
    "prose.py",
    "conversations.py",
    "analysis.py",
    "framework.py",
    "generator.py",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an invented project holds; the same plan gives the same texts and codings."""

    name: str
    sources: int = 20_000
    words: int = 10_000_000
    """Over all sources together."""
    codes: int = 200
    codings: int = 100_000
    themes: int = 50
    quotes: int = 1_000
    memos: int = 2_000
    long_source: int = 1_000_000
    """Code points of one more source, an interview; 0 for none."""
    long_codings: int = 5_000
    """Codings in it, with overlaps."""
    chats: bool = True
    """Whether every other source is a chat, which may not be quoted; else all are interviews."""
    seed: int = 1

    def tenth(self) -> "Plan":
        """Give a plan of a tenth of the size, with as many codes and themes."""
        return replace(
            self,
            name=f"{self.name}-tenth",
            sources=self.sources // 10,
            words=self.words // 10,
            codings=self.codings // 10,
            quotes=self.quotes // 10,
            memos=self.memos // 10,
            long_source=self.long_source // 10,
            long_codings=self.long_codings // 10,
        )

    @property
    def folder(self) -> Path:
        """Where the project is kept; another plan, schema or generator has another folder."""
        key = hashlib.sha256(repr(sorted(asdict(self).items())).encode())
        here = Path(__file__).parent
        for path in (Path(migrations.__file__), *(here / name for name in _MAKERS)):
            key.update(path.read_bytes())
        return CACHE / f"{self.name}-{key.hexdigest()[:12]}"


LARGE = Plan("large")
"""The project of the budgets: 20,000 sources, 100,000 codings, 10 million words."""

SHEET = Plan(
    "sheet",
    sources=100,
    words=80_000,
    codes=40,
    codings=2_000,
    themes=10,
    quotes=2_000,
    memos=50,
    long_source=0,
    long_codings=0,
    chats=False,
)
"""A study of 100 interviews whose 2,000 codings are all quotes."""
