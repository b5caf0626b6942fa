// Filters the list of changes. What is chosen stands in the address: #co-quan=so-noi-vu&loai=sua,bo
"use strict";
{
  const form = document.getElementById("bo-loc");
  const agency = document.getElementById("co-quan");
  const kinds = [...form.querySelectorAll("[name=loai]")];
  const status = document.getElementById("so-dang-hien");
  const changes = [...document.querySelectorAll(".change")].map((element) => ({
    element,
    kind: element.dataset.kind,
    agencies: new Set(JSON.parse(element.dataset.agencies)),
  }));
  // Groups before parts: a part is empty when its groups are.
  const frames = [...document.querySelectorAll(".group"), ...document.querySelectorAll(".part")];

  const apply = () => {
    const wanted = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    for (const { element, kind, agencies } of changes) {
      element.hidden =
        (agency.value !== "" && !agencies.has(agency.value)) || (wanted.size > 0 && !wanted.has(kind));
      shown += element.hidden ? 0 : 1;
    }
    for (const frame of frames) {
      frame.hidden = frame.querySelector(".change:not([hidden])") === null;
    }
    const chosen = [];
    if (agency.value !== "") chosen.push(agency.selectedOptions[0].dataset.label);
    if (wanted.size > 0) chosen.push(kinds.filter((box) => box.checked).map((box) => box.dataset.label).join(", "));
    status.textContent =
      chosen.length === 0
        ? `${changes.length} thay đổi`
        : `${shown === 0 ? "Không có thay đổi nào" : `${shown} trong ${changes.length} thay đổi`}: ${chosen.join("; ")}`;
  };

  const remember = () => {
    const address = new URLSearchParams();
    if (agency.value !== "") address.set("co-quan", agency.value);
    const wanted = kinds.filter((box) => box.checked).map((box) => box.value);
    if (wanted.length > 0) address.set("loai", wanted.join(","));
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
    const wanted = new Set((address.get("loai") ?? "").split(","));
    agency.value = address.get("co-quan") ?? "";
    if (agency.selectedIndex < 0) agency.value = "";
    for (const box of kinds) box.checked = wanted.has(box.value);
    apply();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
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
  window.addEventListener("hashchange", follow);
  follow();
}
