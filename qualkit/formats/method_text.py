"""The method paragraph in sentences, from what happened; what is not on record is a visible gap."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from qualkit.domain.method_facts import MaterialFacts, MethodFacts
from qualkit.domain.source_making import MemberCheck
from qualkit.domain.sources import SourceKind, TextKind
from qualkit.domain.wording import (
    counted,
    listed,
    method_sentence,
    number,
    period,
    sentence,
)
from qualkit.formats.method_words import Pair, method_words
from qualkit.formats.themes_report import noticed


def method_paragraphs(facts: MethodFacts) -> tuple[str, ...]:
    """Give the paragraphs: the material, who was chosen, the analysis, how themes came about."""
    told = _Teller(facts)
    paragraphs = (
        told.material(),
        *(told.kind(material) for material in facts.material),
        told.analysis(),
        told.outcome(),
    )
    return tuple(" ".join(filter(None, sentences)) for sentences in paragraphs)


class _Teller:
    """Tells the facts of one study."""

    def __init__(self, facts: MethodFacts) -> None:
        self._facts = facts
        self._language = facts.language
        self._words = method_words(facts.language)

    def material(self) -> list[str]:
        """Tell what there is, and how it was chosen."""
        words, facts = self._words, self._facts
        kinds = [
            counted(each.count, *words.kinds[each.kind], self._language) for each in facts.material
        ]
        there = words.material.format(kinds=listed(kinds, self._language))
        return [there if kinds else words.no_material, stopped(facts.selection) or words.selection]

    def kind(self, material: MaterialFacts) -> list[str]:
        """Tell how one kind of material came about."""
        many = material.count > 1
        the_kinds = self._words.the_kinds[material.kind][many]
        when = self._when(material, the_kinds)
        if material.is_spoken:
            how = [*self._length(material), *self._texts(material), *self._checks(material)]
            return [*when, self._roles(material), *how]
        texts = [self._words.as_they_are[kind] for kind in material.text_kinds]
        return [*when, *texts] if many else when

    def analysis(self) -> list[str]:
        """Tell which analysis it is, who coded, and in which rounds."""
        facts, words = self._facts, self._words
        told = [
            method_sentence(facts.profile, self._language),
            stopped(facts.approach) or words.no_approach,
            stopped(facts.coders) or words.no_coders,
        ]
        if not facts.coded:
            return [*told, words.nothing_coded]
        hands = "" if facts.coders else self._pair(words.hands, facts.hands)
        coded = words.coded.format(period=period(*facts.coded, self._language))
        return [*told, hands, coded, *self._rounds()]

    def outcome(self) -> list[str]:
        """Tell what became of codes and themes, how suggestions were used, and with what."""
        facts, words = self._facts, self._words
        suggested = noticed(facts.suggested, facts.pipelines, self._language)
        return [
            self._codes(),
            *self._themes(),
            suggested or (words.no_suggestions if facts.coded else ""),
            words.software.format(version=facts.version),
        ]

    def _when(self, material: MaterialFacts, the_kinds: str) -> list[str]:
        words, days, many = self._words, material.days, material.count > 1
        if not days:
            return [words.no_days.format(kinds=_inside(the_kinds))]
        span = self._period([days[0], days[-1]])
        if not material.is_spoken:
            dated = words.typed if material.kind is SourceKind.CHAT else words.dated
            return [dated[many].format(kinds=the_kinds, period=span)]
        held = words.held[many].format(kinds=the_kinds, period=span)
        modes = self._counted_words(material.modes, material.count)
        how = words.modes[many].format(modes=modes) if modes else ""
        missing = material.count - sum(material.modes.values())
        gap = self._gap(missing, material, words.no_modes, words.some_modes)
        return [f"{held}{how}.", gap]

    def _roles(self, material: MaterialFacts) -> str:
        if not material.roles:
            return self._words.no_roles
        return self._words.took_part.format(roles=listed(material.roles, self._language))

    def _length(self, material: MaterialFacts) -> list[str]:
        """Tell how long they took, and of how many that is not known."""
        words, minutes, many = self._words, material.minutes, material.count > 1
        gap = self._gap(
            material.count - len(minutes), material, words.no_minutes, words.some_minutes
        )
        if not minutes:
            return [gap]
        if minutes[0] == minutes[-1]:
            length = words.one_length if minutes[0] == 1 else words.lengths
            return [words.lasted[many].format(minutes=length.format(count=minutes[0])), gap]
        return [words.lasted_range[many].format(first=minutes[0], last=minutes[-1]), gap]

    def _texts(self, material: MaterialFacts) -> list[str]:
        """Tell what the texts are, and who made them."""
        words, kinds = self._words, material.text_kinds
        made = self._counted_words(material.recorders, material.count)
        missing = material.count - sum(material.recorders.values())
        gap = self._gap(missing, material, words.no_recorders, words.some_recorders)
        if not made:
            return [*(words.as_they_are[kind] for kind in kinds), gap]
        texts = listed([words.texts[kind] for kind in kinds], self._language)
        return [words.written[material.count > 1].format(texts=texts, recorders=made), gap]

    def _checks(self, material: MaterialFacts) -> list[str]:
        """Tell how many texts were submitted to who spoke, and how they came back."""
        words, checks = self._words, material.checks
        if TextKind.OFFICIAL in material.text_kinds:
            return []
        offered = sum(checks.values()) - checks[MemberCheck.NOT_OFFERED]
        back = [
            self._pair(words.results[check], checks[check])
            for check in words.results
            if checks[check]
        ]
        results = f": {listed(back, self._language)}" if back else ""
        told = self._pair(words.offered, offered, results) if offered else ""
        not_offered = checks[MemberCheck.NOT_OFFERED]
        declined = self._pair(words.not_offered, not_offered) if not_offered else ""
        missing = material.count - sum(checks.values())
        return [told, declined, self._gap(missing, material, words.no_checks, words.some_checks)]

    def _rounds(self) -> Iterator[str]:
        """Tell in how many rounds the material was gone through."""
        rounds, words = self._facts.rounds, self._words
        if not rounds:
            return
        days = [day for each in rounds for day in (each.begun_on, each.closed_on) if day]
        span = self._period([min(days), max(days)])
        yield self._pair(words.rounds, len(rounds)).format(period=span)
        sources = sum(material.count for material in self._facts.material)
        if rounds[-1].read < sources:
            read, whole = (number(n, self._language) for n in (rounds[-1].read, sources))
            yield words.unread.format(read=read, all=whole)

    def _codes(self) -> str:
        facts, words = self._facts, self._words
        if not facts.codes:
            return words.no_codes
        changes = Counter({**facts.code_changes, "retire": facts.retired})
        return (
            f"{self._pair(words.codes, facts.codes)}{self._changes(words.code_changes, changes)}."
        )

    def _themes(self) -> Iterator[str]:
        """Tell how the themes came about, as far as there is a trace of it."""
        facts, words = self._facts, self._words
        if not facts.themes:
            yield words.no_themes
            return
        below = self._pair(words.subthemes, facts.subthemes) if facts.subthemes else ""
        changes = Counter({**facts.theme_changes, "drop": facts.dropped})
        yield f"{self._pair(words.themes, facts.themes)}{below}" + (
            f"{self._changes(words.theme_changes, changes)}."
        )
        if facts.snapshots:
            span = self._period([facts.snapshots[0], facts.snapshots[-1]])
            yield self._pair(words.snapshots, len(facts.snapshots)).format(period=span)
        if facts.themes_read:
            read, whole = (number(n, self._language) for n in (facts.themes_read, facts.themes))
            yield words.themes_read.format(read=read, all=whole)
        else:
            yield words.no_readings

    def _changes(self, known: Mapping[str, Pair], changes: Counter[str]) -> str:
        told = [self._pair(known[verb], changes[verb]) for verb in known if changes[verb]]
        return self._words.changed.format(changes=listed(told, self._language)) if told else ""

    def _counted_words(self, counts: Counter[str], whole: int) -> str:
        """List words, each with how many there are where they are not alike."""
        if len(counts) == 1 and sum(counts.values()) == whole:
            return next(iter(counts))
        told = [
            f"{words} ({number(count, self._language)})" for words, count in sorted(counts.items())
        ]
        return listed(told, self._language)

    def _gap(self, missing: int, material: MaterialFacts, none: str, some: str) -> str:
        """Show what is missing: of all of a kind, or of so many of them."""
        if not missing:
            return ""
        if missing == material.count:
            return none.format(kinds=_inside(self._words.the_kinds[material.kind][missing > 1]))
        left, whole = (number(n, self._language) for n in (missing, material.count))
        return some.format(missing=left, all=whole)

    def _pair(self, pair: Pair, count: int, results: str = "") -> str:
        """Fill in how many, with a capital where the sentence begins with it."""
        words = number(count, self._language)
        # What is filled in later keeps its braces.
        return pair[count > 1].format(
            count=words, Count=sentence(words), results=results, period="{period}"
        )

    def _period(self, days: Iterable[date]) -> str:
        first, last = days
        return period(first, last, self._language)


def stopped(text: str) -> str:
    """Give somebody's own sentences on one line, with a full stop at the end."""
    words = " ".join(text.split())
    return words if not words or words[-1] in ".?!…]" else f"{words}."


def _inside(the_kinds: str) -> str:
    """Give the subject of a sentence as it stands inside one."""
    return the_kinds[:1].lower() + the_kinds[1:]
