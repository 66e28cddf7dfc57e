"""Phrases beyond a run of nouns: terms with a preposition, verbs, and verbs with their object."""

from dataclasses import dataclass

import numpy as np

from qualkit.language.columns import Columns
from qualkit.language.forms import Role
from qualkit.language.lexicon import Bools, Ints, Lexicon
from qualkit.language.phrasewords import BINDING_NOUNS, BINDING_PREPOSITIONS
from qualkit.language.pipeline import language_code
from qualkit.language.runs import Runs, is_head
from qualkit.language.wordforms import is_in_dictionary

_LONGEST_HEAD, _LONGEST_REST = 2, 3
"""Words before and after the preposition of a term."""

_PARTICLE_REACH = 4
"""Words between a verb and its particle: "haakt na een uur af"."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Two runs with a preposition between them."""

    head: Ints
    """The number of the first run."""
    preposition: Ints
    """The word."""
    rest: Ints
    """The number of the second run."""


@dataclass(frozen=True, slots=True)
class Actions:
    """Verbs with their objects."""

    object: Ints
    """The number of the run that is the object."""
    verb: Ints
    """The word that is the verb."""
    is_bare: Bools
    """It reads as a name for what is done: no article, and in Dutch the object first."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs alone, with the particle that belongs to them if it stands apart."""

    first: Ints
    end: Ints
    base: Ints
    """The number of the lemma: "afhaken" for "haakt af"."""
    is_separable: Bools


def terms(runs: Runs, columns: Columns, lexicon: Lexicon) -> Terms:
    """Give the runs that a preposition joins: "gebrek aan capaciteit", "rol van de gemeente".

    Without an article nearly any preposition makes a term of two nouns; with one, only that of a
    noun that asks for it, or else every "balie van het gemeentehuis" would be a phrase.
    """
    size = len(columns.role)
    after = np.minimum(runs.end, size - 1)
    next_word, second = np.minimum(after + 1, size - 1), np.minimum(after + 2, size - 1)
    run_at = _run_at(runs, size)
    bare = run_at[next_word]
    articled = np.where(columns.role[next_word] == Role.DETERMINER, run_at[second], -1)
    base = lexicon.column("base")[columns.form]
    head_base, preposition = base[runs.end - 1], base[after]
    language = language_code(lexicon.language)
    asks = _asks(head_base, preposition, lexicon, language)
    binds = np.isin(preposition, [lexicon.base(w) for w in BINDING_PREPOSITIONS.get(language, ())])
    rest = np.where((bare >= 0) & (binds | asks), bare, np.where(asks, articled, -1))
    fits = (columns.role[after] == Role.PREPOSITION) & (rest >= 0)
    fits &= runs.end - runs.first <= _LONGEST_HEAD
    fits &= columns.role[runs.end - 1] != Role.NAME
    head = np.flatnonzero(fits)
    rest = rest[head]
    length = runs.end[rest] - runs.first[rest]
    empty = lexicon.flags("is_empty")[columns.form]
    good = (length <= _LONGEST_REST) & (columns.role[runs.end[rest] - 1] != Role.NAME)
    good &= ~(empty[runs.end[rest] - 1]) & ~(empty[runs.end[head] - 1])
    return Terms(head[good], after[head[good]], rest[good])


def actions(runs: Runs, columns: Columns, lexicon: Lexicon) -> Actions:
    """Give the verbs that stand beside their object: "aangifte doen", "doet meteen aangifte".

    In Dutch the object comes before an infinitive or participle, with "te" between them at most. A
    finite verb comes before its object when its subject went before it.
    """
    size = len(columns.role)
    role, before = columns.role, np.arange(len(runs))
    found: list[tuple[Ints, Ints]] = []
    dutch = language_code(lexicon.language) == "nl"
    if dutch:
        at = np.minimum(runs.end, size - 1)
        at = np.where(role[at] == Role.LINK, np.minimum(at + 1, size - 1), at)
        fits = role[at] == Role.VERB
        found.append((before[fits], at[fits]))
    at = runs.first - 1
    for _ in range(2):
        between = (role[at] == Role.DETERMINER) | (role[at] == Role.ADVERB)
        # "repeat their story"; in Dutch a pronoun after the verb is its subject.
        between |= (role[at] == Role.PRONOUN) & (not dutch)
        at = np.where((at > 0) & between, at - 1, at)
    fits = (at >= 0) & _takes_object_after(role, at, dutch)
    found.append((before[fits], at[fits]))
    objects = np.concatenate([pair[0] for pair in found])
    verbs = np.concatenate([pair[1] for pair in found])
    short = (runs.end - runs.first <= _LONGEST_REST)[objects]
    empty = lexicon.flags("is_empty")[columns.form]
    named = role[runs.end - 1] == Role.NAME
    short &= ~empty[runs.end[objects] - 1] & ~named[objects]
    objects, verbs = objects[short], verbs[short]
    before_object = role[np.maximum(runs.first[objects] - 1, 0)]
    bare = ((verbs > runs.first[objects]) | (not dutch)) & (before_object != Role.DETERMINER)
    return Actions(objects, verbs, bare)


