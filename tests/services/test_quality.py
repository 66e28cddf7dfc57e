"""The quality conversation: facts that hold and facts that do not, and answers that stay."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.projects import Profile
from qualkit.domain.quality import AnswerKind, Observation
from qualkit.domain.source_making import MakingChange, MemberCheck
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.theme_readings import Verdict
from qualkit.domain.theme_relations import RelationKind
from qualkit.errors import InvalidInputError, NotFoundError
from qualkit.services.project import Project

SENTENCES = (
    "De telefoon gaat de hele dag en niemand heeft tijd om terug te bellen.",
    "Wie langskomt wordt geholpen, wie mailt moet wachten tot er ruimte is.",
    "Scholing staat op papier, maar het rooster laat het nooit toe.",
    "We zijn met te weinig mensen voor het aantal meldingen per week.",
    "De kennis van het systeem zit bij één collega die er woensdag niet is.",
    "Een terugbelafspraak komt in een lijst en die lijst wordt langer.",
)
"""What every participant says, each with a number of her own."""


class Study:
    """Six interviews with the same sentences, and short ways to work on them."""

    def __init__(self, project: Project, bring_in: Callable[..., SourceText]) -> None:
        self.project = project
        self.texts = [bring_in(_interview(number), f"{number}.txt") for number in range(1, 7)]

    def code(self, source: int, sentence: int, path: str) -> str:
        """Code a sentence of a source and give the coding's id."""
        text = self.texts[source]
        start = text.text.index(SENTENCES[sentence])
        span = Span(start, start + len(SENTENCES[sentence]))
        return self.project.codings.add_new(text.version.id, span, path).value[0].id

    def theme(self, name: str, *paths: str, idea: str = "Een idee.", belongs: str = "Werk.") -> str:
        theme = self.project.themes.add(name, idea, belongs).value
        codes = [self.project.codes.find(path).id for path in paths]
        if codes:
            self.project.theme_contents.put_codes(theme.id, codes)
        return theme.id

    def seen(self, point: int) -> list[Observation]:
        return list(self.project.quality.observations({point}))

    def one(self, point: int) -> Observation:
        """Give what is seen on a point, where that is one thing."""
        (found,) = self.seen(point)
        return found


def _interview(number: int) -> str:
    header = f"---\nsoort: interview\nlabel: Team {number}\ntekst: aantekeningen\n---\n"
    lines = "\n\n".join(
        f"I: En verder?\n\nR: {sentence} Dat is week {number}." for sentence in SENTENCES
    )
    return f"{header}{lines}\n\nI: En nu?\n\nR: {'Het is en blijft passen. ' * 10}\n"


@pytest.fixture
def study(project: Project, bring_in: Callable[..., SourceText]) -> Study:
    return Study(project, bring_in)


def test_texts_of_which_no_check_is_recorded(study: Study) -> None:
    found = study.one(1)
    assert len(found.sources) == 6
    *first, last = (text.source.id for text in study.texts)
    describe = study.project.making.describe
    describe(first, MakingChange(member_check=MemberCheck.CHANGED))
    found = study.one(1)
    assert found.seen.startswith("For 5 of 6 sources")
    assert found.seen.endswith("not for Team 6.")
    describe([last], MakingChange(member_check=MemberCheck.NOT_OFFERED))
    assert study.seen(1) == []


def test_a_source_with_little_coded_stands_out_against_the_others(study: Study) -> None:
    for source in range(6):
        for sentence in range(1 if source == 4 else 5):
            study.code(source, sentence, "druk")
    found = study.one(2)
    assert found.seen.startswith("Team 5 has 1 coded passage in 1")
    assert found.sources == (study.texts[4].source.id,)
    for sentence in range(1, 5):
        study.code(4, sentence, "druk")
    assert study.seen(2) == []


def test_sources_without_any_coding_are_named_together(study: Study) -> None:
    assert study.seen(2) == []
    study.code(0, 0, "druk")
    assert len(study.one(2).sources) == 5


