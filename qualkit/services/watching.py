"""Watched phrases: what is looked out for in reading, in any of its forms."""

import re
from collections.abc import Sequence
from functools import lru_cache

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.queue import QueuedPlace, WatchedPhrase
from qualkit.domain.search import Scope
from qualkit.domain.sources import Role
from qualkit.domain.text import folded, one_line, printable, searchable
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.naming import pick, pick_by_id
from qualkit.services.suggestions import lemma_of
from qualkit.services.workspace import Workspace
from qualkit.store.journal import Step
from qualkit.store.search import search
from qualkit.store.vocabulary import words_beginning
from qualkit.translation import N_, _

TOUCHED = frozenset({"queue"})

MOST_SEGMENTS = 100_000
"""In which a watched phrase is looked for; more are told by no screen."""

_WORD = re.compile(r"\w+")
_REMEMBERED = 1 << 16
"""Words to remember the groups of."""
_ALIKE = 3
"""Letters that a word and its other forms begin with."""
_EVIDENCE = tuple(role for role in Role if role.is_evidence)


def watched_phrases(workspace: Workspace) -> tuple[WatchedPhrase, ...]:
    """Give the phrases that are looked out for, in the order in which that began."""
    return tuple(workspace.database.find(WatchedPhrase, order="rowid"))


def find_watched(workspace: Workspace, name: str) -> WatchedPhrase:
    """Give a watched phrase by its words, or by the first signs of its id.

    Raises:
        NotFoundError: nothing is watched under that name.
        AmbiguousNameError: more than one is.
    """
    phrases, noun = watched_phrases(workspace), N_("watched phrase")
    try:
        return pick(noun, name, phrases, lambda item: [item.phrase])
    except NotFoundError as error:
        try:
            return pick_by_id(noun, name, phrases, lambda item: item.id)
        except NotFoundError:
            raise error from None


def watch_phrase(workspace: Workspace, phrase: str, why: str) -> Outcome[WatchedPhrase]:
    """Look out for a phrase in all its forms; once is enough.

    Raises:
        InvalidInputError: there are no words in it.
    """
    tidy = one_line(printable(phrase))
    if not _WORD.search(tidy):
        raise InvalidInputError(_("There is no phrase to look out for."))
    summary = _("Watches '{phrase}' from now on").format(phrase=tidy)
    with workspace.journal.operation("queue.watch", summary, why) as step:
        lemma = lemma_of(tidy, workspace.database.find(ProjectInfo)[0].language)
        made = ensure_watched(step, workspace, tidy, lemma)
    return Outcome(made, TOUCHED)


def ensure_watched(step: Step, workspace: Workspace, phrase: str, lemma: str) -> WatchedPhrase:
    """Give the watched phrase with a lemma, made when there is none."""
    key, words = folded(lemma), folded(phrase)
    for known in watched_phrases(workspace):
        if known.lemma == key or folded(known.phrase) == words:
            return known
    author = workspace.settings.coder
    return step.add(WatchedPhrase(new_id(), phrase, key, author, utc_now()))


def unwatch(workspace: Workspace, watched_id: str, why: str) -> Outcome[WatchedPhrase]:
    """Look out for a phrase no longer."""
    watched = workspace.get(WatchedPhrase, watched_id)
    summary = _("No longer watches '{phrase}'").format(phrase=watched.phrase)
    with workspace.journal.operation("queue.unwatch", summary, why) as step:
        step.delete(watched)
    return Outcome(watched, TOUCHED)


def places_of(
    workspace: Workspace, watched: WatchedPhrase, source_ids: Sequence[str] = ()
) -> tuple[QueuedPlace, ...]:
    """Give where a watched phrase stands in what participants say, in any form, in order."""
    forms = [_forms_of(workspace, word) for word in _words_to_find(watched)]
    if not all(forms):
        return ()
    expression = " AND ".join(
        "(" + " OR ".join(f'"{form}"' for form in sorted(each)) + ")" for each in forms
    )
    scope = Scope(roles=_EVIDENCE, source_ids=tuple(source_ids))
    return tuple(
        QueuedPlace(hit.segment.version_id, start, end)
        for hit in search(workspace.database, expression, scope, MOST_SEGMENTS)
        for start, end in _runs(hit.words, forms, hit.segment.span.start)
    )


def _words_to_find(watched: WatchedPhrase) -> list[tuple[str, str]]:
    """Give the words of a phrase, each with what its forms are grouped by."""
    words, lemmas = _WORD.findall(watched.phrase), _WORD.findall(watched.lemma)
    # Where the two cannot be laid side by side, the words as they are have to do.
    return list(zip(words, lemmas if len(lemmas) == len(words) else words, strict=True))


def _forms_of(workspace: Workspace, word: tuple[str, str]) -> set[str]:
    """Give the forms of a word that stand in the project, folded as the index folds them."""
    language = workspace.database.find(ProjectInfo)[0].language
    own = {searchable(each) for each in word}
    wanted = own | _grouped_by(word[0].lower(), language)
    there = words_beginning(workspace.database, {each[:_ALIKE] for each in own})
    return {form for form in there if _grouped_by(form, language) & wanted}


@lru_cache(_REMEMBERED)
def _grouped_by(word: str, language: str) -> frozenset[str]:
    """Give what a word may be grouped by: itself, and its lemma as a verb and as a noun."""
    from qualkit.language.wordforms import lemma, noun_lemma  # noqa: PLC0415 (reads a dictionary)

    found = (word, lemma(word, language), noun_lemma(word, language))
    return frozenset(map(searchable, found))


def _runs(text: str, forms: Sequence[set[str]], offset: int) -> list[tuple[int, int]]:
    """Give where words with these forms stand next to each other."""
    words = list(_WORD.finditer(text))
    folded_words = [searchable(word.group()) for word in words]
    many = len(forms)
    return [
        (offset + words[at].start(), offset + words[at + many - 1].end())
        for at in range(len(words) - many + 1)
        if all(folded_words[at + step] in forms[step] for step in range(many))
    ]
