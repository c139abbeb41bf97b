// Brings a part of the page to what the server says without taking away what is in use: the field
// that is being written in stays the same element, with its cursor and an unfinished syllable.

/** Make the children of `old` those of `fresh`; `isHeld` says which fields keep their text. */
export function morph(old, fresh, isHeld) {
  for (const node of [...old.childNodes]) if (isBlank(node)) node.remove();
  const nodes = [...fresh.childNodes].filter((node) => !isBlank(node));
  nodes.forEach((node, at) => {
    const there = old.childNodes[at];
    if (!there) old.append(document.importNode(node, true));
    else if (there.nodeName !== node.nodeName) there.replaceWith(document.importNode(node, true));
    else become(there, node, isHeld);
  });
  while (old.childNodes.length > nodes.length) old.lastChild.remove();
}

/** Say whether a node is a space between elements or a comment: they take no place. */
function isBlank(node) {
  return node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.data.trim());
}

function become(there, node, isHeld) {
  if (there.nodeType !== Node.ELEMENT_NODE) {
    if (there.data !== node.data) there.data = node.data;
    return;
  }
  for (const { name } of [...there.attributes])
    if (!node.hasAttribute(name) && !KEPT.has(name)) there.removeAttribute(name);
  for (const { name, value } of node.attributes)
    if (there.getAttribute(name) !== value) there.setAttribute(name, value);
  const held = isHeld(there);
  if (there.nodeName !== "TEXTAREA" && !there.classList.contains("told")) morph(there, node, isHeld);
  if (!held && "value" in node && there.nodeName !== "BUTTON" && !shows(there, node.value))
    there.value = node.value;
}

/** Say whether a field shows a value: the file keeps no space at an end, which who writes goes on from. */
function shows(box, value) {
  return box.value === value || (box === document.activeElement && box.value.trim() === value);
}

/** What the person, not the server, has set. */
const KEPT = new Set(["open", "aria-invalid"]);