def test_what_a_round_did_not_reach(study: Study) -> None:
    first, *others = (text.source.id for text in study.texts)
    study.project.rounds.begin("Tweede ronde")
    assert study.seen(2) == []
    study.project.rounds.read(first)
    found = study.one(2)
    assert found.sources == tuple(others)
    assert "1 of 6" in found.seen


def test_a_theme_that_rests_on_one_voice(study: Study) -> None:
    theirs = [study.code(0, sentence, "druk") for sentence in range(4)]
    study.code(1, 0, "druk")
    study.theme("Wie belt wacht", "druk")
    found = study.one(3)
    assert found.seen == "4 of the 5 passages of 'Wie belt wacht' come from Team 1."
    assert sorted(found.codings) == sorted(theirs)
    for source in (2, 3, 4):
        study.code(source, 0, "druk")
    assert study.seen(3) == []


def test_an_interviewer_s_words_are_nobody_s_voice(study: Study) -> None:
    text = study.texts[0]
    study.theme("Wie belt wacht")
    for sentence in range(5):
        study.code(1 + sentence % 2, sentence, "druk")
    theme = study.project.themes.find("Wie belt wacht")
    study.project.theme_contents.put_codes(theme.id, [study.project.codes.find("druk").id])
    assert study.one(3).seen.startswith("3 of the 5 passages")
    starts = [found.start() for found in re.finditer("En verder", text.text)]
    for start in starts[:3]:
        study.project.codings.add_new(text.version.id, Span(start, start + 9), "druk")
    assert study.one(3).seen.startswith("3 of the 5 passages")


def test_one_passage_with_two_codes_is_one(study: Study) -> None:
    for source in range(4):
        study.code(source, 0, "druk")
    for code in ("druk > vol", "druk > druk"):
        study.code(5, 1, code)
    study.theme("Wie belt wacht", "druk")
    study.code(4, 0, "druk")
    assert study.one(5).seen.startswith("'Wie belt wacht' has 6 passages")


def test_uncoded_passages_that_resemble_those_of_a_theme(study: Study) -> None:
    study.code(0, 3, "bezetting")
    study.code(1, 3, "bezetting")
    theme = study.theme("Te weinig mensen", "bezetting")
    found = study.one(4)
    assert found.about == Target(ObjectType.THEME, theme)
    texts = {text.version.id: text.text for text in study.texts}
    assert len(found.passages) == 4
    for place in found.passages:
        assert "te weinig mensen" in place.words
        assert texts[place.version_id][place.start : place.end] == place.words
    for source in range(2, 6):
        study.code(source, 3, "bezetting")
    assert study.seen(4) == []


