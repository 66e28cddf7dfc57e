"""What visitors and helpers of an invented help line say, clause by clause."""

from collections.abc import Callable
from random import Random

from benchmarks.batch.vocabulary import Vocabulary, invented_name
from benchmarks.batch.words import VERBS, WORDS


class Clauses:
    """Writes clauses and sentences around the few things that one conversation is about."""

    def __init__(self, rng: Random) -> None:
        """Draw from `rng`, and choose what it is about."""
        self._rng = rng
        self._random = rng.random
        self._words = Vocabulary(rng)
        self._pick = self._words.pick
        self._topics = [self._words.noun() for _ in range(rng.randint(4, 14))]
        self._kinds: tuple[Callable[[], str], ...] = (
            self._done,
            self._wanted,
            self._state,
            self._action,
            self._given,
            self._action,
            self._wanted,
        )

    def sentence(self) -> str:
        """Give one to three clauses, without a capital and without a full stop."""
        said = self._clause()
        while self._random() < 0.45:
            said = f"{said} {self._pick(WORDS['links'])} {self._clause()}"
        return f"{self._pick(WORDS['openers'])} {said}" if self._random() < 0.2 else said

    def question(self) -> str:
        """Give a question of a helper, well written."""
        chance = self._random()
        if chance < 0.3:
            return f"Heb je {self._phrase()} al {self._words.verb()[1]}?"
        if chance < 0.6:
            return f"Wat bedoel je met {self._phrase()}?"
        if chance < 0.8:
            return f"Hoe lang {self._pick(WORDS['states'])} {self._phrase()} al zo?"
        return f"Zullen we samen {self._phrase()} {self._words.verb()[0]}?"

    def advice(self) -> str:
        """Give an advice of a helper, well written."""
        first = f"Je kunt {self._phrase()} {self._words.verb()[0]}"
        if self._random() < 0.5:
            return f"{first}, dan kan {self._phrase()} {self._words.verb()[1]} worden."
        return f"{first} en daarna {self._pick(WORDS['collocations'])}."

    def identity(self) -> str:
        """Give something by which an invented visitor could be known."""
        first, number = self._pick(WORDS["first_names"]), self._rng.getrandbits(40)
        last = invented_name(number)
        return self._pick(
            (
                f"mijn naam is {first} van {last}",
                f"mn mail is {first.lower()}.{last.lower()}@voorbeeld.nl",
                f"je kan me bellen op 06-000{number % 100_000:05}",
                f"ik woon in {last} bij het station",
                f"mijn mentor heet {first} {last}",
            )
        )

    def _clause(self) -> str:
        return self._kinds[int(self._random() * len(self._kinds))]()

    def _done(self) -> str:
        who = self._who("auxiliaries")
        return f"{who} {self._phrase()}{self._how()} {self._words.verb()[1]}"

    def _wanted(self) -> str:
        return f"{self._who('modals')}{self._how()} {self._phrase()} {self._words.verb()[0]}"

    def _state(self) -> str:
        verb = self._pick(WORDS["states"])
        return f"{self._phrase()} {verb}{self._how()} {self._pick(WORDS['judgements'])}"

    def _action(self) -> str:
        return f"{self._who('modals')}{self._how()} {self._pick(WORDS['collocations'])}"

    def _given(self) -> str:
        return f"er {self._pick(WORDS['states'])}{self._how()} {self._phrase()}"

    def _who(self, verbs: str) -> str:
        """Give somebody with a verb that agrees; mostly the visitor."""
        chance = self._random()
        if chance < 0.5:
            return f"ik {self._pick(VERBS[verbs]['I'])}"
        person = "she" if chance < 0.75 else "they"
        return f"{self._pick(WORDS[person])} {self._pick(VERBS[verbs][person])}"

    def _how(self) -> str:
        chance = self._random()
        if chance < 0.4:
            return ""
        return f" {self._pick(WORDS['adverbs' if chance < 0.85 else 'times'])}"

    def _phrase(self) -> str:
        """Give a noun phrase; half of the nouns are what the conversation is about."""
        noun = self._pick(self._topics) if self._random() < 0.5 else self._words.noun()
        if self._random() < 0.3:
            noun = f"{self._words.adjective()} {noun}"
        said = f"{self._pick(WORDS['determiners'])} {noun}"
        if self._random() < 0.18:
            return f"{said} {self._pick(WORDS['prepositions'])} {self._phrase()}"
        return said
