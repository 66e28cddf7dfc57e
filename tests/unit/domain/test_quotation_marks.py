import pytest

from qualkit.domain.quotation_marks import in_quotation_marks


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("wij wachten", "“wij wachten”"),
        ('hij zei "kom maar" en “nee”', "“hij zei ‘kom maar’ en ‘nee’”"),
        ('"Ja", zei ze', "“‘Ja’, zei ze”"),
        ("hij zei 'kom maar' en weg", "“hij zei ‘kom maar’ en weg”"),
        ("hij zei „kom maar” en «nee»", "“hij zei ‘kom maar’ en ‘nee’”"),
        ('dus ("nee") en -"ja"', "“dus (‘nee’) en -‘ja’”"),
        ("ze zei: “ik hoorde ‘kom nu’ roepen”", "“ze zei: ‘ik hoorde “kom nu” roepen’”"),
        ("zo'n dag, foto's en baby’s", "“zo'n dag, foto's en baby’s”"),
        ("'s ochtends is 't druk, in '98 ook", "“'s ochtends is 't druk, in '98 ook”"),
        ("'t was \"'s avonds\" rustig", "“'t was ‘'s avonds’ rustig”"),
        ("'’s Ochtends' zei hij", "“‘’s Ochtends’ zei hij”"),
        ("hij zei 'zo'n dag' en weg", "“hij zei ‘zo'n dag’ en weg”"),
        ("ze zei: \"ik hoorde 'nu'\".", "“ze zei: ‘ik hoorde “nu”’.”"),
        ("de collega's' rooster", "“de collega's' rooster”"),
        ('hij zei "kom', "“hij zei ‘kom”"),
    ],
)
def test_marks_inside_a_quotation_take_turns_and_apostrophes_stay(words: str, printed: str) -> None:
    assert in_quotation_marks(words) == printed
