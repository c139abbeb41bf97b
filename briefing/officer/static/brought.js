// Brings the form to what the server says it is now. A section that is as it was sent, and that nobody
// has touched since, stays as it is: it would be made, compared and found the same.

import { complete, completeLike } from "./completed.js";
import { byId, parts } from "./form.js";
import { morph } from "./morph.js";

const sections = byId("sections");
const sent = new Map(Object.entries(JSON.parse(sections.dataset.sent))); // digests, by the names of sections

/** Make the form that of the server; `rules` are those of `morph`. */
export function bring({ sections: told, beside }, rules) {
  watch.takeRecords().forEach(touched);
  const names = told.map(({ name }) => `part-${name}`).join();
  if ([...sections.children].map(({ id }) => id).join() !== names) {
    sent.clear();
    become(sections, told.map(({ html }) => html).join(""), rules);
  } else for (const one of told) bringSection(one, rules);
  morph(byId("beside"), parsed(beside), rules);
  watch.takeRecords();
}

function bringSection({ name, digest, html }, rules) {
  if (sent.get(name) === digest) return;
  let waits = false; // what is held is shown otherwise than the server says
  const isHeld = (box) => {
    const is = rules.isHeld(box);
    waits ||= is;
    return is;
  };
  become(byId(`part-${name}`), html, { ...rules, isHeld });
  if (waits) sent.delete(name);
  else sent.set(name, digest);
}

function become(place, html, rules) {
  const fresh = parsed(html);
  completeLike(fresh, place);
  morph(place, place === sections ? fresh : fresh.firstElementChild, rules);
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
