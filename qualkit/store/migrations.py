"""The schema, as an ordered list of migrations.

A migration that was released is never edited and imports no code of ours that may change. Full-text
search and other derived tables are rebuilt after any migration (see `opening.open_database`),
because `Table.transform()` drops their triggers without a word.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("qualkit")


@migrations()
def m001_initial(db: Database) -> None:
    """Make the tables of the first release."""
    for statement in _M001.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m002_suggestions(db: Database) -> None:
    """Keep with a coding what suggested it, and remember rejected suggestions."""
    for statement in _M002.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m003_code_descriptions(db: Database) -> None:
    """Give a code the parts of a codebook's description, and a colour."""
    for statement in _M003.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m004_themes(db: Database) -> None:
    """Make room for the board, readings, rounds, matrices and the quality conversation."""
    for statement in _M004.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m005_leaving(db: Database) -> None:
    """Make room for what leaves the terminal: terms, replacements, vignettes, answers."""
    for statement in _M005.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m006_batches(db: Database) -> None:
    """Make room for batches of suggestions to go through, and for what looks like one text."""
    for statement in _M006.split(";\n"):
        if statement.strip():
            db.execute(statement)


_M001 = """
CREATE TABLE project (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    created_at TEXT NOT NULL,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    profile TEXT NOT NULL
);
CREATE TABLE text (
    sha256 TEXT PRIMARY KEY,
    body TEXT NOT NULL
);
CREATE TABLE source (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    text_kind TEXT NOT NULL,
    language TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    held_on TEXT,
    note TEXT NOT NULL
);
CREATE TABLE version (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES source(id),
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES text(sha256),
    file_sha256 TEXT NOT NULL,
    utterances TEXT NOT NULL,
    created_at TEXT NOT NULL,
    file_suffix TEXT NOT NULL,
    UNIQUE (source_id, number)
);
CREATE INDEX version_by_file ON version(file_sha256);
CREATE INDEX version_by_text ON version(sha256);
CREATE TABLE speaker (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL REFERENCES source(id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    UNIQUE (source_id, name)
);
CREATE TABLE segmentation (
    id TEXT PRIMARY KEY,
    version_id TEXT NOT NULL UNIQUE REFERENCES version(id),
    unit TEXT NOT NULL,
    borders TEXT NOT NULL
);
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES version(id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    line INTEGER NOT NULL,
    said_at TEXT,
    UNIQUE (version_id, position)
);
CREATE VIRTUAL TABLE segment_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE participant_group (
    id TEXT PRIMARY KEY,
    pattern TEXT NOT NULL UNIQUE
);
CREATE TABLE "case" (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    group_id TEXT NOT NULL REFERENCES participant_group(id),
    number INTEGER
);
CREATE INDEX case_by_group ON "case"(group_id);
CREATE TABLE case_source (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES "case"(id),
    source_id TEXT NOT NULL REFERENCES source(id),
    UNIQUE (case_id, source_id)
);
CREATE INDEX case_source_by_source ON case_source(source_id);
CREATE TABLE code (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    parent_id TEXT REFERENCES code(id),
    description TEXT NOT NULL,
    level TEXT,
    status TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX code_by_parent ON code(parent_id);
CREATE TABLE coding (
    id TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES version(id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    code_id TEXT NOT NULL REFERENCES code(id),
    coder TEXT NOT NULL,
    created_at TEXT NOT NULL,
    strong INTEGER NOT NULL,
    suggestion TEXT NOT NULL,
    UNIQUE (version_id, start, "end", code_id, coder)
);
CREATE INDEX coding_by_code ON coding(code_id);
CREATE TABLE memo (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id TEXT NOT NULL,
    body TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    shared INTEGER NOT NULL,
    start INTEGER,
    "end" INTEGER
);
CREATE INDEX memo_by_object ON memo(object_type, object_id);
CREATE TABLE citation (
    id TEXT PRIMARY KEY,
    memo_id TEXT NOT NULL REFERENCES memo(id),
    object_type TEXT NOT NULL,
    object_id TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER
);
CREATE INDEX citation_by_memo ON citation(memo_id);
CREATE INDEX citation_by_object ON citation(object_type, object_id);
CREATE TABLE theme (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    central_idea TEXT NOT NULL,
    belongs TEXT NOT NULL,
    excludes TEXT NOT NULL,
    status TEXT NOT NULL,
    position INTEGER NOT NULL,
    parent_id TEXT REFERENCES theme(id)
);
CREATE INDEX theme_by_parent ON theme(parent_id);
CREATE TABLE theme_code (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    code_id TEXT NOT NULL REFERENCES code(id),
    position INTEGER NOT NULL,
    UNIQUE (theme_id, code_id)
);
CREATE INDEX theme_code_by_code ON theme_code(code_id);
CREATE TABLE theme_passage (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    coding_id TEXT NOT NULL REFERENCES coding(id),
    UNIQUE (theme_id, coding_id)
);
CREATE INDEX theme_passage_by_coding ON theme_passage(coding_id);
CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    text TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX claim_by_theme ON claim(theme_id);
CREATE TABLE quote (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    coding_id TEXT NOT NULL REFERENCES coding(id),
    position INTEGER NOT NULL,
    claim_id TEXT REFERENCES claim(id),
    stance TEXT NOT NULL,
    reason TEXT,
    printed TEXT
);
CREATE INDEX quote_by_theme ON quote(theme_id);
CREATE INDEX quote_by_coding ON quote(coding_id);
CREATE INDEX quote_by_claim ON quote(claim_id);
CREATE TABLE operation (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    why TEXT NOT NULL,
    reverts TEXT REFERENCES operation(id)
);
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL REFERENCES operation(id),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX change_by_operation ON change(operation_id);
CREATE INDEX change_by_row ON change(table_name, row_id);
CREATE TABLE bookmark (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
"""