def test_a_theme_is_held_against_its_last_reading(study: Study) -> None:
    coding = study.code(0, 0, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    assert "not yet read" in study.one(5).seen
    study.project.theme_readings.decide(theme, coding, Verdict.STAYS)
    assert study.seen(5) == []
    study.project.theme_readings.finish(theme)
    new = study.code(1, 0, "druk")
    assert study.one(5).codings == (new,)
    assert "not in your reading of" in study.one(5).seen


def test_what_a_reading_did_not_come_to_yet_is_not_called_new(study: Study) -> None:
    first, second = study.code(0, 0, "druk"), study.code(1, 0, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    study.project.theme_readings.decide(theme, first, Verdict.STAYS)
    found = study.one(5)
    assert found.seen == "Your reading of 'Wie belt wacht' has 1 passage to go."
    assert found.codings == (second,)


def test_themes_that_share_passages_until_it_is_told_how_they_differ(study: Study) -> None:
    for source in (0, 1):
        study.code(source, 0, "druk")
        study.code(source, 0, "wachten")
    one, other = study.theme("Wie belt wacht", "druk"), study.theme("De lijst groeit", "wachten")
    found = study.one(6)
    assert found.seen == "'Wie belt wacht' and 'De lijst groeit' share 2 passages."
    assert len(found.codings) == 2
    study.project.theme_relations.relate(one, other, RelationKind.DIFFERS, "De één gaat over nu.")
    assert study.seen(6) == []


def test_a_theme_without_an_idea_or_a_boundary(study: Study) -> None:
    theme = study.project.themes.add("Druk").value
    assert "no central idea and no boundary" in study.one(6).seen
    theme = study.project.themes.edit(replace(theme, belongs="Werk.")).value
    assert "no central idea yet" in study.one(6).seen
    study.project.themes.edit(replace(theme, central_idea="Wie belt, wacht."))
    assert study.seen(6) == []


def test_quotes_without_a_story_and_a_story_in_the_words_of_a_quote(study: Study) -> None:
    coding = study.code(0, 0, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    assert study.seen(7) == []
    study.project.quotes.choose(theme, coding)
    assert study.one(7).codings == (coding,)
    study.project.themes.narrate(theme, f"We zagen: {SENTENCES[0]}")
    assert "14 words after each other" in study.one(7).seen
    study.project.themes.narrate(theme, f"We zagen: “{SENTENCES[0]}” Dat zegt veel.")
    assert study.seen(7) == []


def test_claims_without_a_quote_and_quotes_without_a_claim(study: Study) -> None:
    coding = study.code(0, 0, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    quote = study.project.quotes.choose(theme, coding).value
    assert study.seen(8) == []
    claim = study.project.quotes.claim(theme, "Bellen helpt niet.").value
    assert ["Bellen" in each.seen for each in study.seen(8)] == [True, False]
    study.project.quotes.edit(replace(quote, claim_id=claim.id))
    assert study.seen(8) == []


def test_themes_that_no_line_links(study: Study) -> None:
    one = study.theme("Wie belt wacht")
    assert study.seen(9) == [], "one theme alone has nothing to be linked with"
    other = study.theme("De lijst groeit")
    assert len(study.seen(9)) == 2
    study.project.theme_relations.relate(one, other, RelationKind.LEADS_TO)
    assert study.seen(9) == []


def test_own_words_and_quotes_are_only_described(study: Study) -> None:
    coding = study.code(0, 0, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    study.project.quotes.choose(theme, coding)
    assert study.seen(10) == []
    study.project.themes.narrate(theme, "Wie belt, wacht.")
    assert "3 words of your own and 14 of quotes: 82% quote" in study.one(10).seen


def test_the_course_of_the_study_is_told_once_there_is_a_theme(study: Study) -> None:
    study.code(0, 0, "druk")
    assert study.seen(11) == []
    study.theme("Wie belt wacht")
    assert "lie 0 days" in study.one(11).seen


def test_what_the_method_does_not_tell_yet(study: Study) -> None:
    assert {each.key for each in study.seen(12)} >= {"12:question", "12:standpoint"}
    study.project.describe(question="Wat staat terugbellen in de weg?")
    assert "12:question" not in {each.key for each in study.seen(12)}


def test_words_that_do_not_fit_the_material(study: Study) -> None:
    for source in range(3):
        study.code(source, 0, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    assert study.seen(13) == []
    study.project.themes.narrate(theme, "In de transcripten zeggen alle deelnemers dit.")
    transcripts, everybody = study.seen(13)
    assert "6 sources are worked-out notes" in transcripts.seen
    assert "come from 3 of 6" in everybody.seen


@pytest.mark.parametrize(
    ("profile", "key"), [(Profile.FRAMEWORK, "13:matrix"), (Profile.CODEBOOK, "13:codebook")]
)
def test_a_method_is_held_against_what_was_used(study: Study, profile: Profile, key: str) -> None:
    study.code(0, 0, "druk")
    assert study.seen(13) == []
    study.project.describe(profile=profile)
    assert study.one(13).key == key


def test_wording_is_looked_at_only_when_it_is_asked_for(study: Study) -> None:
    quality = study.project.quality
    theme = study.theme("Wie belt wacht")
    study.project.themes.narrate(theme, "Na drie gesprekken was er verzadiging.")
    assert 14 not in {each.point for each in quality.observations()}
    (found,) = quality.observations(quality.points(language=True) and {14})
    assert "'verzadiging'" in found.seen
    study.project.themes.narrate(theme, "Na drie gesprekken kwam er weinig bij.")
    assert study.seen(14) == []


def test_choices_on_themes_that_are_not_told(study: Study) -> None:
    theme = study.theme("Wie belt wacht")
    gone = study.theme("Overig")
    assert study.one(15).seen.startswith("With 2 of 2 themes")
    study.project.themes.remove(gone)
    study.project.memos.add(
        Target(ObjectType.THEME, theme), "Dit is wat ze allen zeggen.", MemoKind.DECISION
    )
    assert "1 step joined, split or removed" in study.one(15).seen
    study.project.history.undo()
    study.project.history.undo()
    study.project.themes.remove(gone, why="Er bleef niets over.")
    assert study.one(15).seen.startswith("With 1 of 1 theme ")
    found = study.project.themes.find("Wie belt wacht")
    study.project.themes.edit(replace(found, name="Wie belt, wacht"), why="Scherper.")
    assert study.seen(15) == []


def test_the_method_decides_which_points_are_talked_about(study: Study) -> None:
    quality = study.project.quality
    assert quality.points(language=True) == tuple(range(1, 16))
    study.project.describe(profile=Profile.VARIABLES)
    study.theme("Wie belt wacht")
    assert {each.point for each in quality.observations()} <= {1, 2, 12, 13}


def test_an_answer_stays_when_the_fact_becomes_another(study: Study) -> None:
    quality = study.project.quality
    for sentence in range(5):
        study.code(0, sentence, "druk")
    theme = study.theme("Wie belt wacht", "druk")
    key = f"3:theme:{theme}"
    quality.answer(quality.find(key), AnswerKind.NOTE, "Zij is de enige die het overziet.")
    (asked,) = quality.asked({3})
    assert asked.answer is not None
    assert not asked.has_changed
    study.code(1, 0, "druk")
    (asked,) = quality.asked({3})
    assert asked.has_changed
    assert asked.answer is not None
    assert asked.answer.seen.startswith("All 5 passages")
    assert asked.observation is not None
    assert asked.observation.seen.startswith("5 of the 6 passages")
    for source in range(1, 6):
        study.code(source, 1, "druk")
    (asked,) = quality.asked({3})
    assert asked.observation is None
    assert asked.answer is not None
    assert asked.answer.text == "Zij is de enige die het overziet."


def test_answers_are_steps_that_can_be_undone(study: Study) -> None:
    quality, history = study.project.quality, study.project.history
    question = quality.find("12:question")
    with pytest.raises(InvalidInputError):
        quality.answer(question, AnswerKind.NOTE, "  ")
    quality.answer(question, AnswerKind.LATER)
    quality.answer(question, AnswerKind.NOT_APPLICABLE)
    assert [each.kind for each in quality.answers()] == [AnswerKind.NOT_APPLICABLE]
    history.undo()
    assert [each.kind for each in quality.answers()] == [AnswerKind.LATER]
    quality.retract("12:question")
    assert quality.answers() == ()
    history.undo()
    assert [each.author for each in quality.answers()] == ["onderzoeker"]
    for key in ("12:nothing", "thema", ""):
        with pytest.raises(NotFoundError):
            quality.find(key)
    with pytest.raises(NotFoundError):
        quality.retract("12:standpoint")


def test_no_observation_measures_or_judges(study: Study) -> None:
    for source in range(6):
        for sentence in range(4 if source else 1):
            coding = study.code(source, sentence, "druk")
    study.code(0, 0, "wachten")
    theme, other = study.theme("Wie belt wacht", "druk"), study.theme("De lijst", "wachten")
    study.project.quotes.choose(theme, coding)
    study.project.quotes.claim(theme, "Alle deelnemers wachten.")
    study.project.themes.narrate(theme, "De transcripten tonen verzadiging.")
    study.project.themes.remove(other)
    found = study.project.quality.observations(range(1, 16))
    assert len({each.point for each in found}) >= 10
    assert len({each.key for each in found}) == len(found)
    forbidden = re.compile(r"score|badge|complete|good|bad|poor|pass(?:ed)?\b|fail|total|must")
    for each in found:
        said = f"{each.seen} {each.question}"
        assert not forbidden.search(said), said
        assert "%" not in said or each.point == 10, said
        assert each.question.endswith(("?", "enough.", "words.", "step."))
    assert [each.point for each in found] == sorted(each.point for each in found)
