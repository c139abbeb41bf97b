// Names of entries that were typed and not yet left: they are saved when their box is left, for
// half a name would be written into every sentence that calls the entry. And names that entries get.

import { keyOf, parts } from "./form.js";

const typed = new Set(); // boxes

parts.addEventListener("input", ({ target }) => target.dataset.name && typed.add(target));

/** Return the boxes of names that wait, those of new entries last. */
function waitingBoxes() {
  const left = [...typed].filter((box) => box.isConnected && box.value.trim() && !isSaid(box));
  for (const box of typed) if (!left.includes(box)) typed.delete(box);
  return left.sort((one, other) => isNew(one) - isNew(other));
}

function pathOf(box) {
  return JSON.parse(box.dataset.name);
}

function isNew(box) {
  return pathOf(box).at(-1) === "";
}

function isSaid(box) {
  return pathOf(box).at(-1) === box.value.trim();
}

/** Say whether the name in a box waits: nobody else has it. */
export function nameWaits(box) {
  return typed.has(box) && waitingBoxes().includes(box);
}

/** Return what is to be told of the names that wait, nothing of none. */
export function toldOfNames(words) {
  const [first] = waitingBoxes();
  return first ? (isNew(first) ? words.newNameWaits : words.nameWaits) : "";
}

/** Let the name of an entry that was emptied wait for what is typed there next. */
export function nameKept(entry) {
  const box = [...(entry?.querySelectorAll("[data-name]") ?? [])].find(
    (one) => one.closest(".entry") === entry);
  if (!box?.value.trim()) return;
  const name = box.value;
  box.value = name; // as if it was typed: what the server says of it changes it no longer
  typed.add(box);
}

/** Let a name wait again that could not be saved. */
export function nameHeld(box) {
  typed.add(box);
}

/** Return the changes that save the names that wait; one of a new entry goes with what it holds. */
export function namesToSave() {
  return waitingBoxes()
    .filter((box) => !isNew(box))
    .map((box) => ({ box, path: pathOf(box), to: box.value.trim() }));
}

/** Let a name wait no longer: it is asked for, or its entry was made with it. */
export function nameAsked(box) {
  typed.delete(box);
}

/**
 * Give the fields of a new entry, and what was typed into them meanwhile, the name it has got;
 * `maps` hold what was typed by the keys of fields.
 */
export function nameFields(made, maps) {
  for (const path of made) {
    const named = (old) => {
      const inside = path.slice(0, -1).every((step, at) => step === old[at]);
      return inside && old[path.length - 1] === "" ? [...path, ...old.slice(path.length)] : null;
    };
    for (const map of maps)
      for (const [key, one] of [...map]) {
        const moved = named(one.path);
        if (!moved) continue;
        map.delete(key);
        map.set(keyOf(moved), { ...one, path: moved, was: null });
      }
    for (const kept of ["path", "at"])
      for (const one of parts.querySelectorAll(`[data-${kept}]`)) {
        const moved = named(JSON.parse(one.dataset[kept]));
        if (moved) one.dataset[kept] = keyOf(moved);
      }
    for (const box of typed) if (named(pathOf(box))) typed.delete(box);
  }
}
