"""Strangers at the door: refused with nothing written, and no word of the plan told."""

import json
import os
import re
from argparse import Namespace
from queue import Queue

import pytest
from starlette.testclient import TestClient

from docgen.studio import safety
from docgen.studio.app import STATIC
from docgen.studio.desk import Desk
from docgen.studio.safety import KEY_HEADER
from tests.plan_files import TINY
from tests.studio.conftest import HOST, OWN, PLAN


def everything(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def refused(answer, status):
    """Whether it is refused so, with a sentence that the page can show."""
    return answer.status_code == status and answer.json()["message"].endswith(".")


SAVE = {"files": [{"name": PLAN, "text": "year: 1", "sum": ""}]}


@pytest.mark.parametrize(
    "stranger",
    [
        {"host": "evil.example"},
        {"host": f"{HOST}.evil.example"},
        {"host": "127.0.0.1"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {KEY_HEADER: ""},
        {KEY_HEADER: "made-up-kez"},
        {KEY_HEADER: b"k\xe9y"},
    ],
)
def test_a_strange_host_origin_or_key_gets_403_and_nothing_is_written(client, root, stranger):
    before = everything(root)
    answer = client.post("/api/save", json=SAVE, headers={**OWN, **stranger})
    assert refused(answer, 403)
    assert "year" not in answer.text
    assert everything(root) == before


def test_a_request_that_names_no_origin_is_refused(client):
    client.headers.pop("origin")
    answer = client.post("/api/project", json={})
    assert answer.status_code == 403
    assert "không đến từ trang docgen" in answer.json()["message"]


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_a_post_is_answered(client, method):
    assert refused(client.request(method, "/api/project"), 403)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_a_foreign_form_can_send_is_refused(client, kind):
    answer = client.post("/api/project", content=b"{}", headers={"content-type": kind})
    assert refused(answer, 415)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 100_000, b"\xff"])
def test_what_is_no_json_object_is_refused(client, body):
    headers = {"content-type": "application/json"}
    assert refused(client.post("/api/project", content=body, headers=headers), 400)


def test_a_huge_body_is_refused_whatever_it_says_of_its_length(client, root, monkeypatch):
    monkeypatch.setattr(safety, "MOST_BYTES", 1000)
    before = everything(root)
    body = json.dumps({**SAVE, "more": "a" * 2000}).encode()
    headers = {"content-type": "application/json"}
    said = client.post("/api/save", content=body, headers=headers)
    streamed = client.post("/api/save", content=iter([body]), headers=headers)
    assert refused(said, 413)
    assert refused(streamed, 413)
    assert everything(root) == before


NAMES = [
    "../secret.yaml", "content/../secret.yaml", "content/2030/../../secret.yaml", "secret.yaml",
    "/etc/passwd", "content/2030/..\\..\\secret.yaml", "content/2030/plan.yaml/../plan.yaml",
    "content/2030/link.yaml", "content/linked/plan.yaml", "content/2031/plan.yaml",
    "content/2030", "content/2030/.hidden.yaml", "content/2030/plan.yaml\0", "C:\\x.yaml", "",
    "templates/KH_template.docx", 5, None, ["content/2030/plan.yaml"],
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_path_out_of_the_content_is_refused(ask, root, name):
    (root / "secret.yaml").write_text("year: 1", encoding="utf-8")
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "plan.yaml").write_text("year: 1", encoding="utf-8")
    (root / "content" / "2030" / "link.yaml").symlink_to(root / "secret.yaml")
    (root / "content" / "2031").symlink_to(outside)
    before = everything(root), everything(outside)
    file = {"name": name, "text": "year: 2", "sum": ""}
    body = {**file, "files": [file], "year": "2030", "buffers": {str(name): "x"}, "line": 1}
    body |= {"code": "KH101", "version": "20300101T000000000000.yaml", "fixes": []}
    for what in ("save", "history", "version", "edit", "fix", "let-stand", "shape", "see"):
        assert (what, ask(what, **body)["status"]) == (what, 403)
    assert (everything(root), everything(outside)) == before


