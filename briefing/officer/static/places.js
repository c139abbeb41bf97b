// Entries that change their places: what was typed meanwhile goes with its entry, not its position.

import { makeWithin } from "./completed.js";
import { keyOf, parts } from "./form.js";
import { nameKept } from "./names.js";

/** Return where a path leads after an entry was moved, renamed, taken away or came back; null for
 * nowhere. */
function placed(old, { path, to, back }) {
  const at = path.length - 1;
  if (old.length <= at || !path.slice(0, at).every((step, above) => step === old[above])) return old;
  const step = back ? stepBehind(old[at], path[at]) : stepAfter(old[at], path[at], to ?? null);
  return step === null ? null : [...old.slice(0, at), step, ...old.slice(at + 1)];
}

/** Return the step of an entry before which another one came back. */
function stepBehind(step, come) {
  return typeof step === "number" && typeof come === "number" && step >= come ? step + 1 : step;
}

function stepAfter(step, from, to) {
  if (step === from) return to;
  if (typeof step !== "number" || typeof from !== "number") return step;
  const without = step > from ? step - 1 : step;
  return to !== null && without >= to ? without + 1 : without;
}

/** Say whether a path leads nowhere after an entry was taken away. */
export function leadsNowhere(path, place) {
  return placed(path, place) === null;
}

/**
 * Let paths follow entries to their new `places`: those of the form's boxes and buttons, of what
 * was typed (`maps`, by the keys of fields) and of the changes that wait for their turn (`lists`).
 * What was typed into an entry that went is dropped, but where it only went because it was `emptied`.
 */
export function followPlaces(places, maps, lists, { emptied = false } = {}) {
  for (const way of places) {
    const place = comesIn(way) ? { path: [...way.path.slice(0, -1), way.to], back: true } : way;
    const typedOn = emptied && isGone(place) && renewed(place, maps);
    const last = typedOn ? newStep(place.path) : null;
    const now = last === null ? place : { path: place.path, to: last };
    for (const list of lists) for (const one of list) followOrder(one, now);
    for (const map of maps) followMap(map, now);
    carry(now);
    if (last !== null) beNew(now);
  }
}

/** Say whether an entry goes to its place that the form does not show yet: a pasted row. */
function comesIn({ path, to }) {
  return typeof to === "number" && typeof path.at(-1) === "number" && !entryAt(path);
}

function isGone({ to, back }) {
  return (to ?? null) === null && !back;
}

/** Let nobody type into an entry that is about to go; return what opens it again. */
export function close(path) {
  const entry = entryAt(path);
  if (entry) makeWithin(entry);
  const boxes = [...(entry?.querySelectorAll("[data-path], [data-name]") ?? [])];
  const shut = (are) => {
    for (const box of boxes)
      box.toggleAttribute(box.tagName === "SELECT" ? "disabled" : "readonly", are);
  };
  shut(true);
  return () => shut(false);
}

/** Take what was typed into an entry that went as typed into a new one; say whether there is any, or
 * somebody is about to write there. */
function renewed(place, maps) {
  const name = typeof place.path.at(-1) === "string" ? place.path.at(-1) : "";
  const inside = maps.flatMap((map) => [...map.values()]).filter(
    ({ path }) => path && path.length > 0 && placed(path, place) === null,
  );
  for (const one of inside) Object.assign(one, { was: null, old: false, name });
  const entry = entryAt(place.path);
  const inUse = entry?.contains(document.activeElement) && document.activeElement.dataset.path;
  return inside.length > 0 || Boolean(inUse);
}

/** Return the step of the new entry of a list or a table, null where the form shows none. */
function newStep(path) {
  if (typeof path.at(-1) === "string") return entryAt(path) ? "" : null;
  const entries = [...(entryAt(path)?.parentElement.children ?? [])];
  const count = entries.filter((one) => one.matches(".entry:not(.new)")).length;
  return count ? count - 1 : null;
}

