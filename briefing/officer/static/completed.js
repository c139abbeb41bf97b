// What the server sends once, or leaves to scripts, comes to its places in the form: groups of further
// fields where they are open or led to, lists to choose from, what fields showed, places for findings.

import { byId, parts } from "./form.js";

const HERE = "\ue000"; // stands in an empty group for the step that leads to it
const UNMADE = "details[data-at]:not([data-made])";
const WITH_HERE = ["id", "for", "aria-describedby", "data-path", "data-name", "data-at", "name"];

/** Give the fields of a part of the form what they lack; a group that is open is laid out. */
export function complete(root) {
  for (const details of root.querySelectorAll(`${UNMADE}[open]`)) lay(details);
  for (const box of root.querySelectorAll("[data-path]")) keep(box);
  for (const list of root.querySelectorAll("select[data-list]")) offer(list);
  for (const place of root.querySelectorAll(".field[id], fieldset[id], .entry")) tellable(place);
}

/** Lay out a group of further fields, empty but for what is filled in. */
export function make(details) {
  if (!details.matches(UNMADE)) return;
  lay(details);
  complete(details);
}

/** Lay out all groups inside a part of the form. */
export function makeWithin(root) {
  for (const details of root.querySelectorAll(UNMADE)) {
    make(details);
    makeWithin(details);
  }
}

/** Lay out the group that has the field of a path, as findings call it. */
export function makeFor(path) {
  for (let found = holding(path); found; found = holding(path)) make(found);
}

/** Lay out in a form that came what is laid out at the same places of the one that is shown. */
export function completeLike(fresh, shown) {
  const made = new Set([...shown.querySelectorAll("details[data-made]")].map(placeOf));
  complete(fresh);
  for (const details of fresh.querySelectorAll(UNMADE)) if (made.has(placeOf(details))) make(details);
}

/** Take the empty groups and the lists that came with a form, if they are others. */
export function takeEmpty(empty) {
  if (!empty) return;
  byId("empty").innerHTML = empty.html;
  byId("empty").dataset.digest = empty.digest;
}

/** Return what tells the server which empty groups are here, so that it sends others only. */
export function emptyHere() {
  return `has=${byId("empty").dataset.digest}`;
}

function placeOf(details) {
  return `${details.dataset.empty} ${details.dataset.at}`;
}

function emptyOf(details) {
  return byId(`empty-${details.dataset.empty}`).content;
}

/** Return what the names of the fields in a group begin with: those of the entry or group around it. */
function around(details) {
  const holder = details.closest(".entry, fieldset");
  return holder ? `${nameOf(holder)}.` : "";
}

/** Return the group, not laid out yet, that has the field of a path. */
function holding(path) {
  return [...parts.querySelectorAll(UNMADE)].find((details) => {
    const before = around(details);
    if (!path.startsWith(before)) return false;
    const [step] = path.slice(before.length).match(/^[^.[]*/);
    return emptyOf(details).getElementById(`field-${before && `${HERE}.`}${step}`) !== null;
  });
}

function lay(details) {
  const group = emptyOf(details).cloneNode(true);
  const key = details.dataset.at.slice(0, -1); // "[…", as those of its fields begin
  const before = around(details);
  for (const one of group.querySelectorAll("*"))
    for (const name of WITH_HERE) {
      const said = one.getAttribute(name);
      // Names that people give may hold what replacing takes for a sign of its own, such as "$&".
      if (said?.includes(HERE))
        one.setAttribute(name, said.split(`["${HERE}"`).join(key).split(`${HERE}.`).join(before));
    }
  for (const field of [...details.children].slice(1))
    group.getElementById(field.id)?.replaceWith(field);
  details.append(group);
  details.dataset.made = "";
}

/** Fill a list with all that is offered; what is chosen stays. */
function offer(list) {
  const chosen = list.options[0]?.value ?? "";
  const offered = byId(`list-${list.dataset.list}`).content.cloneNode(true);
  const same = [...offered.children].find(({ value }) => value === chosen);
  if (chosen) same.setAttribute("selected", "");
  list.replaceChildren(offered);
  delete list.dataset.list;
}

/** Keep beside a box what the file says of it. */
function keep(box) {
  const key = box.dataset.path;
  if (box.previousElementSibling?.type === "hidden") return;
  const was = document.createElement("input");
  was.type = "hidden";
  was.name = `was:${key}`;
  was.setAttribute("value", saidOf(box));
  box.before(was);
  box.name = key;
}

function saidOf(box) {
  if (box.tagName !== "SELECT") return box.defaultValue;
  return [...box.options].find((option) => option.defaultSelected)?.value ?? "";
}

/** Make room for what is found, and let the box beside it speak of it. */
function tellable(place) {
  const inside = [...place.children];
  if (inside.some((one) => one.className === "told")) return;
  const told = document.createElement("div");
  told.className = "told";
  told.id = `told-${nameOf(place)}`;
  const isFieldset = place.tagName === "FIELDSET";
  const before = place.matches(".field") ? inside.at(-1)
    : isFieldset ? inside.findLast((one) => one.matches("legend, .hint")) : inside[0];
  before.after(told);
  const boxes = before.matches(".line") ? [...before.children] : [before];
  const box = boxes.find((one) => one.dataset.path);
  box?.setAttribute("aria-describedby", [box.getAttribute("aria-describedby"), told.id].join(" ").trim());
}

/** Return how findings call what a field or an entry holds. */
function nameOf(place) {
  return place.id.replace(/^(?:field|entry)-/, "");
}

complete(parts);
for (const event of ["click", "toggle"])
  parts.addEventListener(event, ({ target }) => {
    const details = target.closest(event === "click" ? "summary" : "details")?.closest("details");
    if (details) make(details);
  }, true);
