// Brings a part of the page to what the server says without taking away what is in use: the field
// that is being written in stays the same element, with its cursor and an unfinished syllable.

import { byKey } from "./by_key.js";

/**
 * Make the children of `old` those of `fresh`, each what it was: a field stays that of its path.
 * `isHeld` says which fields keep their text; `leaves` is told of what goes while it is in use.
 */
export function morph(old, fresh, { isHeld, leaves }) {
  for (const node of [...old.childNodes]) if (isBlank(node)) node.remove();
  const nodes = [...fresh.childNodes].filter((node) => !isBlank(node));
  const left = byKey(old.childNodes, keyed());
  const keyOf = keyed();
  const wanted = nodes.map((node) => {
    const there = left.get(keyOf(node))?.shift();
    if (!there) return document.importNode(node, true);
    become(there, node, { isHeld, leaves });
    return there;
  });
  for (const node of [...left.values()].flat()) {
    if (node.contains(document.activeElement)) leaves(document.activeElement);
    node.remove();
  }
  line(old, wanted);
}

/** Bring children into line; the one that is written in is not touched, or it lost its cursor. */
function line(parent, wanted) {
  const held = wanted.findIndex((node) => node.contains(document.activeElement));
  let next = wanted[held] ?? null;
  for (const node of wanted.slice(0, Math.max(0, held)).reverse()) {
    if (node.nextSibling !== next || node.parentNode !== parent) parent.insertBefore(node, next);
    next = node;
  }
  let last = wanted[held] ?? null;
  for (const node of wanted.slice(held + 1)) {
    const following = last ? last.nextSibling : parent.firstChild;
    if (following !== node) parent.insertBefore(node, following);
    last = node;
  }
}

/** Return what tells nodes of one parent apart, which are asked for in their order. */
function keyed() {
  let entries = 0;
  return (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
    if (node.classList.contains("entry")) return `entry ${nameOf(node) ?? entries++}`;
    return [node.nodeName, node.classList[0], toldApart(node)].join(" ");
  };
}

/** Return what an element is called among those beside it, whatever its entry is called by now. */
function toldApart(node) {
  if (node.nodeName === "BUTTON") return node.textContent;
  if (node.type === "hidden") return node.name.split(":")[0];
  // Beside the fields of an entry, its parts stand there once each.
  const [kind, ...path] = node.id.split("-");
  return kind === "field" || node.nodeName === "SECTION"
    ? path.join("-").replace(/(\[\d+\])+$/, "").split(".").at(-1)
    : kind === "names" ? path.join("-") : "";
}

/** Return the name of an entry of a table, `undefined` of one that has only its place. */
function nameOf(entry) {
  const own = (boxes) => [...boxes].find((one) => one.closest(".entry") === entry);
  const name = own(entry.querySelectorAll("[data-name]"));
  if (!name) return undefined;
  const path = JSON.parse(name.dataset.name);
  const box = own(entry.querySelectorAll("[data-path]"));
  // A new one may have got its name already.
  return box ? JSON.parse(box.dataset.path)[path.length - 1] : path.at(-1);
}

/** Say whether a node is a space between elements or a comment: they take no place. */
function isBlank(node) {
  return node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.data.trim());
}

function become(there, node, rules) {
  if (there.nodeType !== Node.ELEMENT_NODE) {
    if (there.data !== node.data) there.data = node.data;
    return;
  }
  for (const { name } of [...there.attributes])
    if (!node.hasAttribute(name) && !KEPT.has(name)) there.removeAttribute(name);
  for (const { name, value } of node.attributes)
    if (there.getAttribute(name) !== value) there.setAttribute(name, value);
  const held = rules.isHeld(there);
  if (there.nodeName !== "TEXTAREA" && !there.classList.contains("told")) morph(there, node, rules);
  if (!held && "value" in node && there.nodeName !== "BUTTON" && !shows(there, node.value))
    there.value = node.value;
}

/** Say whether a field shows a value: the file keeps no space at an end, which who writes goes on from. */
function shows(box, value) {
  return box.value === value || (box === document.activeElement && box.value.trim() === value);
}

/** What the person, not the server, has set: also that an entry is about to go. */
const KEPT = new Set(["open", "aria-invalid", "readonly", "disabled"]);
