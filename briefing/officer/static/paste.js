// Rows that are pasted from a table (Excel, Calc, Word) become entries of the list they land in.

/** Return the changes that pasted rows ask for, or none where a paste is one plain text.
 *
 * The first column lands in the field that was pasted into, the others in those after it. Each row
 * after the first is a new entry: nothing that is there is written over. Lines of texts come right
 * behind the text that was pasted into. */
export function rowsPasted(box, text) {
  const rows = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((row) => row.split("\t"));
  const entry = box.closest(".entry");
  if (!entry || (rows.length === 1 && rows[0].length === 1)) return [];
  const columns = columnsFrom(box, entry);
  const depth = entryDepth(entry);
  const first = columns[0][depth];
  const count = [...entry.parentElement.children].filter((one) => one.matches(".entry:not(.new)")).length;
  const isNew = entry.matches(".new");
  return rows.flatMap((row, down) => {
    const step = down === 0 ? first : typeof first === "number" ? count + down - (isNew ? 0 : 1) : `+${down}`;
    const typed = row.slice(0, columns.length).map((cell, across) => {
      const path = [...columns[across]];
      path[depth] = step;
      return { path, text: cell.trim(), was: null };
    });
    const changes = typed.filter((change) => change.text);
    if (down && !isNew && typeof first === "number" && changes.length)
      changes.push({ path: columns[0].slice(0, depth).concat(step), to: first + down });
    return changes;
  });
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
