"""What the declared profile decides."""

from qualkit.domain.projects import Profile


def test_only_a_reflexive_study_is_asked_about_topics_and_goes_through_all_points() -> None:
    assert [each for each in Profile if each.nudges_topics] == [Profile.REFLEXIVE]
    assert Profile.REFLEXIVE.points == frozenset(range(1, 16))
    assert all(each.points < Profile.REFLEXIVE.points for each in Profile if not each.nudges_topics)


def test_every_profile_asks_for_the_approach_and_whether_claims_fit() -> None:
    assert all({12, 13} <= each.points for each in Profile)


def test_the_matrix_is_offered_where_one_works_with_a_framework() -> None:
    offered = {each for each in Profile if each.has_matrix}
    assert offered == {Profile.CODEBOOK, Profile.FRAMEWORK}
