// Searches and filters the list of changes, walks through it by keys, and sets how it looks.
// What is chosen stands in the address: #tim=quy+3&co-quan=so-noi-vu&loai=sua,bo
"use strict";
{
  const remembered = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch {
      // A browser may keep nothing for a page that lies on the disk.
    }
    return null;
  };

  // ------------------------------------------------------------------------------ how it looks

  const view = document.getElementById("cach-xem");
  const dark = document.getElementById("nen-toi");
  const grounds = { "": "(prefers-color-scheme: dark)", sang: "not all", toi: "all" };

  const look = () => {
    dark.media = grounds[view.nen.value];
    document.body.classList.toggle("files", view.tep?.checked ?? false);
    document.body.classList.toggle("only-changes", view["in-gon"]?.checked ?? false);
    for (const place of document.querySelectorAll(".at code")) place.hidden = !view.tep.checked;
  };

  // What is wider than its frame can be reached by keys, and nothing else needs to be.
  const reach = () => {
    for (const frame of document.querySelectorAll(".scroll")) {
      if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    }
  };

  view.hidden = false;
  view.nen.value = remembered("docgen-nen") ?? "";
  if (view.nen.selectedIndex < 0) view.nen.value = "";
  view.addEventListener("submit", (event) => event.preventDefault());
  view.addEventListener("change", () => {
    look();
    remembered("docgen-nen", view.nen.value);
  });
  view.in.addEventListener("click", () => print());
  addEventListener("resize", reach);
  look();
  reach();

  // --------------------------------------------------------------------------- search and filter

  const form = document.getElementById("bo-loc");
  const status = document.getElementById("so-dang-hien");
  const noun = status?.dataset.noun ?? "thay đổi";
  const lists = ["co-quan", "linh-vuc"].map((name) => form?.elements[name]).filter(Boolean);
  const boxes = ["noi-dung", "loai"].map((name) => [name, [...(form?.querySelectorAll(`[name=${name}]`) ?? [])]]);
  const changes = [...document.querySelectorAll(".change")].map((element) => ({
    element,
    of: {
      "co-quan": JSON.parse(element.dataset.coQuan),
      "linh-vuc": JSON.parse(element.dataset.linhVuc),
      "noi-dung": [element.dataset.noiDung],
      loai: [element.dataset.loai],
    },
  }));
  // Groups before parts: a part is empty when its groups are.
  const frames = [...document.querySelectorAll(".group"), ...document.querySelectorAll(".part")];

  const plain = (text) => text.normalize("NFC").toLowerCase();
  const bare = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

  // The words of a change with the heading above it, as written and without marks; made once.
  const words = (change) => {
    if (change.plain === undefined) {
      const copy = change.element.cloneNode(true);
      for (const place of copy.querySelectorAll("code")) place.remove();
      const heading = change.element.parentElement.querySelector("h4")?.textContent ?? "";
      change.plain = plain(`${heading} ${copy.textContent}`).replace(/\s+/g, " ");
      change.bare = bare(change.plain);
    }
    return change;
  };

  // Each word, or each phrase in quotes; one typed with marks is looked for with its marks.
  const sought = () =>
    [...form.tim.value.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)]
      .map((match) => plain(match[1] ?? match[0]).trim().replace(/\s+/g, " "))
      .filter((word) => word !== "")
      .map((word) => [word === bare(word) ? "bare" : "plain", word]);

  const chosen = () => [
    ...lists.filter((list) => list.value !== "").map((list) => [list.name, [list.selectedOptions[0]]]),
    ...boxes.map(([name, all]) => [name, all.filter((box) => box.checked)]).filter(([, on]) => on.length > 0),
  ];

  const apply = () => {
    const wanted = chosen();
    const texts = sought();
    let shown = 0;
    for (const change of changes) {
      const fits =
        wanted.every(([name, on]) => on.some(({ value }) => change.of[name].includes(value))) &&
        texts.every(([how, word]) => words(change)[how].includes(word));
      change.element.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const frame of frames) {
      frame.hidden = frame.querySelector(".change:not([hidden])") === null;
    }
    const said = wanted.map(([, on]) => on.map((each) => each.dataset.label).join(", "));
    if (texts.length > 0) said.unshift(`tìm “${form.tim.value.trim()}”`);
    document.body.classList.toggle("chosen", said.length > 0);
    status.textContent =
      said.length === 0
        ? `${changes.length} ${noun}`
        : `${shown === 0 ? `Không có ${noun} nào` : `${shown} trong ${changes.length} ${noun}`}: ${said.join("; ")}`;
  };

  const remember = () => {
    const address = new URLSearchParams();
    if (form.tim.value.trim() !== "") address.set("tim", form.tim.value.trim());
    for (const [name, on] of chosen()) address.set(name, on.map(({ value }) => value).join(","));
    history.replaceState(null, "", `#${address.toString().replaceAll("%2C", ",")}`);
  };

  // A link to one change shows it, whatever is chosen; any other address chooses anew.
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target !== null) {
      if (target.hidden) form.reset();
      apply();
      target.scrollIntoView();
      return;
    }
    const address = new URLSearchParams(location.hash.slice(1));
    form.tim.value = address.get("tim") ?? "";
    for (const list of lists) {
      list.value = address.get(list.name) ?? "";
      if (list.selectedIndex < 0) list.value = "";
    }
    for (const [name, all] of boxes) {
      const wanted = (address.get(name) ?? "").split(",");
      for (const box of all) box.checked = wanted.includes(box.value);
    }
    apply();
  };

  // ------------------------------------------------------------------------------------- by keys

  // From where the reader is: the change last gone to while it is in sight, or the top of the window.
  let last = null;
  const step = (by) => {
    const visible = changes.map(({ element }) => element).filter((element) => !element.hidden);
    const box = last?.getBoundingClientRect();
    const here = document.activeElement?.closest(".change") ?? (box?.bottom > 0 && box.top < innerHeight ? last : null);
    let at = visible.indexOf(here);
    if (at < 0) {
      const below = visible.findIndex((element) => element.getBoundingClientRect().top >= 0);
      at = (below < 0 ? visible.length : below) - (by > 0 ? 1 : 0);
    }
    last = visible[Math.min(Math.max(at + by, 0), visible.length - 1)] ?? null;
    last?.focus({ preventScroll: true });
    last?.scrollIntoView();
  };

  const keys = {
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    "/": () => form.tim.focus(),
  };

  if (form !== null) {
    form.hidden = false;
    for (const details of form.querySelectorAll("details")) details.open = innerWidth > 900;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      if (event.target === form.phim) return;
      apply();
      remember();
    });
    // The controls are emptied after the event.
    form.addEventListener("reset", () => {
      setTimeout(() => {
        apply();
        remember();
      });
    });
    form.truoc.addEventListener("click", () => step(-1));
    form.sau.addEventListener("click", () => step(1));
    addEventListener("keydown", (event) => {
      const typing = event.target.matches?.("select, textarea, input:not([type=checkbox])");
      if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (!form.phim.checked || keys[event.key] === undefined) return;
      event.preventDefault();
      keys[event.key]();
    });
    addEventListener("hashchange", follow);
    follow();
  }
}
