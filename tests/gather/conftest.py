"""The real plan, its document, and copies of it that people made; what they say is made up."""

import pytest

from docgen.gather.collect import gather
from tests.plan_files import printed
from tests.word_edits import Word

YEAR = "2024"


@pytest.fixture(scope="session")
def built(short_plan):
    """The real plan, cut short, and its document."""
    return short_plan, printed(short_plan, YEAR)


@pytest.fixture
def copies(built):
    """Files by name, each made by a function that edits an open document."""
    _, data = built

    def made(**edits):
        files = []
        for name, (edit, author) in edits.items():
            word = Word(data, tracked=bool(author), author=author)
            saved = edit(word)
            saved = saved if isinstance(saved, bytes) else word.saved()
            files.append((f"gop-y/{name.replace('_', '-')}.docx", saved))
        return files

    return made


@pytest.fixture
def sent(built, copies):
    """The list of what the copies say."""
    root, _ = built
    return lambda **edits: gather(copies(**edits), root / "content" / YEAR, root).gathered
