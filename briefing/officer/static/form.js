// The fields of a form: where they are, what the file says of them, what is made beside them.

export const byId = (name) => document.getElementById(name);
export const parts = byId("parts");

export function shownIn(box) {
  return box.previousElementSibling?.name === `was:${box.dataset.path}`
    ? box.previousElementSibling.value
    : null;
}

export function shownNow(key, before) {
  const box = boxOf(key);
  return box ? shownIn(box) : before;
}

/** Return the name that a new entry of a table was given, beside one of its fields. */
export function nameFor(box) {
  const entry = box.closest(".entry.new");
  return entry?.querySelector("[data-name]")?.value ?? "";
}

/** Return what the page calls a field. */
export function labelOf(box) {
  return box?.labels?.[0]?.textContent ?? box?.getAttribute("aria-label") ?? "";
}

/** Return a path as the server writes it into the page. */
export function keyOf(path) {
  return `[${path.map((step) => JSON.stringify(step)).join(", ")}]`;
}

export function boxOf(key) {
  return parts.querySelector(`[data-path="${CSS.escape(key)}"]`) ?? undefined;
}

export function boxIn(place) {
  return place.querySelector("[data-path]");
}

export function toldAt(box) {
  return byId(`told-${box.id}`);
}

export function text(tag, content, classes = "") {
  const element = document.createElement(tag);
  element.textContent = content;
  if (classes) element.className = classes;
  return element;
}

export function button(words, act) {
  const made = text("button", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