_M002 = """
ALTER TABLE coding ADD COLUMN suggestion_rank INTEGER;
ALTER TABLE coding ADD COLUMN suggestion_pipeline TEXT NOT NULL DEFAULT '';
CREATE TABLE rejected_suggestion (
    id TEXT PRIMARY KEY,
    lemma TEXT NOT NULL,
    phrase TEXT NOT NULL,
    source_id TEXT REFERENCES source(id)
);
CREATE INDEX rejected_suggestion_by_source ON rejected_suggestion(source_id);
"""

_M003 = """
ALTER TABLE code ADD COLUMN use_when TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN not_when TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN example TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN boundary TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN colour TEXT;
"""

_M004 = """
ALTER TABLE project ADD COLUMN approach TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN assumptions TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN standpoint TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN relation TEXT NOT NULL DEFAULT '';
ALTER TABLE theme ADD COLUMN kept_name TEXT NOT NULL DEFAULT '';
ALTER TABLE theme_code ADD COLUMN belonging TEXT NOT NULL DEFAULT 'gathered';
ALTER TABLE theme_passage ADD COLUMN belonging TEXT NOT NULL DEFAULT 'gathered';
ALTER TABLE theme_passage ADD COLUMN stance TEXT NOT NULL DEFAULT 'supports';
CREATE TABLE theme_relation (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    other_id TEXT NOT NULL REFERENCES theme(id),
    kind TEXT NOT NULL,
    sentence TEXT NOT NULL,
    UNIQUE (theme_id, other_id, kind)
);
CREATE INDEX theme_relation_by_other ON theme_relation(other_id);
CREATE TABLE absence (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    text TEXT NOT NULL,
    searched TEXT NOT NULL,
    author TEXT NOT NULL,
    noted_at TEXT NOT NULL
);
CREATE INDEX absence_by_theme ON absence(theme_id);
CREATE TABLE misfit (
    id TEXT PRIMARY KEY,
    code_id TEXT UNIQUE REFERENCES code(id),
    coding_id TEXT UNIQUE REFERENCES coding(id)
);
CREATE TABLE board_snapshot (
    id TEXT PRIMARY KEY,
    taken_at TEXT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    themes TEXT NOT NULL,
    misfit_codes TEXT NOT NULL,
    misfit_codings TEXT NOT NULL
);
CREATE TABLE theme_reading (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    reader TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE INDEX theme_reading_by_theme ON theme_reading(theme_id);
CREATE TABLE passage_verdict (
    id TEXT PRIMARY KEY,
    reading_id TEXT NOT NULL REFERENCES theme_reading(id),
    coding_id TEXT NOT NULL REFERENCES coding(id),
    verdict TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    UNIQUE (reading_id, coding_id)
);
CREATE INDEX passage_verdict_by_coding ON passage_verdict(coding_id);
CREATE TABLE round (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    "order" TEXT NOT NULL,
    note TEXT NOT NULL,
    closed_at TEXT
);
CREATE TABLE round_source (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES round(id),
    source_id TEXT NOT NULL REFERENCES source(id),
    position INTEGER NOT NULL,
    read_at TEXT,
    UNIQUE (round_id, source_id)
);
CREATE INDEX round_source_by_source ON round_source(source_id);
CREATE TABLE spoken (
    version_id TEXT NOT NULL REFERENCES version(id),
    speaker TEXT NOT NULL,
    words INTEGER NOT NULL,
    PRIMARY KEY (version_id, speaker)
);
CREATE TABLE quantifier (
    id TEXT PRIMARY KEY,
    phrase TEXT NOT NULL UNIQUE,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL
);
CREATE TABLE matrix (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    created_at TEXT NOT NULL,
    group_id TEXT REFERENCES participant_group(id)
);
CREATE TABLE matrix_column (
    id TEXT PRIMARY KEY,
    matrix_id TEXT NOT NULL REFERENCES matrix(id),
    position INTEGER NOT NULL,
    theme_id TEXT REFERENCES theme(id),
    code_id TEXT REFERENCES code(id),
    UNIQUE (matrix_id, theme_id),
    UNIQUE (matrix_id, code_id)
);
CREATE INDEX matrix_column_by_theme ON matrix_column(theme_id);
CREATE INDEX matrix_column_by_code ON matrix_column(code_id);
CREATE TABLE cell (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES "case"(id),
    author TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    theme_id TEXT REFERENCES theme(id),
    code_id TEXT REFERENCES code(id),
    summary TEXT NOT NULL,
    nothing_said INTEGER NOT NULL,
    UNIQUE (case_id, theme_id),
    UNIQUE (case_id, code_id)
);
CREATE INDEX cell_by_theme ON cell(theme_id);
CREATE INDEX cell_by_code ON cell(code_id);
CREATE TABLE cell_passage (
    id TEXT PRIMARY KEY,
    cell_id TEXT NOT NULL REFERENCES cell(id),
    coding_id TEXT NOT NULL REFERENCES coding(id),
    UNIQUE (cell_id, coding_id)
);
CREATE INDEX cell_passage_by_coding ON cell_passage(coding_id);
CREATE TABLE quality_answer (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    seen TEXT NOT NULL,
    author TEXT NOT NULL,
    answered_at TEXT NOT NULL
);
CREATE INDEX quality_answer_by_subject ON quality_answer(subject);
"""

