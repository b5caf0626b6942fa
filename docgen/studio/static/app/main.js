// The desk: what stands where, and what happens when.
import { html, render, useEffect } from "../lib/ui.js";
import { ask } from "./api.js";
import { Bar } from "./bar.js";
import { Conflict, Notices } from "./dialogs.js";
import { Drafts, watchDrafts } from "./drafts.js";
import { FormOf } from "./form/form.js";
import { shapes } from "./form/shape.js";
import { Findings } from "./findings.js";
import { Windows } from "./menu.js";
import { keepFor } from "./keeping.js";
import { Outline } from "./outline.js";
import { Pages } from "./pages.js";
import { titleOf } from "./places.js";
import { conflict, lookAtDisk, save } from "./saving.js";
import { current, dirty, open, pane, say, short, shown, timing, view, year, years } from "./state.js";
import { goBack, Text } from "./text.js";

const PANES = [["outline", "Mục lục"], ["edit", "Soạn"], ["pages", "Trang"], ["findings", "Cần xem"]];
const WAYS = [["form", "Biểu mẫu"], ["text", "Chữ"]];

function Saved() {
  return html`<span class="soft">${dirty.value.includes(current.value) ? "chưa lưu" : "đã lưu"}</span>`;
}

function Middle() {
  return html`<main class="middle" aria-label="Soạn">
    <header class="strip">
      <h2 title=${current.value}>${titleOf(current.value)}</h2>${view.value === "text" ? html`<span class="soft">${short(current.value)}</span>` : null}<${Saved} />
      <div class="tabs right" role="group" aria-label="Cách soạn">${WAYS.map(([name, title]) => html`<button aria-pressed=${view.value === name} onClick=${() => { view.value = name; }}>${title}</button>`)}</div>
    </header>
    ${view.value === "form" ? html`<${FormOf} />` : html`<${Text} />`}
  </main>`;
}

function Desk() {
  useEffect(() => {
    const keys = (event) => {
      timing.key = performance.now();
      timing.drawn = timing.found = 0;
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.key === "s") {
        event.preventDefault();
        save().then((done) => done && say("Đã lưu.", "good"));
      } else if (["z", "y"].includes(event.key.toLowerCase()) && !event.target.closest?.("input, textarea, .editor")) {
        event.preventDefault();
        goBack(event.key === "y" || event.shiftKey);
      }
    };
    const leaving = (event) => dirty.value.length && event.preventDefault();
    addEventListener("keydown", keys, true);
    addEventListener("beforeunload", leaving);
    addEventListener("focus", lookAtDisk);
    const ticking = setInterval(lookAtDisk, 5000);
    return () => (removeEventListener("keydown", keys, true), removeEventListener("beforeunload", leaving), removeEventListener("focus", lookAtDisk), clearInterval(ticking));
  }, []);
  return html`<div class="desk" data-pane=${pane.value}>
    <${Bar} />
    <${Drafts} />
    <${Outline} />
    <${Middle} />
    <${Pages} />
    <${Findings} />
    <div class="panes" role="group" aria-label="Phần đang xem">${PANES.map(([name, title]) => html`<button aria-pressed=${pane.value === name} onClick=${() => { pane.value = name; }}>${title}</button>`)}</div>
    ${shown.value || conflict.value ? null : html`<${Notices} />`}
    <${Conflict} />
    <${Windows} />
  </div>`;
}

async function start() {
  const host = document.getElementById("desk");
  try {
    const project = await ask("project");
    keepFor(project.own);
    years.value = project.years;
    shapes.value = project.shapes;
    const last = sessionStorage.getItem("docgen.year");
    await open(project.years.includes(last) ? last : project.years.at(-1));
    document.title = `${year.value} · docgen`;
    host.replaceChildren();
    watchDrafts();
    render(html`<${Desk} />`, host);
    globalThis.docgen = { timing };
  } catch (error) {
    host.textContent = error.message;
  }
}

start();
