"""Small turns of phrase that more than one screen uses."""

from collections.abc import Mapping
from datetime import datetime

from qualkit.translation import N_n, ngettext

_COUNTED: Mapping[str, tuple[str, str]] = {
    "absence": N_n("{count} absence", "{count} absences"),
    "answered quote": N_n("{count} quote with answers", "{count} quotes with answers"),
    "case": N_n("{count} case", "{count} cases"),
    "claim": N_n("{count} claim", "{count} claims"),
    "code": N_n("{count} code", "{count} codes"),
    "coding": N_n("{count} coding", "{count} codings"),
    "decision": N_n("{count} decision", "{count} decisions"),
    "file": N_n("{count} file", "{count} files"),
    "hit": N_n("{count} hit", "{count} hits"),
    "limitation": N_n("{count} limitation", "{count} limitations"),
    "line": N_n("{count} line", "{count} lines"),
    "memo": N_n("{count} memo", "{count} memos"),
    "open doubt": N_n("{count} open doubt", "{count} open doubts"),
    "word": N_n("{count} word", "{count} words"),
    "passage": N_n("{count} passage", "{count} passages"),
    "place": N_n("{count} place", "{count} places"),
    "phrase": N_n("{count} phrase", "{count} phrases"),
    "quote": N_n("{count} quote", "{count} quotes"),
    "relation": N_n("{count} relation", "{count} relations"),
    "remark": N_n("{count} remark", "{count} remarks"),
    "row": N_n("{count} row", "{count} rows"),
    "segment": N_n("{count} segment", "{count} segments"),
    "snapshot": N_n("{count} snapshot", "{count} snapshots"),
    "source": N_n("{count} source", "{count} sources"),
    "step": N_n("{count} step", "{count} steps"),
    "subtheme": N_n("{count} subtheme", "{count} subthemes"),
    "theme": N_n("{count} theme", "{count} themes"),
    "vignette": N_n("{count} vignette", "{count} vignettes"),
}


def count_of(count: int, noun: str) -> str:
    """Write "1 coding", "2 codings", in the language in use."""
    return ngettext(*_COUNTED[noun], count).format(count=count)


def turns_told(turns: int) -> str:
    """Say how much context is shown."""
    told = ngettext("{count} turn before and after.", "{count} turns before and after.", turns)
    return told.format(count=turns)


def local_time(moment: datetime) -> str:
    """Write a moment in UTC as the clock on the wall shows it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
