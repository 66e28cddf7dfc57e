"""From the treebank files to the Dutch pipeline that travels in the package.

    python -m training.train ../shared/treebank

Takes some 40 minutes on one core and gives the same weights each time on the same machine.
The parser, tagger and lemmatizer share one network; the sentence recogniser is trained on its own
and added to it disabled, for whoever wants sentences without a parser.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import spacy

HERE = Path(__file__).parent
TARGET = HERE.parent / "qualkit" / "language" / "pipelines" / "nl_qualkit_sm"
VERSION = "1.1.0"
WANTS = ">=3.8.0,<3.9.0"
"""The spaCy it fits; spaCy itself would write the very version it was trained with."""

DESCRIPTION = (
    "Dutch pipeline for suggestions: tok2vec, morphologizer, parser, trainable lemmatizer, senter."
)
SOURCES = [
    {
        "name": "UD_Dutch-LassySmall",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
        "author": "Gosse Bouma, Gertjan van Noord",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "UD_Dutch-Alpino",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
        "author": "Daniel Zeman, Zdeněk Žabokrtský, Gosse Bouma, Gertjan van Noord",
        "license": "CC BY-SA 4.0",
    },
]


def main() -> None:
    """Convert, train twice, put together, and write the pipeline into the package."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("treebank", type=Path, help="folder with train.conllu and dev.conllu")
    parser.add_argument("--out", type=Path, default=TARGET)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name, sentences in (("train", 5), ("dev", 10)):
            convert(arguments.treebank / f"{name}.conllu", work, sentences)
        main_model = train(HERE / "config.cfg", work, "main")
        senter_model = train(HERE / "config_senter.cfg", work, "senter")
        assemble(main_model, senter_model, arguments.out)
    shutil.copy(arguments.treebank / "LICENSE", arguments.out / "LICENSE")
    shutil.copy(HERE / "model_card.md", arguments.out / "README.md")


def convert(source: Path, folder: Path, sentences: int) -> None:
    """Turn CoNLL-U into spaCy's format, so many sentences a document."""
    command = [sys.executable, "-m", "spacy", "convert", str(source), str(folder)]
    subprocess.run([*command, "-c", "conllu", "-n", str(sentences)], check=True)


def train(config: Path, folder: Path, name: str) -> Path:
    """Train with one configuration; gives the folder of the best step on the dev set."""
    out = folder / name
    command = [sys.executable, "-m", "spacy", "train", str(config), "--output", str(out)]
    paths = ["--paths.train", folder / "train.spacy", "--paths.dev", folder / "dev.spacy"]
    # More threads change the order of additions, and with it the weights.
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    subprocess.run([*command, *map(str, paths)], check=True, env=environment)
    return out / "model-best"


def assemble(main_model: Path, senter_model: Path, target: Path) -> None:
    """Put both networks into one pipeline and write it with what it says about itself."""
    nlp = spacy.load(main_model)
    nlp.add_pipe("senter", source=spacy.load(senter_model), last=True)
    nlp.disable_pipe("senter")
    nlp.meta.update(
        name="qualkit_sm",
        version=VERSION,
        description=DESCRIPTION,
        author="the qualkit developers",
        license="CC BY-SA 4.0",
        sources=SOURCES,
    )
    nlp.config["paths"].update(train=None, dev=None)  # where they lay on this machine
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(exist_ok=True)
    nlp.to_disk(target)
    meta = json.loads((target / "meta.json").read_text("utf-8"))
    meta.pop("performance", None)  # of the dev set; the model card has the held-out figures
    meta["spacy_version"] = WANTS
    (target / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
