// What the page says of saving, above the form.

import { byId, text } from "./form.js";

const words = document.body.dataset;

export function tell(words, wrong = false) {
  const place = byId("saved");
  if (place.textContent !== words) place.textContent = words;
  place.classList.toggle("error", wrong);
}

/** Say whether the page tells that no answer came, or none that says anything. */
export function cutOff() {
  return [words.offline, words.gone, words.reopened].includes(byId("saved").textContent);
}

/** Say whether the page tells that something could not be written. */
export function isUnwritten() {
  return cutOff() || byId("saved").textContent === words.notSaved;
}

/** Give the reasons, for which there is more room than above the form. */
export function refuse(faults) {
  const place = byId("reasons");
  byId("refused").hidden = !faults.length;
  // Told once, however often it is tried again.
  if ([...place.children].map((one) => one.textContent).join() !== faults.join())
    place.replaceChildren(...faults.map((fault) => text("li", fault)));
}
