// Makes the document, as `docgen build` does, and says what came of it.
import { ask } from "./api.js";
import { save } from "./saving.js";
import { busy, found, say, shown, trying, year } from "./state.js";

/** Saves, then builds; `more` is `draft` or `force`. Gives what came of it, nothing where it was refused. */
export async function build(more = {}) {
  if (!(await save())) return undefined;
  busy.value = "Đang tạo văn bản…";
  const built = await trying(() => ask("build", { year: year.value, ...more }));
  busy.value = "";
  if (!built) return undefined;
  if (built.written) {
    say(`${built.changed ? "Đã tạo" : "Không có gì thay đổi:"} ${built.written}${built.kept ? `; bản đã sửa trong Word giữ ở ${built.kept}` : ""}${built.tally ? `. Nên xem trước khi trình ký: ${built.tally}` : ""}.`, "good", { stays: true });
  } else if (built.findings.some((each) => each.code === "KH040")) {
    say("Văn bản trong output đã được sửa trong Word: chưa ghi đè. Lấy chỗ sửa về nội dung, rồi tạo lại.", "bad", { stays: true });
    shown.value = "returned";
  } else {
    found.value = { ...found.value, findings: built.findings, tally: built.tally };
    say(`Chưa tạo văn bản: ${built.tally}. Xem phần Cần xem ở dưới.`, "bad", { stays: true });
  }
  return built;
}