@pytest.mark.parametrize("year", ["../2030", "2030/../2030", "", "20300", None, "2031"])
def test_a_year_that_is_none_is_refused(ask, year):
    assert {ask(what, year=year)["status"] for what in ("open", "see", "build")} == {403}


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/%2e%2e/app.py"])
def test_only_the_pages_own_files_are_given_out(client, path):
    own = next(STATIC.rglob("*.css")).relative_to(STATIC).as_posix()
    assert client.get(f"/static/{own}").status_code == 200
    assert client.get(path).status_code == 404


def test_nothing_of_the_page_comes_from_elsewhere_or_stands_inline(client):
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'self';")
    own = [path for path in STATIC.rglob("*") if path.suffix in (".html", ".css", ".js", ".svg")]
    assert len(own) > 15
    for path in own:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
        assert "http://" not in text.replace("http://${", ""), path
        assert "https://" not in text, path
    assert "<script>" not in answer.text
    assert "style=" not in answer.text


def test_markup_in_every_text_comes_out_as_the_words_that_it_is(ask, root):
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = TINY.replace("Thử phần mềm", attack).replace("Việc thứ nhất.", attack)
    answer = ask("see", year="2030", buffers={PLAN: text})
    words = [run[0] for part in answer["parts"] for piece in part.get("pieces", ())
             for run in piece[2]]  # fmt: skip
    assert words.count(attack) == 2
    assert (root / PLAN).read_text(encoding="utf-8") == TINY


def test_the_page_asks_for_all_that_is_answered_and_for_nothing_else(root):
    text = "\n".join(path.read_text(encoding="utf-8") for path in (STATIC / "app").rglob("*.js"))
    asked = re.findall(r'\b(?:ask|asking|download|follow|remake)\("([a-z-]+)"', text)
    desk = Desk(root)
    assert set(asked) == {*desk.asks(), *desk.streams()}


def test_no_code_of_the_page_makes_markup_of_words():
    own = sorted((STATIC / "app").rglob("*.js"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in own)
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                "dangerouslySetInnerHTML", "new Function"):  # fmt: skip
        assert way not in text


def test_a_text_that_no_file_can_hold_is_refused(ask, root):
    sum_now = ask("open", year="2030")["files"][0]["sum"]
    body = {"name": PLAN, "text": "a: \ud800", "sum": sum_now}
    for each in (body, {"name": PLAN, "sum": sum_now}):
        assert ask("save", files=[each])["status"] == 400
    assert (root / PLAN).read_text(encoding="utf-8") == TINY


def test_the_server_listens_on_this_computer_alone():
    from docgen.commands.studio import _listening

    with _listening(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert os.get_inheritable(listening.fileno()) is False


@pytest.mark.parametrize("opens", [True, False])
def test_the_address_that_is_told_is_the_one_that_is_served_and_opened(root, monkeypatch, opens):
    from docgen.commands import studio

    opened: Queue[str] = Queue()
    told: list[str] = []
    answers: list[int] = []

    def served(server, sockets):
        """Asks with the key that stands in the address."""
        port, key = re.search(r"http://127\.0\.0\.1:(\d+)/#(\S+)", told[0]).groups()
        assert sockets[0].getsockname() == ("127.0.0.1", int(port))
        own = {"host": f"127.0.0.1:{port}", "origin": f"http://127.0.0.1:{port}", KEY_HEADER: key}
        client = TestClient(server.config.app, base_url=own["origin"], headers=own)
        answers.append(client.post("/api/search", json={"words": "việc"}).status_code)
        sockets[0].close()

    class Say:
        out = staticmethod(told.append)

    monkeypatch.setattr("uvicorn.Server.run", served)
    monkeypatch.setattr("webbrowser.open", opened.put)
    assert studio.run(Namespace(root=root, port=0, no_open=not opens), Say) == 0
    assert answers == [200]
    assert [opened.get(timeout=5)] == re.findall(r"http\S+", told[0]) if opens else opened.empty()


def test_a_project_has_the_same_address_each_time_or_one_beside_it(
    tmp_path,
):
    from docgen.commands.studio import _at_home

    with _at_home(tmp_path) as one, _at_home(tmp_path) as beside:
        port = one.getsockname()[1]
        assert beside.getsockname()[1] != port
    with _at_home(tmp_path) as again:
        assert again.getsockname()[1] == port
