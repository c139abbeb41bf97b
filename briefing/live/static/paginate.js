// Lays the parts of a document on sheets of paper. Which blocks stay whole, and which stay with the
// next one, is said by the document's own style sheet: break-inside, break-after, orphans, widows.

import { alike, elementOf, headsOf, isAtFoot, parsed } from "./units.js";

const TOLERANCE = 0.5; // pixels, for rounding
const NEAR = 1.5; // sheets: rows farther below are laid when their turn comes

/**
 * Lay a part (the main text, an annex) on sheets on a bench, numbered from the second.
 *
 * `before` is what this returned for the part as it was: its sheets stay as far as nothing changed,
 * and again from the first one that begins as one of them did. Each sheet knows with which unit it
 * begins (`at`), in which text where that is the rest of a paragraph (`piece`), and the last unit
 * that had a say in that (`by`).
 */
export function paginate(part, bench, before) {
  const feet = part.units.filter(isAtFoot);
  const foot = feet.join("") + part.kind;
  const units = part.units.filter((unit) => !isAtFoot(unit));
  const known = before?.foot === foot ? before : null;
  const same = alike(known?.units ?? [], units);
  const shift = units.length - (known?.units.length ?? 0);
  const sheets = new Sheets(part, bench, { units, same, shift, before: known?.sheets ?? [] });
  sheets.lay(feet);
  return { foot, units, sheets: sheets.made };
}

class Sheets {
  constructor(part, bench, { units, same, shift, before }) {
    this.landscape = part.kind.split(" ").includes("landscape");
    this.bench = bench;
    this.units = units;
    this.heads = headsOf(units);
    this.same = same;
    this.shift = shift; // how many units there are more than before
    this.before = before;
    this.made = [];
    this.at = new Map(); // with which unit an element begins that was laid
    this.waiting = []; // elements that come next
    this.next = 0; // the unit that comes behind them
  }

  lay(feet) {
    this.begin();
    this.open(this.begun);
    if (this.made.length === 1) for (const unit of feet) this.putAtFoot(parsed(unit));
    for (let block = this.take(); block; block = this.take()) {
      this.text.append(block);
      if (bottom(block) <= this.end) takeBack(block);
      if (bottom(block) <= this.end) continue;
      this.waiting.unshift(...this.turn(block));
      if (this.goOn()) return;
    }
  }

  /** Return the next element, made when its turn comes; null behind the last one. */
  take() {
    if (this.waiting.length) return this.waiting.shift();
    if (this.next >= this.units.length) return null;
    const at = this.next;
    return this.taken(at, this.units.slice(at, this.behind(at)));
  }

  /** Return the element of the units of a block, or of its last rows; it begins with a unit. */
  taken(at, units) {
    this.next = this.behind(at);
    const block = elementOf(units);
    this.at.set(block, at);
    return block;
  }

  /** Keep the sheets before the first change; see what is to be laid after them. */
  begin() {
    let kept = this.before.length - 1;
    while (kept > 0 && this.before[kept].by >= this.same.start) kept -= 1;
    this.begun = this.before[kept] ?? { at: 0, piece: "", by: -1 };
    this.made = this.before.slice(0, Math.max(kept, 0));
    const { at, piece } = this.begun;
    const head = this.heads[at];
    if (piece) {
      this.waiting = [parsed(piece)];
      this.at.set(this.waiting[0], at);
      this.next = this.behind(at);
    } else if (at > head + 1) {
      this.waiting = [this.taken(at, [this.units[head], ...this.units.slice(at, this.behind(at))])];
    } else this.next = head ?? 0;
  }

  /** Take the sheets of before from the one that begins as this one does; say whether there is. */
  goOn() {
    const begun = this.made.at(-1);
    const head = this.heads[begun.at];
    const changed = this.units.length - this.same.end;
    if (begun.at < changed || (head < changed && head >= this.same.start)) return false;
    const found = this.before.findIndex(
      ({ at, piece }) => at === begun.at - this.shift && piece === begun.piece,
    );
    if (found < 1) return false;
    begun.sheet.remove();
    this.made.pop();
    for (const old of this.before.slice(found)) {
      const { sheet, at, piece, by } = old;
      this.made.push({ sheet, at: at + this.shift, piece, by: by + this.shift });
      const number = sheet.querySelector(".page-number");
      if (number.textContent !== String(this.made.length)) number.textContent = this.made.length;
    }
    return true;
  }

  /** Open the next sheet; `begins` says what it begins with, and by what. */
  open({ at, piece, by }) {
    const sheet = box("sheet");
    this.made.push({ sheet, at, piece, by });
    sheet.classList.toggle("landscape", this.landscape);
    sheet.classList.toggle("following", this.made.length > 1);
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
    number.textContent = this.made.length > 1 ? String(this.made.length) : "";
    head.append(number);
    return head;
  }

  /** Turn to the next sheet because of a block too long; return what is to be laid there. */
  turn(block) {
    const at = this.at.get(block);
    const cut = split(block, this.end);
    if (cut) {
      const begins =
        cut.row > 0
          ? { at: this.rowOf(at, cut.row), piece: "", by: this.rowOf(at, cut.by) }
          : { at, piece: cut.rest.outerHTML, by: at };
      this.open(begins);
      this.at.set(cut.rest, begins.at);
      return [cut.rest];
    }
    let first = block;
    while (keepsWithNext(first.previousElementSibling)) first = first.previousElementSibling;
    // Blocks that fill the whole sheet gain nothing by moving together.
    if (!first.previousElementSibling) first = block;
    if (!first.previousElementSibling) return [];
    const moved = [];
    for (let next = first; next; next = next.nextElementSibling) moved.push(next);
    for (const one of moved) one.remove();
    this.open({ at: this.at.get(first), piece: "", by: this.behind(at) - 1 });
    return moved;
  }

  /** Return the unit of a row of a table, counted from the first row that is on this sheet. */
  rowOf(at, row) {
    return Math.max(at, this.heads[at] + 1) + row;
  }

  /** Return the unit behind the last one of a block. */
  behind(at) {
    let end = at + 1;
    while (this.heads[end] === this.heads[at]) end += 1;
    return end;
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

/**
 * Cut a block where the sheet ends; return the part that goes on, or null when it stays whole.
 *
 * Of a table it is also told with which row that begins, and by which row it had to.
 */
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
  const by = rows.findIndex((row) => bottom(row) > end);
  let cut = by;
  while (cut > 0 && keepsWithNext(body.rows[cut - 1])) cut -= 1;
  // A row that is higher than the sheet, or rows that stay together, have it to themselves.
  if (cut < 1 && !table.previousElementSibling) cut = Math.max(by, 1);
  const left = [...rows.slice(cut), ...(aside.get(table) ?? [])];
  if (cut < 1 || !left.length) return null;
  const near = reaching(left, NEAR * table.parentElement.clientHeight);
  for (const row of left) row.remove();
  const rest = fromRow(table, left.slice(0, near));
  aside.set(rest, left.slice(near));
  return { rest, row: cut, by: Math.max(by, cut) };
}

/** Return a table that goes on with rows of another: its head is repeated. */
function fromRow(table, rows) {
  const rest = table.cloneNode(false);
  for (const part of table.querySelectorAll("colgroup, thead")) rest.append(part.cloneNode(true));
  rest.append(document.createElement("tbody"));
  rest.tBodies[0].append(...rows);
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
  return { rest, row: 0 };
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
