// What the browser keeps of a project, by name; nothing where it is full or may keep nothing.
let own = "";

/** From here on things are kept for the project `name`. */
export const keepFor = (name) => { own = `docgen.${name}.`; };

/** Keeps a value; `null` forgets it. */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(own + name);
    else localStorage.setItem(own + name, JSON.stringify(value));
  } catch {
    // full, or forbidden
  }
}

/** What was kept, or `null`. */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(own + name));
  } catch {
    return null;
  }
}
