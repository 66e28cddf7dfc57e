"""Invented chats of a help line: two of one visitor, and others."""

from pathlib import Path

HEAD = """\
---
kind: chat
title: Gesprek {number}
date: {day}
language: nl
text: chat
speakers: bezoeker = visitor, medewerker = helper
{label}---

"""

FIRST = """\
[{day} 19:31] bezoeker: hoi
[{day} 19:31] medewerker: Hoi! Welkom bij de hulplijn. Waar kan ik je mee helpen?
[{day} 19:33] bezoeker: ik wacht al drie weken op een antwoord van het loket over mijn kluisje
[{day} 19:34] medewerker: Wat vervelend. Heb je al gebeld?
[{day} 19:36] bezoeker: drie keer, en elke keer krijg ik een ander aan de lijn die van niets weet
[{day} 19:37] bezoeker: het kluisje is nummer 4471 in de fietsenkelder
[{day} 19:38] medewerker: Dan kijken we samen wat je kunt doen.
"""

AGAIN = """\
[{day} 19:40] bezoeker: goedenavond
[{day} 19:40] medewerker: Hoi! Welkom bij de hulplijn. Waar kan ik je mee helpen?
[{day} 19:41] bezoeker: kan ik hier iets vragen over school
[{day} 19:42] medewerker: Natuurlijk, vertel maar.
[{day} 19:44] bezoeker: ik wacht nu al vier weken op een antwoord van het loket over mijn kluisje
[{day} 19:46] bezoeker: vier keer, en elke keer krijg ik een ander aan de lijn die van niets weet
[{day} 19:47] bezoeker: kluisje 4471 in de fietsenkelder dus
[{day} 19:48] medewerker: Dank je, dat helpt.
"""

OTHER = """\
[{day} 14:02] bezoeker: mijn laptop doet het niet meer sinds de update
[{day} 14:03] medewerker: Hoi! Welkom bij de hulplijn. Waar kan ik je mee helpen?
[{day} 14:04] bezoeker: het scherm blijft zwart
"""

DAYS = ("2026-03-04", "2026-03-05", "2026-03-04")


def write_chats(place: Path, labels: tuple[str, str, str] = ("", "", "")) -> Path:
    """Write three chats, of which the first and the second tell the same."""
    place.mkdir(parents=True, exist_ok=True)
    rows = zip((FIRST, AGAIN, OTHER), DAYS, labels, strict=True)
    for number, (body, day, label) in enumerate(rows, 1):
        named = f"label: {label}\n" if label else ""
        text = (HEAD + body).format(number=number, day=day, label=named)
        (place / f"chat-{number}.txt").write_text(text, "utf-8")
    return place
