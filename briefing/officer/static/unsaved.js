// What was typed and is not in the file yet, and what is asked of entries that wait for its turn.

import { boxOf, keyOf, labelOf, nameFor, parts, shownIn, shownNow } from "./form.js";
import { lose } from "./lost.js";
import { nameFields } from "./names.js";
import { entryAt, followPlaces, leadsNowhere } from "./places.js";

let waiting = new Map(); // what was typed and not yet sent, by the key of its field
const ahead = new Set(); // what waited when something was to be undone, a map each
let since = 0; // when the oldest of what waits was typed

/** What was typed into fields that somebody else changed, until the person has chosen, by its key. */
export const contested = new Map();

/** What orders (rows to paste, entries to move) ask for that wait for their turn, a list each. */
export const orders = new Set();

function maps() {
  return [...ahead, waiting];
}

/** Return what was typed and not yet sent, the oldest first. */
export function unsent() {
  return maps().flatMap((map) => [...map.values()]);
}

/** Return what waits for the next turn, which then is no longer that when it was sent or undone. */
export function whatWaits() {
  return waiting;
}

/** Return when the oldest of what waits was typed. */
export function waitsSince() {
  return since;
}

/** Say whether a field holds what is not in the file. */
export function isHeld(key) {
  return contested.has(key) || maps().some((map) => map.has(key));
}

/** Remember what a field holds now, until it is sent; say whether it waits, or no longer. */
export function remember(box, busy) {
  const key = box.dataset.path;
  if (box.value === shownIn(box) && !busy) return waiting.delete(key) ? "shown" : "";
  if (!waiting.size) since = performance.now();
  wait({
    path: JSON.parse(key),
    text: box.value,
    was: shownIn(box),
    name: nameFor(box),
    old: !box.closest(".entry.new"),
    label: labelOf(box),
  });
  return "waits";
}

/** Let a change wait to be sent. */
export function wait(change) {
  waiting.set(keyOf(change.path), change);
}

/** Take what waits, to be sent. */
export function takeWaiting() {
  const sent = [...waiting.values()];
  waiting = new Map();
  return sent;
}

/** Put what waits before an undo; what is typed from now on is behind it. Return how to take it. */
export function putAhead() {
  const typed = waiting;
  waiting = new Map();
  ahead.add(typed);
  return () => {
    ahead.delete(typed);
    return [...typed.values()];
  };
}

/** Let what could not be written wait for better times; what was typed since is newer. */
export function hold(sent) {
  for (const one of sent) if (!waiting.has(keyOf(one.path))) wait(one);
}

/** Take what the file says of a field as what it shows, also for what was typed since it was sent. */
export function settle({ path, now }) {
  const key = keyOf(path);
  const box = boxOf(key);
  const was = box?.previousElementSibling;
  if (was?.name?.startsWith("was:")) was.value = now;
  const later = maps().filter((map) => map.has(key));
  for (const one of later.map((map) => map.get(key))) if (one.was !== null) one.was = now;
  if (!later.length && box && box !== document.activeElement) box.value = now;
}

/** Take what fields show now as what whoever typed on into them has seen. */
export function settleAll() {
  for (const map of maps()) for (const [key, one] of map) one.was = shownNow(key, one.was);
}

/** Give what was typed into new entries the names that these have got. */
export function nameTyped(made) {
  nameFields(made, maps());
}

/** Let what was typed go along with entries that changed their places, by the person's own hand. */
export function goAlong(places, how) {
  followPlaces(places ?? [], [...maps(), contested], orders, how);
}

/** Let it go along with entries that somebody else moved; what they took away takes nothing along. */
export function goAlongOthers(ways) {
  for (const way of ways ?? []) {
    if ((way.to ?? null) === null && !way.back) rescue(way);
    goAlong([way]);
  }
}

/** Keep what was typed into an entry that is gone, and the cursor that stands in it. */
function rescue(way) {
  for (const map of [...maps(), contested])
    for (const [key, one] of map) {
      if (!leadsNowhere(JSON.parse(key), way)) continue;
      const box = boxOf(key);
      loseBox(box, { label: one.label, text: box?.value ?? one.text });
      map.delete(key);
    }
  if (entryAt(way.path)?.contains(document.activeElement)) loseBox(document.activeElement);
}

/** Keep what the box of a field or a name holds that is about to go. */
export function loseBox(box, { label, text } = {}) {
  if (!box?.dataset.path && !box?.dataset.name) {
    if (text) lose(label ?? "", text);
    return;
  }
  const said = [label ?? labelOf(box), text ?? box.value];
  for (const map of [...maps(), contested]) map.delete(box.dataset.path);
  // It is left by that, and its text would be sent once more.
  delete box.dataset.path;
  delete box.dataset.name;
  lose(...said, box === document.activeElement ? box : null);
}

/** Keep what was typed into entries of a form that nobody knows how to compare with the present one. */
export function rescueAll() {
  for (const map of [...maps(), contested])
    for (const key of [...map.keys()]) {
      const box = boxOf(key);
      if (!box?.closest(".entry")) continue;
      loseBox(box);
      map.delete(key);
    }
  const box = document.activeElement;
  if (parts.contains(box) && box.closest(".entry")) loseBox(box);
}
