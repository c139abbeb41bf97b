// Texts whose field is gone: they stay on the page, to be copied, until the person lets them go.

import { button, byId, text } from "./form.js";

const words = document.body.dataset;

/** Say whether there are any. */
export function areLost() {
  return !byId("lost").hidden;
}

/** Keep a text whose field is gone; whoever wrote in its box goes on writing here. */
export function lose(label, content, box = null) {
  if (!content.trim() && !box) return;
  const entry = document.createElement("div");
  const kept = document.createElement("textarea");
  entry.className = "field";
  kept.value = content;
  kept.spellcheck = false;
  kept.setAttribute("aria-label", label);
  kept.rows = Math.min(8, Math.ceil(content.length / 60) + 1);
  const drop = button(words.lostDrop, () => {
    entry.remove();
    byId("lost").hidden = !byId("lost-texts").children.length;
    byId("lost").dispatchEvent(new Event("changed"));
  });
  drop.setAttribute("aria-label", `${words.lostDrop}: ${label}`);
  entry.append(text("span", label, "hint"), kept, drop);
  byId("lost-texts").append(entry);
  byId("lost").hidden = false;
  if (!box) return;
  kept.focus();
  kept.setSelectionRange(box.selectionStart ?? content.length, box.selectionEnd ?? content.length);
}