/** Let the last entry be the new one of its list: the file has it no longer. */
function beNew({ path, to }) {
  const entry = entryAt([...path.slice(0, -1), to]);
  for (const other of entry?.parentElement.children ?? [])
    if (other !== entry && other.matches(".entry.new")) other.remove();
  entry?.classList.add("new");
  if (to === "") nameKept(entry);
}

function followOrder(one, place) {
  if (!one.path) return;
  const path = placed(one.path, place);
  if (path && typeof one.to === "number") one.to += path.at(-1) - one.path.at(-1);
  one.path = path;
}

function followMap(map, place) {
  const all = [...map];
  map.clear();
  for (const [key, one] of all) {
    const path = placed(JSON.parse(key), place);
    if (path) map.set(keyOf(path), one.path ? { ...one, path } : one);
  }
}

/** Return the element of an entry that is no new one. */
export function entryAt(path) {
  const key = keyOf(path);
  const button = [...parts.querySelectorAll("button[name=do]")].find(
    ({ value }) => keyOf(JSON.parse(value).path) === key,
  );
  return button?.closest(".entry");
}

/** Carry an entry's element to its place, and give all boxes and buttons their new paths. */
function carry(place) {
  const entry = entryAt(place.path);
  const from = place.path.at(-1);
  if (entry && typeof place.to === "number")
    for (let at = from; at !== place.to; at += Math.sign(place.to - from)) swap(entry, place.to > at);
  else if (entry && isGone(place)) takeAway(entry);
  for (const one of parts.querySelectorAll("[data-path], [data-name], [data-at]")) rePath(one, place);
  for (const button of parts.querySelectorAll("button[name=do]")) {
    const order = JSON.parse(button.value);
    followOrder(order, place);
    if (order.path) button.value = JSON.stringify(order);
  }
  if (place.back) makeRoom(entry, place.path);
}

/** Change an entry with a neighbour; the one that is written in is not touched, or it lost its cursor. */
function swap(entry, down) {
  const other = down ? entry.nextElementSibling : entry.previousElementSibling;
  if (!other?.matches(".entry")) return;
  const [first, second] = down ? [entry, other] : [other, entry];
  if (first.contains(document.activeElement)) first.before(second);
  else second.after(first);
}

/** Put an element before an entry, or behind the last, which the server fills with what came. */
function makeRoom(entry, path) {
  const last = path.length - 1;
  const before = () => [...path.slice(0, last), path[last] - 1];
  const model = entry ?? (typeof path[last] === "number" && entryAt(before()));
  if (!model) return;
  const room = model.cloneNode(true);
  room.inert = true; // nobody types there: what comes would take the place of the text
  for (const one of room.querySelectorAll("[id]")) one.removeAttribute("id");
  for (const one of room.querySelectorAll("[data-path], [data-name], [data-at]")) {
    for (const named of ["path", "name", "at"]) delete one.dataset[named];
    one.removeAttribute("readonly");
    one.removeAttribute("disabled");
  }
  // It can be found by its place before it is filled: more may come meanwhile.
  for (const button of room.querySelectorAll("button[name=do]")) {
    const order = JSON.parse(button.value);
    if (typeof order.to === "number" && order.path.length === path.length)
      order.to += path[last] - order.path[last];
    button.value = JSON.stringify({ ...order, path: [...path, ...order.path.slice(path.length)] });
  }
  if (entry) entry.before(room);
  else model.after(room);
}

/** Take an entry's element away; who stood on its button stands on that of the next. */
function takeAway(entry) {
  const stops = (one) => [...(one?.querySelectorAll("button, [data-path], [data-name]") ?? [])];
  const stood = stops(entry).indexOf(document.activeElement);
  const next = entry.nextElementSibling;
  if (stood >= 0) stops(next)[stood]?.focus();
  entry.remove();
}

function rePath(box, place) {
  for (const named of ["path", "name", "at"]) {
    if (!box.dataset[named]) continue;
    const key = box.dataset[named];
    const path = placed(JSON.parse(key), place);
    if (!path || keyOf(path) === key) continue;
    const was = box.previousElementSibling;
    if (was?.name === `was:${key}`) was.name = `was:${keyOf(path)}`;
    box.dataset[named] = keyOf(path);
  }
}
