"""Which names of themes are asked about, and which are left in peace."""

import pytest

from qualkit.domain.topics import reads_as_topic


@pytest.mark.parametrize(
    "name",
    [
        "Capaciteit",
        "“Wachttijden”",
        "Voordelen van online contact",
        "Voor- en nadelen van online contact",
        "Belemmeringen voor digitale vaardigheden",
        "Ervaringen met de hulplijn",
        "De rol van de school",
        "Digitale kennis bij medewerkers",
        "Effecten van lange wachttijden op contact",
        "Barriers to asking for help",
        "Experiences with the help line",
        "Needs of visitors",
        "The role of the school",
    ],
)
def test_a_topic_is_recognised(name: str) -> None:
    assert reads_as_topic(name)


@pytest.mark.parametrize(
    "name",
    [
        "Wie niet op de stoep staat, wacht het langst",
        "Kennis van één collega draagt het werk: valt zij weg, dan stokt het",
        "Kennis van het systeem zit in één hoofd",
        "Wachten als antwoord",
        "Zichtbaar werk wint",
        "Ervaringen met bellen: wie wacht, verliest",
        "Experiences of waiting are experiences of not counting",
        "Terugvinden is zoeken",
        " ",
    ],
)
def test_an_idea_is_left_in_peace(name: str) -> None:
    assert not reads_as_topic(name)
