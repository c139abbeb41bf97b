// Two people changed one field: what was typed stays in its box until the person has chosen.

import { boxOf, button, keyOf, text, toldAt } from "./form.js";
import { contested, loseBox, wait, whatWaits } from "./unsaved.js";

const words = document.body.dataset;

/** Keep what was typed into the field of a clash, and return its box; of one that is gone it is kept
 * beside the form. */
export function contest({ path, gone }, mine) {
  const key = keyOf(gone ? mine.path : path);
  const box = boxOf(key);
  const waiting = whatWaits();
  const content = waiting.get(key)?.text ?? mine.text ?? "";
  waiting.delete(key);
  if (gone || !box) {
    if (content === mine.was) return null; // the file had it, and it went with its entry
    loseBox(box, { label: mine.label, text: content });
    return null;
  }
  if (box.value !== content) box.value = content;
  contested.set(key, { text: content, label: mine.label });
  return box;
}

/** Say at a field that it was changed elsewhere; the choice is told to `chosen`. */
export function offerChoice(box, now, chosen) {
  const place = toldAt(box);
  if (!place) return; // its entry went meanwhile
  const choice = document.createElement("div");
  choice.className = "choice";
  const end = () => {
    contested.delete(box.dataset.path);
    choice.remove();
  };
  const keep = button(words.mine, () => {
    end();
    wait({ path: JSON.parse(box.dataset.path), text: box.value, was: now, name: "" });
    chosen(true);
  });
  // What stands there may hold what replacing takes for a sign of its own, such as "$&".
  const theirs = now ? words.theirs.split("{}").join(now) : words.theirsEmpty;
  const take = button(theirs, () => {
    box.value = now;
    end();
    chosen(false);
  });
  choice.append(text("p", words.conflict, "error"), keep, take);
  place.querySelector(".choice")?.remove();
  place.append(choice);
}
