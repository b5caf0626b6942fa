"""What the page does beside writing: years, Word files, Excel, the signer's sheet, search."""

import base64
import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from docgen.studio.files import Files
from docgen.studio.papers import Papers
from docgen.studio.returned import Returned
from tests.plan_files import TINY, short_project
from tests.studio.conftest import PLAN

DOCUMENT = "word/document.xml"


@pytest.fixture
def built(ask, root):
    assert ask("build", year="2030")["written"] == "output/KH_2030.docx"
    return root / "output" / "KH_2030.docx"


def edited(path, old, new):
    """The bytes of a document in which somebody wrote something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(made, "w") as target:
        for name in package.namelist():
            data = package.read(name)
            if name == DOCUMENT:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
    return made.getvalue()


def sent(name, data):
    return {"name": name, "data": base64.b64encode(data).decode()}


def test_an_edit_made_in_word_becomes_text_and_then_build_may_write_over_it(ask, root, built):
    built.write_bytes(edited(built, "Việc thứ nhất.", "Việc đầu tiên."))
    assert ask("build", year="2030")["written"] is None
    (change,) = ask("returned", year="2030")["changes"]
    assert (change["verdict"], change["file"]) == ("applied", PLAN)
    assert change["pieces"][-2:] == [["-", "thứ nhất."], ["+", "đầu tiên."]]
    taken = ask("take", year="2030", taken=[change["key"]], answers={})
    assert "      - Việc đầu tiên.\n" in taken["texts"][PLAN]
    assert taken["whole"]
    assert "Việc thứ nhất." in (root / PLAN).read_text(encoding="utf-8")
    file = ask("open", year="2030")["files"][0]
    ask("save", files=[{**file, "text": taken["texts"][PLAN]}])
    assert ask("taken", year="2030")["status"] == 200
    assert ask("build", year="2030")["written"]


def test_an_edit_that_is_left_out_stays_out(ask, built):
    data = edited(built, "Việc thứ nhất.", "Việc đầu tiên.")
    file = sent("KH.docx", data)
    assert len(ask("returned", year="2030", file=file)["changes"]) == 1
    taken = ask("take", year="2030", file=file, taken=[], answers={})
    assert (taken["texts"], taken["whole"]) == ({}, False)


def test_what_is_no_word_file_is_refused_in_a_sentence(ask):
    for name, kind in (("x.docx", "Word"), ("x.XLSX", "Excel")):
        for data in (b"", b"PK", b"%PDF-1.7"):
            answer = ask("returned", year="2030", file=sent(name, data))
            assert (answer["status"], kind in answer["message"]) == (422, True), answer["message"]
    assert ask("returned", year="2030", file={"name": "x", "data": "§"})["status"] == 400


def test_copies_of_many_are_one_list_on_a_page_of_their_own(ask, client, built):
    words = {"So-Y-te": "Việc đầu.", "So-Noi-vu": "Việc một.", "So-Xay-dung": "Việc thứ nhất."}
    copies = [sent(f"KH_2030_{name}.docx", edited(built, "Việc thứ nhất.", new))
              for name, new in words.items()]  # fmt: skip
    answer = ask("opinions", year="2030", files=copies)
    assert [each["against"] for each in answer["opinions"]] == [[2], [1]]
    told = {"year": "2030", "copies": answer["copies"], "decisions": {}}
    page = client.get(ask("opinions-page", **told)["address"])
    assert "KH_2030_So-Noi-vu" in page.text
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert client.get("/shown/guessed").status_code == 404


def test_what_is_decided_becomes_text_and_is_kept_in_the_workbook(ask, root, built):
    words = {"So-Y-te": "Việc đầu.", "So-Noi-vu": "Việc một."}
    copies = [sent(f"KH_2030_{name}.docx", edited(built, "Việc thứ nhất.", new))
              for name, new in words.items()]  # fmt: skip
    found = ask("opinions", year="2030", files=copies)
    one, other = (each["key"] for each in found["opinions"])
    yes, no = {"verdict": "Tiếp thu"}, {"verdict": "Giải trình", "reason": "đã rõ"}
    told = {"year": "2030", "copies": found["copies"], "answers": {}}
    both = ask("take-opinions", **told, decisions={one: yes, other: yes})
    assert (both["clashes"], both["texts"]) == ([[1, 2]], {})
    decided = {one: yes, other: no}
    taken = ask("take-opinions", **told, decisions=decided)
    chosen = "".join(said for sign, said in found["opinions"][0]["pieces"] if sign != "-")
    assert f"      {chosen}\n" in taken["texts"][PLAN]
    assert (root / PLAN).read_text(encoding="utf-8") == TINY
    workbook = ask("opinions-workbook", **told, decisions=decided)
    again = ask("opinions", year="2030", files=[{key: workbook[key] for key in ("name", "data")}])
    assert again["decisions"] == {one: {**yes, "reason": ""}, other: no}
    assert again["opinions"] == found["opinions"]
    assert ask("take-opinions", **told, decisions={one: {"verdict": "Có"}})["status"] == 400


def test_a_new_year_is_started_and_compared_with_the_old_one(ask, client, root):
    answer = ask("new-year", year="2030", new="2031")
    assert (answer["year"], answer["years"]) == ("2031", ["2030", "2031"])
    assert (root / "content" / "2031" / "plan.yaml").exists()
    assert ask("new-year", year="2030", new="2031")["status"] == 422
    assert ask("new-year", year="2030", new="../x")["status"] == 422
    compared = ask("compare", old="2030", new="2031")
    assert "2031" in client.get(compared["address"]).text
    assert ask("compare", old="2030", new="../2030")["status"] == 403


def test_what_is_left_to_do_is_told_by_kind_and_by_agency_until_it_is_ticked_off(ask, root):
    told = TINY.replace("Việc thứ nhất.", "Sở Nội vụ báo cáo kết quả của năm 2029.")
    (root / PLAN).write_text(told, encoding="utf-8", newline="\n")
    ask("new-year", year="2030", new="2031")
    every = ask("to-do", year="2031")
    assert "người ký giữ từ năm 2030: Nguyễn Văn Mẫu" in str(every["kinds"])
    own = ask("to-do", year="2031", agency="so-noi-vu")
    assert "người ký" not in str(own["kinds"])
    assert [each[:2] for each in every["agencies"]] == [["so-noi-vu", "Sở Nội vụ"]]
    (typed,) = [kind for kind in own["kinds"] if kind["title"] == "năm cũ ghi thẳng trong câu"]
    (job,) = typed["alike"][0]["jobs"]
    text = (root / job["file"]).read_text(encoding="utf-8")
    stands = ask("let-stand", name=job["file"], text=text, line=job["line"], code=job["code"],
                 reason="năm của báo cáo")["text"]  # fmt: skip
    after = ask("to-do", year="2031", buffers={job["file"]: stands})
    assert after["all"] == every["all"] - 1
    assert ask("to-do", year="2031", agency="so-x")["status"] == 422


@pytest.mark.parametrize(
    ("words", "count"), [("viec thu NHAT", 1), ("việc thứ", 1), ("việc thu", 0), (" ", 0)]
)
def test_words_are_found_in_all_years_with_and_without_marks(ask, words, count):
    found = ask("search", words=words)["found"]
    assert len(found) == count
    assert all((each["year"], each["file"]) == ("2030", PLAN) for each in found)


def test_the_signers_sheet_is_handed_out(ask):
    answer = ask("check-sheet", year="2030")
    assert answer["name"] == "phieu-kiem-tra_2030.docx"
    assert zipfile.is_zipfile(io.BytesIO(base64.b64decode(answer["data"])))


def test_a_workbook_goes_out_and_what_was_filled_in_comes_back(tmp_path):
    root = short_project(tmp_path)
    own = Files(root)
    made = Papers(root, own).workbook({"year": "2024"})
    book = load_workbook(io.BytesIO(base64.b64decode(made["data"])))
    cell = next(cell for sheet in book for row in sheet.iter_rows() for cell in row
                if str(cell.value) == "1.4741")  # fmt: skip
    cell.value = Decimal("1.4")
    filled = io.BytesIO()
    book.save(filled)
    body = {"year": "2024", "file": sent(made["name"], filled.getvalue())}
    returned = Returned(root, own)
    (change,) = returned.look(body)["changes"]
    taken = returned.take({**body, "taken": [change["key"]], "answers": {}})
    assert "score: 1,4000\n" in taken["texts"]["content/2024/appendix.yaml"]
    assert returned.done(body) == {}


def test_findings_are_those_of_the_check_and_know_their_fix(ask, root):
    text = (root / PLAN).read_text(encoding="utf-8").replace("Việc thứ", "Việc  thứ")
    answer = ask("see", year="2030", buffers={PLAN: text})
    found = next(each for each in answer["findings"] if each["fix"])
    assert found["reason"]
    mended = ask("fix", name=PLAN, text=text, fixes=[found["fix"]])["text"]
    assert mended == (root / PLAN).read_text(encoding="utf-8")
    stands = ask("let-stand", name=PLAN, text=text, line=found["line"], code=found["code"],
                 reason="đã xem")["text"]  # fmt: skip
    again = ask("see", year="2030", buffers={PLAN: stands})
    assert [each["let"] for each in again["silenced"]] == ["đã xem"]
