"""Saving: nobody's work is lost, whoever else writes and whenever the power goes."""

import multiprocessing
import os

import pytest

from docgen.edit import write
from docgen.edit.write import finish
from docgen.studio import files
from docgen.studio.files import Files
from docgen.studio.safety import Refused
from tests.plan_files import TINY
from tests.studio.conftest import PLAN


def opened(ask):
    return {file["name"]: file for file in ask("open", year="2030")["files"]}


def save(ask, file, text):
    return ask("save", files=[{"name": file["name"], "text": text, "sum": file["sum"]}])


def on_disk(root):
    return (root / PLAN).read_text(encoding="utf-8")


def test_a_save_writes_the_text_and_gives_its_new_sum(ask, root):
    file = opened(ask)[PLAN]
    new = TINY.replace("thứ nhất", "thứ hai")
    answer = save(ask, file, new)
    assert on_disk(root) == new
    assert answer["sums"][PLAN] == opened(ask)[PLAN]["sum"]


def test_of_two_who_save_the_second_gets_the_difference_and_nothing_is_lost(ask, root):
    mine = theirs = opened(ask)[PLAN]
    assert save(ask, theirs, TINY.replace("nhất", "hai"))["status"] == 200
    answer = save(ask, mine, TINY.replace("nhất", "ba"))
    assert answer["status"] == 409
    assert "-      - Việc thứ hai.\n+      - Việc thứ ba." in answer["difference"]
    assert "Việc thứ hai." in answer["theirs"]["text"]
    assert "Việc thứ hai." in on_disk(root)
    again = {"name": PLAN, "sum": answer["theirs"]["sum"]}
    assert save(ask, again, TINY.replace("nhất", "ba"))["status"] == 200
    assert "Việc thứ ba." in on_disk(root)


def test_one_stale_file_keeps_all_from_being_written(ask, root):
    plan, agencies = (opened(ask)[name] for name in (PLAN, "content/agencies.yaml"))
    (root / "content" / "agencies.yaml").write_text("so-y-te: {name: Sở Y tế}\n", encoding="utf-8")
    wanted = [{"name": each["name"], "text": "x: 1\n", "sum": each["sum"]}
              for each in (plan, agencies)]  # fmt: skip
    assert ask("save", files=wanted)["status"] == 409
    assert on_disk(root) == TINY


def test_each_save_keeps_the_text_before_it_and_a_restore_is_a_save(ask, root):
    for word in ("hai", "ba"):
        save(ask, opened(ask)[PLAN], TINY.replace("nhất", word))
    versions = ask("history", name=PLAN)["versions"]
    texts = [ask("version", name=PLAN, version=each)["text"] for each in versions]
    assert [text.split("Việc thứ ")[1][:3].strip(".\n ") for text in texts] == ["hai", "nhấ"]
    save(ask, opened(ask)[PLAN], texts[-1])
    assert on_disk(root) == TINY
    assert len(ask("history", name=PLAN)["versions"]) == 3


def test_no_more_texts_are_kept_than_there_is_room_for(ask, monkeypatch):
    monkeypatch.setattr(files, "MOST_KEPT", 2)
    for word in ("hai", "ba", "bốn", "năm"):
        save(ask, opened(ask)[PLAN], TINY.replace("nhất", word))
    versions = ask("history", name=PLAN)["versions"]
    texts = [ask("version", name=PLAN, version=each)["text"] for each in versions]
    assert ["bốn" in texts[0], "ba" in texts[1], len(texts)] == [True, True, 2]


def test_ends_of_line_and_the_mark_at_the_beginning_stay_those_of_the_file(ask, root):
    (root / PLAN).write_bytes(b"\xef\xbb\xbf" + TINY.replace("\n", "\r\n").encode())
    file = opened(ask)[PLAN]
    assert file["text"] == TINY
    save(ask, file, TINY.replace("nhất", "hai"))
    wanted = TINY.replace("nhất", "hai").replace("\n", "\r\n")
    assert (root / PLAN).read_bytes() == b"\xef\xbb\xbf" + wanted.encode()


@pytest.mark.parametrize("step", ["_beside", "_note", "replace", "unlink"])
def test_killed_in_the_middle_of_a_save_every_file_is_old_or_new_and_none_is_half(root, step):
    """The server dies at each step of a save of two files; the next command does the rest."""
    names = (PLAN, "content/agencies.yaml")
    old = [(root / name).read_text(encoding="utf-8") for name in names]
    new = [text + "# mới\n" for text in old]
    dying = multiprocessing.get_context("fork").Process(target=die_at, args=(step, root, new))
    dying.start()
    dying.join(20)
    assert dying.exitcode == 9
    finish(root)
    now = [(root / name).read_text(encoding="utf-8") for name in names]
    assert now in (old, new)
    kept = Files(root)
    assert now == old or [kept.version(name, kept.history(name)[0]) for name in names] == old


def die_at(step, root, texts):
    own = Files(root)
    names = (PLAN, "content/agencies.yaml")
    sums = own.sums(names)
    wanted = [
        {"name": name, "text": text, "sum": sums[name]}
        for name, text in zip(names, texts, strict=True)
    ]

    def die(*_, **__):
        os._exit(9)

    if step in ("_beside", "_note"):
        setattr(write, step, die)
    else:
        setattr(write.Path, step, dying_at(getattr(write.Path, step), root, die))
    own.save(wanted)


def dying_at(real, root, die):
    """A method of Path that kills once the journal stands and the first file was replaced."""
    done = []

    def method(path, *arguments, **options):
        if (root / write.JOURNAL).exists() and (done or path.name == write.JOURNAL):
            die()
        if (root / write.JOURNAL).exists():
            done.append(path)
        return real(path, *arguments, **options)

    return method


def test_a_file_that_is_open_elsewhere_is_told_in_a_sentence(root, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(write.Path, "replace", refuse)
    own = Files(root)
    wanted = {"name": PLAN, "text": "x: 1\n", "sum": own.sums([PLAN])[PLAN]}
    with pytest.raises((Refused, PermissionError)):
        own.save([wanted])
    assert on_disk(root) == TINY
