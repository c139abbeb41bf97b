// Rows that are pasted from a table (Excel, Calc, Word) become entries of the list they land in.

/** Return the rows of a paste that is more than one plain text, each a list of cells. */
export function rowsPasted(box, data) {
  const text = data.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (!box.closest(".entry") || !/[\t\n]/.test(text)) return [];
  const isTable = text.includes("\t") || /<table/i.test(data.getData("text/html"));
  const rows = isTable ? cellsOf(text) : text.split("\n").map((line) => [line.trim()]);
  return rows.filter((row) => row.some((cell) => cell));
}

/** Return the cells of a table; one that holds a line end or a tab comes in quotes. */
function cellsOf(text) {
  const rows = [[]];
  const next = /(?:"((?:[^"]|"")*)"(?![^\t\n])|[^\t\n]*)([\t\n]|$)/y;
  while (next.lastIndex < text.length) {
    const [whole, quoted, end] = next.exec(text);
    const cell = /[\t\n]/.test(quoted ?? "")
      ? quoted.replaceAll('""', '"').replace(/\s+/g, " ")
      : whole.slice(0, whole.length - end.length);
    rows.at(-1).push(cell.trim());
    if (end === "\n") rows.push([]);
  }
  return rows;
}

/** Return the changes that pasted rows ask for.
 *
 * The first column lands in the field that was pasted into, the others in those after it. Each row
 * after the first is a new entry: no other entry is written over. Lines of text come right behind
 * the text that was pasted into, and part it where the cursor was: what stood around it stays. */
export function changesPasted(box, rows) {
  const entry = box.closest(".entry");
  const columns = columnsFrom(box, entry);
  const depth = entryDepth(entry);
  const first = columns[0][depth];
  const count = [...entry.parentElement.children].filter((one) => one.matches(".entry:not(.new)")).length;
  const isNew = entry.matches(".new");
  const are = areLines(box, rows);
  return (are ? linesAround(box, rows) : rows).flatMap((row, down) => {
    const step = down === 0 ? first : typeof first === "number" ? count + down - (isNew ? 0 : 1) : `+${down}`;
    const typed = row.slice(0, columns.length).map((text, across) => {
      const path = [...columns[across]];
      path[depth] = step;
      // What was typed before is written by then, without blanks at its ends.
      return { path, text, was: are && down === 0 ? box.value.trim() : null };
    });
    const changes = typed.filter((change) => change.text);
    if (down && !isNew && typeof first === "number" && changes.length)
      changes.push({ path: columns[0].slice(0, depth).concat(step), to: first + down });
    return changes;
  });
}

/** Return the rows whose entry went while their changes waited: all, or the one pasted into. */
export function goneFrom(changes, rows) {
  const left = changes.filter(({ path, text }) => path && text);
  const gone = changes.filter(({ path, text }) => !path && text);
  return left.length ? (gone.length ? [gone.map(({ text }) => text)] : []) : rows;
}

/** Return rows as they are pasted. */
export function textOf(rows) {
  return rows.map((row) => row.join("\t")).join("\n");
}

/** Say whether rows are lines of a text; a number or a day is one thing. */
function areLines(box, rows) {
  return !box.matches(".number, .day") && rows.every((row) => row.length === 1);
}

/** Return lines with what stands before and behind the cursor. */
function linesAround(box, rows) {
  const lines = rows.map(([line]) => line);
  lines[0] = box.value.slice(0, box.selectionStart) + lines[0];
  lines[lines.length - 1] += box.value.slice(box.selectionEnd);
  return lines.map((line) => [line]);
}

function columnsFrom(box, entry) {
  const inDetails = box.closest("details");
  const boxes = [...entry.querySelectorAll("[data-path]")].filter(
    (one) => one.closest(".entry") === entry && (!one.closest("details") || inDetails),
  );
  return boxes.slice(boxes.indexOf(box)).map((one) => JSON.parse(one.dataset.path));
}

/** Return where in the paths of an entry's fields the entry's own place or name stands. */
function entryDepth(entry) {
  const name = [...entry.querySelectorAll("[data-name]")].find((one) => one.closest(".entry") === entry);
  if (name) return JSON.parse(name.dataset.name).length - 1;
  const own = [...entry.querySelectorAll("[data-path]")].find((one) => one.closest(".entry") === entry);
  return JSON.parse(own.dataset.path).findLastIndex((step) => typeof step === "number");
}
