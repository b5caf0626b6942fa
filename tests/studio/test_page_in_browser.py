"""The officer's page in a real browser, with the server that `docgen studio` starts."""

import re
import shutil
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from benchmarks.desk import serving
from tests.plan_files import copy_project

# The day goes on from test to test: `make test-slow` gives each file to one process.
pytestmark = pytest.mark.usefixtures("chromium")

PURPOSES, SOLUTIONS = "I. MỤC ĐÍCH, YÊU CẦU", re.compile(r"^II\. NHIỆM VỤ")
TASKS, APPENDIX = "III. PHÂN CÔNG THỰC HIỆN", re.compile("^Phụ lục nhiệm vụ")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("desk") / "project")


@pytest.fixture(scope="module")
def desk(browser, root):
    """The page of the real plan, its pages drawn and its findings told."""
    with serving(root) as address:
        browser.address = address
        browser.open(address)
        browser.page.locator(".pages .sheet").nth(20).wait_for(state="attached")
        browser.page.locator(".finding").first.wait_for()
        yield browser
        browser.page.goto("about:blank")


def sheets(desk):
    return desk.page.locator(".pages .sheet")


def test_the_plan_is_there_page_by_page_and_nothing_comes_from_elsewhere(desk):
    assert sheets(desk).count() == 21
    assert sheets(desk).nth(8).text_content().rstrip().endswith("Lê Đức Tiên")
    assert "Điểm bị trừ" in sheets(desk).nth(20).text_content()  # the head of the table, repeated
    assert all(url.startswith("http://127.0.0.1:") for url in desk.requests)
    assert desk.complaints == []


def outline(desk, title):
    desk.page.get_by_role("navigation", name="Mục lục").get_by_role(
        "button", name=title, exact=True
    ).click()


def way(desk, title):
    desk.page.get_by_role("group", name="Cách soạn").get_by_role("button", name=title).click()


def saved(desk):
    return desk.page.get_by_role("status").get_by_text("Đã lưu hết")


def test_a_score_changed_in_the_grid_changes_the_sums_and_the_page(desk):
    outline(desk, APPENDIX)
    score = desk.page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True)
    score.fill("1,4000")
    desk.page.locator(".grid output", has_text="8,3498").wait_for()  # of the field, computed
    total = sheets(desk).nth(20).locator("tr").last
    total.get_by_text("86,1741 (86,17)").wait_for(state="attached")


def test_undo_in_a_form_takes_back_the_edit_wherever_it_was(desk):
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()
    score = desk.page.get_by_role("textbox", name="Điểm thẩm định, dòng 1.1", exact=True)
    expect(score).to_have_value("1,4741")


def test_a_mistake_is_told_and_mended_by_a_click(desk):
    outline(desk, PURPOSES)
    first = desk.page.locator(".entries .entries .words").first
    first.fill(first.input_value().replace("Duy trì kết quả", "Duy trì  kết quả"))
    mend = desk.page.get_by_role("button", name="Sửa: ").first
    mend.click()
    saved(desk).wait_for()
    expect(first).to_have_value(re.compile("^Duy trì kết quả"))
    desk.page.get_by_role("button", name="Hoàn tác").click()
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()


def test_a_task_goes_to_another_agency_and_all_of_it_is_saved(desk, root):
    file = root / "content" / "2024" / "assignments.yaml"
    before = file.read_text(encoding="utf-8")
    outline(desk, TASKS)
    goes = desk.page.get_by_role("combobox", name="Chuyển nhiệm vụ sang cơ quan khác").nth(1)
    goes.select_option(label="Sở Tư pháp")
    desk.page.get_by_text("1 tệp chưa lưu").wait_for()
    desk.press("Control+s")
    saved(desk).wait_for()
    after = file.read_text(encoding="utf-8")
    task = after.index("Thực hiện niêm yết, công khai thủ tục hành chính (TTHC) đầy đủ")
    assert after.index("agency: so-tu-phap") < task < after.index("agency: van-phong-ubnd-tinh")
    assert sorted(after.split()) == sorted(before.split())


def drag(page, grip, target):
    """The mouse's way: pressed, moved, the list scrolled, moved on, let go."""
    grip.hover()
    at = grip.bounding_box()
    page.mouse.down()
    page.mouse.move(at["x"] + 12, at["y"] + 40)
    target.scroll_into_view_if_needed()
    there = target.bounding_box()
    for step in (12, 14):
        page.mouse.move(there["x"] + 60, there["y"] + step)
    page.mouse.up()


