"""The fingerprint under which a batch keeps what it has read."""

import pytest

from qualkit.language import fingerprint as module
from qualkit.language.fingerprint import fingerprint
from qualkit.language.pipeline import find_pipeline


def test_other_word_lists_or_another_tagger_give_another_fingerprint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipeline = find_pipeline("nl")

    def after_upgrade_of(package: str) -> str:
        monkeypatch.setattr(module, "version", lambda name: "2" if name == package else "1")
        return fingerprint("nl", pipeline)

    found = {after_upgrade_of(name) for name in ("nothing", "spacy", "simplemma", "wordfreq")}
    assert len(found) == 4
    assert after_upgrade_of("nothing") in found
    assert fingerprint("en", pipeline) not in found
