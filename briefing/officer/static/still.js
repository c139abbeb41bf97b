// Whoever aims at a field finds it where it was: what the pointer or the cursor is on stays in its
// place while the form around it is made anew. Browsers keep only what is above the window.

import { byId, parts } from "./form.js";

const form = byId("form");
const FIELDS = "[data-path], [data-name], button, summary, .field, .entry, fieldset, .part";

let pointer = null; // where it is, while it is over the form and no key was pressed since

for (const event of ["pointermove", "pointerdown", "wheel"])
  form.addEventListener(
    event, ({ clientX: x, clientY: y }) => (pointer = { x, y }), { capture: true, passive: true });
form.addEventListener("pointerleave", () => (pointer = null));
addEventListener("keydown", () => (pointer = null), true);

/** Do what makes the form anew, and keep in its place what somebody aims at or types into. */
export function still(act) {
  const around = inUse();
  const tops = around.map((one) => one.getBoundingClientRect().top);
  const done = act();
  const at = around.findIndex((one) => one.isConnected);
  const moved = at < 0 ? 0 : around[at].getBoundingClientRect().top - tops[at];
  if (Math.abs(moved) >= 1) scroller().scrollTop += moved;
  return done;
}

/** Return the element in use and those around it: it may go. Nothing is one that was scrolled away. */
function inUse() {
  const found = pointer ? document.elementFromPoint(pointer.x, pointer.y) : document.activeElement;
  const all = [];
  if (!found || !isInView(found)) return all;
  for (let one = found; parts.contains(one) && one !== parts; one = one.parentElement)
    if (one.matches(FIELDS)) all.push(one);
  return all;
}

function isInView(one) {
  const { top, bottom } = one.getBoundingClientRect();
  const view = form.getBoundingClientRect();
  return bottom > Math.max(0, view.top) && top < Math.min(innerHeight, view.bottom);
}

/** Return what scrolls the form: itself, or the page where there is no room for both columns. */
function scroller() {
  return getComputedStyle(form).overflowY === "visible" ? document.scrollingElement : form;
}