def test_a_task_is_dragged_to_another_agency_by_mouse(desk):
    outline(desk, TASKS)
    agencies = desk.page.locator("li.entry.card")
    tasks = [
        agencies.filter(has=desk.page.locator("strong", has_text=name)).locator("li.entry")
        for name in ("Sở Nội vụ", "Sở Tài chính")
    ]
    words = tasks[0].first.locator("textarea").input_value()
    counts = [each.count() for each in tasks]
    drag(desk.page, tasks[0].first.locator(".grip"), tasks[1].first)
    desk.page.get_by_text("1 tệp chưa lưu").wait_for()
    expect(tasks[1].first.locator("textarea")).to_have_value(words)
    expect(tasks[0]).to_have_count(counts[0] - 1)
    expect(tasks[1]).to_have_count(counts[1] + 1)
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()
    for each, count in zip(tasks, counts, strict=True):
        expect(each).to_have_count(count)


def test_a_click_on_the_page_goes_to_the_place_and_the_place_shows_on_the_page(desk):
    desk.page.get_by_text("Tiếp tục thực hiện đồng bộ, quyết liệt").first.click()
    desk.page.locator(".middle .strip h2", has_text=PURPOSES).wait_for()
    desk.page.locator(".pages .here", has_text="Tiếp tục thực hiện đồng bộ").wait_for()
    expect(desk.page.locator(":focus")).to_have_value(re.compile("^Tiếp tục thực hiện đồng bộ"))


def test_what_is_typed_as_text_stands_among_the_findings_when_it_is_wrong(desk):
    outline(desk, "Phần đầu")
    way(desk, "Chữ")
    desk.page.get_by_role("textbox", name="Nội dung tệp plan.yaml").click()
    desk.press("Control+Home")
    desk.page.keyboard.type("plce: x\n")
    desk.page.get_by_role("button", name="không có khóa “plce”").wait_for()
    desk.press("Control+z", "Control+z")
    saved(desk).wait_for()
    desk.page.keyboard.type("#{{ sip")
    desk.page.locator(".cm-tooltip-autocomplete li", has_text="sipas").wait_for()
    desk.press("Escape", *["Backspace"] * 7)
    saved(desk).wait_for()
    way(desk, "Biểu mẫu")


def test_findings_of_the_same_words_are_one_line_and_one_is_let_stand_by_keys_alone(desk):
    strip = desk.page.get_by_role("region", name="Chỗ cần xem")
    strip.get_by_role("searchbox").fill("thời gian còn trống")
    group = strip.get_by_role("button", name="thời gian còn trống 2 chỗ")
    expect(strip.locator(".finding")).to_have_count(1)
    group.focus()
    desk.press("Enter", "Tab", "Enter")  # the group, its first place, what is said of it
    expect(strip.locator(".finding-more")).to_have_count(1)
    expect(desk.page.locator(":focus")).to_have_attribute("aria-expanded", "true")
    desk.press("Tab", "Tab", "Enter")  # past the button that goes there
    desk.page.keyboard.type("theo mẫu của Bộ")
    desk.press("Enter")
    desk.page.get_by_text("1 tệp chưa lưu").wait_for()
    strip.get_by_role("button", name="1 bỏ qua").click()
    strip.get_by_text("(bỏ qua: theo mẫu của Bộ)").wait_for()
    expect(group).to_have_count(0)  # the other one stands alone
    strip.get_by_role("button", name="1 bỏ qua").click()
    strip.get_by_role("searchbox").fill("")
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()


def errand(desk, title):
    desk.page.get_by_role("button", name="Việc khác").click()
    desk.page.get_by_role("menuitem", name=title).click()


def test_the_work_of_one_agency_is_listed_and_leads_to_its_place(desk):
    errand(desk, "Việc còn phải làm")
    window = desk.page.get_by_role("dialog")
    window.get_by_role("combobox", name="Cơ quan").select_option("so-tai-chinh")
    window.get_by_role("status").get_by_text(re.compile(r"^1\d việc, \d loại")).wait_for()
    window.locator("summary", has_text="chỗ cần điền còn trống").click()
    window.get_by_role("button", name="Tới phụ lục, trang").first.wait_for()
    assert desk.barriers() == []
    window.get_by_role("button", name="Tới phụ lục, trang").first.click()
    expect(window).to_have_count(0)
    desk.page.locator(".middle .strip h2", has_text=APPENDIX).wait_for()
    expect(desk.page.locator(":focus")).to_have_attribute("aria-label", "Thời gian")


