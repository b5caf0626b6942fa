"""A small made-up project on a desk, and whoever may talk to it."""

import json

import pytest
from starlette.testclient import TestClient

from docgen.studio.app import app
from docgen.studio.desk import Desk
from docgen.studio.safety import KEY_HEADER
from tests.plan_files import TINY, with_template

HOST, KEY = "127.0.0.1:8765", "made-up-key"
OWN = {"host": HOST, "origin": f"http://{HOST}", KEY_HEADER: KEY}
PLAN = "content/2030/plan.yaml"


@pytest.fixture
def root(tmp_path):
    project = tmp_path / "project"
    (project / "content" / "2030").mkdir(parents=True)
    (project / PLAN).write_text(TINY, encoding="utf-8", newline="\n")
    (project / "content" / "agencies.yaml").write_text(
        "so-noi-vu:\n  name: Sở Nội vụ\n", encoding="utf-8", newline="\n"
    )
    return with_template(project)


@pytest.fixture
def client(root):
    return TestClient(app(Desk(root), [HOST], KEY), base_url=f"http://{HOST}", headers=OWN)


@pytest.fixture
def ask(client):
    """Asks as the page does: the answer, with its status under `status`."""

    def asking(what, **body):
        kind = {"content-type": "application/json"}
        answer = client.post(f"/api/{what}", content=json.dumps(body), headers=kind)
        told = {"status": answer.status_code}
        for piece in answer.text.splitlines():
            told |= json.loads(piece)
        return told

    return asking
