"""The field's terms as people read them: a kind, status or role in the language in use."""

from enum import StrEnum

from qualkit.translation import N_, _

TERMS = (
    # kinds of source
    N_("interview"), N_("transcript"), N_("chat"), N_("ruling"), N_("web"), N_("news"),
    # what a text is
    N_("notes"), N_("official"),
    # roles
    N_("participant"), N_("visitor"), N_("interviewer"), N_("helper"), N_("court"), N_("party"),
    N_("unknown"),
    # cases
    N_("conversation"), N_("situation"),
    # codes
    N_("semantic"), N_("latent"), N_("active"), N_("retired"),
    # colours of codes
    N_("blue"), N_("teal"), N_("green"), N_("amber"), N_("orange"), N_("red"), N_("pink"),
    N_("purple"),
    # memos
    N_("analytic"), N_("reflexive"), N_("method"), N_("decision"), N_("doubt"), N_("ethics"),
    N_("limitation"), N_("narrative"),
    # what a memo or a step is on
    N_("project"), N_("source"), N_("passage"), N_("code"), N_("coding"), N_("theme"), N_("case"),
    N_("step"), N_("suggestion"), N_("memo"),
    # themes
    N_("candidate"), N_("developing"), N_("settled"), N_("dropped"),
    N_("differs"), N_("leads to"), N_("tension"),
    N_("stays"), N_("moves"), N_("in doubt"),
    # what changed since an earlier report
    N_("claim"), N_("quote"), N_("vignette"), N_("new"), N_("gone"),
    N_("nowhere yet"), N_("does not fit"),
    # cells of a framework matrix
    N_("not yet read"), N_("nothing said"), N_("written"),
    # the quality page
    N_("note"), N_("later"), N_("not applicable"),
    # orders of a round
    N_("numbered"), N_("reversed"), N_("shuffled"), N_("sparsest"),
    # what a quote does for its claim, and why it was chosen
    N_("supports"), N_("nuance"), N_("contrary"), N_("typical"), N_("vivid"),
    # profiles
    N_("codebook"), N_("framework"), N_("variables"),
    # what was agreed on printing, and under which name
    N_("verbatim"), N_("edited"), N_("paraphrase"), N_("not at all"),
    N_("named"), N_("group"), N_("none"), N_("shortlisted"), N_("chosen"),
    # whether who spoke saw the text
    N_("not offered"), N_("sent"), N_("unchanged"), N_("changed"), N_("no response"),
    # what could give somebody away
    N_("name"), N_("place"), N_("organisation"), N_("date"), N_("age"), N_("phone"), N_("email"),
    N_("postcode"), N_("case number"), N_("number"), N_("role"), N_("event"), N_("pronoun"),
    N_("other"),
    # orders in which participants are numbered
    N_("title"),
    # looks at what is printed under a label
    N_("seen"), N_("left"), N_("not looked"),
    # vignettes
    N_("single"), N_("composite"),
    # what a co-author wants done with a quote
    N_("agree"), N_("shorten"), N_("anonymise"), N_("replace"), N_("question"),
    N_("no answer"), N_("accepted"), N_("open"), N_("conflicting"), N_("handled"),
    # what became of a suggestion of a batch
    N_("coded"), N_("attached"), N_("watched"), N_("rejected"), N_("rejected everywhere"),
    # pairs of sources that may be one
    N_("same"), N_("different"), N_("unsure"), N_("waiting"), N_("decided"), N_("all"),
    # segments
    N_("turn"), N_("message"), N_("paragraph"), N_("sentence"),
)  # fmt: skip
"""Every value of the domain that a screen shows; a test holds them against the domain."""


def term(value: StrEnum) -> str:
    """Give a value of the domain in the language in use."""
    return _(spoken(value))


def spoken(value: StrEnum) -> str:
    """Give a value of the domain in English words: `leads_to` is "leads to"."""
    return value.value.replace("_", " ")
