"""A pipeline that ends its process at one word and fails at another."""

import json
from pathlib import Path

import spacy

_CODE = """
import os, sys
from pathlib import Path
from spacy.language import Language
from spacy.util import load_model_from_init_py

__version__ = "1.0.0"

@Language.component("trap")
def trap(doc):
    if "ontploft" in doc.text:
        os._exit(3)
    if "struikelt" in doc.text:
        raise ValueError("struikelt")
    return doc

def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def make_trap(site: Path) -> str:
    """Install the pipeline in a folder for packages, and give its name."""
    name = "nl_valkuil"
    data = site / name / f"{name}-1.0.0"
    data.mkdir(parents=True)
    (site / name / "__init__.py").write_text(_CODE)
    blank = spacy.blank("nl")
    blank.to_disk(data)
    config = blank.config.to_str().replace("pipeline = []", 'pipeline = ["trap"]')
    (data / "config.cfg").write_text(f'{config}\n[components.trap]\nfactory = "trap"\n')
    about = {**blank.meta, "name": "valkuil", "version": "1.0.0"}
    for folder in (data, site / name):
        (folder / "meta.json").write_text(json.dumps(about))
    return name
