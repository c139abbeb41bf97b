// Lays the parts of a document on sheets of paper. Which blocks stay whole, and which stay with the
// next one, is said by the document's own style sheet: break-inside, break-after, orphans, widows.

const TOLERANCE = 0.5; // pixels, for rounding
const FOOT = ".contacts"; // how the body is reached (ô 13)
const NEAR = 1.5; // sheets: rows farther below are laid when their turn comes

/** Lay a part (the main text, an annex) on sheets on a bench, numbered from the second; return them. */
export function paginate(part, bench) {
  const sheets = new Sheets(part, bench);
  sheets.lay([...part.children]);
  return sheets.opened;
}

class Sheets {
  constructor(part, bench) {
    this.landscape = part.classList.contains("landscape");
    this.bench = bench;
    this.opened = [];
  }

  lay(blocks) {
    const waiting = blocks.filter((block) => !block.matches(FOOT));
    this.open();
    for (const block of blocks) if (block.matches(FOOT)) this.putAtFoot(block);
    while (waiting.length) {
      const block = waiting.shift();
      this.text.append(block);
      if (bottom(block) <= this.end) takeBack(block);
      if (bottom(block) > this.end) waiting.unshift(...this.turn(block));
    }
  }

  /** Open the next sheet. */
  open() {
    const sheet = box("sheet");
    this.opened.push(sheet);
    sheet.classList.toggle("landscape", this.landscape);
    sheet.classList.toggle("following", this.opened.length > 1);
    this.text = box("document text");
    sheet.append(this.number(), this.text);
    this.bench.append(sheet);
    this.end = bottom(this.text) + TOLERANCE;
  }

  /** What is at the foot of the first page takes its room from the text, as in a word processor. */
  putAtFoot(block) {
    const foot = box("document foot");
    foot.append(block);
    this.text.before(foot);
    this.end = Math.min(this.end, foot.getBoundingClientRect().top + TOLERANCE);
  }

  /** The page number stands centred in the top margin; the first page has none. */
  number() {
    const head = box("document head");
    const number = document.createElement("p");
    number.className = "page-number";
    number.textContent = this.opened.length > 1 ? String(this.opened.length) : "";
    head.append(number);
    return head;
  }

  /** Turn to the next sheet because of a block too long; return what is to be laid there. */
  turn(block) {
    const rest = split(block, this.end);
    if (rest) {
      this.open();
      return [rest];
    }
    let first = block;
    while (keepsWithNext(first.previousElementSibling)) first = first.previousElementSibling;
    // Blocks that fill the whole sheet gain nothing by moving together.
    if (!first.previousElementSibling) first = block;
    if (!first.previousElementSibling) return [];
    const moved = [];
    for (let next = first; next; next = next.nextElementSibling) moved.push(next);
    this.open();
    return moved;
  }
}

function box(classes) {
  const element = document.createElement("div");
  element.className = classes;
  return element;
}

function bottom(element) {
  return element.getBoundingClientRect().bottom;
}

function keepsWithNext(element) {
  return element !== null && getComputedStyle(element).breakAfter === "avoid";
}

/** Cut a block where the sheet ends; return the part that goes on, or null when it stays whole. */
function split(block, end) {
  const style = getComputedStyle(block);
  if (style.breakInside === "avoid") return null;
  if (block.tagName === "TABLE") return splitTable(block, end);
  return block.tagName === "P" ? splitParagraph(block, style, end) : null;
}

const heights = new WeakMap(); // of rows, as they were when the whole of their table was laid
const aside = new WeakMap(); // the rows that a table will have, but that are far below its sheet

/** Cut a table between two rows; the head is repeated, a group's heading stays with its rows. */
function splitTable(table, end) {
  const [body] = table.tBodies;
  const rows = [...body.rows];
  if (!aside.has(table))
    for (const row of rows) heights.set(row, row.getBoundingClientRect().height);
  let cut = rows.findIndex((row) => bottom(row) > end);
  while (cut > 0 && keepsWithNext(body.rows[cut - 1])) cut -= 1;
  if (cut < 1) return null;
  const rest = table.cloneNode(false);
  for (const part of table.querySelectorAll("colgroup, thead")) rest.append(part.cloneNode(true));
  rest.append(document.createElement("tbody"));
  const left = [...rows.slice(cut), ...(aside.get(table) ?? [])];
  const near = reaching(left, NEAR * table.parentElement.clientHeight);
  for (const row of left) row.remove();
  rest.tBodies[0].append(...left.slice(0, near));
  aside.set(rest, left.slice(near));
  return rest;
}

/** Return how many rows it takes to be so high. */
function reaching(rows, height) {
  let left = height;
  const last = rows.findIndex((row) => (left -= heights.get(row)) < 0);
  return last < 0 ? rows.length : last + 1;
}

/** Give a table that ends on its sheet the rows that were put aside. */
function takeBack(block) {
  if (aside.get(block)?.length) block.tBodies[0].append(...aside.get(block));
  aside.delete(block);
}

/** Cut a paragraph between two lines, leaving enough of them on either side. */
function splitParagraph(paragraph, style, end) {
  const height = parseFloat(style.lineHeight);
  const { top, height: whole } = paragraph.getBoundingClientRect();
  const lines = Math.round(whole / height);
  const kept = Math.min(Math.floor((end - top) / height), lines - Number(style.widows));
  if (kept < Number(style.orphans)) return null;
  const cut = firstBelow(paragraph, top + kept * height);
  if (!cut) return null;
  const range = document.createRange();
  range.setStart(cut.node, cut.offset);
  range.setEnd(paragraph, paragraph.childNodes.length);
  const rest = paragraph.cloneNode(false);
  rest.append(range.extractContents());
  rest.classList.add("continued");
  paragraph.classList.add("broken");
  return rest;
}

/** Return the place of the first character whose middle lies below a height. */
function firstBelow(paragraph, height) {
  const places = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let offset = 0; offset < node.length; offset += 1) places.push({ node, offset });
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(places, middle, height)) high = middle;
    else low = middle + 1;
  }
  return places[low] ?? null;
}

/** A blank that a line's end swallowed has no place; it counts as the character before it. */
function isBelow(places, index, height) {
  const range = document.createRange();
  for (let at = index; at >= 0; at -= 1) {
    const { node, offset } = places[at];
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const [box] = range.getClientRects();
    if (box) return (box.top + box.bottom) / 2 > height;
  }
  return false;
}