_M005 = """
ALTER TABLE project ADD COLUMN selection TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN coders TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN method_text TEXT NOT NULL DEFAULT '';
ALTER TABLE participant_group ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE participant_group ADD COLUMN attribution TEXT NOT NULL DEFAULT 'number';
ALTER TABLE quote ADD COLUMN stage TEXT NOT NULL DEFAULT 'chosen';
ALTER TABLE quote ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE quote ADD COLUMN attribution TEXT;
CREATE TABLE source_terms (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL UNIQUE REFERENCES source(id),
    quotability TEXT,
    attribution TEXT,
    content_note TEXT NOT NULL
);
CREATE TABLE passage_terms (
    id TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES version(id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quotability TEXT NOT NULL,
    why TEXT NOT NULL,
    UNIQUE (version_id, start, "end")
);
CREATE TABLE source_making (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL UNIQUE REFERENCES source(id),
    recorder TEXT NOT NULL,
    mode TEXT NOT NULL,
    minutes INTEGER,
    member_check TEXT,
    checked_on TEXT
);
CREATE TABLE replacement (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    printed TEXT,
    version_id TEXT REFERENCES version(id),
    start INTEGER,
    "end" INTEGER,
    UNIQUE (version_id, start, "end")
);
CREATE INDEX replacement_by_words ON replacement(words);
CREATE TABLE watched_word (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    words TEXT NOT NULL UNIQUE
);
CREATE TABLE mosaic_look (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    seen TEXT NOT NULL,
    verdict TEXT NOT NULL,
    why TEXT NOT NULL,
    author TEXT NOT NULL,
    looked_at TEXT NOT NULL
);
CREATE INDEX mosaic_look_by_label ON mosaic_look(label);
CREATE TABLE vignette (
    id TEXT PRIMARY KEY,
    theme_id TEXT NOT NULL REFERENCES theme(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    made_of TEXT NOT NULL,
    author TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX vignette_by_theme ON vignette(theme_id);
CREATE TABLE vignette_passage (
    id TEXT PRIMARY KEY,
    vignette_id TEXT NOT NULL REFERENCES vignette(id),
    coding_id TEXT NOT NULL REFERENCES coding(id),
    UNIQUE (vignette_id, coding_id)
);
CREATE INDEX vignette_passage_by_coding ON vignette_passage(coding_id);
CREATE TABLE doubt_remark (
    id TEXT PRIMARY KEY,
    memo_id TEXT NOT NULL REFERENCES memo(id),
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX doubt_remark_by_memo ON doubt_remark(memo_id);
CREATE TABLE doubt_decision (
    id TEXT PRIMARY KEY,
    memo_id TEXT NOT NULL UNIQUE REFERENCES memo(id),
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    decided_at TEXT NOT NULL
);
CREATE TABLE review_answer (
    id TEXT PRIMARY KEY,
    reviewer TEXT NOT NULL,
    received_at TEXT NOT NULL,
    quote_id TEXT REFERENCES quote(id),
    vignette_id TEXT REFERENCES vignette(id),
    decision TEXT,
    remark TEXT NOT NULL,
    changed TEXT NOT NULL,
    asked TEXT NOT NULL,
    handled_at TEXT,
    handling TEXT NOT NULL,
    UNIQUE (quote_id, reviewer),
    UNIQUE (vignette_id, reviewer)
);
CREATE TABLE export_state (
    sha256 TEXT PRIMARY KEY,
    items TEXT NOT NULL
);
CREATE TABLE export_made (
    id INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES export_state(sha256)
);
CREATE INDEX export_made_by_what ON export_made(what);
"""