def reworded(document, new):
    """Somebody writes other words into a built document."""
    with zipfile.ZipFile(document) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    words = parts["word/document.xml"]
    parts["word/document.xml"] = words.replace("Duy trì kết quả".encode(), new.encode(), 1)
    with zipfile.ZipFile(document, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def opens(desk, button):
    """Presses a button that opens a page of its own; its text and what its console said."""
    with desk.page.context.expect_page() as opened:
        desk.page.get_by_role("button", name=button, exact=True).click()
    said = []
    opened.value.on("console", lambda message: said.append(message.text))
    opened.value.wait_for_load_state()
    text = opened.value.locator("body").inner_text()
    opened.value.close()
    return text, said


def test_the_day_goes_on_from_the_document_through_word_and_back(desk, root, tmp_path):
    document = root / "output" / "KH_2024.docx"
    build = desk.page.get_by_role("button", name="Tạo văn bản")
    build.click()
    desk.page.locator(".notice", has_text="Đã tạo output/KH_2024.docx").wait_for()
    copies = [tmp_path / f"KH_2024_{office}.docx" for office in ("So-Y-te", "So-Noi-vu", "TTTT")]
    for copy, words in zip(
        copies, ("Giữ kết quả", "Giữ vững kết quả", "Nâng kết quả"), strict=True
    ):
        shutil.copy(document, copy)
        reworded(copy, words)
    reworded(document, "Giữ vững kết quả")
    build.click()  # refused: the document was edited; so the window of its edits opens
    desk.page.get_by_role("button", name="Tệp đang có trong output").click()
    desk.page.locator(".change ins", has_text="Giữ vững").wait_for()
    desk.page.get_by_role("button", name="Lấy 1 chỗ đã chọn").click()
    desk.page.locator(".notice", has_text="Mọi chỗ sửa đã về nội dung").wait_for()
    assert "- Giữ vững kết quả" in (root / "content/2024/purposes.yaml").read_text("utf-8")
    desk.page.locator(".pages p", has_text="- Giữ vững kết quả").wait_for()
    build.click()
    desk.page.locator(".notice", has_text="Đã tạo").last.wait_for()
    errand(desk, "Gom góp ý")
    choose = desk.page.locator("dialog input[type=file]")
    choose.set_input_files({"name": "x.docx", "mimeType": "", "buffer": b"PK"})
    desk.page.locator("dialog .notice", has_text="Không đọc được bản góp ý nào").wait_for()
    choose.set_input_files(copies)
    first, second = (
        desk.page.get_by_role("listitem", name=f"Ý kiến {n}", exact=True) for n in (1, 2)
    )
    first.locator(".against", has_text="mâu thuẫn với ý kiến").wait_for(timeout=60000)
    text, said = opens(desk, "Mở thành trang riêng")
    assert ("So-Y-te" in text, said) == (True, [])
    for each in (first, second):
        each.get_by_role("button", name="Tiếp thu", exact=True).press("Enter")
    first.get_by_role("alert").get_by_text("Không cùng tiếp thu được").wait_for()
    second.get_by_role("button", name="Giải trình").press("Enter")
    second.get_by_label("Lý do").fill("đã nêu ở mục khác")
    assert desk.barriers() == []
    desk.page.reload()  # the list and its decisions are kept
    errand(desk, "Gom góp ý")
    expect(second.get_by_label("Lý do")).to_have_value("đã nêu ở mục khác", timeout=60000)
    new = first.locator("ins").inner_text().strip()
    desk.page.get_by_role("button", name="Thử 1 ý kiến được tiếp thu").click()
    desk.page.get_by_role("radio", name="theo tệp Word").check()  # the content was edited too
    desk.page.get_by_role("button", name="Lấy 1 chỗ về nội dung").click()
    desk.page.locator(".pages p", has_text=f"- {new}").first.wait_for()
    desk.page.get_by_text("1 tệp chưa lưu").wait_for()
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()


def test_history_brings_a_text_back_and_a_workbook_goes_out_and_comes_home(desk, tmp_path):
    outline(desk, PURPOSES)
    errand(desk, "Lịch sử")
    desk.page.locator("dialog .row button").first.click()
    desk.page.get_by_role("button", name="Lấy lại bản cũ").click()
    desk.page.locator(".pages p", has_text="- Duy trì kết quả").first.wait_for()
    desk.page.get_by_role("button", name="Hoàn tác").click()
    saved(desk).wait_for()
    with desk.page.expect_download() as handed:
        errand(desk, "Bảng Excel")
    assert handed.value.suggested_filename == "bang_2024.xlsx"
    returned = tmp_path / "bang_2024.xlsx"
    handed.value.save_as(returned)
    errand(desk, "Lấy chỗ sửa trong Word, Excel")
    desk.page.locator("dialog input[type=file]").set_input_files(returned)
    desk.page.get_by_text("Tệp nói đúng như nội dung").wait_for(timeout=60000)
    desk.press("Escape")


@pytest.mark.usefixtures("soffice")
def test_the_plan_is_issued_and_had_as_pdf_and_on_paper(desk, root, poppler, tmp_path):
    errand(desk, "Ban hành")
    window = desk.page.get_by_role("dialog")
    window.get_by_label("Số văn bản").fill("45")
    window.get_by_label("Ngày ban hành").fill("05/6/2024")
    window.get_by_role("button", name="Điền và tạo văn bản").click()
    window.locator(".notice", has_text="Đã tạo output/KH_2024.docx").wait_for()
    plan = (root / "content" / "2024" / "plan.yaml").read_text("utf-8")
    assert "\nnumber: 45\ndate: 05/6/2024\n" in plan
    with desk.page.expect_download(timeout=120000) as handed:
        window.get_by_role("button", name="PDF đúng trang").click()
    exact = pages_of(handed.value.path(), poppler)
    desk.press("Escape")
    desk.page.locator(".pages p", has_text=re.compile("Số: 45/KH.UBND")).wait_for()
    desk.media("print")
    desk.print(tmp_path / "in.pdf")
    desk.media()
    printed = pages_of(tmp_path / "in.pdf", poppler)
    assert len(exact) == len(printed) == 21
    for words in ("Số: 45/KH", "Tiếp tục thực hiện đồng bộ, quyết liệt"):
        assert (words in exact[0], words in printed[0]) == (True, True)
    assert "86,2482" in printed[20]


def pages_of(pdf, poppler):
    """The words of each page, with single spaces."""
    told = subprocess.run(
        [poppler("pdftotext"), pdf, "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return [" ".join(page.split()) for page in told.stdout.split("\f")[:-1]]


def test_a_new_year_is_started_compared_and_searched(desk, root):
    errand(desk, "Sang năm mới")
    desk.page.get_by_role("button", name="Bắt đầu").click()
    desk.page.locator(".notice", has_text="Đã có năm 2025").wait_for()
    assert (root / "content" / "2025" / "plan.yaml").exists()
    errand(desk, "So sánh hai năm")
    text, said = opens(desk, "So sánh")
    assert ("2025" in text, said) == (True, [])
    desk.press("Escape")
    errand(desk, "Tìm trong")
    desk.page.locator("dialog input").fill("niem yet, cong khai thu tuc")
    desk.press("Enter")
    desk.page.locator(".hit", has_text="2024 · assignments").click()
    desk.page.locator(".middle .strip h2", has_text=TASKS).wait_for()
    expect(desk.page.locator(".bar select")).to_have_value("2024")


def test_somebody_elses_save_is_shown_and_the_officer_chooses(desk, root):
    file = root / "content" / "2024" / "solutions.yaml"
    outline(desk, SOLUTIONS)
    title = desk.page.get_by_role("textbox", name="Đề mục").first
    title.fill("NHIỆM VỤ VÀ GIẢI PHÁP")
    desk.page.get_by_text("1 tệp chưa lưu").wait_for()
    theirs = file.read_text(encoding="utf-8").replace("title: NHIỆM VỤ,", "title: VIỆC,")
    file.write_text(theirs, encoding="utf-8", newline="\n")
    desk.press("Control+s")
    desk.page.locator(".difference .added", has_text="NHIỆM VỤ VÀ GIẢI PHÁP").wait_for()
    assert file.read_text(encoding="utf-8") == theirs
    desk.page.get_by_role("button", name="Giữ bản của tôi").click()
    saved(desk).wait_for()
    assert "title: NHIỆM VỤ VÀ GIẢI PHÁP" in file.read_text(encoding="utf-8")


def test_what_somebody_else_saves_shows_at_once_where_nothing_is_being_changed(desk, root):
    file = root / "content" / "2024" / "solutions.yaml"
    theirs = file.read_text(encoding="utf-8").replace("NHIỆM VỤ VÀ GIẢI PHÁP", "NHIỆM VỤ CHÍNH")
    file.write_text(theirs, encoding="utf-8", newline="\n")
    desk.page.locator(".notice", has_text="Có người vừa sửa").wait_for()
    desk.page.locator(".pages p", has_text="II. NHIỆM VỤ CHÍNH").wait_for()


def test_who_opens_a_second_tab_is_warned(desk):
    with desk.page.context.expect_page() as opened:
        desk.evaluate(f"void window.open({desk.address!r})")
    second = opened.value
    second.locator(".notice", has_text="đang mở ở một thẻ khác").wait_for()
    second.close()


def test_what_was_not_saved_is_there_again_when_the_page_is_opened_again(desk):
    outline(desk, SOLUTIONS)
    title = desk.page.get_by_role("textbox", name="Đề mục").first
    title.fill("NHIỆM VỤ CHƯA LƯU")
    desk.page.locator(".pages p", has_text="NHIỆM VỤ CHƯA LƯU").wait_for()
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.page.reload()
    desk.page.get_by_text("Có phần sửa chưa lưu").wait_for()
    desk.page.get_by_role("button", name="Bỏ phần đó").click()
    saved(desk).wait_for()


@pytest.mark.parametrize("width", [390, 980, 1280, 2560])
def test_nothing_sticks_out(desk, width):
    desk.size(width)
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    desk.size(1280)


def test_lines_break_on_the_page_as_they_do_on_paper_however_small_it_is_shown(desk):
    heights = "[...document.querySelectorAll('.pages p')].map((p) => p.offsetHeight)"
    found = []
    for width in (2560, 1280):
        desk.size(width)
        desk.page.wait_for_timeout(300)
        found.append(desk.evaluate(heights))
    assert len(found[0]) > 300
    assert found[0] == found[1]


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280, 2560])
def test_nobody_is_kept_out(desk, width, ground):
    desk.size(width)
    desk.media(ground=ground)
    assert desk.barriers() == []
    desk.size(1280)
    desk.media()


WINDOWS = ("Tìm trong", "Lịch sử", "Lấy chỗ sửa", "Ban hành", "So sánh", "Sang năm mới")


@pytest.mark.parametrize(("width", "ground"), [(390, "dark"), (2560, "light")])
def test_no_window_keeps_anybody_out_or_sticks_out(desk, width, ground):
    desk.size(width)
    desk.media(ground=ground)
    for title in WINDOWS:
        errand(desk, title)
        desk.page.get_by_role("dialog").get_by_role("button").nth(1).wait_for()
        assert (title, desk.barriers()) == (title, [])
        assert desk.evaluate("document.querySelector('dialog').scrollWidth") <= width
        desk.press("Escape")
        desk.page.get_by_role("dialog").wait_for(state="detached")
        expect(desk.page.locator(":focus")).to_have_text("Việc khác ▾")
    desk.size(1280)
    desk.media()


def test_tab_alone_reaches_all_that_can_be_worked_with(desk):
    outline(desk, "Phần đầu")
    desk.page.locator(".form fieldset").first.wait_for()
    count = desk.evaluate("""(window.reached = new Set(),
        addEventListener('focusin', ({target}) => reached.add(target.dataset.at)),
        [...document.querySelectorAll('button, input, select, textarea, [tabindex="0"]')]
            .filter((each) => each.checkVisibility() && !each.disabled)
            .map((each, number) => (each.dataset.at = number)).length)""")
    desk.press(*["Tab"] * (count + 10))
    missed = desk.evaluate(f"[...Array({count}).keys()].filter((at) => !reached.has(String(at)))")
    assert (missed, count > 60) == ([], True)
