// Brings the form to what the server says it is now. A section that is as it was sent, and that nobody
// has touched since, stays as it is: it would be made, compared and found the same.

import { complete, completeLike } from "./completed.js";
import { byId, parts } from "./form.js";
import { morph } from "./morph.js";

const sections = byId("sections");
const sent = new Map(Object.entries(JSON.parse(sections.dataset.sent))); // digests, by the names of sections

/** Make the form that of the server; `isHeld` says which fields keep their text. */
export function bring({ sections: told, beside }, isHeld) {
  watch.takeRecords().forEach(touched);
  const names = told.map(({ name }) => `part-${name}`).join();
  if ([...sections.children].map(({ id }) => id).join() !== names) {
    sent.clear();
    become(sections, told.map(({ html }) => html).join(""), isHeld);
  } else for (const one of told) bringSection(one, isHeld);
  morph(byId("beside"), parsed(beside), isHeld);
  watch.takeRecords();
}

function bringSection({ name, digest, html }, isHeld) {
  if (sent.get(name) === digest) return;
  let waits = false; // what is held is shown otherwise than the server says
  const held = (box) => {
    const is = isHeld(box);
    waits ||= is;
    return is;
  };
  become(byId(`part-${name}`), html, held);
  if (waits) sent.delete(name);
  else sent.set(name, digest);
}

function become(place, html, isHeld) {
  const fresh = parsed(html);
  completeLike(fresh, place);
  morph(place, place === sections ? fresh : fresh.firstElementChild, isHeld);
  complete(place); // what the person has opened stays open
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}

const OWN = ["open", "aria-invalid"]; // what the server does not say

function touched({ target, attributeName }) {
  const at = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
  if (!OWN.includes(attributeName) && !at?.closest(".told, .said")) forget(at);
}

function forget(at) {
  sent.delete(at?.closest(".part")?.id.replace("part-", ""));
}

const watch = new MutationObserver((records) => records.forEach(touched));
watch.observe(sections, { subtree: true, childList: true, attributes: true, characterData: true });
for (const event of ["input", "change"])
  parts.addEventListener(event, ({ target }) => forget(target), true);
