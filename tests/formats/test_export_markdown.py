import pytest

from qualkit.formats.templating import escape_markdown
from qualkit.formats.themes_report import SLUG_LENGTH, paragraphs, slug


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("*nadruk* en _streep_", r"\*nadruk\* en \_streep\_"),
        ("# geen kop", r"\# geen kop"),
        ("> geen citaat", r"\> geen citaat"),
        ("- geen punt", r"\- geen punt"),
        ("1. geen lijst", r"1\. geen lijst"),
        ("2026) geen lijst", r"2026\) geen lijst"),
        ("[klik](http://x)", r"\[klik\](http://x)"),
        ("[aantal]: http://x", r"\[aantal\]: http://x"),
        ("![plaatje](x)", r"!\[plaatje\](x)"),
        ("a | b", r"a \| b"),
        ("`code` en ~~weg~~", r"\`code\` en \~~weg\~~"),
        ("C:\\map", "C:\\\\map"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("een\ntwee", "een  \ntwee"),
        ("een\n# twee", "een  \n\\# twee"),
        ("    code", "code"),
    ],
)
def test_what_would_do_something_is_escaped(text: str, written: str) -> None:
    assert escape_markdown(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "Er staan nu [aantal] vacatures open, [...] dat is een luxe.",
        "snake_case en e-mail, 88.7% van R&D",
        "01-wat-geen-lawaai-maakt.md",
        "€ 1.200 = veel; 3 + 4 - 5 > 1",
    ],
)
def test_ordinary_text_stays_readable(text: str) -> None:
    assert escape_markdown(text) == text


def test_names_of_files_are_plain_ascii_and_short() -> None:
    assert slug("Eén café, drie ideeën!") == "een-cafe-drie-ideeen"
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("日本") == "x"
    long = slug("wachten " * 20)
    assert len(long) <= SLUG_LENGTH
    assert long.endswith("wachten")
    assert slug("a" * 99) == "a" * SLUG_LENGTH


def test_blank_lines_separate_paragraphs() -> None:
    assert paragraphs("een\ntwee\n\n  \n drie \n") == ("een\ntwee", "drie")
    assert paragraphs("  \n ") == ()