def verbs(columns: Columns, lexicon: Lexicon) -> Verbs:
    """Give the verbs that say something alone, a separable one with its particle."""
    is_verb = (columns.role == Role.VERB) | (columns.role == Role.FINITE)
    at = np.flatnonzero(is_verb)
    end, base = at + 1, lexicon.column("base")[columns.form[at]]
    separable = np.zeros(len(at), dtype=np.bool_)
    for number, place in _particles(at, columns, lexicon):
        whole = _with_particle(columns, lexicon, int(base[number]), place)
        if whole:
            end[number], base[number], separable[number] = place + 1, whole, True
    # "Snapt" or "scheelt" alone is half a clause; "inspreken" or "opgehangen" names what is done.
    is_name = columns.role[at] == Role.VERB
    says = separable | (is_name & ~lexicon.flags("is_empty")[columns.form[at]])
    return Verbs(at[says], end[says], base[says], separable[says])


def _run_at(runs: Runs, size: int) -> Ints:
    """Give for each word the number of the run that begins there, or -1."""
    found = np.full(size, -1, dtype=np.int64)
    found[runs.first] = np.arange(len(runs))
    return found


def _asks(heads: Ints, prepositions: Ints, lexicon: Lexicon, language: str) -> Bools:
    """Tell which nouns ask for the preposition that follows them."""
    pairs = [
        lexicon.base(noun) << 32 | lexicon.base(preposition)
        for preposition, nouns in BINDING_NOUNS.get(language, {}).items()
        for noun in nouns
    ]
    return np.isin(heads << 32 | prepositions, pairs)


def _takes_object_after(role: Ints, at: Ints, dutch: bool) -> Bools:
    """Tell which verbs have their object after them."""
    before = role[np.maximum(at - 1, 0)]
    follows_subject = ((before == Role.PRONOUN) | is_head(before)) & (at > 0)
    takes: Bools = (role[at] == Role.FINITE) & (follows_subject | (not dutch))
    if not dutch:
        takes |= role[at] == Role.VERB
    return takes


def _particles(at: Ints, columns: Columns, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Give the finite verbs, by number, that a particle at the end of a clause may belong to."""
    role, is_particle = columns.role, lexicon.flags("is_particle")[columns.form]
    ends_clause = np.ones(len(role), dtype=np.bool_)
    # What follows a preposition begins a phrase; what follows a particle does not.
    goes_on = (Role.ADJECTIVE, Role.NOUN, Role.NAME, Role.DETERMINER, Role.PRONOUN)
    ends_clause[:-1] = ~np.isin(role[1:], goes_on)
    candidates = is_particle & ends_clause
    is_word = lexicon.flags("is_word")[columns.form]
    open_clause = np.flatnonzero(role[at] == Role.FINITE)
    found: dict[int, int] = {}
    for step in range(1, _PARTICLE_REACH + 1):
        place = at[open_clause] + step
        inside = place < len(role)
        open_clause, place = open_clause[inside], place[inside]
        here = candidates[place]
        for number, word in zip(open_clause[here].tolist(), place[here].tolist(), strict=True):
            found.setdefault(number, word)
        open_clause = open_clause[is_word[place] & ~here]
    return sorted(found.items())


def _with_particle(columns: Columns, lexicon: Lexicon, base: int, place: int) -> int:
    """Give the lemma of a verb and its particle as one word; 0 when there is no such verb."""
    whole = lexicon.particle_of(int(columns.form[place])) + lexicon.bases[base]
    return lexicon.base(whole) if is_in_dictionary(whole, lexicon.language) else 0
