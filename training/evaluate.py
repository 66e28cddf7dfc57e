"""Scores of a pipeline on the two held-out test files, beside those published for nl_core_news_sm.

    python -m training.evaluate ../shared/treebank

Ten sentences a document, as `spacy convert -n 10` makes them, and one a document; `obl:arg` counts
as `obl`, as in training.
"""

import argparse
import tempfile
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import DocBin
from spacy.training import Example

from training.train import TARGET, convert

FIGURES = {
    "token_acc": "tokens",
    "pos_acc": "part of speech",
    "morph_acc": "morphology",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentences F",
}
"""spaCy's names of the scores we report, and ours."""

PUBLISHED = {
    "token_acc": 0.9994,
    "pos_acc": 0.9578,
    "morph_acc": 0.9507,
    "lemma_acc": 0.9498,
    "dep_uas": 0.8566,
    "dep_las": 0.8045,
    "sents_f": 0.8646,
}
"""nl_core_news_sm 3.8.0 on LassySmall v2.8's test set, from its model card."""


def main() -> None:
    """Print a Markdown table of the scores."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("treebank", type=Path, help="folder with the two test files")
    parser.add_argument("--pipeline", type=Path, default=TARGET)
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.pipeline)
    columns = {
        f"{name} x{size}": scores(nlp, arguments.treebank / f"test_{name}.conllu", size)
        for name in ("lassy", "alpino")
        for size in (10, 1)
    }
    print("| | " + " | ".join(columns) + " | nl_core_news_sm 3.8.0, published |")
    print("|---" * (len(columns) + 2) + "|")
    for figure, title in FIGURES.items():
        cells = [f"{column[figure]:.4f}" for column in columns.values()]
        print(f"| {title} | " + " | ".join(cells) + f" | {PUBLISHED[figure]:.4f} |")


def scores(nlp: Language, source: Path, sentences: int) -> dict[str, float]:
    """Give the scores of a pipeline on a CoNLL-U file, so many sentences a document."""
    with tempfile.TemporaryDirectory() as folder:
        convert(source, Path(folder), sentences)
        gold = list(DocBin().from_disk(Path(folder) / f"{source.stem}.spacy").get_docs(nlp.vocab))
    examples = [Example(nlp(doc.text), doc) for doc in gold]
    found = {**Scorer.score_tokenization(examples), **nlp_scores(nlp, examples)}
    return {name: found[name] for name in FIGURES}


def nlp_scores(nlp: Language, examples: list[Example]) -> dict[str, float]:
    """Let each part of the pipeline score its own predictions."""
    found: dict[str, float] = {}
    for _, part in nlp.pipeline:
        if hasattr(part, "score"):
            found.update(part.score(examples))
    return found


if __name__ == "__main__":
    main()