_M006 = """
CREATE TABLE suggestion_batch (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    author TEXT NOT NULL,
    loaded_at TEXT NOT NULL
);
CREATE TABLE queued_suggestion (
    id TEXT PRIMARY KEY,
    batch_id TEXT NOT NULL REFERENCES suggestion_batch(id),
    rank INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    lemma TEXT NOT NULL,
    reason TEXT NOT NULL,
    places TEXT NOT NULL,
    decision TEXT,
    code_id TEXT REFERENCES code(id),
    decided_by TEXT NOT NULL,
    decided_at TEXT,
    UNIQUE (batch_id, rank)
);
CREATE INDEX queued_suggestion_by_code ON queued_suggestion(code_id);
CREATE TABLE watched_phrase (
    id TEXT PRIMARY KEY,
    phrase TEXT NOT NULL,
    lemma TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    since TEXT NOT NULL
);
CREATE TABLE pair_verdict (
    id TEXT PRIMARY KEY,
    first_id TEXT NOT NULL REFERENCES source(id),
    second_id TEXT NOT NULL REFERENCES source(id),
    verdict TEXT NOT NULL,
    note TEXT NOT NULL,
    shown TEXT NOT NULL,
    author TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    UNIQUE (first_id, second_id),
    CHECK (first_id < second_id)
);
CREATE INDEX pair_verdict_by_second ON pair_verdict(second_id);
CREATE TABLE pair_candidate (
    first_id TEXT NOT NULL,
    second_id TEXT NOT NULL,
    likeness INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (first_id, second_id)
) WITHOUT ROWID;
"""
