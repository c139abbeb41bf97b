// What is typed or pasted while no field has the cursor is kept on the page: whoever aimed at a field
// and missed it looks at the paper, not at the screen.

import { byId } from "./form.js";
import { lose } from "./lost.js";

const words = document.body.dataset;
const BEGINS = /^[\p{L}\p{N}]$/u; // other keys scroll, or are the browser's

addEventListener("paste", (event) => {
  if (event.defaultPrevented || event.target.closest?.("input, textarea")) return;
  const text = event.clipboardData.getData("text/plain").trim();
  if (!text) return;
  event.preventDefault();
  keep(text);
});
addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!BEGINS.test(event.key) || !isNowhere(document.activeElement)) return;
  event.preventDefault();
  keep(event.key);
});

function isNowhere(at) {
  return !at || [document.body, byId("form"), byId("desk")].includes(at);
}

/** Keep a text, and let whoever types go on behind it. */
function keep(text) {
  lose(words.typedNowhere, text, {});
  byId("lost").dispatchEvent(new Event("changed"));
}
