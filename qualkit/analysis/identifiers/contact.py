"""Ways to reach somebody: telephone, e-mail, postcode, web addresses and accounts."""

from qualkit.analysis.identifiers.patterns import Pattern, finding, written
from qualkit.domain.replacements import IdentifierKind

_EMAIL = written(r"(?<![\w.+-]) \w[\w.+-]{0,63} @ [\w-]{1,63} (?:\.[\w-]{1,63}){1,8}")

_WEB = written(
    r"""(?<![\w@.-])
    (?: https?://\S{0,200}[\w/] | www\.\S{0,200}[\w/]
      | [\w-]{1,63} (?:\.[\w-]{1,63}){0,4} \.(?:nl|com|org|eu|be|net|info|gov|de|uk)
        (?![\w-]) (?:/\S{0,200}[\w/])? )"""
)

_NAMED_ACCOUNT = written(r"(?<![\w@./]) @ \w[\w.]{1,40}\w")

_POSTCODE = written(r"(?<!\w) [1-9]\d{3}[ ]?(?!SA|SD|SS)[A-Z]{2} (?!\w)", any_case=False)

_PHONE = written(
    r"""(?<![\w+/.,-])
    (?: (?:\+|00)\d{1,3} [ -]? (?:\(0\)[ -]?)? \d (?:[ -]?\d){6,10}
      | \(0\d{1,3}\) [ -]? \d (?:[ -]?\d){5,7}
      | 0[1-9] (?:[ ]?-[ ]?|[ ])? \d (?:[ -]?\d){7}
      | 0[89]00 [ -]? \d{4} (?:[ -]?\d{3})? )
    (?![\w-])"""
)

contact = finding(
    Pattern(IdentifierKind.EMAIL, _EMAIL),
    Pattern(IdentifierKind.WEB, _WEB),
    Pattern(IdentifierKind.WEB, _NAMED_ACCOUNT),
    Pattern(IdentifierKind.POSTCODE, _POSTCODE),
    Pattern(IdentifierKind.PHONE, _PHONE),
)
