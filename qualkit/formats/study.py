"""A worked-out study as a TOML file: codes, codings, memos and themes over a folder of sources.

The sample study is kept in this form. Passages are given by their words and found in the text.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from cattrs import ClassValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn, override

from qualkit.domain.codes import PATH_SEPARATOR, CodeColour, CodeLevel
from qualkit.domain.memos import MemoKind, ObjectType
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import QuoteReason, ThemeStatus
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import UnreadableFileError
from qualkit.translation import _


@dataclass(frozen=True, slots=True)
class StudyCode:
    """A code, after its parent."""

    name: str
    parent: str = ""
    """The parent's name; names are unique in a study."""
    description: str = ""
    level: CodeLevel | None = None
    colour: CodeColour | None = None


@dataclass(frozen=True, slots=True)
class StudyCoding:
    """A passage with a code."""

    source: str
    """The file's name."""
    code: str
    text: str
    """The coded stretch, as it stands in the file."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class StudyMemo:
    """A memo."""

    on: ObjectType
    kind: MemoKind
    body: str
    name: str = ""
    """Of the code, theme or file it is about."""
    source: str = ""
    """For a memo on a passage: the file's name."""
    text: str = ""
    """For a memo on a passage: its words."""
    remarks: tuple[str, ...] = ()
    """What was said about a doubt."""
    decision: str = ""
    """How a doubt was closed."""


@dataclass(frozen=True, slots=True)
class StudyQuote:
    """A coded passage chosen for print."""

    source: str
    text: str
    reason: QuoteReason
    printed: str | None = None
    note: str = ""
    """Why, in a sentence."""


@dataclass(frozen=True, slots=True)
class StudyClaim:
    """A claim with its quotes."""

    text: str
    quotes: tuple[StudyQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyCoded:
    """A coded passage, whatever its code."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class StudyVignette:
    """A vignette with the passages that it rests on."""

    title: str
    text: str
    made_of: MadeOf
    passages: tuple[StudyCoded, ...]


@dataclass(frozen=True, slots=True)
class StudyAbsence:
    """Something that did not come up."""

    text: str
    searched: str


@dataclass(frozen=True, slots=True)
class StudyTheme:
    """A theme with everything under it."""

    name: str
    central_idea: str
    belongs: str
    excludes: str
    status: ThemeStatus
    codes: tuple[str, ...]
    """Names."""
    narrative: str
    claims: tuple[StudyClaim, ...] = ()
    contrary: tuple[StudyQuote, ...] = ()
    """Quotes against the theme, or that nuance it, as their reason says."""
    shortlist: tuple[StudyQuote, ...] = ()
    """Passages that may become quotes."""
    parent: str = ""
    """The name of the theme that it is part of, which comes before it."""
    relation: str = ""
    """How it answers the question."""
    absences: tuple[StudyAbsence, ...] = ()
    vignettes: tuple[StudyVignette, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyRelation:
    """A line between two themes, by their names."""

    theme: str
    other: str
    kind: RelationKind
    sentence: str


@dataclass(frozen=True, slots=True)
class StudyLook:
    """A label under which all that is printed was looked at, and left for a reason."""

    label: str
    why: str


@dataclass(frozen=True, slots=True)
class StudyGroup:
    """Who the participants with one pattern of labels are."""

    pattern: str
    role: str


@dataclass(frozen=True, slots=True)
class Study:
    """The whole file."""

    title: str
    question: str
    codes: tuple[StudyCode, ...]
    codings: tuple[StudyCoding, ...]
    memos: tuple[StudyMemo, ...]
    themes: tuple[StudyTheme, ...]
    relations: tuple[StudyRelation, ...] = ()
    looks: tuple[StudyLook, ...] = ()
    """The other labels were simply seen."""
    groups: tuple[StudyGroup, ...] = ()
    selection: str = ""
    """How participants and material were chosen."""
    coders: str = ""
    """Who coded, in which role."""

    def path_of(self, code: StudyCode) -> str:
        """Give the path of a code: `capaciteit > te weinig mensen`."""
        parents = {item.name: item.parent for item in self.codes}
        names = [code.name]
        while parent := parents[names[0]]:
            names.insert(0, parent)
        return PATH_SEPARATOR.join(names)


_converter = Converter(forbid_extra_keys=True)


def read_study(path: Path) -> Study:
    """Read a study file.

    Raises:
        UnreadableFileError: it is not TOML, or holds something else than a study.
    """
    try:
        values = tomllib.loads(path.read_text("utf-8"))
        study = _converter.structure(values, Study)
    except ClassValidationError as error:
        reasons = _("; ").join(transform_error(error, _("the file"))[:3])
        raise UnreadableFileError(
            _("{name} is not a study: {reasons}.").format(name=path.name, reasons=reasons)
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableFileError(
            _("{name} cannot be read as TOML: {reason}.").format(name=path.name, reason=error)
        ) from error
    _refuse_loose_parents(study, path)
    return study


def _refuse_loose_parents(study: Study, path: Path) -> None:
    """Refuse a code whose parent does not come before it; so no path can run in a circle."""
    known = {""}
    for code in study.codes:
        if code.parent not in known:
            raise UnreadableFileError(
                _(
                    "{name} is not a study: the parent '{parent}' of the code '{code}' does "
                    "not come before it."
                ).format(name=path.name, parent=code.parent, code=code.name)
            )
        known.add(code.name)


# A TOML table array is named after one of its items, a field after all of them. What is inside
# another is taught first.
_converter.register_structure_hook(
    StudyClaim,
    make_dict_structure_fn(
        StudyClaim, _converter, _cattrs_forbid_extra_keys=True, quotes=override(rename="quote")
    ),
)
_converter.register_structure_hook(
    StudyVignette,
    make_dict_structure_fn(
        StudyVignette,
        _converter,
        _cattrs_forbid_extra_keys=True,
        passages=override(rename="passage"),
    ),
)
_converter.register_structure_hook(
    StudyTheme,
    make_dict_structure_fn(
        StudyTheme,
        _converter,
        _cattrs_forbid_extra_keys=True,
        claims=override(rename="claim"),
        absences=override(rename="absence"),
        vignettes=override(rename="vignette"),
    ),
)
_converter.register_structure_hook(
    Study,
    make_dict_structure_fn(
        Study,
        _converter,
        _cattrs_forbid_extra_keys=True,
        codes=override(rename="code"),
        codings=override(rename="coding"),
        memos=override(rename="memo"),
        themes=override(rename="theme"),
        relations=override(rename="relation"),
        looks=override(rename="look"),
        groups=override(rename="group"),
    ),
)
