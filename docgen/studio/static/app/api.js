// The server of this page. The token comes once, behind the # of the address, and stays in the tab.
const KEY = "docgen.token";
if (location.hash.length > 1) {
  sessionStorage.setItem(KEY, location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
}
const token = sessionStorage.getItem(KEY) ?? "";

/** What the server refused: a status, a sentence and perhaps more. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer.message ?? "Máy chủ của trang không trả lời được.");
    this.status = status;
    this.answer = answer;
  }
}

async function post(what, body, signal) {
  let response;
  try {
    response = await fetch(`/api/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-docgen-token": token },
      body: JSON.stringify(body),
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0, { message: "Mất liên lạc với docgen: cửa sổ docgen đã đóng? Chữ đang gõ vẫn giữ trong trình duyệt." });
  }
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response;
}

/** Asks the server; gives its answer or throws `Refused`. */
export async function ask(what, body = {}, signal) {
  return (await post(what, body, signal)).json();
}

/** Asks for what comes piece by piece: calls `take` with each. */
export async function follow(what, body, signal, take) {
  const reader = (await post(what, body, signal)).body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (text + value).split("\n");
    text = lines.pop();
    lines.forEach((line) => take(JSON.parse(line)));
  }
}
