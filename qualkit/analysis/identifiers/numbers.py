"""Numbers that stand out: sums of money, large counts, citizen and account numbers, cases."""

import re

from qualkit.analysis.identifiers.patterns import Pattern, finding, written
from qualkit.domain.identifiers import Ground
from qualkit.domain.replacements import IdentifierKind

_AMOUNT = r"\d{1,3}(?:[.]\d{3})+(?:,(?:\d\d|-))?|\d+(?:[.,](?:\d\d|-))?"
_MONEY = written(
    rf"""(?<![\w.,]) (?: (?:€|\$|£|EUR\b)\s?(?:{_AMOUNT})
      | (?:{_AMOUNT})(?:\s(?:duizend|miljoen|miljard|thousand|million))?\s?
        (?:euro(?:'s|’s|s)?|EUR|gulden|pounds?|dollars?)(?!\w) )"""
)
_LARGE = written(r"(?<![\w.,:/€$£-]) (?:\d{1,3}(?:[.]\d{3})+|\d{3,7}) (?![\w%:/-]|[.,]\d)")
_BSN = written(r"(?<![\w.-]) \d{8,9}(?![\w-])|(?<![\w.-]) \d{4}[. ]\d{2}[. ]\d{3} (?![\w-])")
_IBAN = written(r"(?<!\w) [A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){2,7}[A-Z0-9]{0,4} (?!\w)")
_NUMBERED = (
    r"zaaknummer|zaaknr|rolnummer|parketnummer|kenmerk|dossiernummer|registratienummer|meldnummer"
    r"|meldingsnummer|pv-nummer|pv|proces-verbaalnummer|proces-verbaal|aangiftenummer"
    r"|klantnummer|personeelsnummer|dienstnummer|case\snumber|reference\snumber|file\snumber"
)
_NAMED_NUMBER = written(
    rf"""\b(?:{_NUMBERED})\.?\s?(?:is|was|nr\.?|:)?\s?
    (?P<it>[A-Z]{{0,6}}[\w/.-]{{0,30}}\d[\w/.-]{{0,30}}\w)"""
)
_ECLI = written(r"\bECLI:[A-Z]{2}:[A-Z]{2,7}:\d{4}:[A-Z0-9.]{1,25}\b")
_PARKET = written(r"(?<![\w/-]) \d{2}[/-]\d{6}-\d{2} (?!\w)")
_POLICE_REPORT = written(r"\b PL\d{4}[-/ ]?\d{6,} (?!\w)")
_CIVIL = written(r"\b(?:[A-Z]/\d\d/\d{5,6}|[A-Z]{2}\s?ZA\s?\d\d[-/]\d{2,5})\b", any_case=False)


def passes_eleven_test(number: str) -> bool:
    """Tell whether a number is made as citizen service numbers are."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    if len(digits) == 8:
        digits = [0, *digits]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        len(digits) == 9
        and any(digits)
        and sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0
    )


def passes_account_test(number: str) -> bool:
    """Tell whether a number is made as international account numbers (IBAN) are."""
    tidy = re.sub(r"\s", "", number).upper()
    if not 15 <= len(tidy) <= 34:
        return False
    moved = tidy[4:] + tidy[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def _is_no_year(number: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d|112|911", number) is None


numbers = finding(
    Pattern(IdentifierKind.CASE_NUMBER, _ECLI),
    Pattern(IdentifierKind.CASE_NUMBER, _NAMED_NUMBER),
    Pattern(IdentifierKind.CASE_NUMBER, _PARKET),
    Pattern(IdentifierKind.CASE_NUMBER, _POLICE_REPORT),
    Pattern(IdentifierKind.CASE_NUMBER, _CIVIL),
    Pattern(IdentifierKind.NUMBER, _BSN, passes_eleven_test, Ground.BSN),
    Pattern(IdentifierKind.NUMBER, _IBAN, passes_account_test, Ground.ACCOUNT),
    Pattern(IdentifierKind.NUMBER, _MONEY, ground=Ground.MONEY),
    Pattern(IdentifierKind.NUMBER, _LARGE, _is_no_year),
)
